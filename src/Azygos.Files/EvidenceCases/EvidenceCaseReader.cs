using System.Text.Json;
using Azygos.Evidence.Checks;
using Azygos.Files.Csv;
using Azygos.Files.Faults;

namespace Azygos.Files.EvidenceCases;

/// <summary>A validation case of the meta-analysis engine with the rows it is computed from.</summary>
/// <param name="Case">The case.</param>
/// <param name="Table">Its data.</param>
/// <source choice="schema evidence-cases/1"/>
public sealed record PlacedEvidenceCase(EvidenceCase Case, CaseTable Table);

/// <summary>Reads files of the schema evidence-cases/1 and the CSV tables they name.</summary>
/// <remarks>The path of a table is relative to the folder of the file or to the folder above it.</remarks>
/// <source choice="schema evidence-cases/1"/>
public static class EvidenceCaseReader
{
    private const string Schema = "\"evidence-cases/1\"";
    private const int LinesWithSchema = 3;

    private static readonly EnumerationOptions s_everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>The files of this schema at or below a folder.</summary>
    public static IReadOnlyList<string> Files(string root)
        => !Directory.Exists(root) ? [] : [.. Directory.GetFiles(root, "*.json", s_everything)
            .Where(static file => File.ReadLines(file).Take(LinesWithSchema).Any(static line => line.Contains(Schema, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];

    /// <summary>Every case at or below a folder; files with faults are left out.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="named">The folder as faults name it.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    public static IReadOnlyList<PlacedEvidenceCase> ReadAll(string root, string named, FaultList faults)
    {
        List<PlacedEvidenceCase> cases = [];
        foreach (string file in Files(root))
        {
            string shown = $"{named.TrimEnd('/')}/{Path.GetRelativePath(root, file).Replace('\\', '/')}";
            try
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
                Read(document.RootElement.Clone(), file, shown, cases, faults);
            }
            catch (JsonException malformed)
            {
                faults.Add(shown, (int?)malformed.LineNumber + 1, "", "", "is not well-formed JSON");
            }
        }
        return cases;
    }

    private static void Read(JsonElement top, string file, string shown, List<PlacedEvidenceCase> cases, FaultList faults)
    {
        int before = faults.Count;
        string? name = Text(top, "/dataset/name"), csv = Text(top, "/dataset/csv");
        if (!top.TryGetProperty("cases", out JsonElement items) || items.ValueKind != JsonValueKind.Array)
            faults.Add(shown, null, "/cases", "", "is missing or not a list");
        if (faults.Count > before || name is null || csv is null) return;
        if (Table(csv, file, shown, faults) is not { } table) return;
        int index = 0;
        foreach (JsonElement item in items.EnumerateArray())
        {
            string at = $"/cases/{index++}";
            if (item.ValueKind != JsonValueKind.Object
                || !Is(item, "id", JsonValueKind.String) || !Is(item, "task", JsonValueKind.String)
                || !Is(item, "options", JsonValueKind.Object) || !Is(item, "expected", JsonValueKind.Object)
                || !Is(item, "rel_tol", JsonValueKind.Number))
            {
                faults.Add(shown, null, at, "", "needs id and task (text), options and expected (objects), rel_tol (number)");
                continue;
            }
            cases.Add(new PlacedEvidenceCase(
                new EvidenceCase(
                    name, item.GetProperty("id").GetString()!, item.GetProperty("task").GetString()!, item.GetProperty("options"),
                    item.GetProperty("expected"), item.GetProperty("rel_tol").GetDouble()),
                table));
        }

        static bool Is(JsonElement item, string key, JsonValueKind kind) => item.TryGetProperty(key, out JsonElement value) && value.ValueKind == kind;

        string? Text(JsonElement root, string path)
        {
            JsonElement value = root;
            foreach (string key in path[1..].Split('/'))
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(key, out value))
                {
                    faults.Add(shown, null, path, "", "is missing");
                    return null;
                }
            if (value.ValueKind == JsonValueKind.String) return value.GetString();
            faults.Add(shown, null, path, value.ToString(), "must be text");
            return null;
        }
    }

    private static CaseTable? Table(string csv, string file, string shown, FaultList faults)
    {
        if (Path.IsPathRooted(csv) || csv.Split('/', '\\').Contains(".."))
        {
            faults.Add(shown, null, "/dataset/csv", csv, "must be a path below the folder of the file or the one above it");
            return null;
        }
        string folder = Path.GetDirectoryName(file)!;
        string? path = new[] { folder, Path.GetDirectoryName(folder) }.Where(static f => f is not null)
            .Select(f => Path.Combine(f!, csv)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            faults.Add(shown, null, "/dataset/csv", csv, "is not a file beside this one or below the folder above it");
            return null;
        }
        int before = faults.Count;
        IReadOnlyList<CsvRecord> records = CsvReader.Read(File.ReadAllBytes(path), csv, faults);
        if (faults.Count > before) return null;
        if (records.Count == 0)
        {
            faults.Add(csv, 1, "", "", "has no header line");
            return null;
        }
        IReadOnlyList<string> names = records[0].Fields;
        foreach (string twice in names.GroupBy(static n => n).Where(static g => g.Count() > 1).Select(static g => g.Key))
            faults.Add(csv, 1, twice, "", "is the name of two columns");
        foreach (CsvRecord row in records.Skip(1).Where(row => row.Fields.Count != names.Count))
            faults.Add(csv, row.Line, "", "", $"has {row.Fields.Count} fields under {names.Count} headings");
        return faults.Count > before ? null : new CaseTable(names.Select((n, j) => (n, j)).ToDictionary(
            static c => c.n, c => records.Skip(1).Select(r => r.Fields[c.j]).ToArray()));
    }
}
