using System.Numerics;
using Azygos.Circulation.Verification;

namespace Azygos.Circulation.Tests.Verification;

/// <summary>Each metric on numbers small enough to check by hand.</summary>
public sealed class MetricsTests
{
    private static readonly double[] Reference = [1, 2, 4, 2, -1];
    private static readonly double[] Result = [1, 2.5, 5, 2, -1.5];

    [Fact]
    public void Means_and_maxima_of_the_difference()
    {
        Assert.Equal(0.4, Metrics.MeanAbsolute(Result, Reference), 1e-15);              // (0.5 + 1 + 0.5)/5
        Assert.Equal(Math.Sqrt(1.5 / 5), Metrics.RootMeanSquare(Result, Reference), 1e-15);
        Assert.Equal(1, Metrics.MaxAbsolute(Result, Reference));
        Assert.Equal(0.5, Metrics.MaxRelativePointwise(Result, Reference));             // 0.5/1 at the last point
        Assert.Equal(Math.Sqrt((0.0625 + 0.0625 + 0.25) / 5), Metrics.RmsRelative(Result, Reference), 1e-15);
        Assert.Equal(0.08, Metrics.L1RelativeRange(Result, Reference), 1e-15);          // 0.4 over a range of 5
    }

    [Fact]
    public void Peaks_and_overshoot()
    {
        Assert.Equal(0.25, Metrics.PeakRelative(Result, Reference));
        Assert.Equal(0.2, Metrics.OvershootFraction(Result, Reference), 1e-15);         // 1 above, 0.5 below, range 5
        Assert.Equal(0, Metrics.OvershootFraction([0, 1], [-1, 2]));
    }

    [Fact]
    public void The_time_of_a_peak_is_the_vertex_of_its_parabola()
    {
        double[] times = [0, 0.1, 0.2, 0.3, 0.4];
        double[] parabola = [.. times.Select(t => 3 - (t - 0.23) * (t - 0.23))];
        Assert.Equal(0.23, Metrics.PeakTime(times, parabola), 1e-13);
        Assert.Equal(0, Metrics.PeakTime(times, [5, 4, 3, 2, 1]));                      // at an end: that sample
    }

    [Fact]
    public void A_value_is_the_last_or_the_largest_in_its_window()
    {
        Series series = new([0, 1, 2, 3], [1, -7, 3, 2]);
        Assert.Equal(2, Metrics.Reduced(series, extremum: false, window: null));
        Assert.Equal(-7, Metrics.Reduced(series, extremum: true, window: null));
        Assert.Equal(3, Metrics.Reduced(series, extremum: true, window: (1.5, 3)));
        Assert.True(double.IsNaN(Metrics.Reduced(series, extremum: true, window: (8, 9))));
    }

    [Fact]
    public void Drift_spread_and_uniformity()
    {
        Assert.Equal(0.5, Metrics.DriftRelative([2, 2, 3, 1.5]));
        Assert.Equal(0.5, Metrics.SpreadRelative([3, 4, 5]));
        Series profile = new([0.5, 1.5, 2.5, 3.5], [10, 13, 10, 9]);
        Assert.Equal(0.3, Metrics.UniformityRelative(profile, 10, exclude: null), 1e-15);
        Assert.Equal(0.1, Metrics.UniformityRelative(profile, 10, exclude: (1.6, 1)), 1e-15);
    }

    [Fact]
    public void A_jump_is_located_in_cells()
    {
        Series profile = new([0.25, 0.75, 1.25, 1.75], [5, 5, 1, 1]);
        Assert.Equal(0.5, Metrics.JumpPositionCells(profile, level: 3, expected: 0.75), 1e-15);   // crosses at x = 1
        Assert.Equal(double.PositiveInfinity, Metrics.JumpPositionCells(profile, level: 9, expected: 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Harmonics_of_a_period_come_back(bool repeatsFirstSample)
    {
        double T = 0.8;
        double[] t = [.. Enumerable.Range(0, repeatsFirstSample ? 41 : 40).Select(i => 3 + i * T / 40)];
        double ω = 2 * Math.PI / T;
        double[] x = [.. t.Select(s => 7 + 2 * Math.Cos(ω * s + 0.3) + 0.5 * Math.Cos(3 * ω * s - 2))];
        Complex first = Metrics.Harmonic(new Series(t, x), T, 1), third = Metrics.Harmonic(new Series(t, x), T, 3);
        Assert.Equal(2, first.Magnitude, 1e-12);
        Assert.Equal(0.3, first.Phase, 1e-12);
        Assert.Equal(0.5, third.Magnitude, 1e-12);
        Assert.Equal(-2, third.Phase, 1e-12);
    }

    [Theory]
    [InlineData(3, -3, 2 * Math.PI - 6)]
    [InlineData(0.5, 0.2, 0.3)]
    [InlineData(-0.1, 2 * Math.PI, 0.1)]
    public void Angles_wrap(double a, double b, double between)
        => Assert.Equal(between, Metrics.AngleBetween(a, b), 1e-14);

    [Fact]
    public void The_observed_order_is_the_smaller_of_the_last_two()
    {
        double[] h = [8, 4, 2, 1];
        Assert.Equal(2, Metrics.ObservedOrder([.. h.Select(x => 0.3 * x * x)], h), 1e-14);
        Assert.Equal(1, Metrics.ObservedOrder([1e9, 8, 2, 1], h), 1e-14);               // the first pair does not count
        Assert.Equal(1, Metrics.ObservedOrder([64, 8, 4, 1], h), 1e-14);
    }

    [Fact]
    public void Other_programs_are_compared_by_their_worst_variable()
    {
        Dictionary<(string, string), double[]> reference = new()
        {
            [("a", "flow_in")] = [3, 4],
            [("a", "pressure_in")] = [100, 100],
            [("b", "pressure_in")] = [0, 0],
        };
        Dictionary<(string, string), double[]> result = new(reference)
        {
            [("a", "flow_in")] = [3, 4 + Math.Sqrt(2)],
            [("b", "pressure_in")] = [1e-5, 1e-5],
        };
        Assert.Equal(0, Metrics.RmsRelativeWorst(reference, reference));
        // flow: √(2/2) over √((9 + 16)/2); b: 1e-5 over 1e-6 × 100 = 0.1
        Assert.Equal(1 / Math.Sqrt(12.5), Metrics.RmsRelativeWorst(result, reference), 1e-14);
        result.Remove(("a", "flow_in"));
        Assert.True(double.IsNaN(Metrics.RmsRelativeWorst(result, reference)));
    }

    [Fact]
    public void What_is_not_a_number_stays_so()
    {
        double[] bad = [1, double.NaN, 4, 2, -1];
        Assert.All(
            new Func<double>[]
            {
                () => Metrics.MeanAbsolute(bad, Reference), () => Metrics.RootMeanSquare(bad, Reference),
                () => Metrics.MaxAbsolute(bad, Reference), () => Metrics.MaxRelativePointwise(bad, Reference),
                () => Metrics.RmsRelative(bad, Reference), () => Metrics.PeakRelative(bad, Reference),
                () => Metrics.OvershootFraction(bad, Reference), () => Metrics.PeakTime([0, 1, 2, 3, 4], bad),
                () => Metrics.DriftRelative(bad), () => Metrics.Smallest(bad),
                () => Metrics.Reduced(new Series([0, 1, 2, 3, 4], bad), extremum: true, window: null),
            },
            metric => Assert.True(double.IsNaN(metric())));
    }
}
