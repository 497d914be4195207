using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Tests.Waveforms;

public sealed class CycleWaveformTests
{
    [Fact]
    public void A_cycle_repeats_and_jumps_where_its_end_is_not_its_start()
    {
        CycleWaveform saw = new(0.5, t => t);
        Assert.Equal([0, 0.2, 0, 0.4], new[] { 0, 0.2, 0.5, 1.4 }.Select(saw.At), Near);
        Assert.Equal([0.5, 0.2], new[] { 0.5, 0.7 }.Select(saw.Before), Near);
        Assert.Equal([0.5, 1, 1.5], saw.Breakpoints(0, 1.6), Near);
        Assert.Empty(new CycleWaveform(0.5, t => Math.Sin(4 * Math.PI * t)).Breakpoints(0, 9));
    }

    [Fact]
    public void After_the_switch_the_other_waveform_begins_at_its_own_time_0()
    {
        SwitchedWaveform switched = new(
            new ConstantWaveform(7), new TableWaveform([0, 1], [10, 20], 1), at: 0.3);
        Assert.Equal([7, 10, 15], new[] { 0.2, 0.3, 0.8 }.Select(switched.At), Near);
        Assert.Equal([7, 20], new[] { 0.3, 1.3 }.Select(switched.Before), Near);
        Assert.Equal([0.3, 1.3], switched.Breakpoints(0, 2), Near);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
