namespace Azygos.Circulation.Waveforms;

/// <summary>The same value at all times.</summary>
/// <source choice="a fixed boundary value"/>
public sealed class ConstantWaveform(double value) : Waveform
{
    /// <inheritdoc/>
    public override double At(double time) => value;
}
