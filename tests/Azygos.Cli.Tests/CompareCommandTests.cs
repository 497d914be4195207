using System.Text.Json;

namespace Azygos.Cli.Tests;

public sealed class CompareCommandTests
{
    [Fact]
    public async Task Two_cases_are_run_and_compared_with_the_harms_of_what_was_done()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("compare", "left-jugular-90", "left-jugular-90-balloon", "--out", "change"));
        Assert.Equal(2, bench.Runs);
        Assert.Equal(["change/comparison.html", "change/comparison.json"], bench.Written);
        Assert.Contains("no recommendation", bench.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_of_runs_are_compared_without_running_anything()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("simulate", "--out", "one"));
        Assert.Equal(0, await bench.RunAsync("simulate", "--posture", "upright", "--out", "two"));
        Assert.Equal(0, await bench.RunAsync("compare", "one", "two", "--json", "--out", "change"));
        Assert.Equal(2, bench.Runs);
        JsonElement root = JsonDocument.Parse(bench.Out).RootElement;
        Assert.Equal("azygos-comparison/1", root.GetProperty("schema").GetString());
        Assert.Contains("tilt", root.GetProperty("other_differences")[0].GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, root.GetProperty("numbers").GetArrayLength());
    }

    [Fact]
    public async Task What_is_neither_a_run_nor_a_case_is_told_for_both()
    {
        using Bench bench = new();
        bench.File("empty/other.txt", "");
        Assert.NotEqual(0, await bench.RunAsync("compare", "left-jugular-9", "empty"));
        Assert.Equal(0, bench.Runs);
        Assert.Contains("left-jugular-90", bench.Error, StringComparison.Ordinal);
        Assert.Contains("result.json", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_treated_case_leaves_its_harms_in_the_result()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("simulate", "--case", "left-jugular-90-stent", "--json", "--out", "run"));
        JsonElement harms = JsonDocument.Parse(bench.Out).RootElement.GetProperty("harms");
        Assert.NotEqual(0, harms.GetProperty("rates").GetArrayLength());
        Assert.Contains("people treated for CCSVI", harms.GetProperty("disease").GetString(), StringComparison.Ordinal);
    }
}
