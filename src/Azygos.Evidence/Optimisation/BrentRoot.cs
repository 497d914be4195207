namespace Azygos.Evidence.Optimisation;

/// <summary>A root between two points of opposite sign, to the last digits.</summary>
/// <source doi="10.1093/comjnl/14.4.422" at="Brent's zero finder"/>
internal static class BrentRoot
{
    private const int Limit = 300;                    // chosen: bisection alone would need about 110 for relative 1e-16

    internal static Outcome<(double X, int Evaluations)> Find(
        Func<double, double> f, (double X, double F) from, (double X, double F) to)
    {
        (double a, double fa) = from;
        (double b, double fb) = to;
        if (fa == 0) return (a, 0);
        if (fb == 0) return (b, 0);
        if (double.IsNaN(fa) || double.IsNaN(fb) || Math.Sign(fa) == Math.Sign(fb))
            return new NoAnswer(Refusal.NotConverged, $"No sign change between {a} and {b}.");
        double c = a, fc = fa, d = b - a, e = d;
        for (int i = 1; i <= Limit; i++)
        {
            if (Math.Abs(fc) < Math.Abs(fb)) (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb);
            double tolerance = 4.5e-16 * Math.Abs(b) + double.Epsilon, middle = (c - b) / 2;
            if (Math.Abs(middle) <= tolerance || fb == 0) return (b, i);
            if (Math.Abs(e) >= tolerance && Math.Abs(fa) > Math.Abs(fb))
            {
                double s = fb / fa, p, q;
                if (a == c) (p, q) = (2 * middle * s, 1 - s);
                else
                {
                    double u = fa / fc, r = fb / fc;
                    (p, q) = (s * (2 * middle * u * (u - r) - (b - a) * (r - 1)), (u - 1) * (r - 1) * (s - 1));
                }
                if (p > 0) q = -q;
                p = Math.Abs(p);
                if (2 * p < Math.Min(3 * middle * q - Math.Abs(tolerance * q), Math.Abs(e * q))) (e, d) = (d, p / q);
                else (d, e) = (middle, middle);
            }
            else (d, e) = (middle, middle);

            (a, fa) = (b, fb);
            b += Math.Abs(d) > tolerance ? d : Math.CopySign(tolerance, middle);
            fb = f(b);
            if (double.IsNaN(fb)) return new NoAnswer(Refusal.NotConverged, $"The function is not a number at {b}.");
            if ((fb > 0) == (fc > 0)) (c, fc, d, e) = (a, fa, b - a, b - a);
        }
        return new NoAnswer(Refusal.NotConverged, $"No root to full precision after {Limit} steps near {b}.");
    }

    /// <summary>Doubles the right end until the sign changes, then finds the root; refuses past 1e300.</summary>
    internal static Outcome<(double X, int Evaluations)> FindUpward(Func<double, double> f, double start, double step)
    {
        double left = start, fLeft = f(left);
        if (fLeft == 0) return (left, 1);
        if (double.IsNaN(fLeft)) return new NoAnswer(Refusal.NotConverged, $"The function is not a number at {left}.");
        for (double right = start + step; right < 1e300; step *= 2, right = start + step)
        {
            double fRight = f(right);
            if (double.IsNaN(fRight))
                return new NoAnswer(Refusal.NotConverged, $"The function is not a number at {right}.");
            if (Math.Sign(fRight) != Math.Sign(fLeft)) return Find(f, (left, fLeft), (right, fRight));
            (left, fLeft) = (right, fRight);
        }
        return new NoAnswer(Refusal.NotConverged, $"No sign change above {start}.");
    }
}
