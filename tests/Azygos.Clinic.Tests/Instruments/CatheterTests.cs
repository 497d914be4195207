using Azygos.Clinic.Instruments.Manometry;
using Azygos.Clinic.Signals;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Clinic.Tests.Instruments;

public sealed class CatheterTests
{
    private static readonly Catheter Five = new();

    [Fact]
    public void A_step_overshoots_as_the_damping_says()
    {
        // A rise within one sample of 0.1 ms stands for a step.
        double peak = Five.Measure(Sampled(i => i == 0 ? 0 : 1000, 20_000, 1e-4), 0).Values.Max();
        Assert.Equal(Math.Exp(-0.3 * Math.PI / Math.Sqrt(1 - 0.09)), peak / 1000 - 1, 0.001);
    }

    [Fact]
    public void A_steady_pressure_is_shown_with_the_drift() =>
        Assert.All(Five.Measure(Sampled(_ => 1200, 200, 0.005), 66).Values, p => Assert.Equal(1266, p, 1e-9));

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(30)]
    public void A_swing_is_amplified_as_a_resonator_does(double frequency)
    {
        Trace shown = Five.Measure(
            Sampled(i => 100 * Math.Sin(2 * Math.PI * frequency * i * 2e-4), 20_000, 2e-4), 0);
        double r = frequency / 12, gain = 1 / Math.Sqrt(Math.Pow(1 - r * r, 2) + Math.Pow(2 * 0.3 * r, 2));
        // The start has died away after 2 s; chords of the samples flatten a swing of 30 Hz by 0.01 %.
        Assert.Equal(gain, shown.Values.Skip(10_000).Max() / 100, 0.002 * gain);
    }

    [Fact]
    public void Five_french_takes_2_2_mm2() => Assert.Equal(2.2e-6, Five.Obstruction, 0.05e-6);

    [Fact]
    public void A_catheter_in_a_throat_of_its_own_size_stops_the_flow() =>
        Assert.Equal(double.PositiveInfinity, Five.AddedLoss(5e-6, 2e-6, 0.01));

    [Fact]
    public void The_added_loss_is_nothing_in_a_wide_vein_and_grows_in_a_narrow_one()
    {
        double wide = Five.AddedLoss(5e-6, 80e-6, 0.01), narrow = Five.AddedLoss(5e-6, 8e-6, 0.01);
        // Below a hundredth of a millimetre of mercury; above one.
        Assert.InRange(wide, 0, 1.3);
        Assert.True(narrow > 133, $"{narrow}");
        Assert.Equal(-narrow, Five.AddedLoss(-5e-6, 8e-6, 0.01));
    }

    [Fact]
    public void The_drift_does_not_move_a_gradient()
    {
        PullBackPlace[] places =
        [
            new("upper", 0.2, Sampled(_ => 1500, 100, 0.005)), new("lower", 0.1, Sampled(_ => 900, 100, 0.005)),
        ];
        PullBackReading read = PullBackReading.Of(Five, places, new RandomNumbers(3, "catheter"));
        Assert.NotEqual(0, read.Zero);
        Assert.Equal(600, read.LargestStep, 1e-9);
        Assert.Equal(1500 + read.Zero, read.Shown[0], 1e-9);
    }

    [Fact]
    public void Zeros_drift_by_1_mmHg()
    {
        double[] zeros = [.. Enumerable.Range(0, 2000).Select(i => Five.Zero(new RandomNumbers(i, "catheter")))];
        // Four standard errors, 1/√(2 × 2000).
        Assert.Equal(Pressure.FromMillimetresOfMercury(1).Pascals, Math.Sqrt(zeros.Average(z => z * z)), 8.5);
    }

    private static Trace Sampled(Func<int, double> value, int count, double step) =>
        new() { Step = step, Values = [.. Enumerable.Range(0, count).Select(value)] };
}
