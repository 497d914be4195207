using Azygos.Clinic.Criteria;
using Azygos.Clinic.Signals;

namespace Azygos.Clinic.Tests.Criteria;

public sealed class ReverseFlowTests
{
    [Fact]
    public void A_sine_runs_backward_for_half_its_period()
    {
        ReverseInterval only = Assert.Single(ReverseFlow.Find(Trace(t => Math.Sin(2 * Math.PI * t), 1.2), 0));
        // Straight lines between samples of 5 ms miss a zero crossing of a sine by less than a microsecond.
        Assert.Equal(0.5, only.Start, 1e-6);
        Assert.Equal(0.5, only.Duration, 2e-6);
    }

    [Fact]
    public void The_dead_band_shortens_it_as_the_arcsine_says()
    {
        double longest = ReverseFlow.Longest(Trace(t => Math.Sin(2 * Math.PI * t), 1.2), 0.5);
        // sin < −1/2 between 7/12 and 11/12 of a period; the chord of 5 ms errs by h²·curvature/8/slope = 1.5e-5 s an end.
        Assert.Equal(1.0 / 3, longest, 4e-5);
    }

    [Theory]
    [InlineData(0.039, 1)]
    [InlineData(0.041, 2)]
    public void Only_a_gap_shorter_than_40_ms_is_bridged(double gap, int intervals) =>
        Assert.Equal(
            intervals, ReverseFlow.Find(Trace(t => t < 0.5 || t >= 0.5 + gap ? -1 : 1, 1, 1e-4), 0).Count);

    [Fact]
    public void Flow_that_never_turns_has_no_interval() =>
        Assert.Equal(0, ReverseFlow.Longest(Trace(t => 0.1 + 0.05 * Math.Sin(t), 10), 0));

    [Fact]
    public void Flow_inside_the_dead_band_has_no_interval() =>
        Assert.Empty(ReverseFlow.Find(Trace(_ => -0.0154, 10), 0.0154));

    [Fact]
    public void Flow_that_never_stops_running_backward_lasts_as_long_as_the_trace() =>
        Assert.Equal(10, ReverseFlow.Longest(Trace(_ => -0.02, 10), 0.0154), 1e-9);

    [Theory]
    [InlineData(-0.001)]
    [InlineData(double.NaN)]
    public void An_impossible_dead_band_is_refused(double deadBand) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReverseFlow.Find(Trace(_ => 0, 1), deadBand));

    private static Trace Trace(Func<double, double> velocity, double duration, double step = 0.005) => new()
    {
        Step = step,
        Values = [.. Enumerable.Range(0, (int)Math.Round(duration / step) + 1).Select(i => velocity(i * step))],
    };
}
