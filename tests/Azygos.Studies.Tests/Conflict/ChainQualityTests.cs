using Azygos.Evidence.Distributions;
using Azygos.Numerics;
using Azygos.Studies.Conflict;

namespace Azygos.Studies.Tests.Conflict;

public sealed class ChainQualityTests
{
    private static double[] Chain(int number, int length, double memory, double shift = 0)
    {
        AddressedNumbers random = new(1, 0, number, 0);
        double[] x = new double[length];
        double last = 0;
        for (int i = 0; i < length; i++)
        {
            last = memory * last + Math.Sqrt(1 - memory * memory) * Normal.Quantile(random.NextUniform());
            x[i] = last + shift;
        }
        return x;
    }

    private static double[][] Chains(int length, double memory, params double[] shifts) =>
        [.. shifts.Select((shift, at) => Chain(at, length, memory, shift))];

    [Fact]
    public void Independent_draws_agree_and_count_in_full()
    {
        ChainQuality quality = ChainQuality.Of(Chains(2000, 0, 0, 0, 0, 0));
        Assert.InRange(quality.RHat, 0.999, 1.005);
        Assert.InRange(quality.EffectiveDraws, 6500, 9500);      // 8,000, the estimate's own error near 10 %
    }

    /// <summary>A chain that remembers 0.9 of its last state: (1 − ρ)/(1 + ρ) of its draws are new.</summary>
    [Fact]
    public void Draws_that_remember_count_for_less() => Assert.InRange(
        ChainQuality.Of(Chains(20_000, 0.9, 0, 0, 0, 0)).EffectiveDraws, 80_000 / 19.0 * 0.85, 80_000 / 19.0 * 1.15);

    [Fact]
    public void Chains_that_stay_apart_are_told() =>
        Assert.True(ChainQuality.Of(Chains(500, 0, 0, 0, 2, 2)).RHat > 1.3);

    [Fact]
    public void A_chain_that_drifts_is_told() => Assert.True(ChainQuality.Of(
        [[.. Chain(1, 400, 0).Select((v, at) => v + at / 100.0)], [.. Chain(2, 400, 0).Select((v, at) => v + at / 100.0)]])
        .RHat > 1.3);
}
