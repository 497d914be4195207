namespace Azygos.Numerics.Tests.Randomness;

public sealed class AddressedNumbersTests
{
    [Fact]
    public void A_stream_is_the_same_whoever_was_drawn_before()
    {
        double[] alone = Numbers(new AddressedNumbers(7, 1, 2, 17));
        for (int member = 0; member < 17; member++) Numbers(new AddressedNumbers(7, 1, 2, member));
        Assert.Equal(alone, Numbers(new AddressedNumbers(7, 1, 2, 17)));
    }

    [Theory]
    [InlineData(8UL, 1, 2, 17)]
    [InlineData(7UL + (1UL << 40), 1, 2, 17)]
    [InlineData(7UL, 2, 2, 17)]
    [InlineData(7UL, 1, 3, 17)]
    [InlineData(7UL, 1, 2, 18)]
    public void Streams_of_another_seed_purpose_series_or_member_share_no_number(
        ulong seed, int purpose, int series, int member) => Assert.Empty(
            Numbers(new AddressedNumbers(7, 1, 2, 17)).Intersect(Numbers(new AddressedNumbers(seed, purpose, series, member))));

    /// <summary>Mean ½, variance 1/12 and no correlation of neighbours, each within 4 standard errors.</summary>
    [Fact]
    public void Numbers_are_even_on_the_unit_interval()
    {
        const int n = 100_000;
        double[] u = new double[n];
        for (int i = 0; i < n; i++) u[i] = new AddressedNumbers(1, 0, 0, i).NextUniform();
        double mean = u.Average(), variance = u.Sum(x => (x - mean) * (x - mean)) / n;
        double lag = Enumerable.Range(1, n - 1).Sum(i => (u[i] - mean) * (u[i - 1] - mean)) / n / variance;
        Assert.InRange(mean, 0.5 - 4 * Math.Sqrt(1 / 12.0 / n), 0.5 + 4 * Math.Sqrt(1 / 12.0 / n));
        Assert.InRange(variance, 1 / 12.0 - 4 * Math.Sqrt(1 / 180.0 / n), 1 / 12.0 + 4 * Math.Sqrt(1 / 180.0 / n));
        Assert.InRange(lag, -4 / Math.Sqrt(n), 4 / Math.Sqrt(n));
        Assert.True(u.Min() > 0 && u.Max() < 1);
    }

    private static double[] Numbers(AddressedNumbers stream) => [.. Enumerable.Range(0, 20).Select(_ => stream.NextUniform())];
}
