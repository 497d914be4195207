using System.Globalization;
using System.Text;
using System.Text.Json;
using Azygos.Circulation.Blocks;
using Azygos.Files.Faults;
using Azygos.Files.Folders;
using Azygos.Files.Runs;

namespace Azygos.Files.SvZeroD;

/// <summary>The folder that a run of a block model leaves: <c>series.csv</c>, <c>mapping.csv</c>,
/// <c>run.json</c>.</summary>
/// <source choice="the series as svZeroDSolver writes them, so that its readers read them"/>
public static class ModelRunFolder
{
    /// <summary>The series as svZeroDSolver writes them: name, time, then the columns; in the model's units.</summary>
    public static string Series(BlockResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string[] columns = [.. result.Values.Keys.Select(key => key.Column).Distinct()];
        StringBuilder text = new($"name,time,{string.Join(',', columns)}\n");
        foreach (string name in result.Values.Keys.Select(key => key.Key).Distinct())
        {
            double[][] values = [.. columns.Select(column => result.Values[(name, column)])];
            for (int i = 0; i < values[0].Length; i++)
            {
                string time = result.Times.Count > i ? Printed(result.Times[i]) : "";
                text.Append(CultureInfo.InvariantCulture,
                    $"{name},{time},{string.Join(',', values.Select(series => Printed(series[i])))}\n");
            }
        }
        return text.ToString();
    }

    /// <summary>What every block of a model became.</summary>
    public static string Mapping(BlockModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return "block,circuit\n" + string.Concat(model.Blocks.Select(block =>
            $"{block.Name},\"{block.Circuit.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));
    }

    /// <summary>Writes the folder, whole or not at all.</summary>
    /// <param name="folder">The folder; absent or empty.</param>
    /// <param name="model">The model.</param>
    /// <param name="result">What its run gave; finished.</param>
    /// <param name="source">The model's file as the user named it.</param>
    /// <param name="version">Version of the program.</param>
    /// <param name="cancellation">Ends the writing and leaves nothing.</param>
    public static async Task WriteAsync(
        string folder, BlockModel model, BlockResult result, string source, string version,
        CancellationToken cancellation)
    {
        FaultList faults = new();
        RunFolder.CheckFree(folder, folder, faults);
        faults.ThrowIfAny();
        await WholeFolder.WriteAsync(folder, replaces: false, async aside =>
        {
            await RunFolder.WriteTextAsync(Path.Combine(aside, "series.csv"), Series(result), cancellation);
            await RunFolder.WriteTextAsync(Path.Combine(aside, "mapping.csv"), Mapping(model), cancellation);
            await RunFolder.WriteTextAsync(
                Path.Combine(aside, "run.json"), Facts(model, result, source, version), cancellation);
        }, cancellation);
    }

    private static string Facts(BlockModel model, BlockResult result, string source, string version)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "azygos-block-run/1");
            json.WriteString("version", version);
            json.WriteString("model", source);
            json.WriteString("units", model.Units.Name);
            json.WriteNumber("pressure_unit_Pa", model.Units.Pressure);
            json.WriteNumber("volume_unit_m3", model.Units.Volume);
            json.WriteString("integrator", result.Cycles == 0 ? "steady state" : "TR-BDF2, step halved until converged");
            json.WriteNumber("cycles", result.Cycles);
            json.WriteNumber("step_s", result.Step);
            json.WriteNumber("last_halving", result.Refinement);
            json.WriteStartArray("without_effect");
            foreach (string path in model.WithoutEffect) json.WriteStringValue(path);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static string Printed(double value) => value.ToString("G12", CultureInfo.InvariantCulture);
}
