using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;
namespace Azygos.Files.Tests.Benchmarks;

/// <summary>What is wrong with a case is told with file, line and path, all at once; the case is not read.</summary>
public sealed class CaseFaultsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("azygos-cases-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("\"elements\": [", "\"elemets\": [", "/elemets", "did you mean elements?")]
    [InlineData("\"R_Pa_s_m3\": 4000000.0", "\"R_Pa_s_m3\": -4", "/elements/0/R_Pa_s_m3", "above 0")]
    [InlineData("\"R_Pa_s_m3\": 4000000.0", "\"R_Pa_s_m3\": 1e999", "/elements/0/R_Pa_s_m3", "finite")]
    [InlineData("\"R_Pa_s_m3\": 4000000.0", "\"R_Pa_s_m3\": \"4\"", "/elements/0/R_Pa_s_m3", "a number")]
    [InlineData("\"R_Pa_s_m3\": 4000000.0", "\"R_mmHg\": 4", "/elements/0", "lacks the key R_Pa_s_m3")]
    [InlineData("\"kind\": \"resistor\"", "\"kind\": \"resister\"", "/elements/0/kind", "did you mean resistor?")]
    [InlineData("\"to\": \"end\"", "\"to\": \"nowhere\"", "/elements/0/to", "not there")]
    [InlineData("\"to\": \"end\"", "\"to\": \"inlet\"", "/elements/0/to", "another node")]
    [InlineData("\"id\": \"end\"", "\"id\": \"inlet\"", "/nodes/1/id", "another part")]
    [InlineData("\"unit\": \"m3/s\"", "\"unit\": \"Pa\"", "/nodes/0/waveform/unit", "m3/s")]
    [InlineData("\"node\": \"end\", \"quantity\": \"pressure_Pa\"", "\"node\": \"x\", \"quantity\": \"pressure_Pa\"",
        "/probes/1/node", "not there")]
    [InlineData("\"quantity\": \"flow_m3_s\"", "\"quantity\": \"flow_mL\"", "/probes/2/quantity", "must be one of")]
    [InlineData("\"end_time_s\": 6.4}, \"dt_max_s\": 0.001", "\"end_time_s\": 0}, \"dt_max_s\": 0.001",
        "/runs/0/until/end_time_s", "above 0")]
    [InlineData("[0.004, 0.002, 0.001, 0.0005]", "[0.004, 0.002, 0.001]", "/runs/1/refinements/dt_s", "at least 4")]
    [InlineData("[0.004, 0.002, 0.001, 0.0005]", "[0.004, 0.002, 0.003, 0.0005]", "/runs/1/refinements/dt_s", "coarse")]
    [InlineData("\"file\": \"exact.csv\"", "\"file\": \"a/../../exact.csv\"", "/references/0/file", "in the folder")]
    [InlineData("\"file\": \"exact.csv\"", "\"file\": \"/exact.csv\"", "/references/0/file", "in the folder")]
    [InlineData("\"file\": \"exact.csv\"", "\"file\": \"inexact.csv\"", "/references/0/file", "not there")]
    [InlineData("\"q-end\": \"q_m3_s\"", "\"q-end\": \"q\"", "/references/0/columns/q-end", "not a column")]
    [InlineData("\"q-end\": \"q_m3_s\"", "\"q-and\": \"q_m3_s\"", "/references/0/columns/q-and", "probe")]
    [InlineData("\"at\": \"p-inlet\"", "\"at\": \"p-outlet\"", "/bars/0/at", "probe")]
    [InlineData("\"metric\": \"max_relative\"", "\"metric\": \"max_relativ\"", "/bars/0/metric", "mean max_relative?")]
    [InlineData("\"metric\": \"max_relative\"", "\"metric\": \"value_relative\"", "/bars/0/expected", "be a number")]
    [InlineData("\"reference\": \"exact\"", "\"reference\": \"exact-order\"", "/bars/0/expected", "another run")]
    [InlineData("\"family\": \"zero-d\"", "\"family\": \"svzerod\"", "/", "model")]
    [InlineData("\"case\": \"zero-d/case\"", "\"case\": \"zero-d/other\"", "/case", "folder")]
    [InlineData("azygos-benchmark/1", "azygos-benchmark/2", "/schema", "azygos-benchmark/1")]
    [InlineData("\"gravity_m_s2\": null", "\"gravity_m_s2\": null, \"gravity_m_s2\": 9", "/gravity_m_s2", "twice")]
    public void A_fault_is_told_with_its_path(string right, string wrong, string path, string message)
    {
        FaultList faults = new();
        Assert.Empty(Read(text => text.Replace(right, wrong, StringComparison.Ordinal), faults));
        Fault fault = Assert.Single(faults.Found, fault => fault.Key == path);
        Assert.Equal("set/zero-d/case/case.json", fault.File);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Line > 0);
    }

    [Fact]
    public void A_fault_names_its_line()
    {
        FaultList faults = new();
        Read(text => text.Replace("\"p_initial_Pa\": 2500", "\"p_initial_Pa\": []", StringComparison.Ordinal), faults);
        string[] lines = File.ReadAllLines(Path.Combine(root, "zero-d/case/case.json"));
        Assert.Contains("p_initial_Pa", lines[Assert.Single(faults.Found).Line!.Value - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        FaultList faults = new();
        Read(text => text.Replace("\"R_Pa_s_m3\": 4000000.0", "\"R_Pa_s_m3\": -4", StringComparison.Ordinal)
            .Replace("\"C_m3_Pa\": 1.2e-08", "\"C_m3_Pa\": 0", StringComparison.Ordinal)
            .Replace("\"node\": \"inlet\"", "\"node\": \"x\"", StringComparison.Ordinal)
            .Replace("\"op\": \">=\"", "\"op\": \"=\"", StringComparison.Ordinal),
            faults, "t_s,p_in_Pa,p_end_Pa,q_m3_s\n0,1,x,2\n");
        Assert.Equal(
            ["/nodes/1/C_m3_Pa", "/elements/0/R_Pa_s_m3", "/probes/0/node", "/bars/3/op", "p_end_Pa"],
            faults.Found.Select(fault => fault.Key));
    }

    [Theory]
    [InlineData("t_s,p_in_Pa,p_end_Pa,q_m3_s\n0,1,2,3\n0.004,1,2", 3, "cut off")]
    [InlineData("t_s,p_in_Pa,p_end_Pa,q_m3_s\n0,1,2,3\n0.004,1,2\n", 3, "3 fields")]
    [InlineData("t_s,p_in_Pa,p_end_Pa,q_m3_s\n0,1,2,3\n0.004,NaN,2,3\n", 3, "finite")]
    [InlineData("t_s,p_in_Pa,p_end_Pa,q_m3_s\n0,1,2,3\n0,1,2,3\n", 3, "after the row above")]
    [InlineData("t_s,p_in_Pa,p_end_Pa,q_m3_s\n", null, "at least one row")]
    [InlineData("t_s,p_in_Pa,p_in_Pa,q_m3_s\n0,1,2,3\n", 1, "twice")]
    public void A_fault_of_a_table_is_told_with_its_line(string table, int? line, string message)
    {
        FaultList faults = new();
        Assert.Empty(Read(text => text, faults, table));
        Fault fault = faults.Found.First(fault => fault.File == "set/zero-d/case/exact.csv");
        Assert.Equal(line, fault.Line);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n \"schema\": \"azygos-benchmark/1\",\n oops\n}", 3)]
    [InlineData("", null)]
    [InlineData("[1, 2]", 1)]
    [InlineData("{} {}", null)]
    public void What_is_no_case_is_refused(string text, int? line)
    {
        FaultList faults = new();
        Assert.Empty(Read(_ => text, faults));
        Assert.True(faults.Any);
        if (line is not null) Assert.Equal(line, faults.Found[0].Line);
    }

    [Theory]
    [InlineData("/nodes/1/R1_Pa_s_m3", "-1", "in run main, which replaces numbers")]
    [InlineData("/nodes/9/R1_Pa_s_m3", "1", "does not lead to a number")]
    [InlineData("/nodes/0/id", "1", "does not lead to a number")]
    [InlineData("nodes", "1", "must be a path")]
    public void A_replaced_number_must_be_there_and_allowed(string path, string value, string message)
    {
        string set = $"\"set\": [{{\"path\": \"{path}\", \"value\": {value}}}], \"sample_interval_s\": 0.004";
        FaultList faults = new();
        Assert.Empty(Read(text => ReplaceFirst(text, "\"sample_interval_s\": 0.004", set), faults));
        Assert.Contains(message, Assert.Single(faults.Found).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_sees_its_replaced_numbers_and_no_other_does()
    {
        string set = "\"set\": [{\"path\": \"/nodes/1/R1_Pa_s_m3\", \"value\": 7}], \"sample_interval_s\": 0.004";
        VerificationCase read = Assert.Single(
            Read(text => ReplaceFirst(text, "\"sample_interval_s\": 0.004", set), new FaultList()));
        double R1(string run) => ((WindkesselNode)read.ForRun(run).Network.Nodes[1]).ProximalResistance;
        Assert.Equal(7, R1("main"));
        Assert.Equal(1.5e7, R1("order"));
    }

    [Fact]
    public void A_folder_without_cases_is_refused()
    {
        FaultList faults = new();
        Assert.Empty(BenchmarkReader.ReadAll(root, "set", faults));
        Assert.Empty(BenchmarkReader.ReadAll(Path.Combine(root, "none"), "none", faults));
        Assert.Equal(["set", "none"], faults.Found.Select(fault => fault.File));
    }

    private IReadOnlyList<VerificationCase> Read(Func<string, string> change, FaultList faults, string? table = null)
    {
        string folder = Path.Combine(root, "zero-d", "case");
        string own = Path.Combine(CaseSets.Folder("own"), "zero-d/windkessel-transient");
        Directory.CreateDirectory(folder);
        string text = File.ReadAllText(Path.Combine(own, "case.json"))
            .Replace("zero-d/windkessel-transient", "zero-d/case", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "case.json"), change(text));
        File.WriteAllText(Path.Combine(folder, "exact.csv"), table ?? File.ReadAllText(Path.Combine(own, "exact.csv")));
        return BenchmarkReader.ReadAll(root, "set", faults);
    }

    private static string ReplaceFirst(string text, string old, string @new)
    {
        int at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + @new + text[(at + old.Length)..];
    }
}
