using MathNet.Numerics;

namespace Azygos.Evidence.Distributions;

/// <summary>The regularised incomplete beta function in the form the t, F and binomial tails need.</summary>
internal static class Beta
{
    /// <summary>I_x(a, b) at x = u/(u + w), u, w ≥ 0, both given so that neither x nor 1 − x loses digits.</summary>
    /// <remarks>Lentz's continued fraction (DLMF 8.17.22), on the side where it converges fast.</remarks>
    internal static double Regularized(double a, double b, double u, double w)
    {
        double s = u + w, x = u / s, y = w / s;
        if (x <= 0) return 0;
        if (y <= 0) return 1;
        return x <= (a + 1) / (a + b + 2) ? Side(a, b, x, y) : 1 - Side(b, a, y, x);
    }

    private static double Side(double a, double b, double x, double y)
    {
        double logX = x > 0.5 ? LogOnePlus(-y) : Math.Log(x), logY = y > 0.5 ? LogOnePlus(-x) : Math.Log(y);
        double logBeta = a >= b ? LogGammaRatio(a, b) - SpecialFunctions.GammaLn(b)
            : LogGammaRatio(b, a) - SpecialFunctions.GammaLn(a);
        double front = Math.Exp(a * logX + b * logY + logBeta) / a;
        const double Tiny = 1e-300;
        double c = 1, d = 1 / NotZero(1 - (a + b) * x / (a + 1)), f = d;
        for (int m = 1; m <= 100_000; m++)
        {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            f *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            double change = d * c;
            f *= change;
            if (Math.Abs(change - 1) < 1e-16) break;
        }
        return front * f;

        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }

    /// <summary>ln Γ(a + b) − ln Γ(a); for large a from Stirling's series, in which the large parts cancel on
    /// paper.</summary>
    private static double LogGammaRatio(double a, double b)
    {
        if (a < 50) return SpecialFunctions.GammaLn(a + b) - SpecialFunctions.GammaLn(a);
        return (a + b - 0.5) * LogOnePlus(b / a) + b * (Math.Log(a) - 1) + Rest(a + b) - Rest(a);

        static double Rest(double x) => (1 - (1 / 30.0 - 1 / (105 * x * x)) / (x * x)) / (12 * x);
    }

    /// <summary>ln(1 + x), all digits near 0 (Kahan's correction).</summary>
    internal static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
