using Azygos.Body.Breathing;
using Azygos.Body.Heart;
using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Tests.Heart;

public sealed class ActivationTests
{
    private const double T = 0.857;
    private const int Samples = 20000;

    // Both cosine halves average one half, so a contraction and relaxation of a and b of the beat average (a + b)/2.
    [Theory]
    [InlineData(0.34, 0.15)]
    [InlineData(0.6, 0.4)]
    public void The_ventricles_activation_averages_half_the_time_it_lasts(double contraction, double relaxation)
    {
        var wave = new VentricularActivation(T, contraction * T, relaxation * T);
        Behaves(wave, T, 0, 1);
        Assert.Equal(0.5 * (contraction + relaxation), Mean(wave, T), 1e-6);
        Assert.Equal(0, wave.At(0), 1e-12);
        Assert.Equal(1, wave.At(contraction * T), 1e-12);
    }

    [Fact]
    public void The_atria_contract_before_the_beat_ends_and_relax_past_it()
    {
        var wave = new AtrialActivation(T, 0.8 * T, 0.17 * T, 0.17 * T);
        Behaves(wave, T, 0, 1);
        Assert.Equal(0.17, Mean(wave, T), 1e-6);
        Assert.Equal(1, wave.At(0.97 * T), 1e-12);
        Assert.True(wave.At(0) > 0.5, "the beat's start lies within the relaxation");
        Assert.Equal(0, wave.At(0.5 * T), 1e-12);
    }

    [Theory]
    [InlineData(0.38)]
    [InlineData(0.9)]
    public void A_breath_runs_between_its_two_pressures_and_averages_their_middle(double inspiration)
    {
        var wave = new BreathWaveform(4.3, inspiration, -500, -790);
        Behaves(wave, 4.3, -790, -500);
        Assert.Equal(wave.Mean, Mean(wave, 4.3), 1e-4);
        Assert.Equal(-500, wave.At(0), 1e-9);
        Assert.Equal(-790, wave.At(inspiration * 4.3), 1e-9);
    }

    // Periodic (also before zero), within its bounds, and without jumps: no step of a sample may exceed what the
    // steepest cosine allows.
    private static void Behaves(Waveform wave, double period, double low, double high)
    {
        double step = period / Samples, steepest = 0.5 * (high - low) * Math.PI / (0.1 * period);
        for (int i = 0; i < Samples; i++)
        {
            double t = i * step, now = wave.At(t);
            Assert.InRange(now, low - 1e-9, high + 1e-9);
            Assert.InRange(Math.Abs(wave.At(t + step) - now), 0, steepest * step);
            Assert.Equal(now, wave.At(t + 7 * period), 1e-9 * (high - low));
            Assert.Equal(now, wave.At(t - 3 * period), 1e-9 * (high - low));
        }

        Assert.Empty(wave.Breakpoints(0, period));
    }

    private static double Mean(Waveform wave, double period) =>
        Enumerable.Range(0, Samples).Average(i => wave.At((i + 0.5) * period / Samples));
}
