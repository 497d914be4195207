using Azygos.Evidence.Distributions;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>Paule and Mandel with the median in place of the mean: as likely too low as too high.</summary>
/// <remarks>Root of Q(τ²) = yᵀPy = the median of chi-squared with k − p degrees of freedom; weights 1/(v +
/// τ²).</remarks>
/// <source choice="median-unbiased: chi-squared median in place of its mean as target (Viechtbauer, EAM 2021)"/>
public readonly struct PauleMandelMedian : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "PMM";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        return GeneralisedQ.Estimate(model, Key, ChiSquared.Quantile(0.5, model.ResidualDegrees));
    }
}
