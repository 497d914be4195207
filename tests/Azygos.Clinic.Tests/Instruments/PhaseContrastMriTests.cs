using Azygos.Clinic.Instruments.Imaging;
using Azygos.Clinic.Signals;
using Azygos.Numerics;

namespace Azygos.Clinic.Tests.Instruments;

public sealed class PhaseContrastMriTests
{
    private const double Lumen = 0.8e-4, Mean = 0.15;

    private static readonly PhaseContrastMri Clean = new() { SignalToNoise = double.PositiveInfinity };

    [Fact]
    public void A_clean_picture_of_a_wide_vein_gives_its_flow()
    {
        double flow = Clean.Picture(Mean, Lumen, (0.3, -0.2), new RandomNumbers(1, "mri"));
        // 14 pixels across; those at the rim are partly tissue, and phase there is no mean: a few per cent.
        Assert.Equal(1, flow / (Mean * Lumen), 0.04);
    }

    [Fact]
    public void A_small_vein_is_measured_less_well()
    {
        double Error(double lumen) => Enumerable.Range(0, 20).Max(i => Math.Abs(
            Clean.Picture(Mean, lumen, (i / 20.0 - 0.5, i * 7 % 20 / 20.0 - 0.5), new RandomNumbers(1, "mri"))
            / (Mean * lumen) - 1));
        Assert.True(Error(0.02e-4) > 3 * Error(Lumen), $"{Error(0.02e-4)} {Error(Lumen)}");
    }

    [Fact]
    public void Flow_faster_than_venc_wraps() =>
        // The core at 2 × 0.4 m/s passes 0.6 m/s and turns round.
        Assert.True(Clean.Picture(0.4, Lumen, (0, 0), new RandomNumbers(1, "mri")) < 0.6 * 0.4 * Lumen);

    [Fact]
    public void Noise_is_that_of_venc_over_signal_to_noise()
    {
        var noisy = new PhaseContrastMri();
        double[] errors = [.. Enumerable.Range(0, 300).Select(i =>
            noisy.Picture(Mean, Lumen, (0, 0), new RandomNumbers(i, "mri"))
            - Clean.Picture(Mean, Lumen, (0, 0), new RandomNumbers(i, "mri")))];
        double pixels = Lumen / (0.7e-3 * 0.7e-3);
        double expected = Math.Sqrt(2) / Math.PI * 0.6 / 20 * Math.Sqrt(pixels) * 0.7e-3 * 0.7e-3;
        // 300 readings know a standard deviation to 4 %; pixels at the rim hold less signal: up to 10 % more noise.
        Assert.Equal(1, Math.Sqrt(errors.Average(e => e * e)) / expected, 0.22);
    }

    [Fact]
    public void A_cine_loses_the_breath_and_real_time_keeps_it()
    {
        // Beats of 1 s, breaths of 4 s.
        Trace velocity = Sampled(t => 0.1 * (1 + 0.3 * Math.Sin(2 * Math.PI * t) + 0.5 * Math.Sin(Math.PI * t / 2)));
        Trace area = Sampled(_ => Lumen);
        double cine = Swing(Clean.Cine(velocity, area, 1, new RandomNumbers(1, "mri")));
        double realTime = Swing(Clean.RealTime(velocity, area, new RandomNumbers(1, "mri")));
        // Peak to peak: 2 × 0.3 for the beat alone, 2 × (0.3 + 0.5) with the breath; frames average up to 2 %.
        Assert.Equal(0.6, cine / (0.1 * Lumen), 0.03);
        Assert.Equal(1.6, realTime / (0.1 * Lumen), 0.08);
    }

    private static double Swing(Trace trace) => trace.Values.Max() - trace.Values.Min();

    private static Trace Sampled(Func<double, double> f) => new()
    {
        Step = 0.005,
        Values = [.. Enumerable.Range(0, 3200).Select(i => f(i * 0.005))],
    };
}
