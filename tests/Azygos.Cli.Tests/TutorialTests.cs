namespace Azygos.Cli.Tests;

/// <summary>The lines of the tutorial are run where its table lies, and give what stands under them.</summary>
public sealed class TutorialTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "tutorial");

    private static readonly string[] s_blocks = [.. File
        .ReadAllText(Path.Combine(s_folder, "pool-your-own-table.md")).Split("```\n").Where((_, i) => i % 2 == 1)];

    public static TheoryData<string> Commands =>
        [.. s_blocks.Where(block => block.StartsWith("$ ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_line_gives_what_stands_under_it(string block)
    {
        using Bench bench = new();
        bench.File("bcg.csv", Table());
        string[] lines = block.TrimEnd().Split('\n'), command = lines[0]["$ azygos ".Length..].Split(' ');
        Assert.Equal((0, ""), (await bench.RunAsync(command), bench.Error));
        HashSet<string> shown = [.. bench.Out.Split('\n').Select(Words)];
        Assert.True(lines.Length > 2);
        Assert.All(lines.Skip(1), line => Assert.Contains(Words(line), shown));
    }

    [Fact]
    public async Task The_wrong_table_of_the_tutorial_has_those_faults()
    {
        using Bench bench = new();
        bench.File("bcg.csv", Table().Replace("3,231,11,220", "3,231,311,220", StringComparison.Ordinal)
            .Replace("Stein and Aronson 1953", "Aronson 1948", StringComparison.Ordinal)
            .Replace("505,88391", "505,many", StringComparison.Ordinal));
        string[] command = s_blocks.First(block => block.StartsWith("$ ", StringComparison.Ordinal))
            .Split('\n')[0]["$ azygos ".Length..].Split(' ');
        Assert.Equal(2, await bench.RunAsync(command));
        Assert.StartsWith(s_blocks.Single(block => block.StartsWith("bcg.csv:", StringComparison.Ordinal)),
            bench.Error, StringComparison.Ordinal);
        Assert.Contains("3 faults", bench.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Out);
    }

    private static string Table() => File.ReadAllText(Path.Combine(s_folder, "bcg.csv"));

    private static string Words(string line) =>
        string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
