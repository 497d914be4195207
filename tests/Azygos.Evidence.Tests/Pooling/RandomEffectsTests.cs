using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using CsCheck;

namespace Azygos.Evidence.Tests.Pooling;

public sealed class RandomEffectsTests
{
    private static readonly PoolingOptions s_reml = new();

    [Fact]
    public void Bcg_trials_give_the_reference_mean_interval_and_heterogeneity()
    {
        PooledFit fit = RandomEffects.Pool(PublishedTables.BcgRiskRatios(), s_reml).Value;
        PublishedTables.Close(-0.7145323421581394, fit.Mean.Estimate, 1e-11);       // metafor
        PublishedTables.Close(0.17978151610520574, fit.Mean.StandardError, 1e-11);
        PublishedTables.Close(92.22138452126896, fit.I2Percent, 1e-11);
        PublishedTables.Close(152.2330080823733, fit.Heterogeneity.Statistic, 1e-12);
        PublishedTables.Close(1.9967645908459738e-26, fit.Heterogeneity.PValue, 1e-11);
        PublishedTables.Close(-12.20237141549357, fit.RestrictedLikelihood.LogLikelihood, 1e-12);
    }

    [Fact]
    public void Knapp_Hartung_gives_the_reference_interval()
    {
        PooledFit fit = RandomEffects.Pool(
            PublishedTables.BcgRiskRatios(), s_reml with { Test = CoefficientTest.KnappHartung }).Value;
        PublishedTables.Close(0.18079174409284787, fit.Mean.StandardError, 1e-11);  // metafor
        PublishedTables.Close(-1.108443713685551, fit.Mean.Lower, 1e-11);
        PublishedTables.Close(0.0019200150960572916, fit.Mean.PValue, 1e-10);
        Assert.Equal(12, fit.DegreesOfFreedom);
    }

    [Fact]
    public void One_study_is_its_own_mean_and_says_so_when_a_t_test_was_asked()
    {
        PooledFit fit = RandomEffects.Pool(
            PublishedTables.Table([0.4], [0.09]), s_reml with { Test = CoefficientTest.KnappHartung }).Value;
        Assert.Equal(0.4, fit.Mean.Estimate);
        Assert.Equal(0.3, fit.Mean.StandardError, 15);
        Assert.Equal(0, fit.Tau2);
        Assert.Null(fit.Tau2StandardError);
        Assert.Null(fit.DegreesOfFreedom);
        Assert.Contains(fit.Remarks, static r => r.Contains("no residual degrees", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_effects_under_Knapp_Hartung_have_no_width_and_a_remark()
    {
        PooledFit fit = RandomEffects.Pool(
            PublishedTables.Table([0.5, 0.5], [0.04, 0.09]), s_reml with { Test = CoefficientTest.KnappHartung }).Value;
        Assert.Equal((0.5, 0.5), (fit.Mean.Lower, fit.Mean.Upper));
        Assert.Contains(fit.Remarks, static r => r.Contains("scale is 0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zero_variance_is_refused_by_name()
    {
        NoAnswer refused = EffectTable.From([0.1, 0.2, double.NaN], [0, 0.1, -1]).Refused!;
        Assert.Equal(Refusal.BadValue, refused.Code);
        Assert.Contains("study 1: sampling variance 0", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("study 3: effect", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(Refusal.BadVariance, EffectTable.From([0.1], [0]).Refused!.Code);
        Assert.Equal(Refusal.NoStudies, EffectTable.From([], []).Refused!.Code);
    }

    [Fact]
    public void The_prediction_interval_contains_the_confidence_interval_and_equals_it_only_without_heterogeneity()
        => Gen.Select(Gen.Double[-2, 2].Array[4], Gen.Double[0.01, 1].Array[4]).Sample(
            (y, v) =>
            {
                PooledFit fit = RandomEffects.Pool(PublishedTables.Table(y, v), s_reml).Value;
                PredictionInterval prediction = PredictionInterval.AsFitted(fit);
                return fit.Tau2 == 0
                    ? Math.Abs(prediction.Lower - fit.Mean.Lower) <= 1e-14
                        && Math.Abs(prediction.Upper - fit.Mean.Upper) <= 1e-14
                    : prediction.Lower < fit.Mean.Lower && prediction.Upper > fit.Mean.Upper;
            },
            iter: 300);

    [Fact]
    public void The_Q_profile_interval_holds_the_Paule_Mandel_estimate()
        => Gen.Select(Gen.Double[-2, 2].Array[6], Gen.Double[0.01, 1].Array[6]).Sample(
            (y, v) =>
            {
                LinearModel model = LinearModel.From(PublishedTables.Table(y, v)).Value;
                HeterogeneityRange range = HeterogeneityInterval.QProfile(model, 0.95).Value;
                double tau2 = PauleMandel.Estimate(model).Value.Tau2;
                return range.Tau2.Lower <= tau2 && tau2 <= range.Tau2.Upper;
            },
            iter: 300);

    [Fact]
    public void Intervals_of_tau2_for_the_Bcg_trials_are_the_reference_ones()
    {
        LinearModel model = LinearModel.From(PublishedTables.BcgRiskRatios()).Value;
        HeterogeneityRange profile = HeterogeneityInterval.QProfile(model, 0.95).Value;
        PublishedTables.Close(0.11971836114126089, profile.Tau2.Lower,
            1e-9);  // metafor; its root finder stops near 1e-10
        PublishedTables.Close(1.1114790840609288, profile.Tau2.Upper, 1e-9);
        double tau2 = MaximumLikelihood.Estimate(model).Value.Tau2;
        HeterogeneityRange likelihood = HeterogeneityInterval.ProfileLikelihood(model, tau2, false, 0.95).Value;
        PublishedTables.Close(0.10507738080893336, likelihood.Tau2.Lower, 1e-8);
        PublishedTables.Close(0.833912476822824, likelihood.Tau2.Upper, 1e-8);
    }

    [Fact]
    public void A_regression_on_latitude_gives_the_reference_coefficients()
    {
        EffectTable table = PublishedTables.BcgRiskRatios();
        DesignMatrix design = DesignMatrix.WithIntercept(13, [("ablat", PublishedTables.BcgLatitude)]);
        PooledFit fit = RandomEffects.Fit(table, design, s_reml).Value;
        PublishedTables.Close(0.251468210007339, fit.Coefficients[0].Estimate, 1e-10);   // metafor
        PublishedTables.Close(-0.02910172501164918, fit.Coefficients[1].Estimate, 1e-10);
        PublishedTables.Close(0.007195327220906293, fit.Coefficients[1].StandardError, 1e-10);
        PublishedTables.Close(0.07634796395525532, fit.Tau2, 1e-10);
        PublishedTables.Close(16.358232147155903, fit.Moderators!.Statistic, 1e-10);
        PublishedTables.Close(-8.087320058275733, fit.RestrictedLikelihood.LogLikelihood, 1e-11);
    }

    [Fact]
    public void A_redundant_column_is_dropped_by_name_and_as_many_columns_as_studies_are_refused()
    {
        EffectTable table = PublishedTables.Table([0.1, 0.4, 0.3, 0.9], [0.1, 0.2, 0.1, 0.2]);
        DesignMatrix twice = DesignMatrix.WithIntercept(4, [("a", [1, 2, 3, 5]), ("b", [3, 5, 7, 11])]);
        PooledFit fit = RandomEffects.Fit(table, twice, s_reml).Value;
        Assert.Equal(["intrcpt", "a"], fit.Model.Design.Names);
        Assert.Contains("column 'b' is redundant and was dropped", fit.Remarks);
        DesignMatrix full =
            DesignMatrix.WithIntercept(4, [("a", [1, 2, 3, 5]), ("b", [1, 0, 0, 0]), ("c", [0, 1, 0, 0])]);
        Assert.Equal(Refusal.Saturated, RandomEffects.Fit(table, full, s_reml).Refused!.Code);
    }
}
