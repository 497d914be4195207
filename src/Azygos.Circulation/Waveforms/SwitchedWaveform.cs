namespace Azygos.Circulation.Waveforms;

/// <summary>One waveform until a time, then another from its own time 0.</summary>
/// <param name="before">Until the time.</param>
/// <param name="after">From the time on; its own time 0 is then.</param>
/// <param name="at">The time [s].</param>
/// <source choice="a start with other boundary values than the run that follows"/>
public sealed class SwitchedWaveform(Waveform before, Waveform after, double at) : Waveform
{
    /// <inheritdoc/>
    public override double At(double time) => time < at ? before.At(time) : after.At(time - at);

    /// <inheritdoc/>
    public override double Before(double time) => time <= at ? before.Before(time) : after.Before(time - at);

    /// <inheritdoc/>
    public override IEnumerable<double> Breakpoints(double from, double to) =>
    [
        .. before.Breakpoints(from, to).Where(time => time < at),
        .. at > from && at <= to && before.Before(at) != after.At(0) ? (double[])[at] : [],
        .. after.Breakpoints(from - at, to - at).Select(time => time + at).Where(time => time > at),
    ];
}
