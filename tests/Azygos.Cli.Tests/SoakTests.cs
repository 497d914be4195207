using System.Text;
using Azygos.Cli.Soak;

namespace Azygos.Cli.Tests;

/// <summary>A hundredth of a full soak, or less; kills are a step of <c>.ci/run</c>.</summary>
public sealed class SoakTests
{
    private static string Home => AppContext.BaseDirectory;

    private static Plan Slice(long count) => new()
    {
        Seed = 1,
        Count = count,
        Threads = Environment.ProcessorCount,
        Enough = TestContext.Current.CancellationToken,
    };

    private static PartReport Clean(PartReport report, long done)
    {
        Assert.Empty(report.Findings.Select(finding => finding.ToString()));
        Assert.Equal(done, report.Done);
        return report;
    }

    [Fact]
    public void A_thousand_spoilt_inputs_are_read_or_refused()
    {
        PartReport report = Clean(ReaderSoak.Run(Home, Slice(1000), Ignore), 1000);
        // Every reader must be reached, and most spoilt inputs must be noticed.
        Assert.Equal(11, report.Counts.Keys.Count(word => word.EndsWith(" refused", StringComparison.Ordinal)));
        Assert.InRange(report.Counts.Where(count => count.Key.EndsWith(" refused", StringComparison.Ordinal))
            .Sum(count => count.Value), 600, 999);
    }

    [Fact]
    public void Random_networks_finish_or_stop_with_a_reason_and_keep_their_volume()
    {
        PartReport report = Clean(NetworkSoak.Run(Slice(60), Ignore), 60);
        Assert.InRange(report.Counts["vessels finished"], 25, 60);
        Assert.InRange(report.Counts["circuit finished"], 5, 60);
    }

    [Fact]
    public void A_random_body_finishes_or_stops_with_a_reason() => Clean(BodySoak.Run(Home, Slice(1), Ignore), 1);

    [Fact]
    public void A_hundred_beats_repeat_the_first() => Clean(DriftSoak.Run(Slice(100), Ignore), 200);

    [Fact]
    public void The_same_seed_spoils_the_same_way_and_another_does_not()
    {
        byte[] whole = Encoding.UTF8.GetBytes("name,number\nfirst,1.5\nsecond,2\n");
        byte[] Spoilt(int seed, long index) => Mutation.Of(whole, new Draws(seed, "test", index));
        Assert.All(Enumerable.Range(0, 200), index => Assert.Equal(Spoilt(1, index), Spoilt(1, index)));
        int differ = Enumerable.Range(0, 200).Count(index => !Spoilt(1, index).SequenceEqual(Spoilt(2, index)));
        Assert.InRange(differ, 180, 200);
    }

    [Fact]
    public async Task A_path_with_a_null_character_is_refused()
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync("import", "mo\0del.json"));
        Assert.Contains("null character", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_does_not_exist_is_refused_with_all_other_faults()
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync("soak", "reader", "--count", "0", "--minutes", "-1"));
        Assert.Contains("did you mean readers?", bench.Error, StringComparison.Ordinal);
        Assert.Contains("--count", bench.Error, StringComparison.Ordinal);
        Assert.Contains("--minutes", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_prints_and_writes_its_log()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("soak", "networks", "--count", "30", "--out", "soak.log"));
        Assert.Contains("networks: 3 done, 0 found", bench.Out, StringComparison.Ordinal);
        Assert.Equal(bench.Out, await File.ReadAllTextAsync(
            Path.Combine(bench.Folder, "soak.log"), TestContext.Current.CancellationToken));
    }

    private static void Ignore(string line)
    {
    }
}
