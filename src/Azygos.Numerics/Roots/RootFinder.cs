namespace Azygos.Numerics;

/// <summary>Where a continuous function of one variable changes sign.</summary>
/// <remarks>
/// Inverse quadratic interpolation where the last three points are safely monotone, else bisection; no derivative is
/// needed. The evaluations, and so the bits, depend only on f, the bracket and the tolerance.
/// </remarks>
/// <source doi="10.1016/S0965-9978(96)00051-8" at="Chandrupatla 1997, the criterion ξ, φ for interpolation"/>
public static class RootFinder
{
    /// <summary>The largest bracket end, so that a width never overflows.</summary>
    private const double LargestEnd = double.MaxValue / 4;

    /// <summary>Finds a root in [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <param name="function">f; continuous, may be infinite at the ends.</param>
    /// <param name="low">Lower end; finite.</param>
    /// <param name="high">Upper end, ≥ low; finite.</param>
    /// <param name="root">The root; default when there is no bracket.</param>
    /// <param name="tolerance">Largest distance to the sign change, ≥ 0; 0 asks for the last bit of x.</param>
    /// <returns>False when f has the same sign at both ends, or none (NaN): there is no bracket.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ends are not finite or not in order, or the tolerance is
    /// negative.</exception>
    /// <exception cref="ArithmeticException">f is NaN inside the bracket.</exception>
    public static bool TryFindRoot(
        Func<double, double> function, double low, double high, out Root root, double tolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(function);
        CheckBracket(low, high, tolerance);

        double fLow = function(low), fHigh = function(high);
        if (fLow == 0 || fHigh == 0)
        {
            root = fLow == 0 ? new(low, fLow, 2) : new(high, fHigh, 2);
            return true;
        }

        if (!((fLow < 0 && fHigh > 0) || (fLow > 0 && fHigh < 0)))
        {
            root = default;
            return false;
        }

        root = Narrow(function, low, fLow, high, fHigh, tolerance);
        return true;
    }

    /// <summary>Finds a root in [<paramref name="low"/>, <paramref name="high"/>] that must be there.</summary>
    /// <param name="function">f; continuous, may be infinite at the ends.</param>
    /// <param name="low">Lower end; finite.</param>
    /// <param name="high">Upper end, ≥ low; finite.</param>
    /// <param name="tolerance">Largest distance to the sign change, ≥ 0; 0 asks for the last bit of x.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are not finite or not in order, or the tolerance is
    /// negative.</exception>
    /// <exception cref="ArithmeticException">f is NaN inside the bracket, or has no sign change over it.</exception>
    public static Root FindRoot(Func<double, double> function, double low, double high, double tolerance = 0) =>
        TryFindRoot(function, low, high, out Root root, tolerance)
            ? root
            : throw new ArithmeticException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"No sign change between {low:R} (f = {function(low):R}) and {high:R} (f = {function(high):R})."));

    private static void CheckBracket(double low, double high, double tolerance)
    {
        if (!(Math.Abs(low) <= LargestEnd))
            throw new ArgumentOutOfRangeException(
                nameof(low), low, $"The lower end must be finite, at most {LargestEnd:G3} in size.");
        if (!(Math.Abs(high) <= LargestEnd && high >= low))
            throw new ArgumentOutOfRangeException(
                nameof(high), high,
                $"The upper end must be finite, at most {LargestEnd:G3} in size, and not below the lower end {low}.");
        if (!(tolerance >= 0))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance must be 0 or more.");
    }

    /// <summary>Narrows a bracket [a, b]: a is the newest point, c the one it replaced.</summary>
    private static Root Narrow(Func<double, double> f, double a, double fa, double b, double fb, double tolerance)
    {
        double share = 0.5;
        for (int evaluations = 2; ; evaluations++)
        {
            (double best, double fBest) = Math.Abs(fa) <= Math.Abs(fb) ? (a, fa) : (b, fb);
            double unit = Math.BitIncrement(Math.Abs(best)) - Math.Abs(best);
            double smallest = Math.Max(unit, 0.5 * tolerance) / Math.Abs(b - a);   // a step moves by at least this
            double x = a + Math.Clamp(share, Math.Min(smallest, 0.5), Math.Max(1 - smallest, 0.5)) * (b - a);
            if (fBest == 0 || smallest > 0.5 || x == a || x == b)
                return new(best, fBest, evaluations);

            double fx = f(x), c = a, fc = fa;
            if (double.IsNaN(fx))
                throw new ArithmeticException(
                    $"f is NaN at {x:R}, inside the bracket [{Math.Min(a, b):R}, {Math.Max(a, b):R}].");
            if (fx < 0 != fa < 0)
                (c, fc, b, fb) = (b, fb, a, fa);
            (a, fa) = (x, fx);
            share = InterpolatedShare(a, fa, b, fb, c, fc);
        }
    }

    /// <summary>Share of [a, b] at which to look next.</summary>
    private static double InterpolatedShare(double a, double fa, double b, double fb, double c, double fc)
    {
        double ξ = (a - b) / (c - b), φ = (fa - fb) / (fc - fb);
        if (!(φ * φ < ξ && (1 - φ) * (1 - φ) < 1 - ξ))
            return 0.5;   // also where an end is infinite and φ is NaN
        return fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb));
    }
}
