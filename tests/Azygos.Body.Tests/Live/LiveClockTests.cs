using Azygos.Body.Breathing;
using Azygos.Body.Live;
using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Tests.Live;

/// <summary>What controls make of breath and beat, without a body.</summary>
public sealed class LiveClockTests
{
    private const double Interval = 0.01, Period = 4;
    private static readonly BreathWaveform Quiet = new(Period, 0.4, -500, -800);
    private readonly EasedValue rate = Value(15, 4, 40), depth = Value(2, 0, 10), hold = Value(0, 0, 1), strain = Value(0, 0, 60);

    [Fact]
    public void An_eased_value_follows_without_a_jump_and_arrives()
    {
        EasedValue value = Value(10, 0, 100);
        value.Follow(60);
        double last = 10;
        for (int k = 0; k < 100; k++)
        {
            value.Step(k * Interval, Interval);
            Assert.Equal(last, value.At(k * Interval));
            double middle = value.At((k + 0.5) * Interval), end = value.At((k + 1) * Interval);
            Assert.Equal(0.5 * (last + end), middle, 1e-9);
            Assert.InRange(end - last, 0, 6);   // 50 (1 − e^(−3 · 0.01/0.3)) = 4.8
            if (k == 29) Assert.InRange(end, 57, 60);   // 95 % at the end of the ramp
            last = end;
        }

        Assert.Equal(60, last);
        Assert.False(value.Moves);
    }

    [Fact]
    public void A_rate_limits_how_fast_a_value_moves()
    {
        EasedValue value = new(Control(0, -90, 90) with { Rate = 9 });
        value.Follow(45);
        for (int k = 0; k < 100; k++) value.Step(k * Interval, Interval);
        Assert.Equal(9, value.At(1), 1e-9);
        Assert.Equal(9, value.Slope, 1e-9);
    }

    [Fact]
    public void A_quiet_breath_is_that_of_the_model_until_it_is_turned_and_goes_on_from_there()
    {
        LiveBreath breath = Breath();
        Waveform chest = breath.Chest(Quiet);
        Assert.Equal(Quiet.At(1.234), chest.At(1.234));
        rate.Follow(30);
        double[] p = Run(breath, chest, from: 1, seconds: 12);
        Assert.Equal(Quiet.At(1), p[0], 1e-9);
        Assert.Equal(5, Inspirations(p[200..]));   // 10 s at 30 a minute
    }

    [Fact]
    public void A_held_breath_is_finished_stands_and_begins_anew_when_let_go()
    {
        LiveBreath breath = Breath();
        Waveform chest = breath.Chest(Quiet);
        hold.Follow(1);
        double[] p = Run(breath, chest, from: 1, seconds: 8);
        Assert.True(p[..300].Min() < -799);   // the breath under way reaches its end of inspiration
        Assert.All(p[301..], value => Assert.Equal(-500, value));
        hold.Follow(0);
        p = Run(breath, chest, from: 9, seconds: 4);
        Assert.Equal(-500, p[0]);
        Assert.True(p[160] < -799, $"{p[160]}");   // inspiration takes 0.4 of 4 s
    }

    [Fact]
    public void Depth_and_strain_move_chest_and_abdomen()
    {
        LiveBreath breath = Breath();
        Waveform chest = breath.Chest(Quiet), abdomen = breath.Abdomen(new BreathWaveform(Period, 0.4, 0, 266), Quiet);
        depth.Follow(6);
        double[] p = Run(breath, chest, from: 0, seconds: 4);
        Assert.Equal(-500 - 3 * 300, p.Min(), 1);
        strain.Follow(30);
        double[] strained = Run(breath, chest, from: 4, seconds: 8);
        Assert.Equal(-500 + 30 * 133.322, strained[^1], 0.1);
        Assert.Equal(0.6 * strained[^1], abdomen.At(12), 0.1);
    }

    [Fact]
    public void The_heart_contracts_twice_as_often_at_twice_the_rate()
    {
        EasedValue beats = Value(60, 30, 180);
        LiveBeat beat = new(beats, 60);
        Waveform contraction = beat.Of(new CycleWaveform(1, time => time < 0.5 ? 1 : 0));
        Assert.Equal(1.7, beat.At(1.7));
        beats.Follow(120);
        int contractions = 0;
        for (int k = 0; k < 1000; k++)
        {
            double now = k * Interval;
            beat.Step(now);
            beats.Step(now, Interval);
            if (contraction.At(now) < contraction.At(now + Interval)) contractions++;
        }

        Assert.InRange(beat.At(10), 19.7, 20);
        Assert.Equal(19, contractions);   // the 20th begins after 10 s: the ramp cost a little
    }

    private LiveBreath Breath() => new(rate, depth, hold, strain, 2);

    // The chest's pressure at the end of each interval, and at the start.
    private double[] Run(LiveBreath breath, Waveform space, double from, double seconds)
    {
        int count = (int)Math.Round(seconds / Interval);
        double[] p = new double[count + 1];
        for (int k = 0; k < count; k++)
        {
            double now = from + k * Interval;
            breath.Step(now, Quiet);
            foreach (EasedValue value in new[] { rate, depth, hold, strain }) value.Step(now, Interval);
            if (k == 0) p[0] = space.At(now);
            p[k + 1] = space.At(now + Interval);
        }

        return p;
    }

    private static int Inspirations(double[] p) =>
        Enumerable.Range(1, p.Length - 1).Count(i => p[i - 1] > -650 && p[i] <= -650);

    private static EasedValue Value(double start, double low, double high) => new(Control(start, low, high));

    private static LiveControl Control(double start, double low, double high) => new()
    {
        Id = "x",
        Label = "x",
        Unit = "1",
        Meaning = "x",
        Minimum = low,
        Maximum = high,
        Step = 1,
        Start = start,
    };
}
