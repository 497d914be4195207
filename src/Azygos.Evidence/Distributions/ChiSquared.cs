using MathNet.Numerics;

namespace Azygos.Evidence.Distributions;

/// <summary>The chi-squared distribution, with tails computed in the tail.</summary>
/// <source doi="10.18434/M32189" at="DLMF 8.2, 8.9: incomplete gamma functions"/>
public static class ChiSquared
{
    /// <summary>P(X &gt; x) [1]; 1 when there are no degrees of freedom.</summary>
    /// <param name="x">Statistic [1], ≥ 0.</param>
    /// <param name="df">Degrees of freedom, ≥ 0.</param>
    public static double UpperTail(double x, double df)
        => df <= 0 || x <= 0 ? 1 : double.IsPositiveInfinity(x) ? 0 : GammaTail(df / 2, x / 2);

    /// <summary>P(X ≤ x) [1].</summary>
    public static double Cumulative(double x, double df)
        => x <= 0 ? 0 : SpecialFunctions.GammaLowerRegularized(df / 2, x / 2);

    /// <summary>The x with P(X ≤ x) = p; p in (0, 1).</summary>
    /// <remarks>Newton on the smaller tail from Wilson and Hilferty's cube, kept inside a bracket.</remarks>
    /// <source doi="10.1073/pnas.17.12.684" at="start value: cube-root normal approximation"/>
    public static double Quantile(double p, double df)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);
        double c = 2 / (9 * df), cube = 1 - c + Normal.Quantile(p) * Math.Sqrt(c);
        double x = cube > 0.05 ? df * cube * cube * cube
            : 2 * Math.Exp((Math.Log(p) + SpecialFunctions.GammaLn(df / 2 + 1)) / (df / 2));
        double low = 0, high = double.PositiveInfinity;
        for (int i = 0; i < 200; i++)
        {
            double excess = p < 0.5 ? Cumulative(x, df) - p : 1 - p - UpperTail(x, df);
            if (excess > 0) high = x; else low = x;
            double logDensity = (df / 2 - 1) * Math.Log(x / 2) - x / 2 - SpecialFunctions.GammaLn(df / 2) - Math.Log(2);
            double next = x - excess / Math.Exp(logDensity);
            if (!(next > low && next < high)) next = double.IsInfinity(high) ? 2 * x : (low + high) / 2;
            if (Math.Abs(next - x) <= 4e-16 * x) return next;
            x = next;
        }
        return x;
    }

    private static double GammaTail(double a, double x)
    {
        if (x <= 1 || x <= a) return 1 - SpecialFunctions.GammaLowerRegularized(a, x);
        // Lentz's continued fraction, DLMF 8.9.2; the library's own stops at about 1e-300.
        double front = Math.Exp(a * Math.Log(x) - x - SpecialFunctions.GammaLn(a));
        double b = x + 1 - a, c = 1e300, d = 1 / b, f = d;
        for (int i = 1; i <= 100_000; i++)
        {
            double an = -i * (i - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            double change = d * c;
            f *= change;
            if (Math.Abs(change - 1) < 1e-16) break;
        }
        return front * f;
    }
}
