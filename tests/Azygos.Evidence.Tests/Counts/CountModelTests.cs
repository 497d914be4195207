using Azygos.Evidence.Counts;
using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Tests.Counts;

public sealed class CountModelTests
{
    [Fact]
    public void Fixed_study_effects_give_the_reference_odds_ratio()
    {
        CountFit equal = CountModels.OddsRatio(PublishedTables.Bcg,
            Of(CountModel.FixedStudyEffects, false)).Value;  // R glm by metafor where not stated
        PublishedTables.Close(-0.477255427912408, equal.Effect.Estimate, 1e-11);            // 30-digit arithmetic
        PublishedTables.Close(0.0412319427456212, equal.Effect.StandardError, 1e-11);
        PublishedTables.Close(-157.64816844291502, equal.LogLikelihood, 1e-9);
        PublishedTables.Close(163.16491518506965, equal.HeterogeneityWald.Statistic, 1e-7);
        PublishedTables.Close(176.95444818836162, equal.HeterogeneityLikelihoodRatio.Statistic, 1e-7);
        // lme4 by metafor, 7 nodes, optimiser tolerance about 1e-5.
        CountFit random =
            CountModels.OddsRatio(PublishedTables.Bcg, Of(CountModel.FixedStudyEffects, true) with { Nodes = 7 }).Value;
        PublishedTables.Close(-0.7450134661033385, random.Effect.Estimate, 1e-4);
        PublishedTables.Close(0.1755657993396442, random.Effect.StandardError, 1e-4);
        PublishedTables.Close(0.29489364758971803, random.Tau2, 1e-4);
    }

    [Fact]
    public void Conditional_models_give_the_reference_ratios()
    {
        CountFit approximate = CountModels.OddsRatio(PublishedTables.Bcg,
            Of(CountModel.ConditionalApproximate, true) with { Nodes = 7 }).Value;
        PublishedTables.Close(-0.7221169956233368, approximate.Effect.Estimate, 1e-4);
        PublishedTables.Close(0.2887103507313789, approximate.Tau2, 1e-4);
        CountFit rates = CountModels.RateRatio(PublishedTables.Catheters,
            Of(CountModel.ConditionalExact, true) with { Nodes = 7 }).Value;
        PublishedTables.Close(-0.4762394313960221, rates.Effect.Estimate, 1e-4);
        PublishedTables.Close(0.12256138340426768, rates.Tau2, 2e-4);
    }

    [Fact]
    public void The_conditional_exact_odds_ratio_of_sparse_tables_is_right_to_ten_digits()
    {
        // 30-digit arithmetic: score equation of the non-central hypergeometric likelihood, tables without information
        // left out.
        CountFit fit = CountModels.OddsRatio(PublishedTables.Sparse, Of(CountModel.ConditionalExact, false)).Value;
        Assert.Equal(7, fit.Studies);
        PublishedTables.Close(-0.148987758709, fit.Effect.Estimate, 1e-10);
        PublishedTables.Close(0.342789262964, fit.Effect.StandardError, 1e-10);
        PublishedTables.Close(1.1487383129, fit.HeterogeneityWald.Statistic, 1e-9);
        PublishedTables.Close(-8.6177397507, fit.LogLikelihood, 1e-10);
    }

    [Fact]
    public void Agreeing_tables_have_no_variance_between_them()
    {
        CountFit fit = CountModels.OddsRatio(PublishedTables.Sparse, Of(CountModel.ConditionalExact, true)).Value;
        Assert.Equal(0, fit.Tau2);
        Assert.Equal(0, fit.I2Percent);
    }

    [Fact]
    public void More_nodes_move_the_answer_less_and_less()
    {
        double Tau2(int nodes) => CountModels.OddsRatio(PublishedTables.Bcg,
            Of(CountModel.ConditionalApproximate, true) with { Nodes = nodes }).Value.Tau2;
        double reference = Tau2(41);
        Assert.True(Math.Abs(Tau2(7) - reference) < Math.Abs(Tau2(1) - reference));
        Assert.True(Math.Abs(Tau2(25) - reference) < 1e-7);
    }

    [Fact]
    public void Swapping_the_arms_turns_the_odds_ratio_around()
    {
        TwoByTwo[] swapped = [.. PublishedTables.Sparse.Select(static t => new TwoByTwo(t.C, t.D, t.A, t.B))];
        foreach (CountModel model in (ReadOnlySpan<CountModel>)[CountModel.ConditionalExact,
            CountModel.FixedStudyEffects])
        {
            CountFit one = CountModels.OddsRatio(PublishedTables.Sparse, Of(model, false)).Value;
            CountFit other = CountModels.OddsRatio(swapped, Of(model, false)).Value;
            Assert.Equal(-one.Effect.Estimate, other.Effect.Estimate, 7);
            Assert.Equal(one.LogLikelihood, other.LogLikelihood, 8);
        }
    }

    [Fact]
    public void Random_study_effects_are_near_the_fixed_ones_when_events_are_many()
    {
        CountFit random = CountModels.OddsRatio(PublishedTables.Bcg, Of(CountModel.RandomStudyEffects, true)).Value;
        CountFit fixedStudies =
            CountModels.OddsRatio(PublishedTables.Bcg, Of(CountModel.FixedStudyEffects, true)).Value;
        Assert.Equal(fixedStudies.Effect.Estimate, random.Effect.Estimate, 0.05);
        Assert.Equal(fixedStudies.Tau2, random.Tau2, 0.05);
        Assert.True(random.WorkingStandardError < random.Effect.StandardError);
    }

    [Fact]
    public void Proportions_pool_on_the_logit_scale_even_at_0_and_all()
    {
        CountFit fit = CountModels.Logit([new(10, 10), new(12, 12), new(4, 8), new(25, 42)],
            Of(CountModel.ConditionalExact, true)).Value;
        Assert.True(fit.Tau2 > 0);
        CountFit equal = CountModels.Logit([new(3, 10), new(6, 20)], Of(CountModel.ConditionalExact, false)).Value;
        PublishedTables.Close(Math.Log(9 / 21.0), equal.Effect.Estimate, 1e-9);
    }

    [Fact]
    public void Tables_without_events_are_refused()
        => Assert.Equal(
            Refusal.NotEstimable,
            CountModels.OddsRatio([new(0, 5, 0, 6)], Of(CountModel.ConditionalExact, false)).Refused!.Code);

    [Fact]
    public void A_hypergeometric_count_has_the_central_moments_at_an_odds_ratio_of_1()
    {
        (double value, double score, double information) = new HypergeometricCount(3, 10, 2, 15).At(0);
        Assert.Equal(3 - 5 * 10 / 25.0, score, 12);
        Assert.Equal(5.0 * 10 * 15 * 20 / (25 * 25 * 24.0), information, 12);
        Assert.Equal(Math.Log(120.0 * 105 / 53130), value, 12);             // C(10,3) C(15,2)/C(25,5)
    }

    private static CountModelOptions Of(CountModel model, bool random)
        => new() { Model = model, RandomEffects = random };
}
