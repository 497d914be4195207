namespace Azygos.Evidence.Distributions;

/// <summary>The exact interval of a share.</summary>
/// <param name="Lower">Lower limit [1]; 0 for no event.</param>
/// <param name="Upper">Upper limit [1]; 1 when everybody has it.</param>
/// <remarks>
/// Lower: the p with P(X ≥ x) = (1 − level)/2, upper: that with P(X ≤ x) = (1 − level)/2, X binomial. By bisection on
/// the incomplete beta function, to the last bits.
/// </remarks>
/// <source doi="10.1093/biomet/26.4.404" at="Clopper and Pearson 1934"/>
public sealed record ClopperPearson(double Lower, double Upper)
{
    /// <summary>Of x events among n.</summary>
    /// <param name="events">x, 0 to n.</param>
    /// <param name="size">n, at least 1.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static ClopperPearson Of(int events, int size, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events, size);
        double tail = (1 - level) / 2;
        return new ClopperPearson(
            events == 0 ? 0 : Solve(p => Beta.Regularized(events, size - events + 1, p, 1 - p) - tail),
            events == size ? 1 : Solve(p => tail - 1 + Beta.Regularized(events + 1, size - events, p, 1 - p)));
    }

    /// <summary>The zero of an increasing function on (0, 1).</summary>
    private static double Solve(Func<double, double> f)
    {
        double low = 0, high = 1;
        for (int i = 0; i < 200 && high - low > 1e-17 * high; i++)
        {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) break;
            if (f(middle) < 0) low = middle; else high = middle;
        }
        return (low + high) / 2;
    }
}
