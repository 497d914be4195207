using Azygos.Body.Breathing;
using Azygos.Body.Timeline;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Timeline;

/// <summary>What every event does to the waveforms that a body reads, by numbers worked out by hand.</summary>
public sealed class EventWaveformTests
{
    // 1e-9 Pa and 1e-12 of a share: rounding of times and cosines.
    private const double Pascal = 1e-9, Share = 1e-12;

    // A breath of 4 s, a quarter of it inspiration, from −3 to −6 mmHg.
    private const double Period = 4, Start = 100;
    private static readonly double Expired = MmHg(-3), Inspired = MmHg(-6);

    [Fact]
    public void A_strain_rises_in_a_line_is_held_and_falls_in_a_line()
    {
        Waveform chest = Chest(new Valsalva { At = 4, Pressure = 40, For = 10, Ramp = 1, Release = 0.5 });
        Assert.Equal(Expired, At(chest, 4), Pascal);
        // Half-way up: half of what it is drawn to, half of the breath, held at the end of expiration.
        Assert.Equal(0.5 * (MmHg(40) + Expired), At(chest, 4.5), Pascal);
        Assert.Equal(MmHg(40), At(chest, 5), Pascal);
        Assert.Equal(MmHg(40), At(chest, 14.999), Pascal);
        Assert.Equal(0.5 * (MmHg(40) + Expired), At(chest, 15.25), Pascal);
        Assert.Equal(Expired, At(chest, 15.5), Pascal);
        // A breath begins when it is over: inspired a quarter of a period on.
        Assert.Equal(Inspired, At(chest, 16.5), Pascal);
    }

    [Fact]
    public void A_strain_amid_a_breath_draws_from_where_the_breath_is()
    {
        Waveform quiet = Chest(), chest = Chest(new Valsalva { At = 1, Pressure = 40 });
        Assert.Equal(Inspired, At(chest, 1), Pascal);
        Assert.Equal(0.25 * MmHg(40) + 0.75 * At(quiet, 1.25), At(chest, 1.25), Pascal);
    }

    [Fact]
    public void The_abdomen_takes_three_fifths_of_a_strain_above_zero()
    {
        TimelineSignals signals = Signals(new Valsalva { At = 4, Pressure = 40 });
        signals.Chest(Quiet(Expired, Inspired), Period);
        Waveform abdomen = signals.Abdomen(Quiet(0, MmHg(2)));
        Assert.Equal(0, At(abdomen, 4), Pascal);
        Assert.Equal(0.6 * MmHg(40), At(abdomen, 10), Pascal);
        Assert.Equal(0.6 * 0.5 * MmHg(37), At(abdomen, 4.5), Pascal);
        Assert.Equal(MmHg(2), At(abdomen, 16.5), Pascal);
    }

    [Fact]
    public void A_cough_is_a_triangle()
    {
        Waveform chest = Chest(new Cough { At = 8, Pressure = 80, For = 0.3 });
        Assert.Equal(MmHg(80), At(chest, 8.15), Pascal);
        Assert.Equal(0.5 * (MmHg(80) + Expired), At(chest, 8.075), Pascal);
        Assert.Equal(Expired, At(chest, 8.3), Pascal);
    }

    [Fact]
    public void Breaths_that_begin_in_deep_breathing_go_deep_and_no_others()
    {
        Waveform chest = Chest(new DeepBreathing { At = 3, For = 6, Pressure = -15 });
        Assert.Equal(Inspired, At(chest, 1), Pascal);
        Assert.Equal(MmHg(-15), At(chest, 5), Pascal);
        Assert.Equal(MmHg(-15), At(chest, 9), Pascal);    // begun at 8, before the 9 s at which it ends
        Assert.Equal(Inspired, At(chest, 13), Pascal);
    }

    [Fact]
    public void An_apnoea_lets_the_breath_end_and_holds_the_next_until_it_is_over()
    {
        TimelineSignals signals = Signals(new Apnoea { At = 5, For = 10 });
        ChestPressure chest = (ChestPressure)signals.Chest(Quiet(Expired, Inspired), Period);
        Waveform quiet = Chest();
        Assert.Equal(At(quiet, 6), At(chest, 6), Pascal);
        foreach (double held in new[] { 8.0, 10, 14.999 })
        {
            Assert.Equal(Expired, At(chest, held), Pascal);
            Assert.Equal(1, chest.PhaseAt(Start + held), Share);
        }

        Assert.Equal(Inspired, At(chest, 16), Pascal);
        Assert.Equal(0.25, chest.PhaseAt(Start + 16), Share);
        Assert.Equal(Inspired, At(chest, 60), Pascal);   // quiet from then on
    }

    [Fact]
    public void A_tilt_turns_at_a_steady_rate()
    {
        TimelineSignals signals = Signals(new Tilt { At = 2, Over = 4, Degrees = 60 }, new Tilt { At = 10, Over = 2, Degrees = 0 });
        Waveform gravity = signals.Tilted(9.81);
        Assert.True(signals.Tilts);
        foreach ((double time, double angle) in new[] { (0.0, 0.0), (2, 0), (4, 30), (6, 60), (9, 60), (11, 30), (12, 0) })
            Assert.Equal(9.81 * Math.Sin(angle * Math.PI / 180), At(gravity, time), Share * 10);
        Assert.Equal(0, gravity.At(Start - 1));
        Assert.False(Signals(new Tilt { At = 2, Degrees = 0 }).Tilts);
    }

    [Fact]
    public void A_pressed_vein_feels_a_trapezoid_and_a_probe_its_footprint()
    {
        TimelineSignals signals = Signals(
            new JugularCompression { At = 1, Pressure = 40, For = 5, Ramp = 1, Side = "left", Level = "j2" },
            new ProbePressure { Vessel = "ijv_right_j2", Position = 0.5, Footprint = 2, Pressure = 3, At = 1, Ramp = 0.5 });
        Waveform pressed = signals.On("ijv_left_j2")!;
        Assert.Equal(0, pressed.At(Start - 1));
        foreach ((double time, double expected) in new[] { (1.0, 0.0), (1.5, 20), (2, 40), (7, 40), (7.25, 30), (8, 0) })
            Assert.Equal(MmHg(expected), At(pressed, time), Pascal);
        Assert.Null(signals.On("ijv_right_j2"));
        Circulation.Vessels.OutsideLoad probe = Assert.Single(signals.OnPartsOf("ijv_right_j2", 0.06));
        Assert.Equal(MmHg(3), At(probe.InTime, 5), Pascal);
        Assert.Equal((0.0, 1.0, 1.0, 0.0), (probe.At(0.0199), probe.At(0.0201), probe.At(0.0399), probe.At(0.0401)));
        Assert.Equal(0.5, probe.MeanOver(0.01, 0.03), Share);
    }

    [Fact]
    public void A_turned_head_presses_on_the_side_that_it_turns_to()
    {
        TimelineSignals signals = Signals(new HeadRotation { At = 2, Over = 1, For = 5, Degrees = -45, Pressure = 10 });
        Assert.Equal(MmHg(5), At(signals.On("ijv_left_j3")!, 4), Pascal);
        Assert.Equal(MmHg(5), At(signals.On("ijv_left_j2")!, 4), Pascal);
        Assert.Null(signals.On("ijv_right_j3"));
        Assert.Equal(-22.5, signals.Timeline.HeadDegreesAt(2.5), Share * 100);
    }

    [Fact]
    public void An_infusion_brings_its_rate_times_its_time()
    {
        (string node, Waveform flow) = Assert.Single(
            Signals(new FluidInfusion { At = 1, For = 60, Rate = 6, Into = "cranial" }).Infusions);
        Assert.Equal("csf_cranial", node);
        double sum = 0;
        for (int i = 0; i < 70_000; i++) sum += At(flow, (i + 0.5) * 1e-3) * 1e-3;
        // 60 s at 0.1 mL/s, and half a second up and down: half of it each. 1e-9 mL: rounding of the sum.
        Assert.Equal(6.05, Volume.FromCubicMetres(sum).Millilitres, 1e-9);
    }

    [Fact]
    public void Nothing_done_is_quiet_breathing_to_the_bit()
    {
        Waveform quiet = Quiet(Expired, Inspired), chest = Chest(
            new QuietBreathing { At = 1, For = 7 }, new Apnoea { At = 41, For = 3 });
        for (int i = 0; i < 1400; i++)   // up to the end of the breath under way at 41 s
        {
            double time = Start - 2 + 0.03 * i;
            Assert.Equal(quiet.At(time), chest.At(time));
        }
    }

    private static Waveform Chest(params BodyEvent[] events) =>
        Signals(events).Chest(Quiet(Expired, Inspired), Period);

    private static TimelineSignals Signals(params BodyEvent[] events)
    {
        TimelineSignals signals = new(ShippedBody.Model, new BodyTimeline { Events = events }, 0);
        signals.Clock.Start = Start;
        return signals;
    }

    private static BreathWaveform Quiet(double expired, double inspired) => new(Period, 0.25, expired, inspired);

    private static double At(Waveform waveform, double time) => waveform.At(Start + time);

    private static double MmHg(double value) => Pressure.FromMillimetresOfMercury(value).Pascals;
}
