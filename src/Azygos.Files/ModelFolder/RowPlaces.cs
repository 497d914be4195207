using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>Says where a model's rows stand, so that a check made on the model can name file and line.</summary>
internal sealed class RowPlaces
{
    private readonly IReadOnlyDictionary<string, ReadTable> tables;
    private readonly string option;

    private RowPlaces(IReadOnlyDictionary<string, ReadTable> tables, string option)
    {
        this.tables = tables;
        this.option = option;
    }

    /// <summary>Rows that were read from files.</summary>
    public static RowPlaces InFiles(IReadOnlyDictionary<string, ReadTable> tables) => new(tables, "");

    /// <summary>Rows of a model that was sound before an option changed it.</summary>
    public static RowPlaces After(string option) => new(new Dictionary<string, ReadTable>(), option);

    /// <summary>True when every cell of the row could be read: only then do checks between cells make sense.</summary>
    public bool IsSound(TableDescription table, int row) =>
        !tables.TryGetValue(table.Name, out ReadTable? read) || read.Rows[row].Sound;

    /// <summary>True when no row of the table was lost: only then do sums over its rows make sense.</summary>
    public bool IsWhole(TableDescription table) => !tables.TryGetValue(table.Name, out ReadTable? read) || read.Whole;

    /// <summary>A fault of one cell.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">Index of the row; −1 for the table as a whole.</param>
    /// <param name="id">Name of the row, or empty.</param>
    /// <param name="column">Column, or empty for the whole row.</param>
    /// <param name="value">Value as printed.</param>
    /// <param name="message">What is wrong.</param>
    public Fault Fault(TableDescription table, int row, string id, string column, string value, string message) =>
        tables.TryGetValue(table.Name, out ReadTable? read)
            ? new Fault(read.File, row < 0 ? null : read.Rows[row].Line, column, value, message)
            : new Fault(option, null,
                string.Join(".", new[] { table.Name, id, column }.Where(part => part.Length > 0)), value, message);
}
