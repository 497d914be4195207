using Azygos.Files.Csv;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>One row of a table as read.</summary>
/// <param name="Line">Line on which it begins.</param>
/// <param name="Cells">Sound cells by column name.</param>
/// <param name="Sound">True when every cell of the description is there and sound.</param>
internal sealed record ReadRow(int Line, IReadOnlyDictionary<string, CellValue> Cells, bool Sound)
{
    /// <summary>Reads a record's cells by the table's description.</summary>
    public static ReadRow Read(
        TableDescription description, CsvRecord header, CsvRecord record, string file, FaultList faults)
    {
        Dictionary<string, CellValue> cells = [];
        foreach (ColumnDescription column in description.Columns)
        {
            int at = IndexOf(header.Fields, column.Name);
            if (at < 0)
            {
                continue;
            }
            if (CellText.TryRead(column, record.Fields[at], out CellValue value, out string reason))
            {
                cells.Add(column.Name, value);
            }
            else
            {
                faults.Add(file, record.Line, column.Name, record.Fields[at], reason);
            }
        }
        return new ReadRow(record.Line, cells, cells.Count == description.Columns.Count);
    }

    /// <summary>The row's name; empty when it has none or a part of it is not sound.</summary>
    public string KeyIn(TableDescription description) =>
        description.KeyColumns.Count > 0 && description.KeyColumns.All(Cells.ContainsKey)
            ? string.Join(":", description.KeyColumns.Select(column => Cells[column].Text))
            : "";

    /// <summary>The row's record; cells that are not sound stay blank.</summary>
    public TRow As<TRow>(Table<TRow> table) where TRow : class
    {
        TRow row = table.Blank;
        foreach (ColumnDescription column in table.Columns)
        {
            if (Cells.TryGetValue(column.Name, out CellValue value))
            {
                row = Table<TRow>.With(column, row, value);
            }
        }
        return row;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }
        return -1;
    }
}
