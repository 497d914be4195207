using Azygos.Body.Model;

namespace Azygos.Body.Calibration;

/// <summary>Turns the knobs of a model: multiplies the numbers that a row of <c>calibration.csv</c> names.</summary>
/// <source choice="a knob is a scale of numbers that the tables hold; nothing is kept beside them"/>
public static class Knobs
{
    /// <summary>True for a knob that a fit turns: it is fitted, and to rows of the validation table. One that was fitted
    /// to something else (a vein alone, say) is left where it stands.</summary>
    public static bool IsFitted(CalibrationRow knob)
    {
        ArgumentNullException.ThrowIfNull(knob);
        return knob.Kind == "fitted" && knob.Datum.Length > 0;
    }

    /// <summary>The numbers that a knob scales, as paths of <c>--set</c> in table order.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cells">The patterns, separated by semicolons.</param>
    /// <param name="fault">What is wrong with a pattern, or null.</param>
    public static IReadOnlyList<string> Paths(BodyModel model, string cells, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(model);
        List<string> paths = [];
        fault = null;
        foreach (string pattern in NamePattern.Split(cells))
        {
            string[] found = [.. Fitting(model, pattern, ref fault).Select(cell => cell.Path)];
            if (found.Length == 0) fault ??= $"'{pattern}' fits no number of the model";
            paths.AddRange(found.Except(paths));
        }

        return paths;
    }

    /// <summary>The model with a knob at another value; its row says so.</summary>
    /// <param name="model">The model, which stays as it is.</param>
    /// <param name="knob">Identifier of the knob.</param>
    /// <param name="value">New value, in the knob's unit, above 0.</param>
    /// <exception cref="ArgumentException">There is no such knob, it has no numbers, or the value is not above
    /// 0.</exception>
    public static BodyModel Turn(BodyModel model, string knob, double value)
    {
        ArgumentNullException.ThrowIfNull(model);
        CalibrationRow row = model.Calibration.FirstOrDefault(k => k.Knob == knob)
            ?? throw new ArgumentException($"The model '{model.Id}' has no knob '{knob}'.", nameof(knob));
        if (row is not { Value: { } now, Power: { } power })
            throw new ArgumentException($"The knob '{knob}' is not a number.", nameof(knob));
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentException($"The knob '{knob}' must be a number above 0.", nameof(value));
        BodyModel turned = Scale(model, row.Cells, Math.Pow(value / now, power));
        return turned with
        {
            Calibration = [.. model.Calibration.Select(k => k.Knob == knob ? k with { Value = value } : k)],
        };
    }

    /// <summary>The numbers of the tables, and of the table of knobs, that differ between a model and the same with its
    /// knobs turned.</summary>
    /// <param name="before">The model.</param>
    /// <param name="after">The same, turned.</param>
    public static IReadOnlyList<ChangedCell> Changes(BodyModel before, BodyModel after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<ChangedCell> changes = [];
        foreach (ScalableColumn column in ScalableColumn.All.Concat(ScalableColumn.Followers))
        {
            string[] name = column.Name.Split('.');
            AddChanges(column, name[0], name[1]);
        }

        AddChanges(ScalableColumn.Parameters, "parameters", "value");
        foreach ((CalibrationRow old, CalibrationRow now) in before.Calibration.Zip(after.Calibration))
        {
            if (now.Value != old.Value) changes.Add(new("calibration", now.Knob, "value", now.Value!.Value));
            if (now.Sensitivity != old.Sensitivity && now.Sensitivity is { } sensitivity)
                changes.Add(new("calibration", now.Knob, "sensitivity", sensitivity));
        }

        return changes;

        void AddChanges(ScalableColumn column, string table, string cell)
        {
            Dictionary<string, double> old = column.Read(before).ToDictionary();
            changes.AddRange(column.Read(after).Where(row => old[row.Key] != row.Value)
                .Select(row => new ChangedCell(table, row.Key, cell, row.Value)));
        }
    }

    /// <summary>The model with the numbers of some cells multiplied.</summary>
    /// <param name="model">The model, which stays as it is.</param>
    /// <param name="cells">Patterns, separated by semicolons.</param>
    /// <param name="factor">The factor.</param>
    internal static BodyModel Scale(BodyModel model, string cells, double factor) =>
        Change(model, cells, (_, number) => number * factor);

    /// <summary>The model with the numbers of some cells changed.</summary>
    /// <param name="model">The model, which stays as it is.</param>
    /// <param name="cells">Patterns, separated by semicolons.</param>
    /// <param name="change">The new number for a path and its number.</param>
    internal static BodyModel Change(BodyModel model, string cells, Func<string, double, double> change)
    {
        string? fault = null;
        BodyModel scaled = model;
        foreach (IGrouping<ScalableColumn, Cell> column in NamePattern.Split(cells)
            .SelectMany(pattern => Fitting(model, pattern, ref fault)).DistinctBy(cell => cell.Path)
            .GroupBy(cell => cell.Column))
        {
            scaled = column.Key.With(
                scaled, column.ToDictionary(cell => cell.Row, cell => change(cell.Path, cell.Value)));
            if (column.Key.Name == DrainShares)
                scaled = CerebralShares.Rest(scaled, [.. column.Select(cell => cell.Row)]);
        }

        return scaled;
    }

    private const string DrainShares = "cerebral_drains.share";

    private static List<Cell> Fitting(BodyModel model, string pattern, ref string? fault)
    {
        string[] parts = pattern.Split('.');
        ScalableColumn? column = parts.Length == 3
            ? ScalableColumn.All.FirstOrDefault(c => c.Name == $"{parts[0]}.{parts[2]}")
            : null;
        if (column is not null)
            return [.. column.Read(model).Where(cell => NamePattern.Fits(parts[1], cell.Key))
                .Select(cell => new Cell(column, cell.Key, $"{parts[0]}.{cell.Key}.{parts[2]}", cell.Value))];
        if (parts.Length == 3)
            fault ??= $"'{pattern}' names no column that a knob may scale; they are "
                + string.Join(", ", ScalableColumn.All.Select(c => c.Name));
        return [.. ScalableColumn.Parameters.Read(model).Where(cell => NamePattern.Fits(pattern, cell.Key))
            .Select(cell => new Cell(ScalableColumn.Parameters, cell.Key, cell.Key, cell.Value))];
    }

    private readonly record struct Cell(ScalableColumn Column, string Row, string Path, double Value);
}

/// <summary>A number of a model table that a turned knob changed.</summary>
/// <param name="Table">Table, without <c>.csv</c>.</param>
/// <param name="Row">Name of the row.</param>
/// <param name="Column">Column.</param>
/// <param name="Value">New number.</param>
/// <source choice="what has to be written for a turned knob"/>
public sealed record ChangedCell(string Table, string Row, string Column, double Value);
