using Azygos.Evidence.Distributions;

namespace Azygos.Evidence.Pooling;

/// <summary>Where the true effect of a new study is expected.</summary>
/// <param name="StandardError">√(SE² + τ²).</param>
/// <param name="Degrees">Degrees of freedom of the quantile; infinite for the normal.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
/// <remarks>μ̂ ± q √(SE² + τ²): with the fit's own quantile it contains the confidence interval, and equals it iff τ² =
/// 0.</remarks>
/// <source doi="10.1111/j.1467-985X.2008.00552.x" at="eq. 12, k − 2 degrees of freedom"/>
public sealed record PredictionInterval(double StandardError, double Degrees, double Lower, double Upper)
{
    /// <summary>With the quantile the fit itself used.</summary>
    public static PredictionInterval AsFitted(PooledFit fit) => Of(fit, fit.QuantileDegrees);

    /// <summary>With normal quantiles.</summary>
    public static PredictionInterval WithNormal(PooledFit fit) => Of(fit, double.PositiveInfinity);

    /// <summary>With t quantiles of k − lost degrees of freedom; refused when none is left.</summary>
    /// <param name="fit">A pooled mean.</param>
    /// <param name="lost">Degrees taken off the number of studies: 1 or 2 in the literature.</param>
    public static Outcome<PredictionInterval> WithT(PooledFit fit, int lost)
        => fit.Model.Count - lost >= 1 ? Of(fit, fit.Model.Count - lost)
            : new NoAnswer(Refusal.TooFewStudies,
                $"A t quantile with {fit.Model.Count} − {lost} degrees of freedom does not exist.");

    private static PredictionInterval Of(PooledFit fit, double degrees)
    {
        double se = Math.Sqrt(fit.Mean.StandardError * fit.Mean.StandardError + fit.Tau2);
        double half = StudentT.TwoSidedQuantile(fit.Level, degrees) * se;
        return new PredictionInterval(se, degrees, fit.Mean.Estimate - half, fit.Mean.Estimate + half);
    }
}
