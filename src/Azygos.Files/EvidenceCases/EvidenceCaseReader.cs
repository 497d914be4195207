using System.Text.Json;
using System.Text.RegularExpressions;
using Azygos.Evidence.Checks;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;
using CaseTable = Azygos.Evidence.Checks.CaseTable;

namespace Azygos.Files.EvidenceCases;

/// <summary>A case and the rows it is computed from.</summary>
/// <param name="Case">Options, expected values, tolerance.</param>
/// <param name="Table">Its data.</param>
/// <source choice="schema evidence-cases/1"/>
public sealed record ReadEvidenceCase(EvidenceCase Case, CaseTable Table);

/// <summary>Reads evidence case files, strictly: closed lists of keys, all faults at once.</summary>
/// <remarks>
/// A file names its table relative to its own folder or to the folder above it: the schema keeps cases and tables in
/// two neighbouring folders.
/// </remarks>
/// <source choice="schema evidence-cases/1"/>
public static partial class EvidenceCaseReader
{
    /// <summary>The version of the format.</summary>
    public const string Schema = "evidence-cases/1";

    private const int CharactersWithSchema = 4096;      // chosen: "schema" is the first key of a case file
    private const string BenchmarkFile = "case.json";

    /// <summary>Every file at or below a folder that says it is of this schema, of any version.</summary>
    /// <param name="root">The folder.</param>
    public static IReadOnlyList<string> FilesBelow(string root)
    {
        if (!Directory.Exists(root)) return [];
        EnumerationOptions everything = new()
        { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return [.. Directory.GetFiles(root, "*.json", everything)
            .Where(static file => Path.GetFileName(file) != BenchmarkFile && SchemaPattern.IsMatch(Beginning(file)))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Every case at or below a folder, in the order of the files; those with faults are left out.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="named">The folder as faults name it.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    public static IReadOnlyList<ReadEvidenceCase> ReadAll(string root, string named, FaultList faults)
    {
        List<ReadEvidenceCase> cases = [];
        Dictionary<string, EvidenceTable?> tables = [];
        foreach (string file in FilesBelow(root))
        {
            string shown = $"{named.TrimEnd('/')}/{Path.GetRelativePath(root, file).Replace('\\', '/')}";
            byte[] bytes = File.ReadAllBytes(file);
            if (PlacedValue.Read(bytes, shown, faults) is not { } placed) continue;
            int before = faults.Count;
            EvidenceDocument document = new(placed, shown, faults);
            EvidenceTable? table = document.CsvName() is { } csv
                ? Table(root, named, file, csv, document, tables) : null;
            document.Check(table);
            if (faults.Count > before || table is null) continue;
            cases.AddRange(Cases(bytes).Select(@case => new ReadEvidenceCase(@case, table.Columns)));
        }
        return cases;
    }

    private static EvidenceTable? Table(
        string root, string named, string file, string csv, EvidenceDocument document,
        Dictionary<string, EvidenceTable?> tables)
    {
        string folder = Path.GetDirectoryName(file)!;
        string[] places = Path.GetFullPath(folder) == Path.GetFullPath(root)
            ? [folder] : [folder, Path.GetDirectoryName(folder)!];
        FileInfo? found = places.Select(place => new FileInfo(Path.Combine(place, csv)))
            .FirstOrDefault(static f => f.Exists);
        if (found is null || found.LinkTarget is not null)
        {
            document.Fault("/dataset/csv",
                "names a file that is not there: looked in the folder of the case file and the one above it");
            return null;
        }
        if (tables.TryGetValue(found.FullName, out EvidenceTable? known)) return known;
        string shown = $"{named.TrimEnd('/')}/{Path.GetRelativePath(root, found.FullName).Replace('\\', '/')}";
        return tables[found.FullName] = EvidenceTable.Read(File.ReadAllBytes(found.FullName), shown, document.Faults);
    }

    private static IEnumerable<EvidenceCase> Cases(byte[] bytes)
    {
        ReadOnlyMemory<byte> text = bytes;
        if (text.Span.StartsWith(System.Text.Encoding.UTF8.Preamble)) text = text[3..];
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement top = document.RootElement.Clone();
        string dataset = top.GetProperty("dataset").GetProperty("name").GetString()!;
        return [.. top.GetProperty("cases").EnumerateArray().Select(item => new EvidenceCase(
            dataset, item.GetProperty("id").GetString()!, item.GetProperty("task").GetString()!,
            item.GetProperty("options"),
            item.GetProperty("expected"), item.GetProperty("rel_tol").GetDouble()))];
    }

    private static string Beginning(string file)
    {
        using StreamReader reader = new(file);
        char[] text = new char[CharactersWithSchema];
        return new string(text, 0, reader.ReadBlock(text));
    }

    [GeneratedRegex("\"schema\"\\s*:\\s*\"evidence-cases/")]
    private static partial Regex SchemaPattern { get; }
}
