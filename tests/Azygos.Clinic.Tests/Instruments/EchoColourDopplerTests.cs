using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Clinic.Signals;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Clinic.Tests.Instruments;

public sealed class EchoColourDopplerTests
{
    // A lumen of 1 cm², 11.3 mm wide: the gate of 3 mm sees its core.
    private const double Lumen = 1e-4;

    private static readonly DopplerSettings Exact = new() { HasSpeckle = false };

    [Fact]
    public void The_core_of_a_parabola_moves_at_nearly_twice_the_mean()
    {
        double seen = Steady(0.05, Exact).Mean.Values[0];
        // Over a gate of 3 mm at 55°, s² sin²θ averages 0.5 mm² of R² = 32: 1.97 times the mean, within a class (0.6 cm/s).
        Assert.Equal(0.0985, seen, 0.0065);
    }

    [Fact]
    public void A_flat_profile_shows_the_mean_more_nearly() =>
        Assert.Equal(0.05 * 11 / 9, Steady(0.05, Exact with { ProfileExponent = 9 }).Mean.Values[0], 0.0065);

    [Fact]
    public void A_wrong_angle_scales_what_is_reported()
    {
        DopplerSettings wrong = Exact with { TrueAngle = Angle.FromDegrees(50) };
        double ratio = Steady(0.05, wrong).Mean.Values[0] / Steady(0.05, Exact).Mean.Values[0];
        // cos 50°/cos 55° = 1.121; a class is 6 % of the reading.
        Assert.Equal(1.121, ratio, 0.065);
    }

    [Fact]
    public void Flow_faster_than_the_limit_is_shown_as_reverse_flow()
    {
        double limit = Exact.NyquistVelocity;
        Assert.True(Steady(0.65 * limit, Exact).Mean.Values[0] < 0, "1.3 times the limit folds to −0.7");
        Assert.True(Steady(0.4 * limit, Exact).Mean.Values[0] > 0, "0.8 times the limit does not");
    }

    [Fact]
    public void Flow_below_the_wall_filter_is_not_shown() =>
        // The core moves at twice the mean: a third of the filter's velocity stays below it.
        Assert.Equal(0, Steady(Exact.WallFilterVelocity / 3, Exact).Mean.Values[0]);

    [Fact]
    public void A_gate_beside_the_vessel_shows_nothing() =>
        Assert.Equal(0, Steady(0.1, Exact with { BeamOffset = Length.FromMillimetres(7) }).Mean.Values[0]);

    [Fact]
    public void No_velocity_is_read_off_stray_specks_of_noise()
    {
        Spectrogram empty = Steady(0.1, new DopplerSettings(), area: 0, count: 2000);
        Assert.Contains(empty.Power, column => column.Any(power => power > 0));
        Assert.All(empty.Mean.Values, v => Assert.Equal(0, v));
        Assert.All(empty.Envelope.Values, v => Assert.Equal(0, v));
    }

    [Fact]
    public void A_closed_vein_shows_nothing() => Assert.Equal(0, Steady(0.1, Exact, area: 0).Mean.Values[0]);

    [Fact]
    public void Reverse_flow_is_negative_and_mirrors_forward_flow() =>
        // Classes are half open, so the mirror image may differ by one: 0.6 cm/s.
        Assert.Equal(-Steady(0.05, Exact).Mean.Values[0], Steady(-0.05, Exact).Mean.Values[0], 0.0065);

    [Fact]
    public void Speckle_keeps_the_mean_velocity()
    {
        double[] noisy = [.. Steady(0.05, new DopplerSettings(), count: 2000).Mean.Values];
        // The spectrum is 14 % of its velocity wide, in some five classes: one reading scatters by 7 %, their mean by 0.2 %.
        Assert.Equal(Steady(0.05, Exact).Mean.Values[0], noisy.Average(), 0.002);
        Assert.True(noisy.Distinct().Count() > 1000);
    }

    [Fact]
    public void The_envelope_lies_beyond_the_mean() =>
        Assert.True(Steady(0.05, Exact).Envelope.Values[0] > Steady(0.05, Exact).Mean.Values[0]);

    [Fact]
    public void The_same_seed_gives_the_same_bits() => Assert.Equal(
        Steady(0.1, new DopplerSettings(), count: 50).Power, Steady(0.1, new DopplerSettings(), count: 50).Power);

    private static Spectrogram Steady(
        double velocity, DopplerSettings settings, double area = Lumen, int count = 1) => EchoColourDoppler.Measure(
            new Trace { Step = 0.005, Values = [.. Enumerable.Repeat(velocity, count)] },
            new Trace { Step = 0.005, Values = [.. Enumerable.Repeat(area, count)] },
            settings, new RandomNumbers(1, "speckle"));
}
