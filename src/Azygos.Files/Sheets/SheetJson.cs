using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azygos.Files.Sheets;

/// <summary>Writes a result for other programs: every number unrounded, an empty cell as null.</summary>
/// <source choice="facts become an object, a table a list of rows, remarks a list of texts; keys are those of the
/// sheet"/>
public static class SheetJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The result as JSON.</summary>
    public static string Write(ResultSheet sheet)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", sheet.Schema);
            json.WriteString("title", sheet.Title);
            foreach (SheetPart part in sheet.Parts) Part(json, part);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    internal static void Part(Utf8JsonWriter json, SheetPart part)
    {
        switch (part)
        {
            case SheetFacts facts:
                json.WriteStartObject(facts.Key);
                foreach (SheetFact fact in facts.Facts) Value(json, fact.Key, fact.Value);
                json.WriteEndObject();
                break;
            case SheetTable table:
                json.WriteStartArray(table.Key);
                foreach (IReadOnlyList<SheetValue> row in table.Rows)
                {
                    json.WriteStartObject();
                    foreach ((SheetColumn column, SheetValue value) in table.Columns.Zip(row))
                        Value(json, column.Key, value);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                break;
            case SheetRemarks remarks:
                json.WriteStartArray(remarks.Key);
                foreach (string text in remarks.Texts) json.WriteStringValue(text);
                json.WriteEndArray();
                break;
        }
    }

    private static void Value(Utf8JsonWriter json, string key, SheetValue value)
    {
        if (value.IsNone) json.WriteNull(key);
        else if (value.Number is { } number) json.WriteNumber(key, number);
        else if (value.Limits is { } limits)
        {
            json.WriteStartArray(key);
            json.WriteNumberValue(limits.Lower);
            json.WriteNumberValue(limits.Upper);
            json.WriteEndArray();
        }
        else json.WriteString(key, value.Text);
    }
}
