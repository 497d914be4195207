using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rules;

namespace Azygos.Files.EvidenceBase.Changes;

/// <summary>Writes what differs between two bases for other programs.</summary>
public static class ChangesJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The changes as JSON.</summary>
    public static string Write(EvidenceChanges changes)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", "azygos-evidence-changes/1");
            json.WriteString("title", CuratedBase.Title);
            json.WriteString("sha256_before", changes.HashBefore);
            json.WriteString("sha256_after", changes.HashAfter);
            json.WriteString("day", changes.Day is { } day ? ReleaseTable.Iso(day) : null);
            json.WriteStartArray("claims");
            foreach (VerdictChange claim in changes.Verdicts) Claim(json, claim);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (RowChange row in changes.Rows) Row(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static void Claim(Utf8JsonWriter json, VerdictChange claim)
    {
        json.WriteStartObject();
        json.WriteString("claim", claim.Claim);
        Judged(json, "before", claim.Before);
        Judged(json, "after", claim.After);
        json.WriteStartObject("inputs");
        foreach (NumberChange number in claim.Numbers)
        {
            json.WriteStartObject(number.Input);
            json.Number("before", number.Before);
            json.Number("after", number.After);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Judged(Utf8JsonWriter json, string key, Judgement? judged)
    {
        if (judged is null)
        {
            json.WriteNull(key);
            return;
        }
        json.WriteStartObject(key);
        json.WriteString("verdict", VerdictWords.Key(judged.Verdict));
        json.WriteString("rule", judged.Rule);
        json.WriteString("rules_version", judged.RulesVersion);
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, RowChange row)
    {
        json.WriteStartObject();
        json.WriteString("table", row.Table);
        json.WriteString("row", row.Key);
        if (row.Study.Length > 0) json.WriteString("study", row.Study);
        json.WriteString("change", EvidenceChanges.Word(row.Kind));
        json.WriteStartObject("cells");
        foreach (CellChange cell in row.Cells)
        {
            json.WriteStartArray(cell.Column);
            json.WriteStringValue(cell.Before);
            json.WriteStringValue(cell.After);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
