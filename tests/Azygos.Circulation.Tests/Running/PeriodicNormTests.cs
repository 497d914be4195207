using Azygos.Circulation.Running;

namespace Azygos.Circulation.Tests.Running;

/// <summary>The norms by which two periods are compared.</summary>
public sealed class PeriodicNormTests
{
    private static readonly Probe[] s_probes =
        [Probe.Pressure("p"), Probe.Flow("q"), Probe.Flow("unjudged") with { Judged = false }, new("v", "v", "volume")];

    [Fact]
    public void A_change_counts_as_a_share_of_the_pulse_and_the_worst_probe_is_named()
    {
        // p: 20 of 1000 Pa; q: 4e-6 of 1e-5 m³/s; the others are not judged.
        double[][] current = [[1000, 2000, 1500], [0, 1e-5, 5e-6], [0, 1, 0], [0, 1, 0]];
        double[][] previous = [[1020, 2000, 1500], [0, 1e-5, 1e-6], [9, 9, 9], [9, 9, 9]];
        (double change, string worst) = PeriodicChange.Measure(PeriodicNorm.ShareOfPulse, s_probes, current, previous);
        Assert.Equal(0.4, change, 1e-12);
        Assert.Equal("q", worst);
    }

    [Fact]
    public void A_site_that_hardly_pulses_is_judged_by_the_floor()
    {
        double mmHg = 133.322387415;
        double[][] current = [[1000, 1000.1], [0, 0], [0, 0], [0, 0]],
            previous = [[1000 + 0.5 * mmHg, 1000.1], [0, 0], [0, 0], [0, 0]];
        Assert.Equal(0.5, PeriodicChange.Measure(PeriodicNorm.ShareOfPulse, s_probes, current, previous).Change, 1e-5);
        current = [[0, 0], [10e-6 / 60, 10e-6 / 60], [0, 0], [0, 0]];   // 10 mL/min
        previous = [[0, 0], [0, 10e-6 / 60], [0, 0], [0, 0]];
        Assert.Equal(1, PeriodicChange.Measure(PeriodicNorm.ShareOfPulse, s_probes, current, previous).Change, 1e-12);
    }

    [Fact]
    public void The_benchmark_norm_is_the_rms_change_over_the_mean_pressure()
    {
        double[][] current = [[100, 100, 100, 100], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]];
        double[][] previous = [[102, 98, 102, 98], [9, 9, 9, 9], [0, 0, 0, 0], [0, 0, 0, 0]];
        Assert.Equal(
            0.02, PeriodicChange.Measure(PeriodicNorm.PressureRmsRelative, s_probes, current, previous).Change, 1e-14);
    }

    [Fact]
    public void One_period_is_judged_by_its_end_against_its_start()
    {
        double[][] values = [[1000, 2000, 1100], [0, 1e-5, 0], [0, 9, 5], [0, 9, 5]];
        (double change, string worst) = PeriodicChange.EndAgainstStart(s_probes, values);
        Assert.Equal(0.1, change, 1e-12);
        Assert.Equal("p", worst);
    }
}
