using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>A row under checks between its cells: numbers by column, faults with file, line and column.</summary>
internal readonly record struct CheckedRow(ReadTable Table, ReadRow Row, FaultList Faults)
{
    /// <summary>Rows of a table whose every cell is sound: only then do checks between cells make sense.</summary>
    public static IEnumerable<CheckedRow> Of(
        IReadOnlyDictionary<string, ReadTable> tables, TableDescription table, FaultList faults)
    {
        ReadTable read = tables[table.Name];
        return read.Rows.Where(row => row.Sound).Select(row => new CheckedRow(read, row, faults));
    }

    /// <summary>The number of a cell; null where it is empty.</summary>
    public double? Number(string column) => Row.Cells[column].Number;

    /// <summary>The text of a cell.</summary>
    public string Text(string column) => Row.Cells[column].Text;

    /// <summary>A fault of one cell.</summary>
    public void Fault(string column, string message) => Faults.Add(Table.File, Row.Line, column, Text(column), message);

    /// <summary>Digits after the point of a cell.</summary>
    public int Decimals(string column) =>
        Text(column) is var text && text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point
            ? text.Length - point - 1 : 0;
}
