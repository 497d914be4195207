namespace Azygos.Circulation.Waveforms;

/// <summary>A prescribed value over time: a pressure in Pa or a flow in m³/s, as its user says.</summary>
/// <source choice="the waveforms that verification cases and boundary conditions prescribe"/>
public abstract class Waveform
{
    /// <summary>The value at <paramref name="time"/> [s]; where it jumps, the value after the jump.</summary>
    public abstract double At(double time);

    /// <summary>The value just before <paramref name="time"/> [s]; at a jump, that before it.</summary>
    public virtual double Before(double time) => At(time);

    /// <summary>Times in (from, to] at which the value jumps [s], ascending.</summary>
    public virtual IEnumerable<double> Breakpoints(double from, double to) => [];
}
