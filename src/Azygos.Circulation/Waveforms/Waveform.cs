namespace Azygos.Circulation.Waveforms;

/// <summary>A prescribed value over time: a pressure in Pa or a flow in m³/s, as its user says.</summary>
/// <source choice="the waveforms that verification cases and boundary conditions prescribe"/>
public abstract class Waveform
{
    /// <summary>The value at <paramref name="time"/> [s]; where it jumps, the value after the jump.</summary>
    public abstract double At(double time);

    /// <summary>The value just before <paramref name="time"/> [s]: differs from <see cref="At"/> only where it jumps.</summary>
    public virtual double Before(double time) => At(time);

    /// <summary>Times in (<paramref name="from"/>, <paramref name="to"/>] at which the value or its slope jumps, ascending.</summary>
    public virtual IEnumerable<double> Breakpoints(double from, double to) => [];
}
