using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Tests.Waveforms;

public sealed class WaveformTests
{
    private static readonly StepWaveform Steps = new((0, 100), (0.2, -150), (0.5, 7));

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(0, 100)]
    [InlineData(0.1999, 100)]
    [InlineData(0.2, -150)]
    [InlineData(0.6, 7)]
    public void A_step_holds_from_its_start(double time, double value) => Assert.Equal(value, Steps.At(time));

    [Fact]
    public void Before_a_jump_the_old_value_still_holds()
    {
        Assert.Equal(100, Steps.Before(0.2));
        Assert.Equal(-150, Steps.Before(0.3));
        Assert.Equal([0.2, 0.5], Steps.Breakpoints(0, 0.5));
        Assert.Equal([0.5], Steps.Breakpoints(0.2, 9));
    }

    [Fact]
    public void Steps_out_of_order_are_refused()
        => Assert.Throws<ArgumentException>(() => new StepWaveform((0.2, 1), (0.1, 2)));

    [Fact]
    public void A_table_is_linear_and_holds_its_ends()
    {
        var table = new TableWaveform([1, 2, 4], [10, 20, 0]);
        Assert.Equal([10, 10, 15, 20, 10, 0, 0], new[] { 0, 1, 1.5, 2, 3, 4, 9 }.Select(table.At));
        Assert.Empty(table.Breakpoints(0, 10));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(1.25)]
    [InlineData(-0.75)]
    [InlineData(7.25)]
    public void A_table_with_a_period_repeats(double time)
    {
        var table = new TableWaveform([0, 0.5], [0, 2], period: 1);
        Assert.Equal(1, table.At(time), 1e-14);
        Assert.Equal(1, table.At(time + 0.5), 1e-14);       // closes linearly from the last row to the first
    }

    [Fact]
    public void A_table_whose_ends_differ_jumps_once_a_period()
    {
        var table = new TableWaveform([0, 1], [0, 2], period: 1);
        Assert.Equal(0, table.At(1));
        Assert.Equal(2, table.Before(1));
        Assert.Equal([1.0, 2.0], table.Breakpoints(0, 2));
        Assert.Equal(0, table.At(0));
        Assert.Equal(2, table.Before(0));
    }

    [Fact]
    public void Two_rows_at_one_time_are_a_jump()
    {
        var table = new TableWaveform([0, 1, 1, 2], [0, 1, 5, 5]);
        Assert.Equal(1, table.Before(1));
        Assert.Equal(5, table.At(1));
        Assert.Equal([1.0], table.Breakpoints(0, 2));
    }

    [Fact]
    public void A_table_longer_than_its_period_is_refused()
        => Assert.Throws<ArgumentException>(() => new TableWaveform([0, 2], [0, 1], period: 1));

    [Fact]
    public void Harmonics_add_to_the_mean()
    {
        var wave = new HarmonicWaveform(3, 0.8, new Harmonic(1, 2, 0), new Harmonic(2, 0.5, Math.PI / 2));
        Assert.Equal(3.5, wave.At(0), 1e-14);
        Assert.Equal(3 + 2 - 0.5, wave.At(0.2), 1e-14);      // quarter period: sin = 1, second harmonic at its trough
        Assert.Equal(wave.At(0.13), wave.At(0.93), 1e-13);
    }

    [Fact]
    public void A_gaussian_falls_to_1_over_e_one_width_from_its_centre()
    {
        var pulse = new GaussianWaveform(4, 0.05, 0.01);
        Assert.Equal(4, pulse.At(0.05));
        Assert.Equal(4 / Math.E, pulse.At(0.06), 1e-14);
        Assert.Equal(pulse.At(0.03), pulse.At(0.07), 1e-14);
    }
}
