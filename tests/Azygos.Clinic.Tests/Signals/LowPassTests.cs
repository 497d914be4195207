using Azygos.Clinic.Signals;

namespace Azygos.Clinic.Tests.Signals;

public sealed class LowPassTests
{
    [Theory]
    [InlineData(2, 0.9965)]
    [InlineData(20, 0.7071)]
    [InlineData(50, 0.1146)]
    public void A_swing_keeps_what_a_bell_lets_through(double frequency, double gain)
    {
        Trace smooth = LowPass.Of(Sampled(t => Math.Sin(2 * Math.PI * frequency * t)));
        // exp(−(f/20)² ln 2/2); the bell is sampled and cut at four standard deviations: 2e-3.
        Assert.Equal(gain, smooth.Values.Skip(500).Take(1000).Max(), 0.003);
    }

    [Fact]
    public void A_constant_stays() => Assert.All(LowPass.Of(Sampled(_ => 0.3)).Values, v => Assert.Equal(0.3, v, 1e-12));

    [Fact]
    public void A_pulse_is_not_shifted()
    {
        Trace smooth = LowPass.Of(Sampled(t => Math.Exp(-Math.Pow((t - 1) / 0.05, 2))));
        Assert.Equal(1000, smooth.Values.ToList().IndexOf(smooth.Values.Max()));
    }

    private static Trace Sampled(Func<double, double> f) => new()
    {
        Step = 0.001,
        Values = [.. Enumerable.Range(0, 2001).Select(i => f(i * 0.001))],
    };
}
