using System.Text.Json;
using Azygos.Files.Tests;

namespace Azygos.Cli.Tests;

public sealed class SimulateCommandTests
{
    [Fact]
    public async Task A_run_that_finishes_leaves_a_folder_and_exits_0()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("simulate"));
        Assert.Equal(
            ["report.html", "result.json", "waves.parquet"],
            bench.Written.Select(
                path => path.Replace("runs/healthy-adult-supine-1/", "", StringComparison.Ordinal)));
        Assert.Contains("Finished: periodic", bench.Out, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("runs", "healthy-adult-supine-1", "report.html"), bench.Out,
            StringComparison.Ordinal);
        Assert.Contains("not a diagnosis", bench.Out, StringComparison.Ordinal);
        Assert.Empty(bench.Error);
    }

    [Fact]
    public async Task Runs_without_a_name_are_counted_up()
    {
        using Bench bench = new();
        await bench.RunAsync("simulate", "--posture", "-15");
        await bench.RunAsync("simulate", "--posture", "-15");
        Assert.Equal(["healthy-adult-head-down-15-1", "healthy-adult-head-down-15-2"],
            Directory.GetDirectories(Path.Combine(bench.Folder, "runs")).Select(Path.GetFileName).Order());
        Assert.Equal(-15, bench.Settings!.TiltDegrees);
    }

    [Fact]
    public async Task Options_reach_the_run()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync(
            "simulate", "healthy-adult-lumped", "--posture", "sitting", "--set", "heart.rate=80", "--set",
                "blood.volume=4.2 L",
            "--out", "there", "--csv"));
        Assert.Equal(90, bench.Settings!.TiltDegrees);
        Assert.Equal(["heart.rate_per_min", "blood.volume_mL"], bench.Settings.Overrides.Select(pair => pair.Key));
        Assert.Equal(80, bench.Model!.Parameters["heart.rate_per_min"].Value);
        Assert.Equal(["there/report.html", "there/result.json", "there/waves.csv", "there/waves.parquet"],
            bench.Written);
    }

    [Fact]
    public async Task A_case_is_found_by_name_and_by_file()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("simulate", "--case", "upright"));
        Assert.Equal((90, "upright"), (bench.Settings!.TiltDegrees, bench.Settings.Case));
        bench.File("mine.yaml", "schema: azygos-case/1\nmodel: healthy-adult-lumped\nrecording:\n  sites: [azygos]\n");
        Assert.Equal(0, await bench.RunAsync("simulate", "--case", "mine.yaml"));
        Assert.Equal(["azygos"], bench.Settings!.RecordedSites);
    }

    [Fact]
    public async Task A_model_is_found_by_folder()
    {
        using Bench bench = new();
        foreach (string file in Directory.EnumerateFiles(
            Path.Combine(AppContext.BaseDirectory, "models", "healthy-adult-lumped")))
        {
            bench.File(Path.Combine("healthy-adult-lumped", Path.GetFileName(file)), await File.ReadAllTextAsync(
                file, TestContext.Current.CancellationToken));
        }
        Assert.Equal(0, await bench.RunAsync("simulate", "./healthy-adult-lumped", "--out", "o"));
    }

    [Fact]
    public async Task Json_prints_the_result_and_nothing_else()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("simulate", "--json", "--out", "o"));
        using JsonDocument printed = JsonDocument.Parse(bench.Out);
        Assert.Equal("azygos-result/1", printed.RootElement.GetProperty("schema").GetString());
        Assert.Equal(await File.ReadAllTextAsync(
            Path.Combine(bench.Folder, "o", "result.json"), TestContext.Current.CancellationToken), bench.Out);
        Assert.Empty(bench.Error);
    }

    [Fact]
    public async Task Quiet_prints_nothing()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("simulate", "--quiet"));
        Assert.Equal("", bench.Out + bench.Error);
    }

    [Fact]
    public async Task A_run_that_stops_leaves_its_folder_says_where_and_exits_1()
    {
        using Bench bench =
            new() { Simulate = (model, settings, _, _) => SampleResult.Of(model, settings, finished: false) };
        Assert.Equal(1, await bench.RunAsync("simulate", "--out", "o"));
        Assert.Contains("The run stopped at 3.5 s at azygos: the time step collapsed", bench.Error,
            StringComparison.Ordinal);
        Assert.Equal(3, bench.Written.Count());
    }

    [Fact]
    public async Task An_interrupted_run_writes_nothing_and_exits_130()
    {
        using CancellationTokenSource interrupt = new();
        using Bench bench = new()
        {
            Simulate = (_, _, _, cancellation) =>
            {
                interrupt.Cancel();
                cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(10));
                cancellation.ThrowIfCancellationRequested();
                throw new InvalidOperationException("The cancellation did not reach the run.");
            },
        };
        Assert.Equal(130, await bench.RunAsync(interrupt.Token, "simulate", "--out", "o"));
        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
        Assert.Contains("nothing was written", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_is_not_finite_is_not_written_and_exits_1()
    {
        using Bench bench = new()
        {
            Simulate = (model, settings, _, _) => SampleResult.Of(model, settings) with { CardiacOutput = double.NaN },
        };
        Assert.Equal(1, await bench.RunAsync("simulate"));
        Assert.Empty(bench.Written);
        Assert.Contains("cardiac_output_L_min", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_told_in_words()
    {
        using Bench bench = new() { Simulate = (_, _, _, _) => throw new InvalidOperationException("surprise") };
        Assert.Equal(1, await bench.RunAsync("simulate"));
        Assert.Contains("InvalidOperationException: surprise", bench.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bench.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Written);
    }

    public static TheoryData<string[], string> Refusals { get; } = new()
    {
        { ["simulate", "nobody"], "MODEL: 'nobody' is neither a model nor a folder" },
        { ["simulate", "--case", "supin"], "--case: 'supin' is neither a file nor a case; did you mean supine?" },
        { ["simulate", "--posture", "lying"], "--posture: 'lying' is not a posture" },
        { ["simulate", "--posture", "100"], "--posture: '100' is outside the allowed range: from -90 to 90 degrees" },
        { ["simulate", "--set", "haert.rate=80"],
            "--set: haert.rate = 80: is neither a parameter nor TABLE.ROW.COLUMN; did you mean heart.rate?" },
        { ["simulate", "--set", "heart.rate=500"],
            "--set: heart.rate = 500: is outside the allowed range: from 20 to 220 1/min" },
        { ["simulate", "--set", "heart.rate"], "--set: 'heart.rate' is not path=value" },
        { ["simulate", "--poture", "supine"], "--poture: is not an option; did you mean --posture?" },
        { ["simulate", "healthy-adult-lumped", "other"], "other: is not understood here" },
        { ["simlate"], "simlate: is not understood here; did you mean simulate?" },
        { ["simulate", "--out"], "Required argument missing for option: '--out'" },
        { ["show"], "Required argument missing for command: 'show'" },
        { ["show", "nobody"], "MODEL: 'nobody' is neither a model nor a folder" },
        { ["sites", "nobody"], "MODEL: 'nobody' is neither a model nor a folder" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_wrong_command_line_is_refused_with_2_and_nothing_is_written(string[] arguments, string message)
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync(arguments));
        Assert.Contains(message, bench.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bench.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (bench.Runs, bench.Out));
        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
    }

    [Fact]
    public async Task All_faults_of_model_case_and_options_are_told_at_once()
    {
        using Bench bench = new();
        bench.File("mine.yaml",
            "schema: azygos-case/1\nrecording:\n  sites: [azigos]\nheart:\n  rate_per_min: 500\nposturr: supine\n");
        bench.File("taken/file", "");
        Assert.Equal(2, await bench.RunAsync(
            "simulate", "--case", "mine.yaml", "--posture", "lying", "--set", "blood.volume=-1", "--out", "taken"));
        foreach (string part in new[]
        {
            "mine.yaml:3: recording.sites = azigos: is not a site", "mine.yaml:5: heart.rate_per_min = 500:",
                "mine.yaml:6: posturr:",
            "--posture: 'lying'", "--set: blood.volume = -1:", "--out: ", "Refused: 6 faults",
        })
        {
            Assert.Contains(part, bench.Error, StringComparison.Ordinal);
        }
        Assert.Equal(["mine.yaml", "taken/file"], bench.Written);
    }

    [Fact]
    public async Task A_model_argument_is_refused_when_the_case_names_one()
    {
        using Bench bench = new();
        bench.File("mine.yaml", "schema: azygos-case/1\nmodel: healthy-adult-lumped\n");
        Assert.Equal(2, await bench.RunAsync("simulate", "healthy-adult-lumped", "--case", "mine.yaml"));
        Assert.Contains("MODEL: 'healthy-adult-lumped' is refused, because", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_names_no_model_that_there_is_is_refused_with_its_line()
    {
        using Bench bench = new();
        bench.File("mine.yaml", "schema: azygos-case/1\nmodel: healthy-adult-lumpd\n");
        Assert.Equal(2, await bench.RunAsync("simulate", "--case", "mine.yaml"));
        Assert.Contains(
            "mine.yaml:2: model = healthy-adult-lumpd: is neither a model nor a folder; "
            + "did you mean healthy-adult-lumped?",
            bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_refused_before_anything_runs()
    {
        using Bench bench = new();
        await bench.RunAsync("simulate", "--out", "o");
        Assert.Equal(2, await bench.RunAsync("simulate", "--out", "o"));
        Assert.Equal(1, bench.Runs);
        Assert.Contains("is there already and not empty", bench.Error, StringComparison.Ordinal);
    }
}
