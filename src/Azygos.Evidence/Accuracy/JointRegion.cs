namespace Azygos.Evidence.Accuracy;

/// <summary>A region of a summary ROC plot: where the mean, or a new study, is expected.</summary>
/// <remarks>
/// All points μ + L (cos t, sin t) √c on the two logits, with L Lᵀ the covariance (of the mean, or of the mean plus
/// that between studies) and c the quantile of chi-squared with 2 degrees of freedom, −2 ln(1 − level); then back to
/// rates.
/// </remarks>
/// <source doi="10.1016/j.jclinepi.2005.02.022" at="Reitsma et al. 2005, confidence ellipse; region of a new study:
/// 10.1093/biostatistics/kxl004, §4"/>
public static class JointRegion
{
    /// <summary>Outline of the region of the mean.</summary>
    public static IReadOnlyList<(double FalsePositiveRate, double Sensitivity)> OfTheMean(
        BivariateNormal fit, double level, int points) => Outline(fit, fit.MeanCovariance, level, points);

    /// <summary>Outline of the region in which a new study's true rates are expected.</summary>
    public static IReadOnlyList<(double FalsePositiveRate, double Sensitivity)> OfANewStudy(
        BivariateNormal fit, double level, int points) =>
        Outline(fit, fit.MeanCovariance + fit.Between, level, points);

    private static (double, double)[] Outline(BivariateNormal fit, Covariance2 spread, double level, int points)
    {
        double size = Math.Sqrt(-2 * Math.Log(1 - level));
        double l11 = Math.Sqrt(spread.A), l21 = l11 > 0 ? spread.B / l11 : 0;
        double l22 = Math.Sqrt(Math.Max(0, spread.C - l21 * l21));
        var outline = new (double, double)[points];
        for (int i = 0; i < points; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / points);
            outline[i] = (Rate(fit.LogitFalsePositiveRate + size * (l21 * cosine + l22 * sine)),
                Rate(fit.LogitSensitivity + size * l11 * cosine));
        }
        return outline;
    }

    private static double Rate(double logit) => 1 / (1 + Math.Exp(-logit));
}
