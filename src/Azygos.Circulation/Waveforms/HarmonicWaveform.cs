namespace Azygos.Circulation.Waveforms;

/// <summary>One harmonic of a periodic curve.</summary>
/// <param name="Order">n: how often it repeats within the period [1], at least 1.</param>
/// <param name="Amplitude">a, in the unit of the waveform.</param>
/// <param name="Phase">φ [rad].</param>
/// <source choice="sine form, as azygos-benchmark/1 defines its harmonics"/>
public readonly record struct Harmonic(int Order, double Amplitude, double Phase);

/// <summary>A mean with harmonics.</summary>
/// <remarks>mean + Σ a sin(2πnt/T + φ); T period [s], n order [1], a amplitude, φ phase [rad].</remarks>
/// <source choice="sine form, as azygos-benchmark/1 defines its harmonics"/>
public sealed class HarmonicWaveform : Waveform
{
    private readonly double mean;
    private readonly double period;
    private readonly Harmonic[] harmonics;

    /// <summary>A waveform of <paramref name="period"/> [s], positive.</summary>
    public HarmonicWaveform(double mean, double period, params ReadOnlySpan<Harmonic> harmonics)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        this.mean = mean;
        this.period = period;
        this.harmonics = harmonics.ToArray();
    }

    /// <inheritdoc/>
    public override double At(double time)
    {
        double ωt = 2 * Math.PI * time / period, sum = mean;
        foreach ((int n, double a, double φ) in harmonics) sum += a * Math.Sin(n * ωt + φ);
        return sum;
    }
}
