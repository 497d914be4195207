using System.Text.Json;
using System.Xml.Linq;

namespace Azygos.Cli.Tests;

public sealed class EvidencePageCommandTests
{
    private static void CopyBase(Bench bench, string folder, Func<string, string, string>? edit = null)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "evidence"), "*.csv"))
        {
            string name = Path.GetFileName(file), text = File.ReadAllText(file);
            bench.File($"{folder}/{name}", edit is null ? text : edit(name, text));
        }
    }

    [Fact]
    public async Task The_report_is_one_command_and_the_same_bytes_again()
    {
        using Bench bench = new();
        Assert.Equal((0, ""), (await bench.RunAsync("evidence", "report"), bench.Error));
        Assert.Equal("evidence-report/report.html", bench.Out.Trim());
        Dictionary<string, string> first = bench.Written.ToDictionary(name => name, name => File.ReadAllText(
            Path.Combine(bench.Folder, name)));
        Assert.Contains("evidence-report/figures/forest.svg", first.Keys);
        JsonElement json = JsonDocument.Parse(first["evidence-report/report.json"]).RootElement;
        Assert.Equal("inconclusive", json.GetProperty("claims").GetProperty("association").GetProperty("verdict")
            .GetString());
        Assert.Equal(0, await bench.RunAsync("evidence", "report"));
        Assert.Equal(first, bench.Written.ToDictionary(name => name, name =>
            File.ReadAllText(Path.Combine(bench.Folder, name))));
    }

    [Fact]
    public async Task The_article_is_one_command()
    {
        using Bench bench = new();
        Assert.Equal((0, ""), (await bench.RunAsync("evidence", "article", "--out", "site"), bench.Error));
        Assert.Equal("site/index.html", bench.Out.Trim());
        Assert.Equal(["site/feed.xml", "site/index.html", "site/report.html"], bench.Written);
    }

    [Theory]
    [InlineData("report"), InlineData("article")]
    public async Task A_folder_that_is_not_ours_is_refused_and_left_alone(string command)
    {
        using Bench bench = new();
        bench.File("mine/letter.txt", "dear");
        Assert.Equal(2, await bench.RunAsync("evidence", command, "--out", "mine"));
        Assert.Contains("holds letter.txt, which this command did not write", bench.Error, StringComparison.Ordinal);
        Assert.Equal(["mine/letter.txt"], bench.Written);
    }

    [Theory]
    [InlineData("report"), InlineData("article")]
    public async Task A_base_with_faults_gives_no_page(string command)
    {
        using Bench bench = new();
        CopyBase(bench, "base", (name, text) => name == "prevalence.csv"
            ? text.Replace("healthy,not stated in abstract,40,22,34,12", "healthy,not stated in abstract,40,52,34,12",
                StringComparison.Ordinal) : text);
        Assert.Equal(2, await bench.RunAsync("evidence", command, "--base", "base", "--out", "page"));
        Assert.Contains("prevalence.csv", bench.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(bench.Folder, "page")));
    }

    [Fact]
    public async Task A_difference_is_told_on_the_screen_as_json_and_as_a_feed()
    {
        using Bench bench = new();
        CopyBase(bench, "old");
        CopyBase(bench, "new", (name, text) => name == "claims.csv"
            ? text.Replace("TILBURG,case-control,case_control,against,1,yes",
                "TILBURG,case-control,case_control,for,1,yes",
                StringComparison.Ordinal) : text);
        Assert.Equal((0, ""), (await bench.RunAsync("evidence", "diff", "old", "new"), bench.Error));
        Assert.Contains("mechanism: not shown (rule D3) → cannot say yet (rule D4)", bench.Out,
            StringComparison.Ordinal);
        Assert.Contains("claims.csv: 1 changed", bench.Out, StringComparison.Ordinal);
        Assert.Equal(0, await bench.RunAsync("evidence", "diff", "old", "new", "--json"));
        Assert.Equal("K041", JsonDocument.Parse(bench.Out).RootElement.GetProperty("rows")[0].GetProperty("row")
            .GetString());
        Assert.Equal(0, await bench.RunAsync("evidence", "diff", "old", "new", "--feed"));
        Assert.Equal("feed", XElement.Parse(bench.Out).Name.LocalName);
        Assert.Equal(0, await bench.RunAsync("evidence", "diff", "old", "old"));
        Assert.Contains("No row changed.", bench.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_a_difference_are_told_at_once()
    {
        using Bench bench = new();
        CopyBase(bench, "old");
        File.Delete(Path.Combine(bench.Folder, "old", "releases.csv"));
        Assert.Equal(2, await bench.RunAsync("evidence", "diff", "nowhere", "old", "--feed", "--json"));
        Assert.Contains("is not a folder", bench.Error, StringComparison.Ordinal);
        Assert.Contains("--json: cannot stand beside --feed", bench.Error, StringComparison.Ordinal);
        Assert.Contains("--feed: old is not dated", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_ones_own_gives_its_figures()
    {
        using Bench bench = new();
        bench.File("s.csv", "study,events_1,n_1,events_2,n_2\na,5,20,2,20\nb,9,30,4,28\nc,8,25,3,25\n");
        Assert.Equal((0, ""), (await bench.RunAsync("evidence", "pool", "s.csv", "--figures", "f"), bench.Error));
        Assert.Contains("f/forest.svg", bench.Written);
        Assert.Contains("s.csv, pooled.", bench.Out, StringComparison.Ordinal);
        bench.File("bad.csv", "study,events_1,n_1,events_2,n_2\na,50,20,2,20\n");
        Assert.Equal(2, await bench.RunAsync("evidence", "pool", "bad.csv", "--figures", "g"));
        Assert.False(Directory.Exists(Path.Combine(bench.Folder, "g")));
    }
}
