using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Tests.Effects;

public sealed class EffectMeasureTests
{
    private static readonly TwoByTwo s_table = new(4, 119, 11, 128);     // first BCG trial; expected values by metafor

    [Fact]
    public void Risk_ratio() => Is(RiskRatio.From(s_table), -0.8893113339202054, 0.32558476500396133);

    [Fact]
    public void Peto_odds_ratio() => Is(PetoOddsRatio.From(s_table), -0.8603833473164194, 0.28283618192835874);

    [Fact]
    public void Odds_ratio_is_the_cross_product()
        => Is(OddsRatio.From(s_table), Math.Log(4.0 * 128 / (119 * 11)), 1 / 4.0 + 1 / 119.0 + 1 / 11.0 + 1 / 128.0);

    [Fact]
    public void Swapping_the_groups_turns_the_sign_of_every_difference_and_ratio()
    {
        var swapped = new TwoByTwo(11, 128, 4, 119);
        Opposite(OddsRatio.From(s_table), OddsRatio.From(swapped));
        Opposite(RiskRatio.From(s_table), RiskRatio.From(swapped));
        Opposite(RiskDifference.From(s_table), RiskDifference.From(swapped));
        Opposite(ArcsineDifference.From(s_table), ArcsineDifference.From(swapped));
        Opposite(PetoOddsRatio.From(s_table), PetoOddsRatio.From(swapped));
        Opposite(YuleQ.From(s_table), YuleQ.From(swapped));
    }

    [Fact]
    public void A_zero_cell_gives_no_ratio_until_a_policy_corrects_it()
    {
        var zero = new TwoByTwo(0, 20, 2, 22);
        Assert.Null(OddsRatio.From(zero));
        Assert.Null(RiskRatio.From(zero));
        Assert.NotNull(RiskDifference.From(zero));
        Assert.NotNull(ArcsineDifference.From(zero));
        Assert.Equal(new TwoByTwo(0.5, 20.5, 2.5, 22.5), new ZeroCells().Apply([zero])[0]);
    }

    [Fact]
    public void Each_zero_cell_policy_corrects_the_studies_it_names()
    {
        TwoByTwo[] tables = [new(0, 10, 1, 9), new(2, 8, 3, 7), new(0, 10, 0, 10)];
        Assert.Equal([0.5, 2, 0.5], Cells(new ZeroCells()));
        Assert.Equal([0.5, 2.5, 0.5], Cells(new ZeroCells { Target = ZeroCellTarget.AllStudies }));
        Assert.Equal([0.5, 2.5, 0.5], Cells(new ZeroCells { Target = ZeroCellTarget.AllIfAnyZero }));
        Assert.Equal([0, 2, 0], Cells(new ZeroCells { Target = ZeroCellTarget.None }));
        Assert.Null(new ZeroCells { DropUninformative = true }.Apply(tables)[2]);

        double[] Cells(ZeroCells policy) => [.. policy.Apply(tables).Select(static t => t!.Value.A)];
    }

    [Fact]
    public void Impossible_counts_are_refused_with_the_cell()
    {
        Assert.Contains("cell B", TwoByTwo.FromEvents(12, 10, 1, 10).Refused!.Reason, StringComparison.Ordinal);
        Assert.Equal(Refusal.BadValue, TwoByTwo.FromCells(1, double.NaN, 2, 3).Refused!.Code);
    }

    [Fact]
    public void Standardised_mean_difference_has_the_exact_small_sample_factor()
    {
        // Hedges 1981: J(m) = Γ(m/2)/(√(m/2) Γ((m − 1)/2)); J(2) = 1/√π · 1 = 0.5641895835477563, J(10) = 0.9228…
        Assert.Equal(1 / Math.Sqrt(Math.PI), TwoMeans.SmallSample(2), 14);
        PublishedTables.Close(0.92274560805, TwoMeans.SmallSample(10), 1e-10);
        EffectEstimate g = new TwoMeans(new(1, 2, 6), new(0, 2, 6)).StandardisedMeanDifference()!.Value;
        PublishedTables.Close(0.5 * TwoMeans.SmallSample(10), g.Value, 1e-14);
        PublishedTables.Close(1 / 3.0 + g.Value * g.Value / 24, g.Variance, 1e-14);
    }

    [Fact]
    public void Means_of_one_group_give_differences_and_ratios()
    {
        var means = new TwoMeans(new(4, 1, 25), new(2, 1, 100));
        Is(means.MeanDifference(), 2, 0.05);
        Is(means.RatioOfMeans(), Math.Log(2), 1 / (25 * 16.0) + 1 / (100 * 4.0));
        Assert.Null(new TwoMeans(new(-1, 1, 10), new(2, 1, 10)).RatioOfMeans());
    }

    [Fact]
    public void Unbiased_correlation_of_Olkin_and_Pratt_is_a_closed_form_at_n_equal_to_5()
    {
        // ₂F₁(½, ½; 3/2; z²) = asin(z)/z: with n = 5, r G(r) = r asin(√(1 − r²))/√(1 − r²).
        double r = 0.6, x = Math.Sqrt(1 - r * r);
        PublishedTables.Close(r * Math.Asin(x) / x, new Correlation(r, 5).Unbiased()!.Value.Value, 1e-13);
    }

    [Fact]
    public void Rates_and_proportions_follow_their_definitions()
    {
        var rates = new PersonTime(7, 1344, 11, 1988);
        Is(rates.RateRatio(), Math.Log(7 / 1344.0 / (11 / 1988.0)), 1 / 7.0 + 1 / 11.0);
        Is(rates.RateDifference(), 7 / 1344.0 - 11 / 1988.0, 7 / (1344.0 * 1344) + 11 / (1988.0 * 1988));
        Is(new Proportion(16, 17).Logit(), Math.Log(16), 1 / 16.0 + 1);
        Is(new Proportion(5, 10).Arcsine(), Math.PI / 4, 1 / 40.0);
        Assert.Null(new Proportion(0, 10).Logit());
    }

    private static void Is(EffectEstimate? effect, double value, double variance)
    {
        PublishedTables.Close(value, effect!.Value.Value, 1e-12);
        PublishedTables.Close(variance, effect.Value.Variance, 1e-12);
    }

    private static void Opposite(EffectEstimate? one, EffectEstimate? other)
    {
        Assert.Equal(-one!.Value.Value, other!.Value.Value, 12);
        Assert.Equal(one.Value.Variance, other.Value.Variance, 12);
    }
}
