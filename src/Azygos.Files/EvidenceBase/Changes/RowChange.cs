namespace Azygos.Files.EvidenceBase.Changes;

/// <summary>What became of a row.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Cells of it are others.</summary>
    Changed,
}

/// <summary>A cell before and after; empty where there was, or is, none.</summary>
/// <param name="Column">Column.</param>
/// <param name="Before">Text before.</param>
/// <param name="After">Text after.</param>
public sealed record CellChange(string Column, string Before, string After);

/// <summary>A row that changed.</summary>
/// <param name="Table">Table.</param>
/// <param name="Key">Its identifier.</param>
/// <param name="Study">Study or body; empty where the table has none.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Cells">Cells that differ; for a new or lost row all of them.</param>
public sealed record RowChange(
    string Table, string Key, string Study, ChangeKind Kind, IReadOnlyList<CellChange> Cells)
{
    /// <summary>Rows that differ between two bases, in the order of the tables, then of the identifiers.</summary>
    public static IReadOnlyList<RowChange> Between(EvidenceFolder before, EvidenceFolder after)
    {
        Dictionary<(string, string), ShownRow> old = ByKey(before), now = ByKey(after);
        List<string> tables = [.. EvidenceTables.All.Select(table => table.Name)];
        return [.. old.Keys.Union(now.Keys).OrderBy(key => tables.IndexOf(key.Item1))
            .ThenBy(key => key.Item2, StringComparer.Ordinal)
            .Select(key => Of(old.GetValueOrDefault(key), now.GetValueOrDefault(key))).OfType<RowChange>()];
    }

    private static Dictionary<(string Table, string Key), ShownRow> ByKey(EvidenceFolder read) =>
        read.Rows.ToDictionary(row => (row.Table, row.Cells[0].Text));

    private static RowChange? Of(ShownRow? before, ShownRow? after)
    {
        Dictionary<string, string> old = ByColumn(before), now = ByColumn(after);
        CellChange[] cells = [.. old.Keys.Union(now.Keys)
            .Select(column => new CellChange(
                column, old.GetValueOrDefault(column, ""), now.GetValueOrDefault(column, "")))
            .Where(cell => cell.Before != cell.After)];
        ShownRow there = (after ?? before)!;
        return cells.Length == 0 ? null : new RowChange(there.Table, there.Cells[0].Text, there.Study,
            before is null ? ChangeKind.Added : after is null ? ChangeKind.Removed : ChangeKind.Changed, cells);
    }

    private static Dictionary<string, string> ByColumn(ShownRow? row) =>
        row is null ? [] : row.Cells.ToDictionary(cell => cell.Column, cell => cell.Text);
}
