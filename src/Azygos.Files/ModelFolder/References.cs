using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>Checks that every reference of a model's tables leads somewhere.</summary>
internal static class References
{
    /// <summary>
    /// Adds a fault for each cell that names a row which is not there; a table that lost rows is not searched.
    /// </summary>
    public static void Check(IReadOnlyDictionary<string, ReadTable> tables, FaultList faults)
    {
        Dictionary<string, HashSet<string>> keys = tables.Where(table => table.Value.Whole)
            .ToDictionary(table => table.Key, table => table.Value.Keys.ToHashSet());
        foreach (ReadTable table in tables.Values)
        {
            foreach (ColumnDescription column in table.Description.Columns)
            {
                foreach (ReadRow row in table.Rows)
                {
                    if (row.Cells.TryGetValue(column.Name, out CellValue cell))
                    {
                        Check(table, column, row, cell.Text, keys, faults);
                    }
                }
            }
        }
    }

    private static void Check(
        ReadTable table, ColumnDescription column, ReadRow row, string text, Dictionary<string, HashSet<string>> keys,
        FaultList faults)
    {
        switch (column.Kind)
        {
            case ColumnKind.Reference or ColumnKind.OptionalReference
                when text.Length > 0 && keys.TryGetValue(column.Table, out HashSet<string>? rows)
                    && !rows.Contains(text):
                faults.Add(table.File, row.Line, column.Name, text,
                    $"leads nowhere: {column.Table}.csv has no such row{Nearest.Suggestion(text, rows)}");
                break;
            case ColumnKind.SourceKeys when text.Length == 0:
                if (row.Cells.TryGetValue("basis", out CellValue basis) && basis.Text != "assumed")
                {
                    faults.Add(table.File, row.Line, column.Name, "",
                        $"is empty, and the basis is {basis.Text}: name a key of sources.csv");
                }
                break;
            case ColumnKind.SourceKeys when keys.TryGetValue("sources", out HashSet<string>? sources):
                foreach (string key in text.Split(';', StringSplitOptions.TrimEntries)
                    .Where(key => !sources.Contains(key)))
                {
                    faults.Add(table.File, row.Line, column.Name, key,
                        $"leads nowhere: sources.csv has no such key{Nearest.Suggestion(key, sources)}");
                }
                break;
        }
    }
}
