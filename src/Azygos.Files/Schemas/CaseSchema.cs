using System.Text.Json.Nodes;
using Azygos.Files.Cases;

namespace Azygos.Files.Schemas;

/// <summary>The published JSON Schema of a case file, written from the same description that the reader uses.</summary>
public static class CaseSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        JsonObject keys = [];
        foreach ((string key, string meaning) in CaseKeys.TopLevel)
        {
            keys[key] = key switch
            {
                "schema" => SchemaText.Only(CaseKeys.Schema),
                "description" or "model" => SchemaText.Of("string", meaning),
                "detail" => SchemaText.OneOf(DetailWords.Words.Keys, meaning),
                "posture" => Posture(meaning),
                "heart" or "set" => Replaced(meaning),
                TimelineKey.Name => TimelineSchema.Of(meaning),
                "lesions" => LesionSchema.Lesions(meaning),
                IronWord.Key => SchemaText.OneOf([IronWord.Hypothesis], meaning),
                ProcedureReader.Section => LesionSchema.Procedures(meaning),
                "variants" => LesionSchema.Variants(meaning),
                _ => Section(key, meaning),
            };
        }
        JsonObject root = SchemaText.Closed(keys, ["schema"]);
        return SchemaText.Print(CaseKeys.Schema, "A case: what is run, and how.", root);
    }

    private static JsonObject Posture(string meaning) => new()
    {
        ["description"] = meaning,
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "number", ["minimum"] = -90, ["maximum"] = 90 },
            new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = $"^({string.Join("|", Cases.Posture.Words.Keys)}|-?[0-9.]+ ?(deg|degree|degrees|°|rad))$",
            }),
    };

    private static JsonObject Replaced(string meaning) => new()
    {
        ["type"] = "object",
        ["description"] = meaning,
        ["additionalProperties"] = SchemaText.NumberOrUnit(),
    };

    private static JsonObject Section(string section, string meaning)
    {
        JsonObject keys = [];
        if (section == "recording")
        {
            keys["sites"] = new JsonObject
            {
                ["type"] = "array",
                ["description"] = "ids of the model's sites",
                ["items"] = new JsonObject { ["type"] = "string" },
            };
        }
        foreach (CaseKeys.NumberKey number in CaseKeys.Numbers.Where(number => number.Section == section))
        {
            keys[number.Name] = new JsonObject
            {
                ["anyOf"] = new JsonArray(SchemaText.Number(number), SchemaText.NumberAndUnit()),
            };
        }
        JsonObject schema = SchemaText.Closed(keys, []);
        schema["description"] = meaning;
        return schema;
    }
}
