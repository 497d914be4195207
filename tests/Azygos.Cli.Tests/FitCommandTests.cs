using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Files.ModelFolder;

namespace Azygos.Cli.Tests;

/// <summary><c>azygos fit</c> and <c>azygos uncertainty</c>.</summary>
public sealed class FitCommandTests
{
    [Fact]
    public async Task A_steady_fit_prints_knobs_targets_and_what_is_hardly_seen_and_writes_a_model()
    {
        using Bench bench = new();
        int code = await bench.RunAsync(
            "fit", "--targets", "supine", "--model", "healthy-adult-lumped", "--from", "shipped", "--steady-only",
            "--out", "refitted");
        Assert.Equal(0, code);
        Assert.Equal(0, bench.Runs);
        Assert.Contains("vertebral_vein_radius", bench.Out, StringComparison.Ordinal);
        Assert.Contains("takes a beat", bench.Out, StringComparison.Ordinal);
        Assert.Contains("the weakest: ", bench.Out, StringComparison.Ordinal);
        BodyModel written = ModelReader.Read(Path.Combine(bench.Folder, "refitted"));
        Assert.Equal("refitted", written.Id);
        Assert.NotNull(written.Calibration.Single(k => k.Knob == "sinus_radius").Sensitivity);
        Assert.All(BodyFit.SupineTargets(written), row => Assert.True(
            SteadyBody.Find(written, default, null, TestContext.Current.CancellationToken)
                .Value(row.Quantity, row.Unit) is not { } value || (value >= row.Low && value <= row.High), row.Id));
    }

    [Theory]
    [InlineData("--targets: 'sitting' is not one of supine", "fit", "--targets", "sitting")]
    [InlineData("--from: 'begin' is not one of start, shipped", "fit", "--targets", "supine", "--from", "begin")]
    [InlineData("did you mean healthy-adult-lumped?", "fit", "--targets", "supine", "--model", "healthy-adult-lumpd")]
    [InlineData("--targets", "fit")]
    [InlineData("--samples: '0' is outside the allowed range: from 1 to 100000", "uncertainty", "--samples", "0")]
    [InlineData("--out", "uncertainty", "--out", "no-such-folder/u.csv")]
    public async Task Misuse_is_refused_and_nothing_written(string message, params string[] arguments)
    {
        using Bench bench = new();
        Assert.Equal(2, await bench.RunAsync(arguments));
        Assert.Contains(message, bench.Error.Replace("=", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(bench.Written);
    }

    [Fact]
    public async Task An_uncertainty_is_a_table_that_its_model_folder_may_hold()
    {
        using Bench bench = new();
        int code = await bench.RunAsync(
            "uncertainty", "--model", "healthy-adult-lumped", "--samples", "5", "--seed", "3", "--out", "u.csv");
        Assert.Equal(0, code);
        Assert.Equal(["u.csv"], bench.Written);
        string[] lines = await File.ReadAllLinesAsync(
            Path.Combine(bench.Folder, "u.csv"), TestContext.Current.CancellationToken);
        Assert.StartsWith("quantity,posture,unit,nominal,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("torcular_sitting,sitting,mmHg,", StringComparison.Ordinal));
        Assert.Contains(
            lines, line => line.StartsWith("pullback.left.torcular,supine,mmHg,", StringComparison.Ordinal));
        Assert.Contains("5 samples a posture, seed 3", bench.Out, StringComparison.Ordinal);
    }
}
