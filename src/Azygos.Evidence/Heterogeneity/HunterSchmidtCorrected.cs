using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>Hunter and Schmidt with the small-sample factor k/(k − p).</summary>
/// <remarks>τ² = max(0, (Q k/(k − p) − k) / Σw), weights 1/v.</remarks>
/// <source doi="10.1177/1094428117741966" at="small-sample corrected Hunter-Schmidt variance"/>
public readonly struct HunterSchmidtCorrected : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "HSk";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        double[] w = MomentEquation.InverseVariances(model);
        ModelSums sums = model.Under(w);
        double factor = (double)model.Count / model.ResidualDegrees;
        double tau2 = Math.Max(0, (factor * sums.Rss - model.Count) / sums.SumW);
        return new HeterogeneityEstimate(tau2, factor * MomentEquation.Spread(model, w, tau2) / sums.SumW, 0);
    }
}
