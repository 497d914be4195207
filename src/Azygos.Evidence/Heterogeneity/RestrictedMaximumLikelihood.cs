using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>Restricted maximum likelihood: likelihood of the residual contrasts, which do not depend on β.</summary>
/// <remarks>Highest root of yᵀPPy = tr P (weights 1/(v + τ²)) or 0; SE = √(2/tr PP).</remarks>
/// <source doi="10.3102/10769986030003261" at="eq. 15; restricted likelihood: 10.1093/biomet/58.3.545"/>
public readonly struct RestrictedMaximumLikelihood : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "REML";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        var found = LikelihoodMaximum.Find(model, restricted: true);
        return found.Then<HeterogeneityEstimate>(m => new HeterogeneityEstimate(
            m.Tau2, Math.Sqrt(2 / model.At(m.Tau2).TracePP), m.Iterations));
    }
}
