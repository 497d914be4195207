using System.Text.Json;
using Azygos.Body.Results;
using Azygos.Files.Faults;
using Azygos.Files.Runs;
using Parquet;

namespace Azygos.Files.Tests;

public sealed class RunFolderTests
{
    private static readonly RunFacts Facts = new(1.5, "0.1.0");

    private static readonly SimulationResult Result = SampleResult.Of(ShippedModel.Model);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task WriteAsync(
        string folder, SimulationResult? result = null, bool csv = false, CancellationToken? cancellation = null) =>
        RunFolder.WriteAsync(folder, result ?? Result, Facts, "<!doctype html>", csv, cancellation ?? Cancellation);

    [Fact]
    public async Task The_folder_holds_result_waves_and_report()
    {
        using TemporaryFolder temporary = new();
        string folder = Path.Combine(temporary.Path, "runs", "one");
        await WriteAsync(folder);
        Assert.Equal(["report.html", "result.json", "waves.parquet"], Directory.GetFiles(folder)
            .Select(Path.GetFileName).Order());
        Assert.Equal(folder, Assert.Single(Directory.GetFileSystemEntries(Path.Combine(temporary.Path, "runs"))));
        Assert.Equal("<!doctype html>", await File.ReadAllTextAsync(Path.Combine(folder, "report.html"), Cancellation));
        Assert.Equal(RunFolder.Json(Result, Facts),
            await File.ReadAllTextAsync(Path.Combine(folder, "result.json"), Cancellation));
    }

    [Fact]
    public async Task Of_a_run_with_a_timeline_the_waves_are_those_of_the_timeline()
    {
        using TemporaryFolder temporary = new();
        string folder = Path.Combine(temporary.Path, "one");
        await WriteAsync(folder, SampleTimeline.Result, csv: true);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(folder, "waves.csv"), Cancellation);
        Assert.Equal(1 + 2 * SampleTimeline.Times.Length, lines.Length);
        Assert.Equal("azygos,flow_mL_min,1.5,-4", lines[4]);
        Assert.Equal("icp,pressure_mmHg,2,2", lines[^1]);
    }

    [Fact]
    public void The_result_has_the_keys_and_numbers_of_the_run()
    {
        JsonElement root = JsonDocument.Parse(RunFolder.Json(Result, Facts)).RootElement;
        Assert.Equal("azygos-result/1", root.GetProperty("schema").GetString());
        Assert.Equal("finished", root.GetProperty("outcome").GetProperty("kind").GetString());
        Assert.Equal(1.5, root.GetProperty("wall_s").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("seed").ValueKind);
        SiteResult azygos = Result.Sites.Single(site => site.Site.Id == "azygos");
        JsonElement site = root.GetProperty("sites").GetProperty("azygos");
        Assert.Equal(azygos.Flow!.Value.Mean, site.GetProperty("flow_mL_min").GetProperty("mean").GetDouble());
        Assert.Equal(azygos.Pressure.Maximum, site.GetProperty("pressure_mmHg").GetProperty("max").GetDouble());
        Assert.Equal(0.25, site.GetProperty("reverse_flow_s").GetDouble());
        SiteResult icp = Result.Sites.Single(site => site.Site.Id == "icp");
        Assert.Equal(icp.Pressure.Mean, root.GetProperty("intracranial_pressure_mmHg").GetDouble());
        Assert.Equal(["pressure_mmHg"], root.GetProperty("sites").GetProperty("icp").EnumerateObject()
            .Select(key => key.Name));
        Assert.True(root.GetProperty("validation")[0].GetProperty("hit").GetBoolean());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("validation")[1].GetProperty("computed").ValueKind);
        Assert.Contains("no benefit was shown; a small benefit is not excluded", root.GetProperty("statement")
            .GetString(),
            StringComparison.Ordinal);
        int rows = root.GetProperty("assumptions").EnumerateObject().Sum(count => count.Value.GetInt32());
        Assert.True(rows > Result.Model.Vessels.Count + Result.Model.Nodes.Count);
    }

    [Fact]
    public void The_result_carries_the_pull_back_and_the_headlines()
    {
        JsonElement root = JsonDocument.Parse(RunFolder.Json(Result, Facts)).RootElement;
        JsonElement way = Assert.Single(root.GetProperty("pull_back").EnumerateArray());
        Assert.Equal("right", way.GetProperty("side").GetString());
        JsonElement station = way.GetProperty("stations")[0];
        Assert.Equal("torcular", station.GetProperty("node").GetString());
        Assert.Equal(37.5, station.GetProperty("from_right_atrium_cm").GetDouble());
        Assert.Equal(8, station.GetProperty("pressure_mmHg").GetProperty("max").GetDouble());
        Assert.Equal(JsonValueKind.Null, station.GetProperty("assumed_collaterals").ValueKind);
        JsonElement azygos = root.GetProperty("headlines").EnumerateArray()
            .Single(headline => headline.GetProperty("id").GetString() == "azygos_vein");
        Assert.Equal(Result.Site("azygos").Flow!.Value.Mean, azygos.GetProperty("value").GetDouble());
        Assert.Equal("flow:azygos", azygos.GetProperty("quantity").GetString());
    }

    [Fact]
    public void Every_number_that_has_a_band_of_this_run_carries_it()
    {
        SimulationResult result = SampleResult.Of(SampleResult.WithUncertainty(ShippedModel.Model));
        JsonElement root = JsonDocument.Parse(RunFolder.Json(result, Facts)).RootElement;
        JsonElement known = root.GetProperty("assumed_collaterals");
        Assert.True(known.GetProperty("known").GetBoolean());
        Assert.Equal(0, known.GetProperty("why_not").GetArrayLength());
        Assert.Equal(199, known.GetProperty("samples").GetInt32());
        Assert.Equal(7, known.GetProperty("seed").GetInt32());
        JsonElement[] banded =
        [
            root.GetProperty("validation")[0], root.GetProperty("pull_back")[0].GetProperty("stations")[0],
            root.GetProperty("headlines").EnumerateArray()
                .Single(headline => headline.GetProperty("id").GetString() == "azygos_vein"),
        ];
        Assert.All(banded, number =>
        {
            JsonElement moves = number.GetProperty("assumed_collaterals");
            Assert.Equal(10, moves.GetProperty("mean_flow_state").GetDouble());
            Assert.Equal(7, moves.GetProperty("low_95").GetDouble());
            Assert.Equal(14, moves.GetProperty("high_95").GetDouble());
        });
    }

    [Fact]
    public void A_band_of_other_numbers_is_refused_with_the_reason()
    {
        SimulationSettings replaced = new()
        {
            Overrides = [new("heart.rate_per_min", 80), new("blood.volume_mL", 4000)],
        };
        SimulationResult result = SampleResult.Of(
            SampleResult.WithUncertainty(ShippedModel.Model) with { Hash = new string('0', 64) }, replaced);
        JsonElement root = JsonDocument.Parse(RunFolder.Json(result, Facts)).RootElement;
        JsonElement known = root.GetProperty("assumed_collaterals");
        Assert.False(known.GetProperty("known").GetBoolean());
        Assert.Equal(
            ["the model’s files have changed since they were computed", "2 numbers were replaced for this run"],
            known.GetProperty("why_not").EnumerateArray().Select(reason => reason.GetString()));
        Assert.Equal(JsonValueKind.Null, known.GetProperty("seed").ValueKind);
        Assert.Equal(JsonValueKind.Null,
            root.GetProperty("validation")[0].GetProperty("assumed_collaterals").ValueKind);
    }

    [Fact]
    public async Task The_waves_come_back_from_parquet_and_csv()
    {
        using TemporaryFolder temporary = new();
        string folder = Path.Combine(temporary.Path, "one");
        await WriteAsync(folder, csv: true);
        await using ParquetReader reader = await ParquetReader.CreateAsync(
            Path.Combine(folder, "waves.parquet"), cancellationToken: Cancellation);
        Assert.Equal(["site", "quantity", "time_s", "value"], reader.Schema.Fields.Select(field => field.Name));
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        int count = Result.Waves.Sum(wave => wave.Values.Length);
        Assert.Equal(count, group.RowCount);
        string?[] sites = new string?[count];
        await group.ReadAsync(reader.Schema.DataFields[0], sites.AsMemory(), cancellationToken: Cancellation);
        double[] values = new double[count];
        await group.ReadAsync<double>(reader.Schema.DataFields[3], values.AsMemory(), cancellationToken: Cancellation);
        Assert.Equal(Result.Waves.SelectMany(wave => wave.Values), values);
        Assert.Equal(Result.Waves.SelectMany(wave => wave.Values.Select(_ => wave.Site)), sites);

        string[] lines = await File.ReadAllLinesAsync(Path.Combine(folder, "waves.csv"), Cancellation);
        Assert.Equal("site,quantity,time_s,value", lines[0]);
        Assert.Equal(values, lines.Skip(1)
            .Select(line => double.Parse(line.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_refused_and_left_alone()
    {
        using TemporaryFolder temporary = new();
        await File.WriteAllTextAsync(Path.Combine(temporary.Path, "mine.txt"), "mine", Cancellation);
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(
            () => WriteAsync(temporary.Path));
        Assert.Contains("there already and not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(temporary.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_empty_folder_is_filled()
    {
        using TemporaryFolder temporary = new();
        string folder = Path.Combine(temporary.Path, "empty");
        Directory.CreateDirectory(folder);
        await WriteAsync(folder);
        Assert.Equal(3, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task A_folder_below_a_file_is_refused()
    {
        using TemporaryFolder temporary = new();
        string file = Path.Combine(temporary.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        await Assert.ThrowsAsync<InputRefusedException>(() => WriteAsync(Path.Combine(file, "run")));
        await Assert.ThrowsAsync<InputRefusedException>(() => WriteAsync(file));
    }

    [Fact]
    public async Task A_cancelled_writing_leaves_nothing()
    {
        using TemporaryFolder temporary = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => WriteAsync(Path.Combine(temporary.Path, "one"), cancellation: new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFileSystemEntries(temporary.Path));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_number_that_is_not_finite_is_never_written(double number)
    {
        using TemporaryFolder temporary = new();
        SimulationResult spoilt = Result with
        {
            CardiacOutput = number,
            Oxygen = Result.Oxygen! with { Uptake = number },
            Waves = [.. Result.Waves.Skip(1), Result.Waves[0] with { Values = [0, number, 0, 0] }],
        };
        NonFiniteResultException refused = await Assert.ThrowsAsync<NonFiniteResultException>(
            () => WriteAsync(Path.Combine(temporary.Path, "one"), spoilt));
        Assert.Equal(["cardiac_output_L_min", "oxygen.uptake_mL_min", $"waves.{Result.Waves[0].Site}.{Result.Waves[0].Quantity}"],
            refused.Places);
        Assert.Empty(Directory.GetFileSystemEntries(temporary.Path));
    }

    [Fact]
    public void A_run_that_stopped_before_two_periods_has_no_residual()
    {
        string json = RunFolder.Json(SampleResult.Of(ShippedModel.Model, finished: false), Facts);
        JsonElement root = JsonDocument.Parse(json).RootElement;
        Assert.Equal("stopped", root.GetProperty("outcome").GetProperty("kind").GetString());
        Assert.Equal("azygos", root.GetProperty("outcome").GetProperty("place").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("periodic_residual").ValueKind);
    }

    [Fact]
    public void The_next_free_folder_counts_up()
    {
        using TemporaryFolder temporary = new();
        Assert.Equal(Path.Combine(temporary.Path, "m-supine-1"), RunFolder.NextFree(temporary.Path, "m-supine"));
        Directory.CreateDirectory(Path.Combine(temporary.Path, "m-supine-1"));
        Assert.Equal(Path.Combine(temporary.Path, "m-supine-2"), RunFolder.NextFree(temporary.Path, "m-supine"));
    }
}
