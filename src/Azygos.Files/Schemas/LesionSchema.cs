using System.Text.Json.Nodes;
using Azygos.Clinic.Lesions;
using Azygos.Clinic.Procedures;
using Azygos.Clinic.Variants;
using Azygos.Files.Cases;

namespace Azygos.Files.Schemas;

/// <summary>The parts of a case's schema that the catalogues of lesions and variants describe.</summary>
internal static class LesionSchema
{
    /// <summary>A list of lesions, each of one kind.</summary>
    public static JsonObject Lesions(string meaning) => new()
    {
        ["type"] = "array",
        ["description"] = meaning,
        ["items"] = new JsonObject
        {
            ["oneOf"] = new JsonArray([.. LesionKinds.All.Select(kind => Kind(kind.Word, kind.Meaning, kind.Keys))]),
        },
    };

    /// <summary>A list of procedures, each of one kind.</summary>
    public static JsonObject Procedures(string meaning) => new()
    {
        ["type"] = "array",
        ["description"] = meaning,
        ["items"] = new JsonObject
        {
            ["oneOf"] = new JsonArray([.. ProcedureKinds.All.Select(
                kind => Kind(kind.Word, kind.Meaning, [ProcedureReader.Target, .. kind.Keys]))]),
        },
    };

    /// <summary>Variants by key.</summary>
    public static JsonObject Variants(string meaning)
    {
        JsonObject keys = [];
        foreach (Variant variant in Clinic.Variants.Variants.All)
            keys[variant.Key] = SchemaText.OneOf(variant.Words, variant.Meaning);
        JsonObject schema = SchemaText.Closed(keys, []);
        schema["description"] = meaning;
        return schema;
    }

    private static JsonObject Kind(string word, string meaning, IReadOnlyList<LesionKey> described)
    {
        JsonObject keys = new() { [LesionReader.Kind] = SchemaText.Only(word) };
        foreach (LesionKey key in described) keys[key.Name] = Key(key);
        JsonObject schema = SchemaText.Closed(
            keys, [LesionReader.Kind, .. described.Where(key => !key.IsOptional).Select(key => key.Name)]);
        schema["description"] = meaning;
        return schema;
    }

    private static JsonObject Key(LesionKey key) => key.Kind switch
    {
        LesionKeyKind.Number => new JsonObject
        {
            ["anyOf"] = new JsonArray(Number(key), SchemaText.NumberAndUnit()),
        },
        LesionKeyKind.Word => SchemaText.OneOf(key.Words, key.Meaning),
        LesionKeyKind.Curve => new JsonObject
        {
            ["type"] = "array",
            ["description"] = key.Meaning,
            ["minItems"] = 1,
            ["items"] = new JsonObject { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 2 },
        },
        _ => SchemaText.Of("string", key.Meaning),
    };

    private static JsonObject Number(LesionKey key)
    {
        JsonObject number = SchemaText.Of("number", key.Meaning);
        number["minimum"] = key.Least;
        number["maximum"] = key.Most;
        number["x-unit"] = key.Unit;
        if (key.Default is { } byDefault) number["default"] = byDefault;
        return number;
    }
}
