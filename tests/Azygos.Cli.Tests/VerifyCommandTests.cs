using System.Text.Json;

namespace Azygos.Cli.Tests;

public sealed class VerifyCommandTests
{
    [Fact]
    public async Task The_cases_of_the_program_hold()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("verify"));
        Assert.Contains("zero-d/two-compartments", bench.Out);
        Assert.Contains(" held, 0 missed, 0 not run; 0 of ", bench.Out);
        Assert.DoesNotContain("│ missed", bench.Out);
        Assert.Empty(bench.Error);
        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
    }

    [Fact]
    public async Task A_missed_bar_ends_with_3()
    {
        using Bench bench = new();
        bench.File("set/own/decay/case.json", Decay.Replace("\"value\": 1e-4", "\"value\": 1e-14"));
        Assert.Equal(3, await bench.RunAsync("verify", "set"));
        Assert.Contains("missed", bench.Out);
        Assert.Contains("0 bars held, 1 missed, 0 not run", bench.Out);
    }

    [Fact]
    public async Task A_fault_ends_with_2_and_nothing_is_run()
    {
        using Bench bench = new();
        bench.File("set/own/decay/case.json", Decay);
        bench.File("set/own/broken/case.json", Decay.Replace("own/decay", "own/broken")
            .Replace("\"R_Pa_s_m3\"", "\"R_mmHg\""));
        Assert.Equal(2, await bench.RunAsync("verify", "set"));
        Assert.Empty(bench.Out);
        Assert.Contains("set/own/broken/case.json:", bench.Error);
        Assert.Contains("/elements/1/R_mmHg", bench.Error);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("")]
    public async Task A_folder_without_cases_ends_with_2(string folder)
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync("verify", Path.Combine(bench.Folder, folder)));
        Assert.Empty(bench.Out);
    }

    [Fact]
    public async Task What_needs_vessels_is_not_run_and_never_held()
    {
        using Bench bench = new();
        bench.File("set/rest/tube/case.json", Tube);
        bench.File("set/own/decay/case.json", Decay);
        Assert.Equal(0, await bench.RunAsync("verify", "set"));
        Assert.Contains("rest/tube, 1 bar not run: needs the 1D engine", bench.Out);
        Assert.Contains("1 bar held, 0 missed, 1 not run; 1 of 2 cases not run at all.", bench.Out);
    }

    [Fact]
    public async Task Cases_of_the_evidence_engine_are_run_beside_those_of_the_solver()
    {
        using Bench bench = new();
        bench.File("set/own/decay/case.json", Decay);
        Evidence(bench, "0.25");
        Assert.Equal(0, await bench.RunAsync("verify", "set"));
        Assert.Contains("1 bar held, 0 missed", bench.Out, StringComparison.Ordinal);
        Assert.Contains("1 case of the evidence engine held, 0 missed, 1 not run; 2 values compared.", bench.Out, StringComparison.Ordinal);
        Assert.Contains("made-up/no-such-task/other not run: task 'no-such-task' is not computed", bench.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_the_evidence_engine_outside_its_tolerance_ends_with_3_and_is_named()
    {
        using Bench bench = new();
        Evidence(bench, "0.2500001");
        Assert.Equal(3, await bench.RunAsync("verify", "set"));
        Assert.Contains("made-up/univariate/mean: beta[0] expected 0.2500001, got 0.25, missed", bench.Out, StringComparison.Ordinal);
        Assert.Equal(3, await bench.RunAsync("verify", "set", "--json"));
        using JsonDocument json = JsonDocument.Parse(bench.Out);
        Assert.Equal(1, json.RootElement.GetProperty("evidence").GetProperty("summary").GetProperty("cases_missed").GetInt32());
        Assert.Equal("beta[0]", json.RootElement.GetProperty("evidence").GetProperty("cases")[0].GetProperty("missed")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Faults_of_an_evidence_file_end_with_2_and_name_the_table()
    {
        using Bench bench = new();
        Evidence(bench, "0.25");
        bench.File("set/data/made-up.csv", "yi,vi\n0.1,0.02\n0.4\n");
        Assert.Equal(2, await bench.RunAsync("verify", "set"));
        Assert.Contains("data/made-up.csv:3: has 1 fields under 2 headings", bench.Error, StringComparison.Ordinal);
        File.Delete(Path.Combine(bench.Folder, "set/data/made-up.csv"));
        Assert.Equal(2, await bench.RunAsync("verify", "set"));
        Assert.Contains("/dataset/csv = data/made-up.csv", bench.Error, StringComparison.Ordinal);
    }

    /// <summary>Two effects with equal variances: their mean under equal effects, and a task that is unknown.</summary>
    private static void Evidence(Bench bench, string mean)
    {
        bench.File("set/data/made-up.csv", "yi,vi\n0.1,0.02\n0.4,0.02\n");
        bench.File("set/cases/made-up.json", $$"""
            {
              "schema": "evidence-cases/1",
              "dataset": {"name": "made-up", "csv": "data/made-up.csv", "rows": 2},
              "cases": [
                {"id": "mean", "task": "univariate", "options": {"yi": "yi", "vi": "vi", "tau2_method": "EE", "test": "z"},
                 "expected": {"k": 2, "beta": [{{mean}}]}, "rel_tol": 1e-8},
                {"id": "other", "task": "no-such-task", "options": {}, "expected": {"k": 2}, "rel_tol": 1e-8}
              ]
            }

            """);
    }

    [Fact]
    public async Task Json_has_every_bar()
    {
        using Bench bench = new();
        bench.File("set/rest/tube/case.json", Tube);
        bench.File("set/own/decay/case.json", Decay);
        Assert.Equal(0, await bench.RunAsync("verify", "set", "--json"));
        using JsonDocument json = JsonDocument.Parse(bench.Out);
        JsonElement[] cases = [.. json.RootElement.GetProperty("cases").EnumerateArray()];
        Assert.Equal(["own/decay", "rest/tube"], cases.Select(one => one.GetProperty("case").GetString()));
        JsonElement[] bars = [.. cases.Select(one => one.GetProperty("bars")[0])];
        Assert.Equal(["held", "not run"], bars.Select(bar => bar.GetProperty("verdict").GetString()));
        Assert.InRange(bars[0].GetProperty("value").GetDouble(), 1e-12, 1e-4);
        Assert.Equal(JsonValueKind.Null, bars[1].GetProperty("value").ValueKind);
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("bars_not_run").GetInt32());
    }

    [Fact]
    public async Task A_run_that_cannot_go_on_misses_its_bars_and_says_why()
    {
        using Bench bench = new();
        const string free = """{"id": "out", "kind": "internal", "p_initial_Pa": 0}""";
        bench.File("set/own/decay/case.json", Decay.Replace(OutletNode, free));
        Assert.Equal(3, await bench.RunAsync("verify", "set"));
        Assert.Contains("run main stopped at 0 s", bench.Out.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_run_that_is_not_periodic_in_time_is_judged_and_told()
    {
        using Bench bench = new();
        const string periodic = """
            {"kind": "periodic", "period_s": 0.1, "norm": "pressure_rms_relative", "tolerance": 1e-9, "max_periods": 2}
            """;
        bench.File("set/own/decay/case.json", Decay.Replace("""{"kind": "time", "end_time_s": 0.2}""", periodic));
        Assert.Equal(0, await bench.RunAsync("verify", "set"));
        Assert.Contains("not settled after 2 periods", bench.Out);
    }

    [Fact]
    public async Task Help_says_what_the_exit_codes_mean()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("verify", "--help"));
        string help = string.Join(' ', bench.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("3: a bar is missed", help);
        Assert.Contains("neither held nor missed", help);
    }

    private const string OutletNode =
        """{"id": "out", "kind": "pressure", "waveform": {"kind": "constant", "value": 0, "unit": "Pa"}}""";

    // 1000 e^(−t/τ) with τ = 0.1 s, at 0.2 s: 1000 e⁻² = 135.335283236613.
    private const string Decay = """
        {"schema": "azygos-benchmark/1", "case": "own/decay", "family": "zero-d",
         "description": "A compliance empties.", "source": "this test", "gravity_m_s2": null,
         "nodes": [{"id": "c", "kind": "internal", "p_initial_Pa": 1000},
          {"id": "out", "kind": "pressure", "waveform": {"kind": "constant", "value": 0, "unit": "Pa"}}],
         "elements": [{"id": "C", "kind": "capacitor", "from": "c", "to": "out", "C_m3_Pa": 1e-9},
          {"id": "R", "kind": "resistor", "from": "c", "to": "out", "R_Pa_s_m3": 1e8}],
         "runs": [{"id": "main", "until": {"kind": "time", "end_time_s": 0.2}, "dt_max_s": 0.001}],
         "probes": [{"id": "p", "kind": "series", "node": "c", "quantity": "pressure_Pa"}],
         "references": [],
         "bars": [{"run": "main", "metric": "value_relative", "at": "p", "expected": 135.335283236613, "op": "<=",
          "value": 1e-4, "unit": "1"}]}
        """;

    private const string Tube = """
        {"schema": "azygos-benchmark/1", "case": "rest/tube", "family": "rest", "description": "Nothing moves.",
         "source": "this test", "gravity_m_s2": null,
         "fluid": {"density_kg_m3": 1060, "viscosity_Pa_s": 0, "profile_zeta": null, "momentum_factor": 1},
         "nodes": [{"id": "a", "kind": "closed"}, {"id": "b", "kind": "closed"}],
         "vessels": [{"id": "v", "from": "a", "to": "b", "length_m": 0.1,
          "law": {"kind": "artery", "m": 0.5, "n": 0, "p0_Pa": 0, "K_Pa": 1000},
          "geometry": {"kind": "uniform", "A0_m2": 1e-4, "pe_Pa": 0},
          "initial": {"kind": "uniform", "A_m2": 1e-4, "u_m_s": 0}}],
         "runs": [{"id": "main", "until": {"kind": "time", "end_time_s": 1}, "mesh": {"cells": 10}}],
         "probes": [{"id": "u", "kind": "history", "vessel": "*", "quantity": "speed_index"}],
         "references": [],
         "bars": [{"run": "main", "metric": "max_u_over_c", "at": "u", "op": "<=", "value": 1e-12, "unit": "1"}]}
        """;
}
