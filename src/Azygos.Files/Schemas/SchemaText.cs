using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azygos.Files.Tables;

namespace Azygos.Files.Schemas;

/// <summary>Pieces of a JSON Schema.</summary>
internal static class SchemaText
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A type with its meaning.</summary>
    public static JsonObject Of(string type, string meaning) => new() { ["type"] = type, ["description"] = meaning };

    /// <summary>One word and no other.</summary>
    public static JsonObject Only(string word) => new() { ["enum"] = new JsonArray(word) };

    /// <summary>One of several words.</summary>
    public static JsonObject OneOf(IEnumerable<string> words, string meaning) => new()
    {
        ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]),
        ["description"] = meaning,
    };

    /// <summary>An object that has no other keys than these.</summary>
    public static JsonObject Closed(JsonObject keys, string[] required) => new()
    {
        ["type"] = "object",
        ["properties"] = keys,
        ["required"] = new JsonArray([.. required.Select(key => JsonValue.Create(key))]),
        ["additionalProperties"] = false,
    };

    /// <summary>A number with range and unit; null where the column may be empty.</summary>
    public static JsonObject Number(ColumnDescription column)
    {
        string type = column.Kind is ColumnKind.WholeNumber or ColumnKind.OptionalWholeNumber ? "integer" : "number";
        JsonObject schema = Of(type, column.Meaning);
        if (column.Kind is ColumnKind.OptionalNumber or ColumnKind.OptionalWholeNumber)
        {
            schema["type"] = new JsonArray(type, "null");
        }
        schema[column.Range.Open ? "exclusiveMinimum" : "minimum"] = column.Range.Minimum;
        schema["maximum"] = column.Range.Maximum;
        schema["x-unit"] = column.Unit;
        return schema;
    }

    /// <summary>A text that is a number with its unit.</summary>
    public static JsonObject NumberAndUnit() => new()
    {
        ["type"] = "string",
        ["pattern"] = "^[+-]?[0-9.]+([eE][+-]?[0-9]+)? ?[^0-9 ].*$",
    };

    /// <summary>A number, or a text that is a number with its unit.</summary>
    public static JsonObject NumberOrUnit() => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, NumberAndUnit()),
    };

    /// <summary>The whole schema.</summary>
    public static string Print(string id, string title, JsonObject root)
    {
        JsonObject schema = new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$id"] = id,
            ["title"] = title,
        };
        foreach ((string key, JsonNode? value) in root)
        {
            schema[key] = value?.DeepClone();
        }
        return schema.ToJsonString(Indented) + "\n";
    }
}
