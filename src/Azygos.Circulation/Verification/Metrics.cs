using System.Numerics;

namespace Azygos.Circulation.Verification;

/// <summary>The numbers by which a result is judged; x is the result, r the reference at the same abscissae.</summary>
/// <remarks>A result that is not finite gives a metric that is not finite, which meets no bar.</remarks>
/// <source choice="azygos-benchmark/1, table of metrics"/>
public static class Metrics
{
    // Chosen: times are printed decimals and sums of steps; what differs by less than this share is the same time.
    private const double PrintedTime = 1e-9;

    /// <summary>mean |x − r|.</summary>
    public static double MeanAbsolute(ReadOnlySpan<double> x, ReadOnlySpan<double> r)
    {
        double sum = 0;
        for (int i = 0; i < r.Length; i++) sum += Math.Abs(x[i] - r[i]);
        return sum / r.Length;
    }

    /// <summary>√mean((x − r)²).</summary>
    public static double RootMeanSquare(ReadOnlySpan<double> x, ReadOnlySpan<double> r)
    {
        double sum = 0;
        for (int i = 0; i < r.Length; i++) sum += (x[i] - r[i]) * (x[i] - r[i]);
        return Math.Sqrt(sum / r.Length);
    }

    /// <summary>max |x − r|.</summary>
    public static double MaxAbsolute(ReadOnlySpan<double> x, ReadOnlySpan<double> r)
    {
        double largest = 0;
        for (int i = 0; i < r.Length; i++) largest = Math.Max(largest, Math.Abs(x[i] - r[i]));   // Max keeps NaN
        return largest;
    }

    /// <summary>max |x − r| / |r|, point by point.</summary>
    public static double MaxRelativePointwise(ReadOnlySpan<double> x, ReadOnlySpan<double> r)
    {
        double largest = 0;
        for (int i = 0; i < r.Length; i++) largest = Math.Max(largest, Math.Abs(x[i] - r[i]) / Math.Abs(r[i]));
        return largest;
    }

    /// <summary>√mean(((x − r)/r)²), point by point.</summary>
    public static double RmsRelative(ReadOnlySpan<double> x, ReadOnlySpan<double> r)
    {
        double sum = 0;
        for (int i = 0; i < r.Length; i++) sum += (x[i] - r[i]) / r[i] * ((x[i] - r[i]) / r[i]);
        return Math.Sqrt(sum / r.Length);
    }

    /// <summary>mean |x − r| / (max r − min r).</summary>
    public static double L1RelativeRange(ReadOnlySpan<double> x, ReadOnlySpan<double> r)
        => MeanAbsolute(x, r) / (Largest(r) - Smallest(r));

    /// <summary>|max x − max r| / |max r|.</summary>
    public static double PeakRelative(ReadOnlySpan<double> x, ReadOnlySpan<double> r)
        => Math.Abs(Largest(x) - Largest(r)) / Math.Abs(Largest(r));

    /// <summary>Time of the peak: the vertex of the parabola through the largest sample and its neighbours.</summary>
    public static double PeakTime(ReadOnlySpan<double> times, ReadOnlySpan<double> x)
    {
        int i = 0;
        for (int k = 0; k < x.Length; k++)
        {
            if (double.IsNaN(x[k])) return double.NaN;
            if (x[k] > x[i]) i = k;
        }
        if (i == 0 || i == x.Length - 1) return times[i];
        double a = x[i - 1], b = x[i], c = x[i + 1], bend = a - 2 * b + c;
        return bend == 0 ? times[i] : times[i] + 0.5 * (a - c) / bend * (times[i + 1] - times[i]);
    }

    /// <summary>max(max x − max r, min r − min x, 0) / (max r − min r).</summary>
    public static double OvershootFraction(ReadOnlySpan<double> x, ReadOnlySpan<double> r)
    {
        double over = Math.Max(Largest(x) - Largest(r), Smallest(r) - Smallest(x));
        return Math.Max(over, 0) / (Largest(r) - Smallest(r));
    }

    /// <summary>The last value, or that of largest magnitude with its sign, within a window of the abscissa.</summary>
    public static double Reduced(Series series, bool extremum, (double From, double To)? window)
    {
        double value = double.NaN;
        for (int i = 0; i < series.Values.Length; i++)
        {
            double t = series.Abscissa[i], y = series.Values[i];
            double same = PrintedTime * Math.Abs(t);
            if (window is { } w && !(t >= w.From - same && t <= w.To + same)) continue;
            if (double.IsNaN(y)) return double.NaN;
            if (!extremum || double.IsNaN(value) || Math.Abs(y) > Math.Abs(value)) value = y;
        }
        return value;
    }

    /// <summary>max |x(t) − x(0)| / |x(0)|.</summary>
    /// <param name="x">Values; shape [n].</param>
    /// <param name="beginning">x(0) of each value, shape [n]; empty: the first value is that of all.</param>
    public static double DriftRelative(ReadOnlySpan<double> x, ReadOnlySpan<double> beginning = default)
    {
        double largest = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double first = beginning.IsEmpty ? x[0] : beginning[i];
            largest = Math.Max(largest, Math.Abs(x[i] - first) / Math.Abs(first));
        }

        return largest;
    }

    /// <summary>(max − min)/|mean|.</summary>
    public static double SpreadRelative(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double value in x) sum += value;
        return (Largest(x) - Smallest(x)) / Math.Abs(sum / x.Length);
    }

    /// <summary>max |x − e| / |e|, without the cells whose centre is within a number of cells of a place.</summary>
    public static double UniformityRelative(Series profile, double expected, (double Position, int Cells)? exclude)
    {
        double largest = 0;
        for (int i = 0; i < profile.Values.Length; i++)
        {
            double away = exclude is { } e ? Math.Abs(profile.Abscissa[i] - e.Position) : double.PositiveInfinity;
            if (exclude is { Cells: var cells } && away <= cells * CellLength(profile)) continue;
            largest = Math.Max(largest, Math.Abs(profile.Values[i] - expected) / Math.Abs(expected));
        }
        return largest;
    }

    /// <summary>|x_s − e|/Δx; x_s is the first crossing of a level from x = 0, linear between cell centres.</summary>
    /// <remarks>No crossing: infinite.</remarks>
    public static double JumpPositionCells(Series profile, double level, double expected)
    {
        double[] x = profile.Abscissa, y = profile.Values;
        for (int i = 0; i + 1 < y.Length; i++)
        {
            if ((y[i] - level) * (y[i + 1] - level) > 0) continue;
            double Δx = CellLength(profile), share = y[i + 1] == y[i] ? 0 : (level - y[i]) / (y[i + 1] - y[i]);
            return Math.Abs(x[i] + share * Δx - expected) / Δx;
        }
        return double.PositiveInfinity;
    }

    /// <summary>a_n e^{iφ_n} = (2/N) Σ x_i e^{−2πi n t_i/T} over one period.</summary>
    /// <remarks>
    /// x ≈ mean + Σ a_n cos(2πnt/T + φ_n); samples at equal intervals; one that repeats the first, a period later,
    /// is left out.
    /// </remarks>
    public static Complex Harmonic(Series series, double period, int order)
    {
        double[] t = series.Abscissa, x = series.Values;
        // Chosen: 1e-9 of the period is rounding, any real sampling interval is longer.
        bool repeats = t.Length > 1 && Math.Abs(t[^1] - t[0] - period) < 1e-9 * period;
        int count = repeats ? t.Length - 1 : t.Length;
        Complex sum = Complex.Zero;
        for (int i = 0; i < count; i++)
            sum += x[i] * Complex.FromPolarCoordinates(1, -2 * Math.PI * order * t[i] / period);
        return 2 * sum / count;
    }

    /// <summary>The difference of two angles, wrapped to [0, π].</summary>
    public static double AngleBetween(double a, double b) => Math.Abs(Math.IEEERemainder(a - b, 2 * Math.PI));

    /// <summary>The smaller of the last two of log(E_k/E_k+1)/log(h_k/h_k+1), coarse to fine.</summary>
    public static double ObservedOrder(ReadOnlySpan<double> errors, ReadOnlySpan<double> lengths)
    {
        double order = double.PositiveInfinity;
        for (int k = Math.Max(0, errors.Length - 3); k + 1 < errors.Length; k++)
            order = Math.Min(order, Math.Log(errors[k] / errors[k + 1]) / Math.Log(lengths[k] / lengths[k + 1]));
        return order;
    }

    /// <summary>The largest over all variables of RMS(x − r) / max(RMS(r), 1e-6 × largest RMS of its kind).</summary>
    /// <remarks>Kinds are flow, pressure and others: the first word of the column, of the key for a column y.</remarks>
    public static double RmsRelativeWorst(
        IReadOnlyDictionary<(string Key, string Column), double[]> result,
        IReadOnlyDictionary<(string Key, string Column), double[]> reference)
    {
        Dictionary<string, double> largest = [];
        foreach (((string, string) name, double[] r) in reference)
        {
            string kind = KindOf(name);
            largest[kind] = Math.Max(largest.GetValueOrDefault(kind), RootMeanSquare(r, new double[r.Length]));
        }
        double worst = 0;
        foreach (((string, string) name, double[] r) in reference)
        {
            if (!result.TryGetValue(name, out double[]? x) || x.Length != r.Length) return double.NaN;
            double scale = Math.Max(RootMeanSquare(r, new double[r.Length]), 1e-6 * largest[KindOf(name)]);
            worst = Math.Max(worst, RootMeanSquare(x, r) / Math.Max(scale, double.Epsilon));
        }
        return worst;
    }

    /// <summary>The largest value; not a number if one is not.</summary>
    public static double Largest(ReadOnlySpan<double> x)
    {
        double largest = double.NegativeInfinity;
        foreach (double value in x) largest = Math.Max(largest, value);
        return largest;
    }

    /// <summary>The smallest value; not a number if one is not.</summary>
    public static double Smallest(ReadOnlySpan<double> x)
    {
        double smallest = double.PositiveInfinity;
        foreach (double value in x) smallest = Math.Min(smallest, value);
        return smallest;
    }

    private static double CellLength(Series profile) => profile.Abscissa[1] - profile.Abscissa[0];

    private static string KindOf((string Key, string Column) name)
        => name.Column == "y" ? name.Key.Split(':')[0] : name.Column.Split('_')[0];
}
