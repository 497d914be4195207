using Azygos.Evidence.Distributions;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Pooling;

/// <summary>How coefficients are tested and their intervals built.</summary>
/// <source doi="10.1002/sim.1482" at="Knapp and Hartung, eqs. 7-9; Wald for comparison"/>
public enum CoefficientTest
{
    /// <summary>Wald: normal quantiles.</summary>
    Wald,

    /// <summary>Wald standard error with t quantiles, k − p degrees of freedom.</summary>
    WaldT,

    /// <summary>Knapp and Hartung: variance times s² = yᵀPy/(k − p), t with k − p degrees of freedom.</summary>
    KnappHartung,

    /// <summary>Knapp and Hartung with s² never below 1.</summary>
    KnappHartungFloor,
}

/// <summary>One estimated coefficient on the analysis scale.</summary>
/// <param name="Name">Name of the column; "intrcpt" for the mean.</param>
/// <param name="Estimate">β.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Statistic">β / SE; infinite when the standard error is 0.</param>
/// <param name="PValue">Two-sided.</param>
/// <param name="Lower">Lower end of the confidence interval.</param>
/// <param name="Upper">Upper end of the confidence interval.</param>
/// <source choice="estimate, error, test and interval travel together so that a page cannot mix two of them"/>
public sealed record Coefficient(
    string Name, double Estimate, double StandardError, double Statistic, double PValue, double Lower, double Upper)
{
    internal static Coefficient From(string name, double estimate, double se, double degrees, double level)
    {
        double statistic = estimate == 0 && se == 0 ? 0 : estimate / se;
        double half = StudentT.TwoSidedQuantile(level, degrees) * se;
        return new Coefficient(
            name, estimate, se, statistic, StudentT.TwoSided(statistic, degrees), estimate - half, estimate + half);
    }
}

/// <summary>A test statistic with its degrees of freedom.</summary>
/// <param name="Statistic">Q or F.</param>
/// <param name="Degrees">Degrees of freedom of a chi-squared, or of F's numerator.</param>
/// <param name="Denominator">Degrees of freedom of F's denominator; null for a chi-squared.</param>
/// <param name="PValue">Upper tail.</param>
/// <source choice="one shape for chi-squared and F tests"/>
public sealed record OmnibusTest(double Statistic, double Degrees, double? Denominator, double PValue)
{
    internal static OmnibusTest ChiSquare(double statistic, double degrees)
        => new(statistic, degrees, null, ChiSquared.UpperTail(statistic, degrees));
}

/// <summary>Log-likelihood of a fit and the criteria made from it.</summary>
/// <param name="LogLikelihood">l.</param>
/// <param name="Deviance">2 (l of the saturated model − l); for the restricted likelihood −2l.</param>
/// <param name="Aic">−2l + 2q, q parameters counted with τ² when it is estimated.</param>
/// <param name="Bic">−2l + q ln n, n = k, or k − p for the restricted likelihood; −∞ for n = 0.</param>
/// <param name="Aicc">Aic with the small-sample term, n not below q + 2.</param>
/// <source doi="10.18637/jss.v036.i03" at="§3.5, fit statistics"/>
public sealed record Likelihood(double LogLikelihood, double Deviance, double Aic, double Bic, double Aicc);

/// <summary>A pooled mean or a meta-regression.</summary>
/// <source doi="10.18637/jss.v036.i03" at="§2-3, the model and what is reported of it"/>
public sealed record PooledFit
{
    /// <summary>Effects, variances and predictors it was fitted to.</summary>
    public required LinearModel Model { get; init; }

    /// <summary>Which τ² estimator.</summary>
    public required HeterogeneityEstimator Estimator { get; init; }

    /// <summary>Which test was asked for; with one study, or no residual degrees, Wald is used and a remark says
    /// so.</summary>
    public required CoefficientTest Test { get; init; }

    /// <summary>Confidence level of every interval.</summary>
    public required double Level { get; init; }

    /// <summary>β with tests and intervals.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    /// <summary>Covariance of β, row after row; shape [coefficients × coefficients].</summary>
    public required double[] Covariance { get; init; }

    /// <summary>k − p for t-based tests; null for normal ones.</summary>
    public required double? DegreesOfFreedom { get; init; }

    /// <summary>τ².</summary>
    public required double Tau2 { get; init; }

    /// <summary>Standard error of τ²; null when it was not estimated.</summary>
    public required double? Tau2StandardError { get; init; }

    /// <summary>Evaluations the τ² iteration needed.</summary>
    public required int Iterations { get; init; }

    /// <summary>Share of the variability beyond sampling error [%].</summary>
    public required double I2Percent { get; init; }

    /// <summary>Total over sampling variability [1].</summary>
    public required double H2 { get; init; }

    /// <summary>Cochran's Q test of (residual) heterogeneity, weights 1/v.</summary>
    public required OmnibusTest Heterogeneity { get; init; }

    /// <summary>Test that all coefficients but the intercept are 0; null when there are none.</summary>
    public required OmnibusTest? Moderators { get; init; }

    /// <summary>Weight of each study [%].</summary>
    public required double[] WeightsPercent { get; init; }

    /// <summary>Ordinary likelihood.</summary>
    public required Likelihood FullLikelihood { get; init; }

    /// <summary>Restricted likelihood.</summary>
    public required Likelihood RestrictedLikelihood { get; init; }

    /// <summary>Xβ of each study.</summary>
    public required double[] Fitted { get; init; }

    /// <summary>y − Xβ of each study.</summary>
    public required double[] Residuals { get; init; }

    /// <summary>What a reader must know: degenerate scale, fallback, dropped columns.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The mean (first coefficient).</summary>
    public Coefficient Mean => Coefficients[0];

    /// <summary>Degrees of freedom of the quantiles; infinite for normal ones.</summary>
    public double QuantileDegrees => DegreesOfFreedom ?? double.PositiveInfinity;
}
