using Azygos.Files.Csv;
using Azygos.Files.Faults;

namespace Azygos.Files.Physiology;

/// <summary>A table of <c>data/physiology</c> that comes with the program.</summary>
internal static class EmbeddedTable
{
    /// <summary>Its rows, each as a function from column to cell.</summary>
    public static IEnumerable<Func<string, string>> Rows(string name)
    {
        using Stream stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        FaultList faults = new();
        IReadOnlyList<CsvRecord> records = CsvReader.Read(bytes.ToArray(), name, faults);
        faults.ThrowIfAny();
        List<string> columns = [.. records[0].Fields];
        return [.. records.Skip(1).Select(record =>
            (Func<string, string>)(column => record.Fields[columns.IndexOf(column)]))];
    }
}
