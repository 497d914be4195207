using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Timeline;

/// <summary>When the timeline of a run begins, in the run's own time: known once the run is periodic.</summary>
internal sealed class TimelineClock
{
    /// <summary>[s]; infinite until the timeline begins.</summary>
    public double Start { get; set; } = double.PositiveInfinity;
}

/// <summary>A fixed value until the timeline begins, then the sum of waveforms over the time of the timeline.</summary>
internal sealed class TimelineWaveform(double before, IReadOnlyList<Waveform> events, TimelineClock clock) : Waveform
{
    public override double At(double time)
    {
        double value = before;
        if (time < clock.Start) return value;
        foreach (Waveform one in events) value += one.At(time - clock.Start);
        return value;
    }
}

/// <summary>g sin θ and the like: a strength times the sine of the tilt.</summary>
/// <param name="strength">Value upright.</param>
/// <param name="degrees">Tilt over the time of the timeline [degrees].</param>
/// <param name="start">Tilt before [degrees].</param>
/// <param name="clock">When the timeline begins.</param>
internal sealed class TiltedWaveform(double strength, Waveform degrees, double start, TimelineClock clock) : Waveform
{
    public override double At(double time)
    {
        double angle = time < clock.Start ? start : degrees.At(time - clock.Start);
        return strength * Math.Sin(Quantities.Angle.FromDegrees(angle).Radians);
    }
}

/// <summary>The pressure of a space, and what presses on a vessel in it.</summary>
internal sealed class PressedWaveform(Waveform space, IReadOnlyList<(double Share, Waveform Pressure)> pressed)
    : Waveform
{
    public override double At(double time)
    {
        double sum = space.At(time);
        foreach ((double share, Waveform pressure) in pressed) sum += share * pressure.At(time);
        return sum;
    }
}
