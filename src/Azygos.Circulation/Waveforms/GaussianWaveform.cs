namespace Azygos.Circulation.Waveforms;

/// <summary>A single smooth pulse.</summary>
/// <remarks>a exp(−((t − c)/w)²); a amplitude, c centre [s], w width [s].</remarks>
/// <source choice="bell without the factor 2, as azygos-benchmark/1 defines its Gaussian"/>
public sealed class GaussianWaveform : Waveform
{
    private readonly double amplitude;
    private readonly double centre;
    private readonly double width;

    /// <summary>A pulse around <paramref name="centre"/> [s] of <paramref name="width"/> [s], positive.</summary>
    public GaussianWaveform(double amplitude, double centre, double width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        this.amplitude = amplitude;
        this.centre = centre;
        this.width = width;
    }

    /// <inheritdoc/>
    public override double At(double time)
    {
        double x = (time - centre) / width;
        return amplitude * Math.Exp(-x * x);
    }
}
