using Azygos.Circulation.Blocks;

namespace Azygos.Circulation.Tests.Blocks;

public sealed class ActivationTests
{
    private static readonly Activation[] All =
    [
        new CosineTwitch(0.2, 0.3), new TwoCosines(0.7, 0.05, 0.2, 0.3), new AtrialKick(0.4, 9), new VentricularSeries(),
        new TwoHills { Shift = 0.1, RiseTime = 0.2, FallTime = 0.35, RiseExponent = 1.9, FallExponent = 20 },
    ];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Each))]
    public void It_goes_from_0_to_1_without_a_jump_and_repeats(int which)
    {
        const double period = 0.85;
        var over = All[which].Over(period);
        double[] values = [.. Enumerable.Range(0, 8501).Select(k => over.At(k * 1e-4))];
        Assert.InRange(values.Min(), -1e-6, 1e-3);    // the Hill functions do not quite reach 0 before the next beat
        Assert.InRange(values.Max(), 1 - 1e-5, 1 + 1e-6);
        Assert.All(values.Zip(values.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 6e-3));
        Assert.Equal(over.At(0.3), over.At(0.3 + 4 * period), 1e-12);
    }

    [Fact]
    public void The_atrial_kick_ends_at_the_P_wave_and_lies_across_the_end_of_the_beat()
    {
        var kick = new AtrialKick(0.4, 10).Over(1);
        Assert.Equal(0, kick.At(0.1), 1e-12);
        Assert.Equal(1, kick.At(0.9), 1e-12);          // the middle of 0.7 … 1.1
        Assert.Equal(0.5, kick.At(0), 1e-12);
    }
}
