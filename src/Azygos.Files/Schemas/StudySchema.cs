using System.Text.Json.Nodes;
using Azygos.Files.Studies;
using Azygos.Files.Tables;

namespace Azygos.Files.Schemas;

/// <summary>The published JSON Schema of a study file, written from the same description that the reader
/// uses.</summary>
public static class StudySchema
{
    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        JsonObject keys = new() { ["schema"] = SchemaText.Only(StudyKeys.Schema) };
        foreach (StudyKey key in StudyKeys.All.Where(key => key.Section.Length == 0)) keys[key.Name] = Of(key);
        foreach ((string section, string meaning) in StudyKeys.Sections)
        {
            JsonObject inner = [];
            foreach (StudyKey key in StudyKeys.All.Where(key => key.Section == section)) inner[key.Name] = Of(key);
            JsonObject schema = SchemaText.Closed(inner, []);
            schema["description"] = meaning;
            keys[section] = schema;
        }
        return SchemaText.Print(StudyKeys.Schema, "A study: who is looked for, by whom, what is done and counted.",
            SchemaText.Closed(keys, ["schema", "design"]));
    }

    private static JsonObject Of(StudyKey key) => key switch
    {
        { IsNumber: true } => SchemaText.Number(key),
        // YAML's own true and false are words here and booleans in JSON.
        { Kind: ColumnKind.Word } when key.Words.Contains("true") => SchemaText.Of("boolean", key.Meaning),
        { Kind: ColumnKind.Word } => SchemaText.OneOf(key.Words, key.Meaning),
        _ => SchemaText.Of("string", key.Meaning),
    };
}
