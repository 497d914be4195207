using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>DerSimonian and Laird: Cochran's Q set equal to its expectation.</summary>
/// <remarks>τ² = max(0, (Q − (k − p)) / tr P), weights 1/v, Q = yᵀPy.</remarks>
/// <source doi="10.1016/0197-2456(86)90046-2" at="eq. 8; with predictors 10.1016/j.cct.2006.04.004"/>
public readonly struct DerSimonianLaird : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "DL";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        double[] w = MomentEquation.InverseVariances(model);
        ModelSums sums = model.Under(w);
        double tau2 = Math.Max(0, (sums.Rss - model.ResidualDegrees) / sums.TraceP);
        return new HeterogeneityEstimate(tau2, MomentEquation.Spread(model, w, tau2) / sums.TraceP, 0);
    }
}
