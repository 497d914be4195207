namespace Azygos.Cli.Tests;

/// <summary>Models of svZeroDSolver at the command line.</summary>
public sealed class ForeignModelTests
{
    private static string Own(string name) => File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "benchmarks", "svzerod", name, "model.json"));

    [Fact]
    public async Task Import_tells_what_every_block_becomes()
    {
        using Bench bench = new();
        bench.File("tree.json", Own("steady-tree"));
        Assert.Equal(0, await bench.RunAsync("import", "tree.json"));
        Assert.Contains("prescribed flow: 9.00549", bench.Out);
        Assert.Contains("R 30, S 5", bench.Out);
        Assert.Contains("14 blocks, 12 connections; units cgs.", bench.Out);
        Assert.Contains("without effect: /description, /vessels/1/vessel_length", bench.Out);
        Assert.Empty(bench.Error);
        Assert.Equal(["tree.json"], bench.Written);
    }

    [Fact]
    public async Task Simulate_runs_the_model_as_its_file_says()
    {
        using Bench bench = new();
        bench.File("ramps.json", Own("ramps-into-an-rcr"));
        Assert.Equal(0, await bench.RunAsync("simulate", "ramps.json", "--out", "run", "--units", "mmHg-mL"));
        Assert.Equal(["ramps.json", "run/mapping.csv", "run/run.json", "run/series.csv"], bench.Written);
        string[] series = await File.ReadAllLinesAsync(
            Path.Combine(bench.Folder, "run", "series.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("name,time,flow_in,flow_out,pressure_in,pressure_out", series[0]);
        Assert.Equal(162, series.Length);
        // Units are names: the numbers stay those of the model. 20000 − 0 · R at the start.
        Assert.Equal("aorta,0,0,0,20000,20000", series[1]);
        Assert.Equal(0, bench.Runs);
    }

    [Fact]
    public async Task Faults_and_options_of_a_body_are_refused()
    {
        using Bench bench = new();
        bench.File("bad.json", Own("steady-tree").Replace("\"RCR\"", "\"IMPEDANCE\"", StringComparison.Ordinal));
        Assert.Equal(2, await bench.RunAsync("import", "bad.json"));
        Assert.Contains("bad.json:", bench.Error);
        Assert.Contains("/boundary_conditions/3/bc_type", bench.Error);
        Assert.Equal(2, await bench.RunAsync("import", "none.json", "--units", "SI"));
        Assert.Contains("none.json: is not a file", bench.Error);
        Assert.Contains("must be one of cgs, mmHg-mL", bench.Error);
        bench.File("tree.json", Own("steady-tree"));
        Assert.Equal(2, await bench.RunAsync("simulate", "tree.json", "--posture", "upright", "--set", "heart.rate=80"));
        Assert.Contains("--posture: belongs to a body", bench.Error);
        Assert.Contains("--set: belongs to a body", bench.Error);
        Assert.Equal(2, await bench.RunAsync("simulate", "--units", "cgs"));
        Assert.Contains("--units: belongs to models of other programs", bench.Error);
        Assert.Equal(["bad.json", "tree.json"], bench.Written);
    }
}
