namespace Azygos.Evidence.Distributions;

/// <summary>The F distribution.</summary>
/// <source doi="10.18434/M32189" at="DLMF 8.17: incomplete beta function"/>
public static class FisherF
{
    /// <summary>P(F &gt; f) [1].</summary>
    /// <param name="f">Statistic [1].</param>
    /// <param name="numerator">Degrees of freedom of the numerator.</param>
    /// <param name="denominator">Degrees of freedom of the denominator; infinite gives a chi-squared over its
    /// df.</param>
    public static double UpperTail(double f, double numerator, double denominator)
        => f <= 0 ? 1
            : double.IsPositiveInfinity(denominator) ? ChiSquared.UpperTail(f * numerator, numerator)
            : Beta.Regularized(denominator / 2, numerator / 2, denominator, numerator * f);
}
