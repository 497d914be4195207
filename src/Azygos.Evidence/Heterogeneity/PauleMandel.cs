using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>Paule and Mandel: the generalised Q equals its expectation.</summary>
/// <remarks>Root of Q(τ²) = yᵀPy = k − p with weights 1/(v + τ²); 0 when Q(0) is already below.</remarks>
/// <source doi="10.6028/jres.087.022" at="eq. 6; unique root: 10.1002/jrsm.1164"/>
public readonly struct PauleMandel : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "PM";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        return GeneralisedQ.Estimate(model, Key, model.ResidualDegrees);
    }
}
