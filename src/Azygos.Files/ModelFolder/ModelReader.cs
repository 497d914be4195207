using System.Globalization;
using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.Tables;
using Azygos.Quantities;

namespace Azygos.Files.ModelFolder;

/// <summary>
/// Reads a model folder, schema <c>azygos-model/1</c>, changing nothing: the model, or every fault at once.
/// </summary>
public static class ModelReader
{
    /// <summary>Reads a model folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputRefusedException">The folder has faults; all of them.</exception>
    public static BodyModel Read(string folder)
    {
        FaultList faults = new();
        BodyModel? model = Read(folder, faults);
        faults.ThrowIfAny();
        return model!;
    }

    /// <summary>Reads a model folder; null when something is wrong with it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="faults">Where faults go.</param>
    public static BodyModel? Read(string folder, FaultList faults) =>
        ModelFiles.Read(folder, faults) is { } files ? Read(files, faults) : null;

    /// <summary>Reads a model from the bytes of its files.</summary>
    internal static BodyModel? Read(ModelFiles files, FaultList faults)
    {
        int before = faults.Count;
        foreach (string missing in ModelFiles.Required.Except(files.Contents.Keys))
        {
            faults.Add(files.PathOf(missing), null, "", "", "this file is missing");
        }
        Manifest manifest = Manifest.Read(files, faults);
        Dictionary<string, ReadTable> tables = [];
        foreach (TableDescription table in ModelTables.All)
        {
            string path = files.PathOf(table.File);
            tables.Add(table.Name, files.Contents.TryGetValue(table.File, out byte[]? bytes)
                ? ReadTable.Read(table, bytes, path, faults)
                : new ReadTable(table, path, [], Whole: table.IsOptional));
        }
        BodyModel model = Assemble(manifest, tables, files.Hash());
        CheckParameters(tables[ModelTables.Parameters.Name], model.OxygenDemands.Count > 0, faults);
        References.Check(tables, faults);
        RowPlaces places = RowPlaces.InFiles(tables);
        ModelChecks.Run(model, places, faults);
        CalibrationChecks.Run(model, places, faults);
        PredictionChecks.Run(model, places, faults);
        return faults.Count == before ? model : null;
    }

    private static BodyModel Assemble(Manifest manifest, Dictionary<string, ReadTable> tables, string hash)
    {
        Dictionary<string, ScalarParameter> parameters = [];
        foreach (ScalarParameter parameter in Rows(ModelTables.Parameters))
        {
            parameters.TryAdd(parameter.Path, parameter);
        }
        Dictionary<string, SourceRow> sources = [];
        foreach (SourceRow source in Rows(ModelTables.Sources))
        {
            sources.TryAdd(source.Key, source);
        }
        return new BodyModel
        {
            Id = manifest.Id,
            Name = manifest.Name,
            Description = manifest.Description,
            VesselTreatment = manifest.Vessels,
            Parameters = parameters,
            Nodes = Rows(ModelTables.Nodes),
            Walls = Rows(ModelTables.Walls),
            Vessels = Rows(ModelTables.Vessels),
            Beds = Rows(ModelTables.Beds),
            OxygenDemands = Rows(ModelTables.OxygenDemands),
            CerebralBeds = Rows(ModelTables.CerebralBeds),
            CerebralDrains = Rows(ModelTables.CerebralDrains),
            BridgingVeins = Rows(ModelTables.BridgingVeins),
            Compartments = Rows(ModelTables.Compartments),
            Chambers = Rows(ModelTables.Chambers),
            Valves = Rows(ModelTables.Valves),
            Sites = Rows(ModelTables.Sites),
            Validation = Rows(ModelTables.Validation),
            Calibration = Rows(ModelTables.Calibration),
            Collaterals = Rows(ModelTables.Collaterals),
            Uncertainty = Rows(ModelTables.Uncertainty),
            Predictions = Rows(ModelTables.Predictions),
            Sources = sources,
            Hash = hash,
        };

        List<TRow> Rows<TRow>(Table<TRow> table) where TRow : class =>
            [.. tables[table.Name].Rows.Select(row => row.As(table))];
    }

    private static void CheckParameters(ReadTable table, bool hasOxygen, FaultList faults)
    {
        List<string> paths = [.. table.Keys], known = [.. ParameterPaths.All, .. ParameterPaths.Oxygen];
        foreach (string missing in known.Where(path => table.Whole && !paths.Contains(path)
            && (hasOxygen || !ParameterPaths.Oxygen.Contains(path))))
        {
            faults.Add(table.File, null, "path", missing, "is missing; a body needs it");
        }
        foreach (ReadRow row in table.Rows.Where(row => row.Sound))
        {
            ScalarParameter parameter = row.As(ModelTables.Parameters);
            if (!known.Contains(parameter.Path))
            {
                faults.Add(table.File, row.Line, "path", parameter.Path,
                    $"is not a parameter of a body{Nearest.Suggestion(parameter.Path, known)}");
                continue;
            }
            if (!hasOxygen && ParameterPaths.Oxygen.Contains(parameter.Path))
            {
                faults.Add(table.File, row.Line, "path", parameter.Path,
                    $"would change nothing: the model has no {ModelTables.OxygenDemands.File}");
                continue;
            }
            Unit expected = Units.SplitKey(parameter.Path).Unit;
            if (!Units.TryFind(parameter.Unit, out Unit? unit) || unit != expected)
            {
                faults.Add(table.File, row.Line, "unit", parameter.Unit,
                    $"must be {expected.Symbol}, as the path says");
            }
            Interval range = Interval.From(parameter.Minimum, parameter.Maximum);
            if (parameter.Minimum > parameter.Maximum)
            {
                faults.Add(table.File, row.Line, "minimum", row.Cells["minimum"].Text,
                    string.Create(CultureInfo.InvariantCulture,
                        $"is above the maximum of {parameter.Path}, {parameter.Maximum}"));
            }
            else if (!range.Contains(parameter.Value))
            {
                faults.Add(table.File, row.Line, "value", row.Cells["value"].Text,
                    $"{parameter.Path} is outside the allowed range: {range.InWords(parameter.Unit)}");
            }
        }
    }
}
