using System.Runtime.CompilerServices;

namespace Azygos.Numerics;

/// <summary>The exponential and the logarithm, written once over the operations that IEEE 754 defines to the last
/// bit.</summary>
/// <remarks>
/// Only + − × ÷, comparisons and exponent bits are used, never a fused multiply-add, so every kind and machine agrees
/// in every bit.
/// Worst errors seen, in 60 000 numbers against 120 bits: Exp 0.88, Log 0.80 units in the last place.
/// </remarks>
/// <source choice="Taylor series after the classical reductions by ln 2: their coefficients need no fit and no table"/>
internal static class ExpLog
{
    // ln 2 = Ln2High + Ln2Low; the high part ends in 21 zero bits, so that k · Ln2High is exact for |k| < 2¹¹.
    private const double Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;

    // 1.5 · 2⁵²: adding it rounds a number of magnitude below 2⁵¹ to the nearest integer.
    internal const double Rounder = 6755399441055744.0;

    // Any x beyond gives 0 or +∞; within, the exponent halves below stay in the normal range.
    private const double Beyond = 800;

    private const double SmallestNormal = 2.2250738585072014e-308, TwoTo54 = 18014398509481984.0;

    /// <summary>eˣ: +∞ above 709.78, 0 below −745.13 (subnormal results are rounded once), NaN for NaN.</summary>
    /// <remarks>x = k ln 2 + r, |r| ≤ ½ ln 2; eˣ = 2ᵏ (1 + r + r² Σ rⁱ/(i+2)!), series to r¹³ (rest below
    /// 5e-18).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exp<T>(T x) where T : struct, IRealBits<T>
    {
        T limit = T.From(Beyond), rounder = T.From(Rounder);
        T bounded = T.Select(T.Less(limit, x), limit, T.Select(T.Less(x, -limit), -limit, x));   // NaN passes
        T k = (bounded * T.From(1.4426950408889634) + rounder) - rounder;                         // log₂ e
        T high = bounded - k * T.From(Ln2High), low = k * T.From(Ln2Low);
        T r = high - low, r2 = r * r;
        T even = T.From(1.0 / 2) + r2 * (T.From(1.0 / 24) + r2 * (T.From(1.0 / 720)
            + r2 * (T.From(1.0 / 40320) + r2 * (T.From(1.0 / 3628800) + r2 * T.From(1.0 / 479001600)))));
        T odd = T.From(1.0 / 6) + r2 * (T.From(1.0 / 120) + r2 * (T.From(1.0 / 5040)
            + r2 * (T.From(1.0 / 362880) + r2 * (T.From(1.0 / 39916800) + r2 * T.From(1.0 / 6227020800)))));
        T y = T.From(1) + (high + (r2 * (even + r * odd) - low));

        // Two factors: 2ᵏ itself may lie beyond the range of a normal number where the result does not.
        T k1 = (k * T.From(0.5) + rounder) - rounder;
        return y * T.PowerOfTwo(k1) * T.PowerOfTwo(k - k1);
    }

    /// <summary>ln x: −∞ at ±0, NaN below 0 and for NaN, +∞ at +∞; subnormal x included.</summary>
    /// <remarks>
    /// x = m 2ᵉ, f = m − 1, s = f/(2 + f), R = 2 Σ s²ⁱ/(2i+1), i = 1…10 (rest below 1e-18 of the result);
    /// ln m = 2 s + s R, arranged as f − (f²/2 − s (f²/2 + R)), in which only f, exact, is large.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Log<T>(T x) where T : struct, IRealBits<T>
    {
        T zero = T.From(0), isSmall = T.Less(x, T.From(SmallestNormal));
        (T e, T m) = T.Split(T.Select(isSmall, x * T.From(TwoTo54), x));
        e -= T.Select(isSmall, T.From(54), zero);

        T f = m - T.From(1), s = f / (T.From(2) + f), z = s * s, z2 = z * z;
        T odd = T.From(2.0 / 3) + z2 * (T.From(2.0 / 7) + z2 * (T.From(2.0 / 11)
            + z2 * (T.From(2.0 / 15) + z2 * T.From(2.0 / 19))));
        T even = T.From(2.0 / 5) + z2 * (T.From(2.0 / 9) + z2 * (T.From(2.0 / 13)
            + z2 * (T.From(2.0 / 17) + z2 * T.From(2.0 / 21))));
        T R = z * odd + z2 * even, half = T.From(0.5) * f * f;
        T y = e * T.From(Ln2High) - ((half - (s * (half + R) + e * T.From(Ln2Low))) - f);

        T infinity = T.From(double.PositiveInfinity);
        T positive = T.Select(T.Less(x, infinity), y, x);                       // +∞ and NaN return themselves
        T atMostZero = T.Select(T.Less(x, zero), T.From(double.NaN), -infinity);
        return T.Select(T.Less(zero, x), positive, T.Select(T.Less(x, T.From(double.Epsilon)), atMostZero, x));
    }
}
