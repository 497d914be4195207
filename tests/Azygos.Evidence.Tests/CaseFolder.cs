using System.Text.Json;
using Azygos.Evidence.Checks;

namespace Azygos.Evidence.Tests;

/// <summary>Reads a folder of evidence-cases/1 files: <c>cases/*.json</c> and the CSV each names.</summary>
internal static class CaseFolder
{
    internal static IEnumerable<(EvidenceCase Case, CaseTable Table)> Read(string root)
    {
        foreach (string file in Directory.GetFiles(Path.Combine(root, "cases"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement top = document.RootElement.Clone();
            if (top.GetProperty("schema").GetString() != "evidence-cases/1") continue;
            JsonElement dataset = top.GetProperty("dataset");
            CaseTable table = Csv(Path.Combine(root, dataset.GetProperty("csv").GetString()!));
            foreach (JsonElement item in top.GetProperty("cases").EnumerateArray())
                yield return (
                    new EvidenceCase(
                        dataset.GetProperty("name").GetString()!, item.GetProperty("id").GetString()!,
                        item.GetProperty("task").GetString()!, item.GetProperty("options"), item.GetProperty("expected"),
                        item.GetProperty("rel_tol").GetDouble()),
                    table);
        }
    }

    private static CaseTable Csv(string path)
    {
        string[][] lines = [.. File.ReadAllLines(path).Where(l => l.Length > 0).Select(Fields)];
        return new CaseTable(lines[0].Select((name, j) => (name, lines.Skip(1).Select(l => l[j]).ToArray()))
            .ToDictionary(c => c.name, c => c.Item2));
    }

    private static string[] Fields(string line)
    {
        List<string> fields = [];
        var field = new System.Text.StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[++i]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }
        fields.Add(field.ToString());
        return [.. fields];
    }
}
