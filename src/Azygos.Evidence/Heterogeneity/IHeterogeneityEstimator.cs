using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>A rule that estimates τ², the variance of true effects between studies.</summary>
/// <source doi="10.1002/jrsm.1164" at="review of the estimators and their names"/>
public interface IHeterogeneityEstimator
{
    /// <summary>Short name in option files and tables.</summary>
    static abstract string Key { get; }

    /// <summary>The estimate, or why there is none; at least one residual degree of freedom is needed.</summary>
    static abstract Outcome<HeterogeneityEstimate> Estimate(LinearModel model);
}

/// <summary>An estimate of τ².</summary>
/// <param name="Tau2">τ² ≥ 0, in squared units of the effect; exactly 0 on the boundary.</param>
/// <param name="StandardError">Asymptotic standard error of τ².</param>
/// <param name="Iterations">Evaluations that the iteration needed; 0 for closed forms.</param>
public readonly record struct HeterogeneityEstimate(double Tau2, double StandardError, int Iterations)
{
    /// <summary>True when the unrestricted estimate was 0 or below.</summary>
    public bool AtBoundary => Tau2 == 0;
}
