namespace Azygos.Evidence.Accuracy;

/// <summary>Hierarchical summary ROC parameters and the summary curve that follow from a bivariate fit.</summary>
/// <param name="Threshold">Θ, mean threshold.</param>
/// <param name="Accuracy">Λ, mean accuracy.</param>
/// <param name="Shape">β, asymmetry.</param>
/// <param name="ThresholdVariance">σ²_θ.</param>
/// <param name="AccuracyVariance">σ²_α.</param>
/// <remarks>
/// With standard deviations σ₁, σ₂ and covariance σ₁₂ of logit sensitivity and logit false positive rate, b = √(σ₂/σ₁):
/// Θ = (b μ₁ + μ₂/b)/2, Λ = b μ₁ − μ₂/b, β = ln(σ₂/σ₁), σ²_θ = (σ₁σ₂ + σ₁₂)/2, σ²_α = 2 (σ₁σ₂ − σ₁₂).
/// </remarks>
/// <source doi="10.1093/biostatistics/kxl004" at="Harbord et al. 2007, eqs. of §3"/>
public sealed record SummaryCurve(
    double Threshold, double Accuracy, double Shape, double ThresholdVariance, double AccuracyVariance)
{
    /// <summary>From a fit; refused when one of the variances is 0.</summary>
    public static Outcome<SummaryCurve> From(BivariateNormal fit)
    {
        double s1 = Math.Sqrt(fit.Between.A), s2 = Math.Sqrt(fit.Between.C);
        if (s1 == 0 || s2 == 0)
            return new NoAnswer(Refusal.NotEstimable, "A between-study variance is 0: the curve has no shape.");
        double b = Math.Sqrt(s2 / s1), m1 = fit.LogitSensitivity, m2 = fit.LogitFalsePositiveRate;
        return new SummaryCurve(
            (b * m1 + m2 / b) / 2, b * m1 - m2 / b, Math.Log(s2 / s1), (s1 * s2 + fit.Between.B) / 2,
            Math.Max(0, 2 * (s1 * s2 - fit.Between.B)));
    }

    /// <summary>Sensitivity on the curve at a false positive rate in (0, 1).</summary>
    /// <remarks>logit sens = Λ e^(−β/2) + e^(−β) logit fpr.</remarks>
    /// <source doi="10.1002/sim.942" at="Rutter and Gatsonis 2001, eq. 6"/>
    public double Sensitivity(double falsePositiveRate)
    {
        double logit = Accuracy * Math.Exp(-Shape / 2)
            + Math.Exp(-Shape) * Math.Log(falsePositiveRate / (1 - falsePositiveRate));
        return 1 / (1 + Math.Exp(-logit));
    }

    /// <summary>Mean sensitivity on that curve between two false positive rates: the area under it over its
    /// width.</summary>
    /// <remarks>Composite Simpson, 2,000 panels: error far below 1e-6 for these curves between 0.01 and 0.99.</remarks>
    public double MeanSensitivity(double from = 0.01, double to = 0.99)
    {
        const int Panels = 2000;
        double h = (to - from) / Panels, sum = 0;
        for (int i = 0; i <= Panels; i++)
            sum += (i == 0 || i == Panels ? 1 : i % 2 == 1 ? 4 : 2) * Sensitivity(from + (i * h));
        return sum * h / 3 / (to - from);
    }
}
