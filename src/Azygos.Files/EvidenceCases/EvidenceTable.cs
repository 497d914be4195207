using System.Globalization;
using Azygos.Evidence.Checks;
using Azygos.Files.Csv;
using Azygos.Files.Faults;

namespace Azygos.Files.EvidenceCases;

/// <summary>The table of a case file: columns of text, and the lines they stand on.</summary>
internal sealed class EvidenceTable
{
    private readonly string file;
    private readonly IReadOnlyList<CsvRecord> rows;
    private readonly HashSet<string> judged = [];

    private EvidenceTable(string file, IReadOnlyList<string> header, IReadOnlyList<CsvRecord> rows)
    {
        (this.file, this.rows, Header) = (file, rows, header);
        Columns = new CaseTable(header.Select((name, j) => (name, column: rows.Select(row => row.Fields[j]).ToArray()))
            .ToDictionary(static c => c.name, static c => c.column));
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The columns as the engine takes them.</summary>
    public CaseTable Columns { get; }

    /// <summary>Reads a table, or null with faults.</summary>
    public static EvidenceTable? Read(byte[] bytes, string file, FaultList faults)
    {
        int before = faults.Count;
        IReadOnlyList<CsvRecord> records = CsvReader.Read(bytes, file, faults);
        if (faults.Count > before) return null;
        if (records.Count < 2)
        {
            faults.Add(file, null, "", "", "must have a header and at least one row");
            return null;
        }
        IReadOnlyList<string> header = records[0].Fields;
        foreach (IGrouping<string, string> name in header.GroupBy(static name => name)
            .Where(static group => group.Count() > 1))
            faults.Add(file, 1, name.Key, "", "is a column twice");
        foreach (CsvRecord row in records.Where(row => row.Fields.Count != header.Count))
            faults.Add(file, row.Line, "", "", $"has {row.Fields.Count} fields, the header {header.Count}");
        return faults.Count > before ? null : new EvidenceTable(file, header, [.. records.Skip(1)]);
    }

    /// <summary>The columns an option names: one, or two whose difference is meant; null when one is not
    /// there.</summary>
    public string[]? Named(string text)
    {
        if (Header.Contains(text)) return [text];
        string[] parts = text.Split(" - ");
        return parts.Length == 2 && parts.All(Header.Contains) ? parts : null;
    }

    /// <summary>Notes every cell of a column that is no number; empty and NA say that a row has none.</summary>
    public void RequireNumbers(string column, FaultList faults)
    {
        if (!judged.Add(column)) return;
        int j = Header.ToList().IndexOf(column);
        foreach (CsvRecord row in rows)
            if (row.Fields[j] is not ("" or "NA")
                && !(double.TryParse(row.Fields[j], NumberStyles.Float, CultureInfo.InvariantCulture, out double x)
                    && double.IsFinite(x)))
                faults.Add(file, row.Line, column, row.Fields[j], "must be a finite number, or NA where there is none");
    }

    /// <summary>Notes every row in which a count or a difference of counts is missing or negative.</summary>
    public void RequireCounts(string what, double[] values, FaultList faults)
    {
        if (!judged.Add($"counts: {what}")) return;
        for (int i = 0; i < values.Length; i++)
            if (!(values[i] >= 0))
                faults.Add(file, rows[i].Line, what, values[i].ToString("R", CultureInfo.InvariantCulture),
                    "must be a count of 0 or above");
    }
}
