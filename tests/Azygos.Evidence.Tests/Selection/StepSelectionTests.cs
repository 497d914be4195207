using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Selection;

namespace Azygos.Evidence.Tests.Selection;

public sealed class StepSelectionTests
{
    [Fact]
    public void Bcg_trials_give_the_reference_model()
    {
        StepSelection fit =
            StepSelection.Fit(PublishedTables.BcgRiskRatios(), [0.025], SelectionTail.TwoSided).Value;  // metafor, 1e-4
        PublishedTables.Close(-0.8644314589349293, fit.Mean.Estimate, 1e-4);
        PublishedTables.Close(0.24323424421679135, fit.Mean.StandardError, 1e-3);
        PublishedTables.Close(0.28958579138159124, fit.Tau2, 1e-4);
        PublishedTables.Close(2.3925033686645256, fit.RelativeChances[1], 1e-4);
        PublishedTables.Close(-12.172007795985808, fit.LogLikelihood, 1e-6);
    }

    [Fact]
    public void Without_selection_the_likelihood_is_that_of_the_plain_model()
    {
        EffectTable table = PublishedTables.BcgRiskRatios();
        StepSelection fit = StepSelection.Fit(table, [0.025], SelectionTail.TwoSided).Value;
        PooledFit plain = RandomEffects.Pool(table,
            new PoolingOptions { Estimator = HeterogeneityEstimators.MaximumLikelihood }).Value;
        PublishedTables.Close(
            plain.FullLikelihood.LogLikelihood,
            fit.LogLikelihoodAt!(plain.Mean.Estimate, Math.Sqrt(plain.Tau2), [1]), 1e-10);
        Assert.True(fit.LogLikelihood >= plain.FullLikelihood.LogLikelihood);
    }

    [Fact]
    public void Mirrored_effects_with_the_other_tail_give_the_mirrored_model()
    {
        EffectTable table = PublishedTables.BcgRiskRatios();
        EffectTable mirrored =
            PublishedTables.Table([.. table.Effects.ToArray().Select(static y => -y)], table.Variances.ToArray());
        StepSelection less = StepSelection.Fit(table, [0.025], SelectionTail.Less).Value;
        StepSelection greater = StepSelection.Fit(mirrored, [0.025], SelectionTail.Greater).Value;
        Assert.Equal(less.Mean.Estimate, -greater.Mean.Estimate, 6);
        Assert.Equal(less.LogLikelihood, greater.LogLikelihood, 8);
    }

    [Fact]
    public void An_empty_interval_of_p_is_refused()
        => Assert.Equal(Refusal.NotEstimable, StepSelection.Fit(
            PublishedTables.Table([2, 2.1, 1.9, 2.2, 2], [0.01, 0.01, 0.01, 0.01, 0.01]),
            [0.025], SelectionTail.Greater).Refused!.Code);
}
