namespace Azygos.Circulation.Verification;

/// <summary>Values of a series between its samples, for comparison with a reference.</summary>
/// <source choice="azygos-benchmark/1: series in time by four points, profiles linearly"/>
public static class Interpolation
{
    // Chosen: reference files print about ten digits, so times that differ by less than this share are the same.
    private const double SameTime = 1e-9;

    /// <summary>Values at <paramref name="at"/>: a sample where there is one, else by four-point Lagrange.</summary>
    /// <remarks>
    /// Fewer than four samples: linear. Outside the series: not a number, so that a run that ended early meets no bar.
    /// </remarks>
    public static double[] AtTimes(Series series, ReadOnlySpan<double> at)
    {
        double[] t = series.Abscissa, y = series.Values, result = new double[at.Length];
        if (t.Length == 0)
        {
            Array.Fill(result, double.NaN);
            return result;
        }
        double same = SameTime * Math.Max(Math.Abs(t[^1]), Math.Abs(t[0]));
        for (int i = 0; i < at.Length; i++)
        {
            int next = Nearest(t, at[i]);
            if (Math.Abs(t[next] - at[i]) <= same) result[i] = y[next];
            else if (at[i] < t[0] || at[i] > t[^1]) result[i] = double.NaN;
            else result[i] = t.Length < 4 ? Linear(t, y, at[i]) : Lagrange(t, y, at[i]);
        }
        return result;
    }

    /// <summary>Values of a profile at <paramref name="at"/>: linear, its end values outside.</summary>
    public static double[] AtPlaces(Series profile, ReadOnlySpan<double> at)
    {
        double[] result = new double[at.Length];
        for (int i = 0; i < at.Length; i++) result[i] = Linear(profile.Abscissa, profile.Values, at[i]);
        return result;
    }

    /// <summary>Values of a smooth profile at <paramref name="at"/>, by four-point Lagrange.</summary>
    /// <remarks>
    /// For observed orders: a line between the rows of a reference errs as p″ h²/8 itself, more than a scheme of second
    /// order does on a mesh as fine as the table, and the order seen would be the table's.
    /// </remarks>
    public static double[] AtSmoothPlaces(Series profile, ReadOnlySpan<double> at)
    {
        double[] result = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
            result[i] = profile.Abscissa.Length < 4
                ? Linear(profile.Abscissa, profile.Values, at[i])
                : Lagrange(profile.Abscissa, profile.Values, at[i]);
        return result;
    }

    private static int Nearest(double[] t, double at)
    {
        int i = Array.BinarySearch(t, at);
        if (i >= 0) return i;
        i = Math.Clamp(~i, 1, Math.Max(1, t.Length - 1));
        if (t.Length == 1) return 0;
        return at - t[i - 1] < t[i] - at ? i - 1 : i;
    }

    private static double Linear(double[] t, double[] y, double at)
    {
        if (at <= t[0]) return y[0];
        if (at >= t[^1]) return y[^1];
        int next = Array.BinarySearch(t, at);
        if (next >= 0) return y[next];
        next = ~next;
        return y[next - 1] + (y[next] - y[next - 1]) * ((at - t[next - 1]) / (t[next] - t[next - 1]));
    }

    private static double Lagrange(double[] t, double[] y, double at)
    {
        int next = Array.BinarySearch(t, at);
        int first = Math.Clamp((next < 0 ? ~next : next) - 2, 0, t.Length - 4);
        double sum = 0;
        for (int i = first; i < first + 4; i++)
        {
            double weight = 1;
            for (int j = first; j < first + 4; j++)
                if (j != i) weight *= (at - t[j]) / (t[i] - t[j]);
            sum += weight * y[i];
        }
        return sum;
    }
}
