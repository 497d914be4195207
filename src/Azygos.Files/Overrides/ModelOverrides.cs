using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Tables;
using Azygos.Quantities;

namespace Azygos.Files.Overrides;

/// <summary>Replaces numbers of a model by path.</summary>
/// <remarks>
/// A path is that of a parameter (<c>heart.rate_per_min</c>; its unit may be left off where that stays unique:
/// <c>heart.rate</c>), or TABLE.ROW.COLUMN (<c>vessels.ijv_right_j2.rest_area_cm2</c>, here too without the unit). Rows
/// of tables that have two key columns are named with a colon: <c>cerebral_drains.frontal_left:vein_left.share</c>. A
/// value may carry a unit, which is converted.
/// </remarks>
public static class ModelOverrides
{
    /// <summary>
    /// Applies overrides in order, a later one of the same path winning; null with faults when one is refused.
    /// </summary>
    /// <param name="model">The model, which stays as it is.</param>
    /// <param name="overrides">What to replace.</param>
    /// <param name="faults">Where faults go.</param>
    public static OverriddenModel? Apply(BodyModel model, IReadOnlyList<Override> overrides, FaultList faults)
    {
        int before = faults.Count;
        BodyModel changed = model;
        List<KeyValuePair<string, double>> applied = [];
        foreach (Override wanted in overrides)
        {
            if (Target(model, wanted, faults) is { } target && Number(target, wanted, faults) is { } number)
            {
                changed = target.With(changed, number);
                applied.Add(new(target.Path, number));
            }
        }
        if (faults.Count == before && applied.Count > 0)
        {
            string option = string.Join(" and ", overrides.Select(wanted => wanted.File).Distinct());
            ModelChecks.Run(changed, RowPlaces.After(option), faults);
        }
        return faults.Count == before ? new OverriddenModel(changed, applied) : null;
    }

    private static double? Number(OverrideTarget target, Override wanted, FaultList faults)
    {
        if (NumberWithUnit.TryRead(wanted.Value, target.Column.Unit, out double number, out string reason)
            && CellText.Accepts(target.Column, number, out reason))
        {
            return number;
        }
        string allowed = target.Column.Range.InWords(target.Column.Unit);
        faults.Add(wanted.File, wanted.Line, wanted.Path, wanted.Value,
            reason.Contains(allowed, StringComparison.Ordinal)
            ? reason : $"{reason}; allowed: {allowed}");
        return null;
    }

    private static OverrideTarget? Target(BodyModel model, Override wanted, FaultList faults)
    {
        if (MatchUnit(wanted.Path, model.Parameters.Keys) is { Count: > 0 } paths)
        {
            return paths.Count == 1 ? OverrideTarget.Of(model.Parameters[paths[0]])
                : Refuse($"could be {string.Join(" or ", paths)}");
        }
        string[] parts = wanted.Path.Split('.');
        TableDescription? table = ModelTables.All.FirstOrDefault(table => table.IsSettable && table.Name == parts[0]);
        if (table is null || parts.Length != 3)
        {
            return Refuse($"is neither a parameter nor TABLE.ROW.COLUMN{SuggestPath(model, wanted.Path, table)}");
        }
        if (!table.KeysIn(model).Contains(parts[1]))
        {
            return Refuse($"{table.Name} has no row {parts[1]}{Nearest.Suggestion(parts[1], table.KeysIn(model))}");
        }
        List<string> numbers = [.. table.Columns.Where(column => column.IsNumber).Select(column => column.Name)];
        IReadOnlyList<string> columns = MatchUnit(parts[2], numbers);
        return columns.Count switch
        {
            1 => OverrideTarget.Of(table, parts[1], table.Columns.First(column => column.Name == columns[0])),
            0 => Refuse($"{table.Name} has no number {parts[2]}{Nearest.Suggestion(parts[2], numbers)}; "
                + $"it has {string.Join(", ", numbers)}"),
            _ => Refuse($"could be {string.Join(" or ", columns)}"),
        };

        OverrideTarget? Refuse(string message)
        {
            faults.Add(wanted.File, wanted.Line, wanted.Path, wanted.Value, message);
            return null;
        }
    }

    /// <summary>The name itself, or the names that it begins with the rest split off at an underscore.</summary>
    private static IReadOnlyList<string> MatchUnit(string written, IEnumerable<string> known)
    {
        List<string> names = [.. known];
        return names.Contains(written) ? [written]
            : [.. names.Where(name => name.StartsWith(written + "_", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)];
    }

    private static string SuggestPath(BodyModel model, string written, TableDescription? table)
    {
        if (table is not null)
        {
            return $"; {table.Name} needs {table.Name}.ROW.COLUMN";
        }
        IEnumerable<string> cells = written.Count(c => c == '.') == 2
            ? ModelTables.All.Where(candidate => candidate.IsSettable).SelectMany(candidate => candidate.KeysIn(model)
                .SelectMany(row => candidate.Columns.Where(column => column.IsNumber)
                    .Select(column => $"{candidate.Name}.{row}.{column.Name}")))
            : [];
        string beginning = written.Split('.')[0];
        IEnumerable<string> tables = ModelTables.All.Where(candidate => candidate.IsSettable)
            .Select(candidate => candidate.Name);
        IEnumerable<string> withoutUnits = model.Parameters.Keys.Select(path => Units.SplitKey(path).Name);
        return Nearest.To(written, model.Parameters.Keys.Concat(withoutUnits).Concat(cells)) is { } path
            ? $"; did you mean {path}?"
            : Nearest.To(beginning, tables) is { } near ? $"; did you mean {near}.ROW.COLUMN?" : "";
    }
}
