using Azygos.Evidence.Bias;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Tests.Bias;

public sealed class BiasTests
{
    private static readonly EffectTable s_bcg = PublishedTables.BcgRiskRatios();

    [Fact]
    public void Egger_gives_the_reference_test_and_limit()
    {
        FunnelRegression egger = FunnelRegression.Egger(s_bcg).Value;                            // metafor
        PublishedTables.Close(-1.4012820022893326, egger.Slope.Statistic, 1e-10);
        PublishedTables.Close(0.18870699508197877, egger.Slope.PValue, 1e-10);
        PublishedTables.Close(-0.19092864235982013, egger.Intercept.Estimate, 1e-10);
        FunnelRegression mixed =
            FunnelRegression.Mixed(s_bcg, [.. s_bcg.Variances.ToArray().Select(Math.Sqrt)], "se").Value;
        PublishedTables.Close(-0.8033291930908654, mixed.Slope.Statistic, 1e-8);
    }

    [Fact]
    public void Egger_is_the_regression_of_standardised_effects_on_precision()
    {
        // Original form: y/√v on 1/√v, ordinary least squares; its intercept is our slope.
        double[] x = [.. s_bcg.Variances.ToArray().Select(static v => 1 / Math.Sqrt(v))];
        double[] z = [.. s_bcg.Effects.ToArray().Zip(x, static (y, p) => y * p)];
        double mx = x.Average(), mz = z.Average();
        double slope = x.Zip(z, (a, b) => (a - mx) * (b - mz)).Sum() / x.Sum(a => (a - mx) * (a - mx));
        PublishedTables.Close(mz - slope * mx, FunnelRegression.Egger(s_bcg).Value.Slope.Estimate, 1e-11);
    }

    [Fact]
    public void A_symmetric_funnel_has_no_slope_and_equal_errors_are_refused()
    {
        EffectTable symmetric = PublishedTables.Table([-1, 1, -0.5, 0.5, 0], [1, 1, 0.25, 0.25, 0.01]);
        Assert.Equal(0, FunnelRegression.Egger(symmetric).Value.Slope.Estimate, 12);
        Assert.Equal(Refusal.NotEstimable,
            FunnelRegression.Egger(PublishedTables.Table([1, 2, 3], [0.1, 0.1, 0.1])).Refused!.Code);
        Assert.Equal(Refusal.TooFewStudies,
            FunnelRegression.Egger(PublishedTables.Table([1, 2], [0.1, 0.2])).Refused!.Code);
    }

    [Fact]
    public void Harbord_uses_score_and_information_and_Peters_the_size()
    {
        // Both are weighted regressions; here against normal equations solved by hand in the test.
        FunnelRegression harbord = BinaryFunnelTests.Harbord(PublishedTables.Bcg).Value;
        (double a, double b) = Line(
            [.. PublishedTables.Bcg.Select(static t => PetoOddsRatio.From(t)!.Value.Value)],
            [.. PublishedTables.Bcg.Select(static t => Math.Sqrt(PetoOddsRatio.From(t)!.Value.Variance))],
            [.. PublishedTables.Bcg.Select(static t => 1 / PetoOddsRatio.From(t)!.Value.Variance)]);
        PublishedTables.Close(a, harbord.Intercept.Estimate, 1e-9);
        PublishedTables.Close(b, harbord.Slope.Estimate, 1e-9);
        FunnelRegression peters = BinaryFunnelTests.Peters(PublishedTables.Bcg).Value;
        (a, b) = Line(
            [.. PublishedTables.Bcg.Select(static t => Math.Log(t.A * t.D / (t.B * t.C)))],
            [.. PublishedTables.Bcg.Select(static t => 1 / t.N)],
            [.. PublishedTables.Bcg.Select(static t => (t.A + t.C) * (t.B + t.D) / t.N)]);
        PublishedTables.Close(a, peters.Intercept.Estimate, 1e-9);
        PublishedTables.Close(b, peters.Slope.Estimate, 1e-9);

        static (double Intercept, double Slope) Line(double[] y, double[] x, double[] w)
        {
            double sw = w.Sum(), mx = w.Zip(x, static (p, q) => p * q).Sum() / sw,
                my = w.Zip(y, static (p, q) => p * q).Sum() / sw;
            double sxy = 0, sxx = 0;
            for (int i = 0; i < y.Length; i++)
            {
                sxy += w[i] * (x[i] - mx) * (y[i] - my);
                sxx += w[i] * (x[i] - mx) * (x[i] - mx);
            }
            return (my - sxy / sxx * mx, sxy / sxx);
        }
    }

    [Fact]
    public void Deeks_gives_the_reference_slope()
    {
        FunnelRegression deeks = BinaryFunnelTests.Deeks(PublishedTables.Accuracy).Value;         // R lm with weights
        PublishedTables.Close(-5.606633870513583, deeks.Slope.Estimate, 1e-10);
        PublishedTables.Close(8.654577463071575, deeks.Slope.StandardError, 1e-10);
        PublishedTables.Close(0.5316905672303487, deeks.Slope.PValue, 1e-10);
    }

    [Fact]
    public void Begg_is_exact_without_ties()
    {
        RankCorrelation begg = RankCorrelation.Test(s_bcg).Value;                                // R cor.test
        Assert.True(begg.IsExact);
        PublishedTables.Close(0.02564102564102564, begg.Tau, 1e-13);
        PublishedTables.Close(0.9523619079608663, begg.PValue, 1e-12);
        // Four numbers in perfect order: 2 of the 24 permutations are as extreme.
        Assert.Equal(2.0 / 24, RankCorrelation.Kendall([1, 2, 3, 4], [1, 2, 3, 4]).Value.PValue, 12);
        Assert.False(RankCorrelation.Kendall([1, 2, 2, 4], [1, 2, 3, 4]).Value.IsExact);
    }

    [Fact]
    public void Trim_and_fill_gives_the_reference_number_and_mean()
    {
        TrimAndFill fill = TrimAndFill.Analyse(
            s_bcg, missingOnTheRight: true, MissingStudies.L0,
            new PoolingOptions { Estimator = HeterogeneityEstimators.DerSimonianLaird }).Value;
        Assert.Equal(1, fill.Missing);                                                           // metafor
        PublishedTables.Close(2.452798643182925, fill.MissingStandardError!.Value, 1e-10);
        PublishedTables.Close(-0.6560732129886018, fill.Fit.Mean.Estimate, 1e-10);
        PublishedTables.Close(0.30951032488774755, fill.FilledEffects[0], 1e-10);
    }

    [Fact]
    public void Nothing_is_filled_into_a_symmetric_funnel_and_mirrored_data_fill_the_other_side()
    {
        PoolingOptions equal = new() { Estimator = HeterogeneityEstimators.EqualEffects };
        EffectTable symmetric =
            PublishedTables.Table([-1.1, 1.1, -0.5, 0.5, -0.2, 0.2, 0.01], [1, 1, 0.5, 0.5, 0.1, 0.1, 0.01]);
        Assert.Equal(0, TrimAndFill.Analyse(symmetric, false, MissingStudies.L0, equal).Value.Missing);
        EffectTable mirrored =
            PublishedTables.Table([.. s_bcg.Effects.ToArray().Select(static y => -y)], s_bcg.Variances.ToArray());
        TrimAndFill right = TrimAndFill.Analyse(s_bcg, true, MissingStudies.R0, equal).Value;
        TrimAndFill left = TrimAndFill.Analyse(mirrored, false, MissingStudies.R0, equal).Value;
        Assert.Equal(right.Missing, left.Missing);
        Assert.Equal(right.Fit.Mean.Estimate, -left.Fit.Mean.Estimate, 12);
    }

    [Fact]
    public void Fail_safe_numbers_are_the_reference_ones()
    {
        Assert.Equal(598, FailSafe.Rosenthal(s_bcg).Number);                                     // metafor
        Assert.Equal(13, FailSafe.Orwin(s_bcg).Value.Number);
        Assert.Equal(370, FailSafe.Rosenberg(s_bcg).Number);
        Assert.Equal(Refusal.NotApplicable, FailSafe.Orwin(s_bcg, 0.5).Refused!.Code);
    }

    [Fact]
    public void Excess_significance_gives_the_reference_power_and_p_value()
    {
        ExcessSignificance test = ExcessSignificance.Test(s_bcg);                                // metafor
        Assert.Equal(8, test.Observed);
        PublishedTables.Close(6.092659090280687, test.Expected, 1e-10);
        PublishedTables.Close(0.13440858540030753, test.ExactPValue, 1e-10);
    }

    [Fact]
    public void Peese_is_taken_when_Pet_sees_an_effect()
    {
        double[] v = [0.01, 0.02, 0.03, 0.05, 0.08];
        Assert.True(PetPeese.Choose(PublishedTables.Table([1, 1.02, 0.99, 1.01, 1], v)).Value.IsPeese);
        Assert.False(PetPeese.Choose(PublishedTables.Table([0.02, -0.3, 0.3, -0.2, 0.4], v)).Value.IsPeese);
        // An effect that is pure bias, y = 3√v, has a PET intercept of 0.
        double[] biased = [.. v.Select(static x => 3 * Math.Sqrt(x))];
        Assert.Equal(0, PetPeese.Pet(PublishedTables.Table(biased, v)).Value.Intercept.Estimate, 10);
    }

    [Fact]
    public void Henmi_and_Copas_give_the_reference_interval_and_a_narrow_one_without_heterogeneity()
    {
        HenmiCopas bcg = HenmiCopas.Fit(s_bcg).Value;                                 // metafor; its root stops at 1e-4
        PublishedTables.Close(0.28354435135524986, bcg.StandardError, 1e-10);
        Assert.Equal(-1.1555, bcg.Lower, 0.0002);
        Assert.Equal(0.2949, bcg.Upper, 0.0002);
        EffectTable agreeing = PublishedTables.Table([0.3, 0.31, 0.29, 0.3], [0.1, 0.2, 0.1, 0.2]);
        HenmiCopas narrow = HenmiCopas.Fit(agreeing).Value;
        Assert.Equal(0, narrow.Tau2);
        Assert.Equal(0.3, (narrow.Lower + narrow.Upper) / 2, 2);
    }
}
