using System.Globalization;
using System.Text;
using System.Text.Json;
using Azygos.Circulation.Blocks;
using Azygos.Circulation.Running;
using Azygos.Circulation.Translations;
using Azygos.Files.Faults;
using Azygos.Files.Folders;
using Azygos.Files.Runs;

namespace Azygos.Files.VesselModels;

/// <summary>The folder that a run of a model of vessels leaves: <c>series.csv</c>, <c>mapping.csv</c>,
/// <c>run.json</c>.</summary>
/// <source choice="long form: one row a vessel end and time, in the units of the model's file"/>
public static class VesselRunFolder
{
    private static readonly string[] Quantities = ["pressure", "flow", "area", "velocity"];

    /// <summary>The series: vessel, end, time, then pressure, flow, area and velocity in the model's units.</summary>
    public static string Series(VesselModel model, VesselModelResult result)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(result);
        Recording recording = result.Outcome.Recording;
        StringBuilder text = new($"vessel,end,time,{string.Join(',', Quantities)}\n");
        foreach (RecordedEnd end in model.Recorded)
            for (int i = 0; i < recording.Times.Length; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Cell(end.Vessel)},{end.End},{Printed(recording.Times[i])}");
                foreach (string quantity in Quantities)
                    text.Append(',').Append(end.Probes.TryGetValue(quantity, out Probe? probe)
                        ? Printed(recording[probe.Id][i] / Unit(model.Units, quantity)) : "");
                text.Append('\n');
            }
        return text.ToString();
    }

    /// <summary>What every part of the file became.</summary>
    public static string Mapping(VesselModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return "part,becomes\n" + string.Concat(
            model.Mapping.Select(row => $"{Cell(row.Part)},{Cell(row.Becomes)}\n"));
    }

    /// <summary>SI for one unit of a quantity in a model's file; a model in mL is in cm.</summary>
    public static double Unit(BlockUnits units, string quantity)
    {
        ArgumentNullException.ThrowIfNull(units);
        double length = Math.Cbrt(units.Volume);
        return quantity switch
        {
            "pressure" => units.Pressure,
            "flow" => units.Volume,
            "area" => length * length,
            "velocity" => length,
            _ => throw new ArgumentException($"There is no quantity '{quantity}'.", nameof(quantity)),
        };
    }

    /// <summary>Writes the folder, whole or not at all.</summary>
    /// <param name="folder">The folder; absent or empty.</param>
    /// <param name="model">The model.</param>
    /// <param name="result">What its run gave; finished.</param>
    /// <param name="source">The model's file as the user named it.</param>
    /// <param name="version">Version of the program.</param>
    /// <param name="cancellation">Ends the writing and leaves nothing.</param>
    public static async Task WriteAsync(
        string folder, VesselModel model, VesselModelResult result, string source, string version,
        CancellationToken cancellation)
    {
        FaultList faults = new();
        RunFolder.CheckFree(folder, folder, faults);
        faults.ThrowIfAny();
        await WholeFolder.WriteAsync(folder, replaces: false, async aside =>
        {
            await RunFolder.WriteTextAsync(Path.Combine(aside, "series.csv"), Series(model, result), cancellation);
            await RunFolder.WriteTextAsync(Path.Combine(aside, "mapping.csv"), Mapping(model), cancellation);
            await RunFolder.WriteTextAsync(
                Path.Combine(aside, "run.json"), Facts(model, result, source, version), cancellation);
        }, cancellation);
    }

    private static string Facts(VesselModel model, VesselModelResult result, string source, string version)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "azygos-vessel-run/1");
            json.WriteString("version", version);
            json.WriteString("model", model.Name);
            json.WriteString("file", source);
            json.WriteString("units", model.Units.Name);
            json.WriteNumber("pressure_unit_Pa", model.Units.Pressure);
            json.WriteNumber("volume_unit_m3", model.Units.Volume);
            json.WriteString("scheme", "explicit finite volumes of second order, local steps");
            json.WriteNumber("cells", result.Cells);
            json.WriteNumber("cell_steps", result.CellSteps);
            json.WriteNumber("simulated_s", result.Outcome.Report.SimulatedSeconds);
            json.WriteNumber("periods", result.Outcome.Report.Periods);
            json.WriteNumber("periodic_residual", result.Outcome.Report.PeriodicResidual);
            json.WriteNumber("conservation_error", result.Outcome.Report.ConservationError);
            json.WriteStartArray("without_effect");
            foreach (string path in model.WithoutEffect) json.WriteStringValue(path);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0
        ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Printed(double value) => value.ToString("G12", CultureInfo.InvariantCulture);
}
