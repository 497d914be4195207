namespace Azygos.Numerics.Tests.Randomness;

public sealed class RandomNumbersTests
{
    private const int Many = 100_000;

    [Fact]
    public void The_same_seed_and_purpose_give_the_same_bits() =>
        Assert.Equal(Bits(7, "speckle", 100), Bits(7, "speckle", 100));

    [Theory]
    [InlineData(8, "speckle")]
    [InlineData(7, "drift")]
    [InlineData(7, "specklf")]
    public void Another_seed_or_purpose_gives_other_bits(long seed, string purpose) =>
        Assert.Empty(Bits(7, "speckle", 100).Intersect(Bits(seed, purpose, 100)));

    [Fact]
    public void Uniform_numbers_have_the_moments_of_a_uniform()
    {
        var stream = new RandomNumbers(1, "uniform");
        double[] x = [.. Enumerable.Range(0, Many).Select(_ => stream.Uniform())];
        Assert.All(x, value => Assert.InRange(value, double.Epsilon, 1 - 1e-17));
        // Standard errors: √(1/12/N) = 0.0009; four of them.
        Assert.Equal(0.5, x.Average(), 0.0037);
        Assert.Equal(1 / 3.0, x.Average(value => value * value), 0.0038);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_a_normal()
    {
        var stream = new RandomNumbers(1, "normal");
        double[] x = [.. Enumerable.Range(0, Many).Select(_ => stream.Normal())];
        // Four standard errors: 1/√N, √(2/N), √(96/N).
        Assert.Equal(0, x.Average(), 0.0127);
        Assert.Equal(1, x.Average(value => value * value), 0.018);
        Assert.Equal(3, x.Average(value => Math.Pow(value, 4)), 0.124);
        Assert.Equal(0.97725, x.Count(value => value < 2) / (double)Many, 0.0019);
    }

    [Fact]
    public void Exponential_numbers_have_mean_and_variance_1()
    {
        var stream = new RandomNumbers(1, "exponential");
        double[] x = [.. Enumerable.Range(0, Many).Select(_ => stream.Exponential())];
        // Four standard errors of the mean and of the second moment (variance of x²: 20).
        Assert.Equal(1, x.Average(), 0.0127);
        Assert.Equal(2, x.Average(value => value * value), 0.057);
    }

    private static ulong[] Bits(long seed, string purpose, int count)
    {
        var stream = new RandomNumbers(seed, purpose);
        return [.. Enumerable.Range(0, count).Select(_ => stream.Bits())];
    }
}
