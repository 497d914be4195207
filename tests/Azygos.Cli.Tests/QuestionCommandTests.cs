namespace Azygos.Cli.Tests;

public sealed class QuestionCommandTests
{
    [Theory]
    [InlineData("healthy-adult-lumped", "models")]
    [InlineData("left-jugular-90", "cases")]
    [InlineData("Nine tenths of the left internal jugular vein", "cases")]
    [InlineData("heart.rate_per_min", "show", "healthy-adult-lumped")]
    [InlineData("files' SHA-256: ", "show", "healthy-adult-lumped")]
    [InlineData("ijv_right_j2", "sites")]
    [InlineData("pressure, flow, area, velocity", "sites", "healthy-adult-lumped")]
    [InlineData("azygos 0.", "--version")]
    [InlineData("simulate", "--help")]
    [InlineData("simulate", "simulate", "--help")]
    [InlineData("simulate")]
    public async Task Questions_are_answered_with_0_and_nothing_is_written(string part, params string[] arguments)
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync(arguments));
        Assert.Contains(part, bench.Out, StringComparison.Ordinal);
        Assert.Empty(bench.Error);
        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
    }

    [Fact]
    public async Task Help_ends_with_examples_that_the_command_line_accepts()
    {
        using Bench bench = new();
        await bench.RunAsync("simulate", "--help");
        string[] examples = [.. bench.Out.Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith("azygos simulate", StringComparison.Ordinal)
                && !line.Contains('<', StringComparison.Ordinal))];
        Assert.True(examples.Length >= 5);
        bench.File("aorta.json", File.ReadAllText(   // the file of one's own that an example names
            Path.Combine(AppContext.BaseDirectory, "benchmarks", "svzerod", "steady-tree", "model.json")));
        foreach (string example in examples)
        {
            string line = example.Split(" > ")[0].Replace("\"4.2 L\"", "4.2L", StringComparison.Ordinal);
            Assert.Equal((0, ""), (await bench.RunAsync(line.Split(' ')[1..]), bench.Error));
        }
    }

    [Fact]
    public async Task A_broken_model_is_shown_with_all_its_faults()
    {
        using Bench bench = new();
        bench.File("broken/model.yaml", "schema: azygos-model/1\nid: broken\nname: Broken\nvessels: lumped\n"
            + "description: Broken.\n");
        Assert.Equal(2, await bench.RunAsync("show", "broken"));
        Assert.Contains("vessels.csv: this file is missing", bench.Error, StringComparison.Ordinal);
        Assert.Contains("15 faults", bench.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artery 135, vein 111, sinus 18; core detail leaves out 115 vessels", "healthy-adult")]
    [InlineData("callosomarginal_origin_left_beds", "healthy-adult", "--detail", "core")]
    [InlineData("artery 247, vein 114, sinus 18", "healthy-adult", "--detail", "full")]
    public async Task A_model_is_shown_at_its_level_of_detail(string shown, params string[] words)
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync(["show", .. words]));
        Assert.Contains(shown, bench.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show", "healthy-adult")]
    [InlineData("sites", "healthy-adult")]
    [InlineData("simulate")]
    public async Task A_level_that_there_is_not_is_refused(params string[] words)
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync([.. words, "--detail", "ful"]));
        Assert.Contains("--detail: 'ful' is not a level of detail; did you mean full?; allowed: core or full",
            bench.Error, StringComparison.Ordinal);
    }
}
