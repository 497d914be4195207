using System.Globalization;
using System.Text.Json;
using Azygos.Cli.Screen;

namespace Azygos.Cli.Tests;

public sealed class EvidenceCommandTests
{
    private const string Studies =
        "study,events_1,n_1,events_2,n_2,read\na,5,20,2,20,blind\nb,9,30,4,28,blind\nc,8,25,3,25,open\n";

    [Theory]
    [InlineData("Curated set, not a systematic review", "evidence", "list")]
    [InlineData("blinded, disputed", "evidence", "list")]
    [InlineData("0 of 76", "evidence", "claim", "harm")]
    [InlineData("Curated set, not a systematic review", "evidence", "show", "Zamboni2009")]
    [InlineData("criteria.csv, line 2", "evidence", "show", "zamboni2009")]
    [InlineData("trials.csv", "evidence", "show", "BraveDreams")]
    [InlineData("published-meta-analyses.csv", "evidence", "show", "Laupacis2011")]
    [InlineData("cannot say yet", "evidence", "claims")]
    [InlineData("Verdict: cannot say yet (rule E5, rules 1.0)", "evidence", "claim", "association")]
    [InlineData("Probably biased towards an association", "evidence", "claim", "association")]
    [InlineData("Verdict: not shown (rule T5, rules 1.0)", "evidence", "claim", "efficacy")]
    [InlineData("A small benefit is not excluded.", "evidence", "claim", "efficacy")]
    [InlineData("quality of life: we found no usable study (rule D1)", "evidence", "claim", "symptoms")]
    [InlineData("→ 2: shown to be wrong, within the stated margin (A2)", "evidence", "claim", "diagnosis")]
    [InlineData("0.34 to 1.68", "evidence", "claim", "efficacy")]
    [InlineData("It happened. We do not know how often:", "evidence", "claim", "harm")]
    [InlineData("judged unrelated to the procedure", "evidence", "claim", "harm")]
    [InlineData("FDA safety communication", "evidence", "list")]
    [InlineData("statements.csv, line", "evidence", "show", "P013")]
    [InlineData("azygos evidence pool studies.csv", "evidence", "pool", "--help")]
    public async Task Questions_are_answered_with_0_and_nothing_is_written(string part, params string[] arguments)
    {
        using Bench bench = new();
        Assert.Equal((0, ""), (await bench.RunAsync(arguments), bench.Error));
        Assert.Contains(part, bench.Out, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
    }

    [Fact]
    public async Task The_warning_stands_in_every_row_with_a_pooled_odds_ratio()
    {
        using Bench bench = new();
        await bench.RunAsync("evidence", "claim", "association");
        string[] rows = [.. bench.Out.Split('\n').Where(line => line.StartsWith("  all", StringComparison.Ordinal)
            || line.StartsWith("  low-risk blinded  ", StringComparison.Ordinal)
            || line.StartsWith("  without_", StringComparison.Ordinal)
            || line.StartsWith("  secondary", StringComparison.Ordinal))];
        Assert.True(rows.Length >= 8);
        Assert.All(
            rows, row => Assert.Contains("Probably biased towards an association", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Harms_are_kept_apart_by_their_denominator()
    {
        using Bench bench = new();
        await bench.RunAsync("evidence", "claim", "harm");
        foreach (string kind in (string[])["procedure", "patient", "stent", "stented patient"])
            Assert.Contains($"Per {kind}, exact 95 % intervals:", bench.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evidence", "claim", "association", "--json")]
    [InlineData("evidence", "claims", "--json")]
    public async Task Json_is_json_with_title_hash_and_verdict(params string[] arguments)
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync(arguments));
        JsonElement root = JsonDocument.Parse(bench.Out).RootElement;
        Assert.Equal("Curated set, not a systematic review", root.GetProperty("title").GetString());
        JsonElement claim = root.GetProperty("claims").GetProperty("association");
        Assert.Equal(
            ("inconclusive", "E5"), (claim.GetProperty("verdict").GetString(), claim.GetProperty("rule").GetString()));
        Assert.Equal("Probably biased towards an association", claim.GetProperty(
            "pool").GetProperty("pool_warning").GetString());
        string first = bench.Out;
        await bench.RunAsync(arguments);
        Assert.Equal(first, bench.Out);
    }

    [Theory]
    [InlineData("did you mean association?", "evidence", "claim", "asociation")]
    [InlineData("did you mean Rodger2013?", "evidence", "show", "Roger2013")]
    [InlineData("is not a folder", "evidence", "list", "--base", "nowhere")]
    [InlineData("is not a file", "evidence", "pool", "nowhere.csv")]
    [InlineData("'XX' is not one of OR, RR", "evidence", "pool", "s.csv", "--measure", "XX")]
    [InlineData("--model: 'reml' is not one of", "evidence", "pool", "s.csv", "--model", "reml")]
    [InlineData("--ci: 'hk' is not one of", "evidence", "pool", "s.csv", "--ci", "hk")]
    [InlineData("--level: 1.5 is not between 0 and 1", "evidence", "pool", "s.csv", "--level", "1.5")]
    [InlineData("--columns: OR needs 4 columns", "evidence", "pool", "s.csv", "--columns", "a,b")]
    [InlineData("'MH' is not one of EE, DL", "evidence", "pool", "s.csv", "--model", "MH")]
    [InlineData("--zero: 'halve' is not one of half", "evidence", "pool", "s.csv", "--zero", "halve")]
    [InlineData("--analysis", "evidence", "pool", "s.csv", "--analysis")]
    [InlineData("'--mods' is required", "evidence", "regress", "s.csv")]
    [InlineData("s.csv:1: place: this column is missing", "evidence", "regress", "s.csv", "--mods", "place")]
    [InlineData("'open' is not column=level", "evidence", "regress", "s.csv", "--mods", "read", "--reference", "open")]
    [InlineData("'read:year' is not a pair", "evidence", "regress", "s.csv", "--mods", "read", "--interactions",
        "read:year")]
    [InlineData("s.csv:1: tp: this column is missing", "evidence", "accuracy", "s.csv")]
    [InlineData("s.csv:1: treatment: this column is missing", "evidence", "network", "s.csv")]
    [InlineData("PLO compares no groups", "evidence", "multiverse", "s.csv", "--measure", "PLO", "--columns",
        "events_1,n_1")]
    [InlineData("s.csv:1: wave: this column is missing", "evidence", "pool", "s.csv", "--by", "wave")]
    public async Task Bad_input_ends_with_2_and_nothing_is_printed_as_a_result(string part, params string[] arguments)
    {
        using Bench bench = new();
        bench.File("s.csv", Studies);
        Assert.Equal(2, await bench.RunAsync(arguments));
        Assert.Contains(part, bench.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Out);
    }

    [Fact]
    public async Task A_base_of_ones_own_is_judged_and_its_faults_are_told()
    {
        using Bench bench = new();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "evidence"), "*.csv"))
            bench.File($"own/{Path.GetFileName(file)}", await File.ReadAllTextAsync(
                file, TestContext.Current.CancellationToken));
        Assert.Equal(0, await bench.RunAsync("evidence", "claims", "--base", "own"));
        string nodes = await File.ReadAllTextAsync(
            Path.Combine(bench.Folder, "own/claim-nodes.csv"), TestContext.Current.CancellationToken);
        bench.File("own/claim-nodes.csv", nodes.Replace(",existence,", ",existing,", StringComparison.Ordinal));
        Assert.Equal(2, await bench.RunAsync("evidence", "claims", "--base", "own"));
        Assert.Contains("claim-nodes.csv:7: kind = existing: is not one of", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_ones_own_is_pooled_with_subgroups()
    {
        using Bench bench = new();
        bench.File("s.csv", Studies);
        Assert.Equal(
            (0, ""), (await bench.RunAsync("evidence", "pool", "s.csv", "--by", "read", "--json"), bench.Error));
        JsonElement root = JsonDocument.Parse(bench.Out).RootElement;
        Assert.Equal(
            ("OR", "REML", "knha"), (Method("measure"), Method("model"), Method("interval")));
        Assert.Equal(3, root.GetProperty("pool").GetProperty("k").GetInt32());
        Assert.Equal(5.0 * 18 / (15 * 2), root.GetProperty("studies")[0].GetProperty("effect").GetDouble(), 12);
        Assert.Equal(("blind", 2), (root.GetProperty("subgroups")[0].GetProperty("group").GetString(),
            root.GetProperty("subgroups")[0].GetProperty("k").GetInt32()));
        Assert.Equal(
            0, await bench.RunAsync("evidence", "pool", "s.csv", "--measure", "RD", "--model", "DL", "--ci", "wald"));
        Assert.Contains("studies, k: 3", bench.Out, StringComparison.Ordinal);

        string? Method(string key) => root.GetProperty("method").GetProperty(key).GetString();
    }

    /// <summary>Numbers of the screen are those of the JSON, rounded: one result feeds both.</summary>
    [Theory]
    [InlineData("pool", "s.csv", "--by", "read")]
    [InlineData("regress", "s.csv", "--mods", "read", "--permute")]
    [InlineData("bias", "s.csv")]
    [InlineData("accuracy", "a.csv")]
    [InlineData("network", "n.csv")]
    [InlineData("multiverse", "s.csv")]
    [InlineData("multiverse")]
    public async Task Screen_and_json_hold_the_same_numbers(params string[] arguments)
    {
        using Bench bench = new();
        bench.File("s.csv", Studies);
        bench.File("a.csv", "study,tp,fn,fp,tn\na,20,5,3,30\nb,35,10,9,40\nc,12,2,5,25\n");
        bench.File("n.csv", "study,treatment,events,n\nt,A,1,20\nt,B,4,22\nu,A,3,30\nu,C,6,31\n");
        Assert.Equal((0, ""), (await bench.RunAsync(["evidence", .. arguments]), bench.Error));
        string screen = bench.Out;
        Assert.Equal((0, ""), (await bench.RunAsync(["evidence", .. arguments, "--json"]), bench.Error));
        HashSet<string> known = [.. Numbers(JsonDocument.Parse(bench.Out).RootElement)];
        string[] shown = [.. screen.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Any(char.IsAsciiDigit) && double.TryParse(word, CultureInfo.InvariantCulture, out _))];
        Assert.True(shown.Length > 15);
        Assert.All(shown.Where(word => word is not "95" and not "10"), word => Assert.Contains(word, known));

        static IEnumerable<string> Numbers(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(one => Numbers(one.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
            JsonValueKind.Number => [SheetScreen.Shown(element.GetDouble())],
            _ => [],
        };
    }

    [Fact]
    public async Task The_central_display_stands_under_the_association_on_screen_and_in_json()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("evidence", "claim", "association"));
        foreach (string part in (string[])["By blinding:", "By who the controls were:", "exact permutation p: 0.04021",
            "Zamboni2009 separates completely", "binomial GLMM, fixed study effects",
            "Suggestive at most, not decisive",
            "Left out one at a time, 13 studies or cohorts: none changes the verdict."])
            Assert.Contains(part, bench.Out, StringComparison.Ordinal);
        Assert.Equal(0, await bench.RunAsync("evidence", "claim", "association", "--json"));
        JsonElement claim = JsonDocument.Parse(bench.Out).RootElement.GetProperty("claims").GetProperty("association");
        JsonElement conflict = claim.GetProperty("conflict").GetProperty("verified");
        Assert.Equal(69.0 / 1716,
            conflict.GetProperty("blinding_contrast").GetProperty("permutation_p").GetDouble(), 12);
        Assert.Equal(13, claim.GetProperty("left_out_one_at_a_time").GetArrayLength());
    }

    [Fact]
    public async Task Pages_say_which_estimator_agrees_to_which_digit_and_foreign_ones_stay()
    {
        using Bench bench = new();
        string own = Path.Combine(AppContext.BaseDirectory, "benchmarks", "evidence");
        Assert.Equal(0, await bench.RunAsync("evidence", "check", own, "--pages", "pages"));
        Assert.Contains("pages/README.md", bench.Written);
        string pooling = await File.ReadAllTextAsync(
            Path.Combine(bench.Folder, "pages/pooling.md"), TestContext.Current.CancellationToken);
        Assert.Contains("### DL\n", pooling, StringComparison.Ordinal);
        Assert.Matches(@"\| tau2 \| \d+ \| 1\d \|", pooling);
        bench.File("pages/notes.md", "# Mine\n");
        Assert.Equal(2, await bench.RunAsync("evidence", "check", own, "--pages", "pages"));
        Assert.Contains("holds notes.md, which azygos did not write", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_for_R_is_written_only_when_the_analysis_stands()
    {
        using Bench bench = new();
        bench.File("s.csv", Studies);
        bench.File("bad.csv", Studies.Replace("5,20", "25,20", StringComparison.Ordinal));
        Assert.Equal(2, await bench.RunAsync("evidence", "pool", "bad.csv", "--r-script", "again.R"));
        Assert.Equal(["bad.csv", "s.csv"], bench.Written);
        Assert.Equal(0, await bench.RunAsync("evidence", "pool", "s.csv", "--r-script", "again.R"));
        Assert.Equal(["again.R", "bad.csv", "s.csv"], bench.Written);
    }
}
