using Azygos.Evidence.Effects;
using Azygos.Evidence.Stratified;

namespace Azygos.Evidence.Tests.Stratified;

public sealed class StratifiedTests
{
    [Fact]
    public void Bcg_trials_give_the_reference_Mantel_Haenszel_ratios()
    {
        StratifiedFit odds = MantelHaenszel.OddsRatio(PublishedTables.Bcg).Value;                 // metafor
        PublishedTables.Close(-0.4734109883885855, odds.Effect.Estimate, 1e-12);
        PublishedTables.Close(0.04100777840423144, odds.Effect.StandardError, 1e-12);
        PublishedTables.Close(163.94257956919316, odds.Heterogeneity.Statistic, 1e-12);
        StratifiedFit risk = MantelHaenszel.RiskRatio(PublishedTables.Bcg).Value;
        PublishedTables.Close(-0.4537096046837539, risk.Effect.Estimate, 1e-12);
        PublishedTables.Close(0.03933736687129438, risk.Effect.StandardError, 1e-12);
        StratifiedFit difference = MantelHaenszel.RiskDifference(PublishedTables.Bcg).Value;
        PublishedTables.Close(-0.0032881818326129996, difference.Effect.Estimate, 1e-12);
        PublishedTables.Close(0.00028665674852737364, difference.Effect.StandardError, 1e-12);
    }

    [Fact]
    public void Catheter_trials_give_the_reference_rate_ratio_and_difference()
    {
        StratifiedFit ratio = MantelHaenszel.RateRatio(PublishedTables.Catheters).Value;          // metafor
        PublishedTables.Close(-0.4151752334922758, ratio.Effect.Estimate, 1e-12);
        PublishedTables.Close(0.18343920849053832, ratio.Effect.StandardError, 1e-12);
        StratifiedFit difference = MantelHaenszel.RateDifference(PublishedTables.Catheters).Value;
        PublishedTables.Close(-0.000992500060138465, difference.Effect.Estimate, 1e-12);
        PublishedTables.Close(0.00043556869926595807, difference.Effect.StandardError, 1e-12);
    }

    [Fact]
    public void Peto_and_the_two_tests_give_the_reference_values()
    {
        StratifiedFit peto = OneStepPeto.OddsRatio(PublishedTables.Bcg).Value;                    // metafor
        PublishedTables.Close(-0.47444631094063633, peto.Effect.Estimate, 1e-12);
        PublishedTables.Close(0.04065908074464828, peto.Effect.StandardError, 1e-12);
        PublishedTables.Close(136.16297674463516,
            Azygos.Evidence.Stratified.StratifiedTests.Association(PublishedTables.Bcg, false).Value.Statistic, 1e-12);
        PublishedTables.Close(171.75667299387146,
            Azygos.Evidence.Stratified.StratifiedTests.EqualOddsRatios(PublishedTables.Bcg).Value.Statistic, 1e-11);
    }

    [Fact]
    public void Swapping_the_arms_turns_every_pooled_effect_around()
    {
        TwoByTwo[] swapped = [.. PublishedTables.Sparse.Select(static t => new TwoByTwo(t.C, t.D, t.A, t.B))];
        Opposite(MantelHaenszel.OddsRatio(PublishedTables.Sparse).Value, MantelHaenszel.OddsRatio(swapped).Value);
        Opposite(MantelHaenszel.RiskRatio(PublishedTables.Sparse).Value, MantelHaenszel.RiskRatio(swapped).Value);
        Opposite(MantelHaenszel.RiskDifference(PublishedTables.Sparse).Value,
            MantelHaenszel.RiskDifference(swapped).Value);
        Opposite(OneStepPeto.OddsRatio(PublishedTables.Sparse).Value, OneStepPeto.OddsRatio(swapped).Value);

        static void Opposite(StratifiedFit one, StratifiedFit other)
        {
            Assert.Equal(-one.Effect.Estimate, other.Effect.Estimate, 12);
            Assert.Equal(one.Effect.StandardError, other.Effect.StandardError, 12);
        }
    }

    [Fact]
    public void Strata_without_events_change_no_ratio()
    {
        TwoByTwo[] more = [.. PublishedTables.Sparse, new(0, 50, 0, 60), new(30, 0, 20, 0)];
        Assert.Equal(
            MantelHaenszel.OddsRatio(PublishedTables.Sparse).Value.Effect.Estimate,
            MantelHaenszel.OddsRatio(more).Value.Effect.Estimate, 13);
    }

    [Fact]
    public void No_events_at_all_are_refused_as_not_estimable()
    {
        TwoByTwo[] none = [new(0, 50, 0, 50), new(0, 30, 0, 31)];
        Assert.Equal(Refusal.NotEstimable, MantelHaenszel.OddsRatio(none).Refused!.Code);
        Assert.Equal(Refusal.NotEstimable, OneStepPeto.OddsRatio(none).Refused!.Code);
        Assert.Equal(Refusal.NotEstimable,
            Azygos.Evidence.Stratified.StratifiedTests.Association(none, false).Refused!.Code);
    }

    [Fact]
    public void One_stratum_is_its_own_estimate()
        => Assert.Equal(
            OddsRatio.From(PublishedTables.Bcg[0])!.Value.Value,
            MantelHaenszel.OddsRatio([PublishedTables.Bcg[0]]).Value.Effect.Estimate, 13);
}
