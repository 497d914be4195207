using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>Hedges: the unweighted variance of the effects less the mean sampling variance.</summary>
/// <remarks>τ² = max(0, (yᵀPy − tr PV) / (k − p)), all weights 1.</remarks>
/// <source doi="10.1037/0033-2909.93.2.388" at="eq. 7"/>
public readonly struct HedgesOlkin : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "HE";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        double[] w = new double[model.Count], share = new double[model.Count];
        w.AsSpan().Fill(1);
        model.Leverages(w, share);
        double expected = 0;
        for (int i = 0; i < w.Length; i++) expected += model.Variances[i] * (1 - share[i]);
        double tau2 = Math.Max(0, (model.Under(w).Rss - expected) / model.ResidualDegrees);
        return new HeterogeneityEstimate(tau2, MomentEquation.Spread(model, w, tau2) / model.ResidualDegrees, 0);
    }
}
