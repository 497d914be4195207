using System.Text.Json.Nodes;

namespace Azygos.Cli.Tests;

public sealed class PredictCommandTests
{
    [Fact]
    public async Task Predictions_are_printed_with_size_and_a_miss_is_no_error()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("predict", "--only", "circular_vertebral,azygos_occluded_sinus"));
        Assert.Contains("missed", bench.Out, StringComparison.Ordinal);
        Assert.Contains(" above", bench.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 2 hit; of those blind, 1 of 1.", bench.Out, StringComparison.Ordinal);
        Assert.Empty(bench.Error);
        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
    }

    [Fact]
    public async Task Json_holds_what_the_table_says()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("predict", "--only", "circular_*", "--json"));
        JsonNode json = JsonNode.Parse(bench.Out)!;
        Assert.Equal("azygos-predictions/1", (string?)json["schema"]);
        JsonArray rows = json["predictions"]!.AsArray();
        Assert.Equal(4, rows.Count);
        JsonNode vertebral = rows.Single(row => (string?)row!["id"] == "circular_vertebral")!;
        Assert.False((bool)vertebral["hit"]!);
        Assert.Equal(
            (double)vertebral["computed"]! - (double)vertebral["high"]!, (double)vertebral["miss"]!, 1e-9);
        Assert.Null(rows.Single(row => (string?)row!["id"] == "circular_sinus")!["hit"]);
    }

    [Theory]
    [InlineData("'sittin' fits no prediction of healthy-adult; did you mean sitting?", "--only", "sittin")]
    [InlineData("'flat' is not a posture", "--posture", "flat")]
    [InlineData("leaves no prediction; postures: -15°, 0°, 45°, 90°", "--posture", "12")]
    [InlineData("healthy-adult-lumped states no predictions", "healthy-adult-lumped")]
    public async Task What_cannot_be_asked_is_refused(string message, params string[] words)
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync(["predict", .. words]));
        Assert.Contains(message, bench.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Out);
    }
}
