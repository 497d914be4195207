using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>Maximum likelihood: the τ² under which the effects are most probable; biased downward.</summary>
/// <remarks>Highest root of yᵀPPy = Σw (weights 1/(v + τ²)) or 0; SE = √(2/Σw²).</remarks>
/// <source doi="10.1002/(SICI)1097-0258(19960330)15:6%3C619::AID-SIM188%3E3.0.CO;2-A" at="§3, likelihood of the
/// random-effects model"/>
public readonly struct MaximumLikelihood : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "ML";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        var found = LikelihoodMaximum.Find(model, restricted: false);
        return found.Then<HeterogeneityEstimate>(m => new HeterogeneityEstimate(
            m.Tau2, Math.Sqrt(2 / model.At(m.Tau2).SumW2), m.Iterations));
    }
}
