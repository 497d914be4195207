using Azygos.Files.Csv;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>A table as read: its cells by column, each row with its line, and which rows are sound.</summary>
/// <param name="Description">The table.</param>
/// <param name="File">Path as the user would write it.</param>
/// <param name="Rows">Rows in file order.</param>
/// <param name="Whole">False when a row was lost or lacks its name: then what other rows refer to may have been in
/// it.</param>
internal sealed record ReadTable(TableDescription Description, string File, IReadOnlyList<ReadRow> Rows, bool Whole)
{
    /// <summary>Names of the rows: the cells of the key columns, joined by a colon.</summary>
    public IEnumerable<string> Keys => Rows.Select(row => row.KeyIn(Description));

    /// <summary>Reads a table's records by its description.</summary>
    /// <param name="description">What the table holds.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its path, for faults.</param>
    /// <param name="faults">Where faults go.</param>
    public static ReadTable Read(TableDescription description, ReadOnlySpan<byte> bytes, string file, FaultList faults)
    {
        int before = faults.Count;
        IReadOnlyList<CsvRecord> records = CsvReader.Read(bytes, file, faults);
        if (records.Count == 0)
        {
            faults.Add(file, null, "", "",
                $"has no header; columns: {string.Join(",", description.Columns.Select(c => c.Name))}");
            return new ReadTable(description, file, [], Whole: false);
        }
        CsvRecord header = records[0];
        CheckHeader(description, header, file, faults);
        bool whole = faults.Count == before;
        List<ReadRow> rows = [];
        HashSet<string> keys = [];
        foreach (CsvRecord record in records.Skip(1))
        {
            if (record.Fields.Count != header.Fields.Count)
            {
                faults.Add(file, record.Line, "", "",
                    $"has {record.Fields.Count} fields where the header has {header.Fields.Count}: "
                    + "cut off, or a comma too few or many");
                whole = false;
                continue;
            }
            ReadRow row = ReadRow.Read(description, header, record, file, faults);
            rows.Add(row);
            string key = row.KeyIn(description);
            whole &= key.Length > 0 || description.KeyColumns.Count == 0;
            if (key.Length > 0 && !keys.Add(key))
            {
                faults.Add(file, record.Line, string.Join(":", description.KeyColumns), key,
                    $"stands twice; first on line {rows.First(other => other.KeyIn(description) == key).Line}");
            }
        }
        return new ReadTable(description, file, rows, whole);
    }

    private static void CheckHeader(TableDescription description, CsvRecord header, string file, FaultList faults)
    {
        List<string> known = [.. description.Columns.Select(column => column.Name)];
        foreach (string missing in known.Except(header.Fields))
        {
            faults.Add(file, header.Line, missing, "", "this column is missing");
        }
        foreach (string unknown in header.Fields.Except(known))
        {
            faults.Add(file, header.Line, unknown, "",
                $"is not a column of {description.File}{Nearest.Suggestion(unknown, known)}");
        }
        foreach (IGrouping<string, string> twice in header.Fields.GroupBy(name => name)
            .Where(group => group.Count() > 1))
        {
            faults.Add(file, header.Line, twice.Key, "", "this column stands twice");
        }
    }
}
