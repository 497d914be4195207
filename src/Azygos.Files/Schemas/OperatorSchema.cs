using System.Text.Json.Nodes;
using Azygos.Files.Operators;

namespace Azygos.Files.Schemas;

/// <summary>The published JSON Schema of an operator file, written from the description that the reader uses.</summary>
public static class OperatorSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        JsonObject keys = [];
        foreach ((string key, string meaning) in OperatorKeys.Meanings)
        {
            keys[key] = key switch
            {
                "schema" => SchemaText.Only(OperatorKeys.Schema),
                "name" => SchemaText.Of("string", meaning),
                "levels" => new JsonObject
                {
                    ["type"] = "array",
                    ["description"] = meaning,
                    ["minItems"] = 1,
                    ["uniqueItems"] = true,
                    ["items"] = SchemaText.OneOf(OperatorKeys.Levels, "a level"),
                },
                _ when OperatorKeys.Words.FirstOrDefault(word => word.Name == key) is { } word => Word(word),
                _ => new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        SchemaText.Number(OperatorKeys.Numbers.Single(number => number.Name == key)),
                        SchemaText.NumberAndUnit()),
                },
            };
        }
        return SchemaText.Print(
            OperatorKeys.Schema, "An operator: who examines, and how.", SchemaText.Closed(keys, ["schema"]));
    }

    private static JsonObject Word(OperatorKeys.WordKey word) => word.Allowed.Contains("true")
        ? SchemaText.Of("boolean", word.Meaning)
        : SchemaText.OneOf(word.Allowed, word.Meaning);
}
