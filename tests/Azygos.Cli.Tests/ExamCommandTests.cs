using System.Text.Json.Nodes;
using Azygos.Body.Results;

namespace Azygos.Cli.Tests;

public sealed class ExamCommandTests
{
    [Fact]
    public async Task An_examination_runs_both_postures_and_leaves_a_folder()
    {
        using Bench bench = new();
        List<double> tilts = [];
        Simulator answer = bench.Simulate;
        bench.Simulate = (model, settings, progress, cancellation) =>
        {
            lock (tilts)
            {
                tilts.Add(settings.TiltDegrees);
                Assert.NotNull(settings.Timeline);
                return answer(model, settings, progress, cancellation);
            }
        };
        bench.File("who.yaml", "schema: azygos-operator/1\nsitting_tilt_deg: 60\nprobe_pressure_mmHg: 4\n");
        Assert.Equal(0, await bench.RunAsync(
            "exam", "healthy-adult-lumped", "--operator", "who.yaml", "--blinded", "--seed", "5", "--out", "there"));
        Assert.Equal([0, 60], tilts.Order());
        JsonNode examination = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(bench.Folder, "there", "result.json"), TestContext.Current.CancellationToken))!["examination"]!;
        Assert.Equal("who", (string)examination["operator"]!["name"]!);
        Assert.True((bool)examination["operator"]!["blinded"]!);
        Assert.Equal(5, (long)examination["seed"]!);
        Assert.Contains("not a diagnosis", bench.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        using Bench bench = new();
        bench.File("who.yaml", "schema: azygos-operator/1\nprobe_pressure_mmHg: -1\nlevels: [j9]\n");
        bench.File("case.yaml", "schema: azygos-case/1\nposture: sitting\n");
        Assert.NotEqual(0, await bench.RunAsync(
            "exam", "case.yaml", "--operator", "who.yaml", "--protocol", "zamboni2010", "--set", "heart.rate=fast"));
        foreach (string piece in new[]
        {
            "probe_pressure_mmHg = -1", "levels = j9", "did you mean zamboni2009", "heart.rate", "posture",
        })
        {
            Assert.Contains(piece, bench.Error, StringComparison.Ordinal);
        }
        Assert.Equal(0, bench.Runs);
    }

    [Fact]
    public async Task A_run_that_stops_is_written_and_told()
    {
        using Bench bench = new();
        Simulator answer = bench.Simulate;
        bench.Simulate = (model, settings, progress, cancellation) =>
            answer(model, settings, progress, cancellation) with
            {
                Ending = new RunEnding(settings.TiltDegrees == 0, "collapsed", 3, "ijv_left_j1"),
            };
        Assert.NotEqual(0, await bench.RunAsync("exam", "healthy-adult-lumped", "--out", "there"));
        Assert.Contains("collapsed", bench.Error, StringComparison.Ordinal);
        Assert.Contains("there/result.json", bench.Written);
    }

    [Fact]
    public async Task A_sweep_prints_a_row_a_setting_and_refuses_what_it_does_not_use()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("exam", "healthy-adult-lumped", "--sweep"));
        Assert.Contains("| probe pressure | 8 mmHg |", bench.Out, StringComparison.Ordinal);
        Assert.Contains("not a diagnosis", bench.Out, StringComparison.Ordinal);
        Assert.NotEqual(0, await bench.RunAsync("exam", "--sweep", "--blinded", "--out", "there"));
        Assert.Contains("--blinded", bench.Error, StringComparison.Ordinal);
        Assert.Contains("--out", bench.Error, StringComparison.Ordinal);
    }
}
