using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>Empirical Bayes (Morris): the likelihood equation with k − p in place of k.</summary>
/// <remarks>Root of Σ w (r² k/(k − p) − v − τ²) = 0, weights w = 1/(v + τ²): the same root as Paule and
/// Mandel's.</remarks>
/// <source doi="10.1080/01621459.1983.10477920" at="§5; equality with Paule and Mandel: 10.1002/sim.2514"/>
public readonly struct EmpiricalBayes : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "EB";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        return GeneralisedQ.Estimate(model, Key, model.ResidualDegrees);
    }
}
