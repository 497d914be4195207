using System.Globalization;
using System.Text.RegularExpressions;
using Azygos.Files.Csv;
using Azygos.Files.Faults;

namespace Azygos.Files.Benchmarks;

/// <summary>The folder of a case: where faults go and where its tables are found.</summary>
internal sealed partial class CaseFolder(string folder, string shown, FaultList faults)
{
    private readonly Dictionary<string, CaseTable?> tables = [];

    /// <summary>Where faults go.</summary>
    public FaultList Faults => faults;

    /// <summary>The case file as faults name it.</summary>
    public string CaseFile => $"{shown}/case.json";

    /// <summary>A file of the folder as faults name it.</summary>
    public string Named(string file) => $"{shown}/{file}";

    /// <summary>The same folder with another list of faults; tables are shared.</summary>
    public CaseFolder Reporting(FaultList other)
    {
        CaseFolder same = new(folder, shown, other);
        foreach ((string name, CaseTable? table) in tables) same.tables[name] = table;
        return same;
    }

    /// <summary>Notes a fault at a value of the case file.</summary>
    public void Fault(PlacedValue at, string message)
        => faults.Add(CaseFile, at.Line, at.Path.Length == 0 ? "/" : at.Path, at.Printed, message);

    /// <summary>The CSV table that a key names, or null with a fault.</summary>
    public CaseTable? Table(CasePart part, string key)
    {
        if (FileOf(part, key, "csv") is not { } name) return null;
        if (tables.TryGetValue(name, out CaseTable? table)) return table;
        return tables[name] = CaseTable.Read(File.ReadAllBytes(Path.Combine(folder, name)), $"{shown}/{name}", faults);
    }

    /// <summary>The text of the file that a key names, or null with a fault.</summary>
    public string? Content(CasePart part, string key, string extension)
    {
        if (FileOf(part, key, extension) is not { } name) return null;
        return Utf8Text.Read(File.ReadAllBytes(Path.Combine(folder, name)), $"{shown}/{name}", faults);
    }

    private string? FileOf(CasePart part, string key, string extension)
    {
        string name = part.Text(key);
        if (name.Length == 0) return null;
        if (!FilePattern.IsMatch(name) || name.Split('/').Contains("..") || !name.EndsWith('.' + extension))
            part.Fault(key, $"must name a .{extension} file in the folder of the case or below it");
        else if (new FileInfo(Path.Combine(folder, name)) is not { Exists: true } file)
            part.Fault(key, "names a file that is not there");
        else if (file.LinkTarget is not null)
            part.Fault(key, "names a link; keep the file itself in the folder of the case");
        else
            return name;
        return null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_./-]*\z")]
    private static partial Regex FilePattern { get; }
}

/// <summary>A CSV table of a case: a header and rows of equal length.</summary>
internal sealed class CaseTable
{
    private readonly string file;
    private readonly FaultList faults;
    private readonly Dictionary<string, double[]?> columns = [];

    private CaseTable(string file, FaultList faults, IReadOnlyList<CsvRecord> records)
    {
        this.file = file;
        this.faults = faults;
        Header = records[0].Fields;
        Rows = [.. records.Skip(1)];
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows below the header.</summary>
    public IReadOnlyList<CsvRecord> Rows { get; }

    /// <summary>Reads a table, or null with faults.</summary>
    public static CaseTable? Read(byte[] bytes, string file, FaultList faults)
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
        foreach (IGrouping<string, string> name in header.GroupBy(name => name).Where(group => group.Count() > 1))
            faults.Add(file, 1, name.Key, "", "is a column twice");
        foreach (CsvRecord row in records.Where(row => row.Fields.Count != header.Count))
            faults.Add(file, row.Line, "", "", $"has {row.Fields.Count} fields, the header {header.Count}");
        return faults.Count > before ? null : new CaseTable(file, faults, records);
    }

    /// <summary>Index of a column, or −1.</summary>
    public int IndexOf(string column) => Header.ToList().IndexOf(column);

    /// <summary>A column of finite numbers, or null with faults.</summary>
    public double[]? Column(string name)
    {
        if (columns.TryGetValue(name, out double[]? known)) return known;
        int index = IndexOf(name), before = faults.Count;
        if (index < 0)
        {
            faults.Add(file, 1, name, "", $"is not a column{Nearest.Suggestion(name, Header)}");
            return columns[name] = null;
        }
        double[] numbers = [.. Rows.Select(row => Number(row, index))];
        return columns[name] = faults.Count > before ? null : numbers;
    }

    /// <summary>A cell as a finite number; a fault and not a number otherwise.</summary>
    public double Number(CsvRecord row, int index)
    {
        string text = row.Fields[index];
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        if (isNumber && double.IsFinite(number)) return number;
        faults.Add(file, row.Line, Header[index], text, "must be a finite number");
        return double.NaN;
    }

    /// <summary>Notes a fault at a row (from 0) of a column.</summary>
    public void Fault(int row, string column, string message)
        => faults.Add(file, Rows[row].Line, column, Rows[row].Fields[Math.Max(0, IndexOf(column))], message);
}
