using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Clinic.Signals;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Clinic.Instruments.Imaging;

/// <summary>Flow by phase-contrast magnetic resonance: velocity turns the phase of each pixel's signal.</summary>
/// <remarks>
/// φ = π v/venc, folded at ±π. A pixel sums the signal of blood and of the still tissue beside it (partial volume);
/// each of two acquisitions carries noise of 1/SNR, so that σ_v = √2/π venc/SNR. Flow is the sum of v dx² over the
/// pixels that are at least half blood. A cine takes minutes and keeps only what repeats with the heart beat: the breath
/// is lost; real time averages over a frame.
/// </remarks>
/// <source choice="the project's physiology specification, §11; presets of practice, not looked up"/>
public sealed record PhaseContrastMri
{
    // Points a pixel is divided into, a side.
    private const int Fine = 4;

    /// <summary>Velocity that turns the phase by π.</summary>
    public Velocity Encoding { get; init; } = Velocity.FromCentimetresPerSecond(60);

    /// <summary>Signal of blood over noise [1]; infinite: none.</summary>
    public double SignalToNoise { get; init; } = 20;

    /// <summary>dx, side of a pixel.</summary>
    public Length Pixel { get; init; } = Length.FromMillimetres(0.7);

    /// <summary>Signal of still tissue over that of blood [1].</summary>
    public double TissueSignal { get; init; } = 0.5;

    /// <summary>γ of the velocity profile [1].</summary>
    public double ProfileExponent { get; init; } = PhysicalConstants.VelocityProfileExponent;

    /// <summary>Duration of a frame in real time.</summary>
    public Duration Frame { get; init; } = Duration.FromMilliseconds(80);

    /// <summary>Frames that a cine divides a beat into.</summary>
    public int CineFrames { get; init; } = 20;

    /// <summary>Real time: flow [m³/s], frame by frame.</summary>
    /// <param name="velocity">Mean velocity [m/s].</param>
    /// <param name="area">Lumen [m²], sample by sample.</param>
    /// <param name="noise">Random numbers.</param>
    public Trace RealTime(Trace velocity, Trace area, RandomNumbers noise)
    {
        ArgumentNullException.ThrowIfNull(velocity);
        int samples = Math.Max(1, (int)Math.Round(Frame.Seconds / velocity.Step));
        int frames = velocity.Values.Count / samples;
        if (frames == 0) throw new ArgumentException("The trace is shorter than one frame.", nameof(velocity));
        return Frames(velocity, area, samples * velocity.Step, frames, noise, i => i / samples);
    }

    /// <summary>A cine: flow [m³/s] over one beat, averaged over all beats of the trace.</summary>
    /// <param name="velocity">Mean velocity [m/s].</param>
    /// <param name="area">Lumen [m²], sample by sample.</param>
    /// <param name="beat">Duration of a beat [s].</param>
    /// <param name="noise">Random numbers.</param>
    public Trace Cine(Trace velocity, Trace area, double beat, RandomNumbers noise)
    {
        ArgumentNullException.ThrowIfNull(velocity);
        return Frames(velocity, area, beat / CineFrames, CineFrames, noise,
            i => (int)(i * velocity.Step % beat / beat * CineFrames));
    }

    private Trace Frames(
        Trace velocity, Trace area, double step, int frames, RandomNumbers noise, Func<int, int> frameOf)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(noise);
        double[] v = new double[frames], a = new double[frames], flow = new double[frames];
        int[] count = new int[frames];
        for (int i = 0; i < velocity.Values.Count; i++)
        {
            int frame = frameOf(i);
            if (frame >= frames) continue;
            v[frame] += velocity.Values[i];
            a[frame] += area.Values[i];
            count[frame]++;
        }

        // The vessel lies anywhere on the grid, and there it stays.
        (double X, double Y) centre = (noise.Uniform() - 0.5, noise.Uniform() - 0.5);
        for (int k = 0; k < frames; k++)
            flow[k] = count[k] == 0 ? 0 : Picture(v[k] / count[k], a[k] / count[k], centre, noise);
        return new Trace { Step = step, Values = flow };
    }

    /// <summary>Flow [m³/s] of one picture of a round lumen.</summary>
    /// <param name="velocity">Mean velocity [m/s].</param>
    /// <param name="area">Lumen [m²].</param>
    /// <param name="centre">Its centre, in pixels from the middle of one.</param>
    /// <param name="noise">Random numbers.</param>
    public double Picture(double velocity, double area, (double X, double Y) centre, RandomNumbers noise)
    {
        ArgumentNullException.ThrowIfNull(noise);
        double dx = Pixel.Metres, radius = Math.Sqrt(Math.Max(0, area) / Math.PI), flow = 0;
        double venc = Encoding.MetresPerSecond, σ = 1 / SignalToNoise;
        int reach = (int)(radius / dx) + 2;
        for (int ix = -reach; ix <= reach; ix++)
            for (int iy = -reach; iy <= reach; iy++)
            {
                double real = 0, imaginary = 0, still = 0, blood = 0;
                for (int point = 0; point < Fine * Fine; point++)
                {
                    double x = ix + (point % Fine + 0.5) / Fine - 0.5 - centre.X;
                    double y = iy + (point / Fine + 0.5) / Fine - 0.5 - centre.Y;
                    double share = Math.Sqrt(x * x + y * y) * dx / radius;
                    bool inside = share < 1;
                    double φ = inside
                        ? Math.PI * velocity * VelocityProfile.Relative(share, ProfileExponent) / venc
                        : 0;
                    double signal = (inside ? 1 : TissueSignal) / (Fine * Fine);
                    real += signal * Math.Cos(φ);
                    imaginary += signal * Math.Sin(φ);
                    still += signal;
                    if (inside) blood += 1.0 / (Fine * Fine);
                }

                // Drawn for every pixel, so that a change of lumen leaves the noise of the others alone.
                double a = real + σ * noise.Normal(), b = imaginary + σ * noise.Normal();
                double c = still + σ * noise.Normal(), d = σ * noise.Normal();
                if (blood < 0.5) continue;
                flow += Math.Atan2(b * c - a * d, a * c + b * d) / Math.PI * venc * dx * dx;
            }

        return flow;
    }
}
