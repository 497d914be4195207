using Azygos.Evidence.Distributions;

namespace Azygos.Evidence.Tests.Distributions;

public sealed class ClopperPearsonTests
{
    /// <summary>No event: the upper limit is the p with (1 − p)ⁿ = 0.025.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(76)]
    [InlineData(100_000)]
    public void No_event_still_has_an_upper_limit(int size)
    {
        ClopperPearson interval = ClopperPearson.Of(0, size);
        Assert.Equal(0, interval.Lower);
        Assert.Equal(Math.Log(0.025), size * Math.Log(1 - interval.Upper), 9);
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(5, 49)]
    [InlineData(13, 29)]
    [InlineData(300, 1000)]
    public void Each_tail_holds_a_fortieth_and_events_mirror_non_events(int events, int size)
    {
        ClopperPearson interval = ClopperPearson.Of(events, size);
        Assert.Equal(0.025, Tail(events, size, size, interval.Lower), 11);
        Assert.Equal(0.025, Tail(0, events, size, interval.Upper), 11);
        ClopperPearson mirrored = ClopperPearson.Of(size - events, size);
        Assert.Equal(1 - interval.Upper, mirrored.Lower, 12);
        Assert.InRange((double)events / size, interval.Lower, interval.Upper);
    }

    [Fact]
    public void Everybody_has_an_upper_limit_of_1() => Assert.Equal(1, ClopperPearson.Of(7, 7).Upper);

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, 0)]
    public void Impossible_counts_are_refused(int events, int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Of(events, size));

    /// <summary>P(from ≤ X ≤ to), term by term.</summary>
    private static double Tail(int from, int to, int size, double p)
    {
        double log = size * Math.Log(1 - p), sum = 0;
        for (int x = 0; x <= to; x++)
        {
            if (x >= from) sum += Math.Exp(log);
            log += Math.Log((double)(size - x) / (x + 1)) + Math.Log(p / (1 - p));
        }
        return sum;
    }
}
