using MathNet.Numerics;

namespace Azygos.Evidence.Distributions;

/// <summary>Student's t distribution with any positive degrees of freedom; infinite degrees of freedom are the
/// normal.</summary>
/// <source doi="10.18434/M32189" at="DLMF 8.17: incomplete beta function"/>
public static class StudentT
{
    /// <summary>2 P(T &gt; |t|) = I_x(ν/2, 1/2), x = ν/(ν + t²) [1].</summary>
    /// <param name="t">Statistic [1].</param>
    /// <param name="df">Degrees of freedom ν, positive, may be infinite.</param>
    public static double TwoSided(double t, double df)
    {
        if (double.IsPositiveInfinity(df)) return Normal.TwoSided(t);
        if (double.IsInfinity(t)) return 0;
        return t == 0 ? 1 : Beta.Regularized(df / 2, 0.5, df, t * t);
    }

    /// <summary>P(T &gt; t) [1].</summary>
    public static double UpperTail(double t, double df)
        => t >= 0 ? 0.5 * TwoSided(t, df) : 1 - 0.5 * TwoSided(t, df);

    /// <summary>ln density at t.</summary>
    public static double LogDensity(double t, double df)
        => double.IsPositiveInfinity(df) ? Normal.LogDensity(t)
            : SpecialFunctions.GammaLn((df + 1) / 2) - SpecialFunctions.GammaLn(df / 2) - 0.5 * Math.Log(df * Math.PI)
              - (df + 1) / 2 * Math.Log(1 + t * t / df);

    /// <summary>The t with P(T ≤ t) = p; p in (0, 1).</summary>
    /// <remarks>Newton from the normal quantile: the upper tail is convex and decreasing there, so the steps never
    /// overshoot.</remarks>
    public static double Quantile(double p, double df)
    {
        if (double.IsPositiveInfinity(df)) return Normal.Quantile(p);
        if (p == 0.5) return 0;
        double tail = Math.Min(p, 1 - p);
        double t = -Normal.Quantile(tail);
        if (df < 1)
        {
            double far = FarQuantile(tail, df, t);
            return p < 0.5 ? -far : far;
        }
        if (df == 1) t = 1 / Math.Tan(Math.PI * tail);
        else if (df == 2) t = (1 - 2 * tail) / Math.Sqrt(2 * tail * (1 - tail));
        for (int i = 0; i < 200; i++)
        {
            double step = (UpperTail(t, df) - tail) / Math.Exp(LogDensity(t, df));
            t += step;
            if (Math.Abs(step) <= 1e-15 * t) break;
        }
        return p < 0.5 ? -t : t;
    }

    /// <summary>Less than one degree: the quantile may lie many orders out; bisection in its logarithm, ∞ past
    /// e⁷⁰⁰.</summary>
    private static double FarQuantile(double tail, double df, double above)
    {
        double low = Math.Log(Math.Max(above, 1e-300)), high = 700;
        if (UpperTail(Math.Exp(high), df) > tail) return double.PositiveInfinity;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if (UpperTail(Math.Exp(middle), df) > tail) low = middle; else high = middle;
        }
        return Math.Exp((low + high) / 2);
    }

    /// <summary>Half-width multiplier of a two-sided interval, t with P(|T| ≤ t) = level; level in (0, 1).</summary>
    public static double TwoSidedQuantile(double level, double df) => -Quantile((1 - level) / 2, df);
}
