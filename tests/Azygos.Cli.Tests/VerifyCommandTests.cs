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
        Assert.Contains("three-equal-variances/univariate/REML-z", bench.Out);
        Assert.Contains(" evidence values held, 0 missed, 0 disputed", bench.Out);
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
    public async Task What_cannot_be_run_is_told_and_never_held()
    {
        using Bench bench = new();
        bench.File("set/rest/tube/case.json", Tube);
        bench.File("set/own/open/case.json", Open);
        Assert.Equal(0, await bench.RunAsync("verify", "set"));
        Assert.Contains("own/open, 1 bar not run: ", bench.Out);
        Assert.Contains("1 bar held, 0 missed, 1 not run; 1 of 2 cases not run at all.", bench.Out);
    }

    [Fact]
    public async Task Json_has_every_bar()
    {
        using Bench bench = new();
        bench.File("set/rest/tube/case.json", Tube);
        bench.File("set/own/decay/case.json", Decay);
        bench.File("set/own/open/case.json", Open);
        Assert.Equal(0, await bench.RunAsync("verify", "set", "--json"));
        using JsonDocument json = JsonDocument.Parse(bench.Out);
        JsonElement[] cases = [.. json.RootElement.GetProperty("cases").EnumerateArray()];
        Assert.Equal(["own/decay", "own/open", "rest/tube"], cases.Select(one => one.GetProperty("case").GetString()));
        JsonElement[] bars = [.. cases.Select(one => one.GetProperty("bars")[0])];
        Assert.Equal(["held", "not run", "held"], bars.Select(bar => bar.GetProperty("verdict").GetString()));
        Assert.InRange(bars[0].GetProperty("value").GetDouble(), 1e-12, 1e-4);
        Assert.Equal(JsonValueKind.Null, bars[1].GetProperty("value").ValueKind);
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("bars_not_run").GetInt32());
        Assert.All(cases, one => Assert.Equal(0, one.GetProperty("warnings").GetArrayLength()));
    }

    [Fact]
    public async Task A_tube_of_fifteen_metres_draws_a_warning_with_file_and_key()
    {
        using Bench bench = new();
        bench.File("set/rest/tube/case.json", Tube.Replace("\"length_m\": 0.1", "\"length_m\": 15"));
        Assert.Equal(0, await bench.RunAsync("verify", "set"));
        Assert.Contains("1 warning about models; --warnings lists them.", bench.Out);
        Assert.Equal(0, await bench.RunAsync("verify", "set", "--warnings"));
        Assert.Contains("warning: rest/tube/case.json: /vessels/0/length_m: 15 m", bench.Out.ReplaceLineEndings(" "));
        Assert.Equal(0, await bench.RunAsync("verify", "set", "--json"));
        using JsonDocument json = JsonDocument.Parse(bench.Out);
        JsonElement warning = json.RootElement.GetProperty("cases")[0].GetProperty("warnings")[0];
        Assert.Equal("/vessels/0/length_m", warning.GetProperty("key").GetString());
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
    public async Task Evidence_values_are_held_missed_or_disputed()
    {
        using Bench bench = new();
        Evidence(bench, """{"tau2": 3, "beta": [2]}""");
        Assert.Equal(0, await bench.RunAsync("verify", "set"));
        Assert.Contains("three/univariate/REML", bench.Out);
        Assert.Contains("2 evidence values held, 0 missed, 0 disputed", bench.Out);
        string shown = bench.Out;
        Assert.Equal(0, await bench.RunAsync("evidence", "check", "set"));
        Assert.Equal(shown, bench.Out);

        Evidence(bench, """{"tau2": 3, "beta": [2.001]}""");
        Assert.Equal(3, await bench.RunAsync("verify", "set"));
        Assert.Contains("beta[0]", bench.Out);
        Assert.Contains("1 evidence value held, 1 missed, 0 disputed", bench.Out);
    }

    [Fact]
    public async Task A_disputed_value_is_shown_as_such_and_never_held()
    {
        // 8/(1 + τ²) is the 2.5 % point −2 ln 0.975 of chi-squared with 2 degrees at τ² = 156.99; 160 does not solve
        // that.
        using Bench bench = new();
        Evidence(bench, """{"tau2": 3, "heterogeneity_ci": {"Q_profile": {"tau2": [null, 160]}}}""");
        Assert.Equal(0, await bench.RunAsync("verify", "set"));
        Assert.Contains("1 evidence value held, 0 missed, 1 disputed", bench.Out);
        Assert.Contains("does not solve the equation", bench.Out.ReplaceLineEndings(" "));
        Assert.Equal(0, await bench.RunAsync("verify", "set", "--json"));
        using JsonDocument json = JsonDocument.Parse(bench.Out);
        Assert.Equal(1, json.RootElement.GetProperty("evidence_summary").GetProperty("values_disputed").GetInt32());
        JsonElement only = json.RootElement.GetProperty("evidence_cases")[0];
        Assert.Equal("disputed", only.GetProperty("verdict").GetString());
        Assert.Equal(
            "heterogeneity_ci.Q_profile.tau2[1]", only.GetProperty("disputed")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Faults_of_an_evidence_case_end_with_2_and_nothing_is_run()
    {
        using Bench bench = new();
        bench.File("set/own/decay/case.json", Decay);
        Evidence(bench, """{"tau2": 3}""", estimator: "REMML");
        Assert.Equal(2, await bench.RunAsync("verify", "set"));
        Assert.Empty(bench.Out);
        Assert.Contains("/cases/0/options/tau2_method", bench.Error);
    }

    private static void Evidence(Bench bench, string expected, string estimator = "REML")
    {
        bench.File("set/evidence/data/three.csv", "effect,variance\n0,1\n2,1\n4,1\n");
        bench.File("set/evidence/cases/three.json", $$"""
            {"schema": "evidence-cases/1", "dataset": {"name": "three", "csv": "data/three.csv", "rows": 3,
              "source": "this test", "licence": "CC0 1.0", "description": ""}, "task": "univariate",
             "cases": [{"id": "REML", "task": "univariate", "rel_tol": 1e-8, "expected": {{expected}},
              "options": {"yi": "effect", "vi": "variance", "tau2_method": "{{estimator}}", "test": "z"} }]}
            """);
    }

    [Fact]
    public async Task Help_says_what_the_exit_codes_mean()
    {
        using Bench bench = new();
        Assert.Equal(0, await bench.RunAsync("verify", "--help"));
        string help = string.Join(' ', bench.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("3: a bar or an evidence value is missed", help);
        Assert.Contains("neither held nor missed", help);
    }

    private const string OutletNode =
        """{"id": "out", "kind": "pressure", "waveform": {"kind": "constant", "value": 0, "unit": "Pa"}}""";

    // A lumped node has no waves that could leave by it.
    private static string Open => Decay.Replace("own/decay", "own/open")
        .Replace(OutletNode, """{"id": "out", "kind": "transmissive"}""");

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
