using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>Hunter and Schmidt: variance of the effects less the mean sampling variance, both weighted.</summary>
/// <remarks>τ² = max(0, (Q − k) / Σw), weights 1/v; biased downward.</remarks>
/// <source doi="10.3102/10769986030003261" at="eq. 9; method of 10.4135/9781412985031"/>
public readonly struct HunterSchmidt : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "HS";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        double[] w = MomentEquation.InverseVariances(model);
        ModelSums sums = model.Under(w);
        double tau2 = Math.Max(0, (sums.Rss - model.Count) / sums.SumW);
        return new HeterogeneityEstimate(tau2, MomentEquation.Spread(model, w, tau2) / sums.SumW, 0);
    }
}
