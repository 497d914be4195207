using System.Text.Json.Nodes;

namespace Azygos.Cli.Tests;

public sealed class StudyCommandTests
{
    private const string Impossible = """
        schema: azygos-study/1
        design: sham-controlled-trial
        people:
          treated: -4
        truth:
          prevalence: 1.2
        examiner:
          criterion: vh7
        """;

    [Fact]
    public async Task A_check_is_run_by_name_and_leaves_its_result()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("study", "run", "null-blinded", "--repeat", "40", "--out", "null"));
        Assert.Contains("azygos", await File.ReadAllTextAsync(Path.Combine(bench.Folder, "null", "report.html"),
            TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        JsonNode result = Json(bench, "null");
        Assert.Equal(1, (double)result["odds_ratio"]!["truth"]!);
        Assert.Equal(40, (int)result["odds_ratio"]!["studies"]!);
        Assert.InRange((double)result["odds_ratio"]!["coverage"]!, 0.8, 1);      // 40 studies: 95 % less 4 errors of 3.4 %
        Assert.InRange((double)result["odds_ratio"]!["median"]!, 0.7, 1.4);
        Assert.Equal(64, ((string)result["study"]!["study_hash"]!).Length);
        Assert.Equal(["null/.lock", "null/people.parquet", "null/report.html", "null/result.json", "null/run.json",
            "null/shards/000000.parquet", "null/studies.csv", "null/study.yaml"], bench.Written);
    }

    [Fact]
    public async Task Results_do_not_depend_on_shards_and_a_run_goes_on_where_it_was_broken()
    {
        using Bench bench = new();
        await bench.RunAsync("study", "run", "buffalo-like", "--repeat", "3", "--out", "one");
        await bench.RunAsync("study", "run", "buffalo-like", "--repeat", "3", "--shards", "5", "--workers", "1",
            "--out", "five");
        Assert.Equal(Text(bench, "one"), Text(bench, "five"));
        File.Delete(Path.Combine(bench.Folder, "five", "shards", "000003.parquet"));
        await bench.RunAsync("study", "status", "five");
        Assert.Contains("4 of 5 shards complete, 1 absent, 0 broken", bench.Out, StringComparison.Ordinal);
        Assert.Equal(2, await bench.RunAsync("study", "collect", "five"));
        Assert.Equal(0, await bench.RunAsync("study", "run", "--resume", "--out", "five"));
        Assert.Contains("1 of 5 shards run now", bench.Out, StringComparison.Ordinal);
        Assert.Equal(Text(bench, "one"), Text(bench, "five"));
    }

    /// <summary>What a task of a cluster does, by hand; any scheduler can.</summary>
    [Fact]
    public async Task Shards_made_one_by_one_collect_to_the_same_study()
    {
        using Bench bench = new();
        await bench.RunAsync("study", "run", "buffalo-like", "--shards", "3", "--out", "whole");
        await bench.RunAsync("study", "run", "buffalo-like", "--shards", "3", "--out", "parts");
        string whole = Text(bench, "whole");
        foreach (string name in (string[])["shards/000000.parquet", "shards/000002.parquet", "result.json"])
            File.Delete(Path.Combine(bench.Folder, "parts", name));
        Assert.Equal(2, await bench.RunAsync("study", "shard", "parts", "3"));
        Assert.Contains("3 is not a shard of this run: from 0 to 2", bench.Error, StringComparison.Ordinal);
        Assert.Equal(0, await bench.RunAsync("study", "shard", "parts", "0", "1", "2", "--workers", "2"));
        Assert.Contains("2 of 3 shards made", bench.Out, StringComparison.Ordinal);
        Assert.Equal(0, await bench.RunAsync("study", "collect", "parts"));
        Assert.Equal(whole, Text(bench, "parts"));
        Assert.Equal(2, await bench.RunAsync("study", "cancel", "parts"));
        Assert.Contains("never was on a cluster", bench.Error, StringComparison.Ordinal);
    }

    /// <summary>A simulated literature is pooled by the command that pools the real one.</summary>
    [Fact]
    public async Task Simulated_studies_can_be_pooled_like_real_ones()
    {
        using Bench bench = new();
        await bench.RunAsync("study", "run", "zamboni-2009-like", "--repeat", "8", "--out", "literature");
        Assert.Equal(0, await bench.RunAsync("evidence", "pool", "literature/studies.csv", "--measure", "OR"));
        Assert.Contains("zamboni-2009-like-8", bench.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_impossible_study_is_refused_with_all_its_faults_and_nothing_is_written()
    {
        using Bench bench = new();
        bench.File("mine.yaml", Impossible);
        Assert.Equal(2, await bench.RunAsync("study", "run", "mine.yaml", "--repeat", "0", "--out", "mine"));
        foreach (string fault in (string[])
            ["mine.yaml:4: people.treated = -4", "mine.yaml:6: truth.prevalence = 1.2", "mine.yaml:8: examiner.criterion",
                "--repeat: 0 is outside", "Refused: 4 faults"])
            Assert.Contains(fault, bench.Error, StringComparison.Ordinal);
        Assert.Equal(["mine.yaml"], bench.Written);
    }

    [Theory]
    [InlineData("'null-blindet' is neither a file nor a study; did you mean null-blinded?", "null-blindet")]
    [InlineData("STUDY: is missing")]
    [InlineData("--resume: needs the folder of the run", "--resume")]
    [InlineData("--repeat: is fixed by the run", "--resume", "--out", "x", "--repeat", "3")]
    [InlineData("--workers: 0 is outside", "null-blinded", "--workers", "0")]
    [InlineData("'slrum' is neither local nor slurm", "null-blinded", "--on", "slrum")]
    [InlineData("--partition: belongs to --on slurm", "null-blinded", "--partition", "long")]
    [InlineData("--time: 'tomorrow' is not one for Slurm", "null-blinded", "--on", "slurm", "--time", "tomorrow")]
    [InlineData("--workers: belongs to --on local", "null-blinded", "--on", "slurm", "--workers", "2")]
    [InlineData("none.yaml: cannot be read", "null-blinded", "--on", "slurm", "--profile", "none.yaml")]
    public async Task A_run_that_makes_no_sense_is_refused(string fault, params string[] words)
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync(["study", "run", .. words]));
        Assert.Contains(fault, bench.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Written);
    }

    [Fact]
    public async Task Studies_are_listed_and_power_is_told_three_ways()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("study", "list"));
        Assert.Contains("brave-dreams-like", bench.Out, StringComparison.Ordinal);
        Assert.Equal(0, await bench.RunAsync("study", "power", "rodger-2013-like", "--repeat", "20"));
        Assert.Contains("exactly, interval mid-p", bench.Out, StringComparison.Ordinal);
        Assert.Equal(2, await bench.RunAsync("study", "power", "open-label-series"));
    }

    [Fact]
    public async Task Bodies_are_solved_and_the_result_says_so()
    {
        using Bench bench = new();
        bench.File("few.yaml", """
            schema: azygos-study/1
            design: case-control
            seed: 5
            people: {ms: 2, controls: 2}
            examiner: {model: body, criterion: ccsvi, icc: 0.15}
            """);
        Assert.Equal(0, await bench.RunAsync("study", "run", "few.yaml", "--shards", "2", "--out", "few"));
        JsonNode result = Json(bench, "few");
        Assert.Equal(("solver", 4, 0), ((string)result["bodies"]!["origin"]!, (int)result["bodies"]!["people"]!,
            (int)result["bodies"]!["stopped"]!));
        Assert.Equal(0, await bench.RunAsync("study", "status", "few"));
    }

    [Fact]
    public async Task What_is_asked_of_bodies_is_checked_and_agreement_is_told_with_its_misses()
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync("study", "sensitivity", "--method", "sobel", "--by", "hand", "--points", "1"));
        foreach (string fault in (string[])["'sobel' is neither", "'hand' is neither", "--points: 1 is outside"])
            Assert.Contains(fault, bench.Error, StringComparison.Ordinal);
        Assert.Equal(2, await bench.RunAsync("study", "narrowings", "--lost", "50,120", "--samples", "1"));
        Assert.Contains("'120' is not a share of the lumen", bench.Error, StringComparison.Ordinal);
        Assert.Equal(0, await bench.RunAsync("study", "narrowings", "--lost", "80", "--samples", "2"));
        Assert.Contains("superior sagittal sinus, pressure", bench.Out, StringComparison.Ordinal);
        Assert.Equal(0, await bench.RunAsync("study", "agreement", "--json"));
        Assert.Equal(6, JsonNode.Parse(bench.Out)!["kappa"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_conflict_is_explained_and_its_faults_are_told()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("study", "explain", "--kept", "20", "--out", "explained"));
        Assert.Contains("What can be known from such studies, and what not", bench.Out, StringComparison.Ordinal);
        Assert.Contains("R-hat", bench.Out, StringComparison.Ordinal);
        Assert.Contains("explained/explorer.json", bench.Written);
        Assert.Equal(2, await bench.RunAsync("study", "explain", "--kept", "2", "--rows", "blindet"));
        Assert.Contains("'blindet' is not a choice of rows; did you mean blinded?", bench.Error, StringComparison.Ordinal);
        Assert.Contains("Refused: 2 faults", bench.Error, StringComparison.Ordinal);
    }

    private static string Text(Bench bench, string run) =>
        File.ReadAllText(Path.Combine(bench.Folder, run, "result.json"));

    private static JsonNode Json(Bench bench, string run) => JsonNode.Parse(Text(bench, run))!;
}
