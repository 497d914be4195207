using Azygos.Clinic.Signals;
using Azygos.Numerics;

namespace Azygos.Clinic.Instruments.Ultrasound;

/// <summary>Pulsed Doppler: the velocity in a sample volume becomes a spectrum, and the spectrum a velocity.</summary>
/// <remarks>
/// Every class of velocity in the gate gives a line at its shift, widened by the aperture (σ_f = f_d tan θ w/(2F)),
/// folded at half the pulse rate; speckle makes the power of each class, the machine's noise included, an exponential
/// number. Classes below the wall filter, and those that could be noise, are dark. The machine then turns shifts
/// into velocities with the angle that the operator set.
/// </remarks>
/// <source choice="the project's physiology specification, §11; the brightness below which a class stays dark is
/// chosen"/>
public static class EchoColourDoppler
{
    /// <summary>Classes of velocity of a spectrum.</summary>
    /// <source choice="128: 0.3 cm/s a class at the preset"/>
    public const int Classes = 128;

    // Chosen: a class of noise alone passes once in a thousand times, ln 1000.
    private const double Reject = 6.9;

    // Above this draw a class of noise alone stays below Reject: e^−6.9, rounded up.
    private const double Dark = 0.00101;

    // Where speckle is off every class has its mean power: −ln of this is 1.
    private const double InverseE = 1 / Math.E;

    // Chosen: the envelope leaves out a twentieth of the power, as machines that trace it do.
    private const double EnvelopeShare = 0.95;

    // Chosen: a spectrum whose lit classes hold less than half of the noise's power is a spectrum of noise: stray specks are
    // seen, and no velocity is read off them.
    private const double WeakestShare = 0.5;

    // Wider than this many standard deviations nothing of a line is seen.
    private const double Reach = 3;

    /// <summary>Measures.</summary>
    /// <param name="velocity">Mean velocity over the lumen [m/s], positive toward the heart.</param>
    /// <param name="area">Area of the lumen [m²], sample by sample.</param>
    /// <param name="settings">Machine, probe, hand.</param>
    /// <param name="noise">Random numbers for speckle and noise.</param>
    public static Spectrogram Measure(Trace velocity, Trace area, DopplerSettings settings, RandomNumbers noise)
    {
        ArgumentNullException.ThrowIfNull(velocity);
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(noise);
        if (velocity.Values.Count != area.Values.Count)
            throw new ArgumentException("Velocity and area need the same samples.", nameof(area));
        int count = velocity.Values.Count;
        var gate = new SampleVolume(settings);
        var power = new float[count][];
        double[] mean = new double[count], envelope = new double[count], column = new double[Classes],
            weights = new double[SampleVolume.Classes];
        for (int i = 0; i < count; i++)
        {
            gate.Weigh(area.Values[i], weights);
            Spread(gate, weights, velocity.Values[i], settings, column);
            Degrade(column, settings, noise);
            (mean[i], envelope[i]) = Read(column, settings);
            power[i] = [.. column.Select(p => (float)p)];
        }

        return new Spectrogram
        {
            Step = velocity.Step,
            NyquistVelocity = settings.NyquistVelocity,
            Power = power,
            Mean = new Trace { Step = velocity.Step, Values = mean },
            Envelope = new Trace { Step = velocity.Step, Values = envelope },
        };
    }

    private static void Spread(
        SampleVolume gate, double[] weights, double velocity, DopplerSettings settings, double[] column)
    {
        Array.Clear(column);
        Span<double> bell = stackalloc double[Classes];
        double rate = settings.PulseRate.PerSecond, width = rate / Classes;
        double widening = Math.Tan(settings.TrueAngle.Radians) * settings.Aperture.Metres
            / (2 * settings.Focus.Metres);
        for (int k = 0; k < weights.Length; k++)
        {
            if (weights[k] == 0) continue;
            double shift = DopplerEquation.Shift(
                settings.Carrier.PerSecond, velocity * gate.Of(k), settings.TrueAngle.Radians);
            double σ = Math.Abs(shift) * widening;
            if (σ < width / 4)
            {
                column[ClassOf(shift)] += weights[k];
                continue;
            }

            int reach = Math.Min((int)(Reach * σ / width) + 1, bell.Length - 1);
            // exp(−½ (j w/σ)²) = q^(j²), built up by multiplications: q^(j²) q^(2j + 1) = q^((j + 1)²).
            double q = Real.Exp(new Real(-0.5 * width * width / (σ * σ))).Value, factor = q, total = 1;
            bell[0] = 1;
            for (int j = 1; j <= reach; j++, factor *= q * q)
            {
                bell[j] = bell[j - 1] * factor;
                total += 2 * bell[j];
            }

            for (int j = -reach; j <= reach; j++)
                column[ClassOf(shift + j * width)] += weights[k] * bell[Math.Abs(j)] / total;
        }

        int ClassOf(double shift) => Math.Clamp(
            (int)Math.Floor((DopplerEquation.Aliased(shift, rate) + rate / 2) / width), 0, Classes - 1);
    }

    private static void Degrade(double[] column, DopplerSettings settings, RandomNumbers noise)
    {
        double width = settings.PulseRate.PerSecond / Classes, floor = settings.NoiseShare / Classes;
        for (int k = 0; k < Classes; k++)
        {
            // Signal and noise add as waves, so that their power is one exponential number; drawn for every class, so
            // that settings do not shift the numbers of what follows.
            double mean = column[k] + floor, draw = settings.HasSpeckle ? noise.Uniform() : InverseE;
            double p = column[k] == 0 && draw > Dark ? 0 : -Real.Log(new Real(draw)).Value * mean;
            double shift = Math.Abs((k + 0.5) * width - settings.PulseRate.PerSecond / 2);
            column[k] = shift < settings.WallFilter.PerSecond || p < Reject * floor ? 0 : p;
        }
    }

    private static (double Mean, double Envelope) Read(double[] column, DopplerSettings settings)
    {
        double total = 0, moment = 0, forward = 0;
        for (int k = 0; k < Classes; k++)
        {
            total += column[k];
            moment += column[k] * (2 * (k + 0.5) / Classes - 1);
            if (k >= Classes / 2) forward += column[k];
        }

        if (total <= WeakestShare * settings.NoiseShare) return (0, 0);
        bool isForward = forward >= total - forward;
        double rest = (1 - EnvelopeShare) * (isForward ? forward : total - forward), beyond = 0;
        int edge = isForward ? Classes - 1 : 0;
        for (; edge != Classes / 2; edge += isForward ? -1 : 1)
            if ((beyond += column[edge]) > rest) break;
        return (moment / total * settings.NyquistVelocity,
            (2 * (edge + 0.5) / Classes - 1) * settings.NyquistVelocity);
    }
}
