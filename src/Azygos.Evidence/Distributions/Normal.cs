using MathNet.Numerics;

namespace Azygos.Evidence.Distributions;

/// <summary>The standard normal distribution, with tails computed in the tail.</summary>
/// <source doi="10.18434/M32189" at="DLMF 7.17, 7.25: error function and its inverse"/>
public static class Normal
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>P(Z &gt; z) [1]; keeps its digits far into the tail.</summary>
    public static double UpperTail(double z) => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2));

    /// <summary>P(Z ≤ z) [1].</summary>
    public static double Cumulative(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));

    /// <summary>2 P(Z &gt; |z|) [1].</summary>
    public static double TwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>ln φ(z).</summary>
    public static double LogDensity(double z) => -0.5 * z * z - HalfLogTwoPi;

    /// <summary>φ(z).</summary>
    public static double Density(double z) => Math.Exp(LogDensity(z));

    /// <summary>The z with P(Z ≤ z) = p; p in (0, 1).</summary>
    public static double Quantile(double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);
        if (p == 0.5) return 0;
        double tail = Math.Min(p, 1 - p);
        double z = Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * tail);
        z += (UpperTail(z) - tail) / Density(z);          // one Newton step: the library's inverse has about 15 digits
        return p < 0.5 ? -z : z;
    }

    /// <summary>Half-width multiplier of a two-sided interval, z with P(|Z| ≤ z) = level; level in (0, 1).</summary>
    public static double TwoSidedQuantile(double level) => -Quantile((1 - level) / 2);
}
