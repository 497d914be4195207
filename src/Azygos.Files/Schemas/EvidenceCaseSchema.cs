using System.Text.Json.Nodes;
using Azygos.Files.EvidenceCases;

namespace Azygos.Files.Schemas;

/// <summary>The published JSON Schema of an evidence case file, written from the lists that the reader uses.</summary>
/// <remarks>
/// Each task has its own closed list of options. What a schema cannot say (columns that a measure needs, columns that
/// the table has, counts that are possible) the reader tells.
/// </remarks>
public static class EvidenceCaseSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        JsonObject dataset = [];
        foreach (string key in EvidenceDocument.Dataset)
            dataset[key] = key == "rows" ? SchemaText.Of("integer", "rows of the table")
                : new JsonObject { ["type"] = "string" };
        dataset["csv"] = new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = EvidenceDocument.CsvNames,
            ["description"] = "its table, below the folder of the case file or the one above it",
        };
        JsonObject keys = new()
        {
            ["schema"] = SchemaText.Only(EvidenceCaseReader.Schema),
            ["dataset"] = SchemaText.Closed(dataset, EvidenceDocument.Dataset),
            ["task"] = new JsonObject { ["enum"] = Words(OptionWords.Tasks) },
            ["cases"] = new JsonObject { ["type"] = "array", ["minItems"] = 1 },
        };
        JsonObject root = SchemaText.Closed(keys, EvidenceDocument.Top);
        JsonObject definitions = [];
        foreach ((string task, string option) in from task in OptionWords.Tasks
                                                 from option in OptionWords.Of(task)
                                                 select (task, option))
            definitions[OptionWords.RuleName(task, option)] ??= Option(OptionWords.Rule(task, option));
        root["definitions"] = definitions;
        root["anyOf"] = new JsonArray([.. OptionWords.Tasks.Select(Task)]);
        return SchemaText.Print(EvidenceCaseReader.Schema,
            "Evidence cases: a table, one analysis of it with its options, and the values it must give.", root);
    }

    private static JsonObject Task(string task)
    {
        JsonObject options = [];
        foreach (string key in OptionWords.Of(task)) options[key] = new JsonObject
        {
            ["$ref"] = $"#/definitions/{OptionWords.RuleName(task, key)}",
        };
        JsonObject @case = new()
        {
            ["id"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            ["task"] = SchemaText.Only(task),
            ["options"] = SchemaText.Closed(options, OptionWords.RequiredBy(task)),
            ["expected"] = new JsonObject { ["type"] = "object", ["minProperties"] = 1 },
            ["rel_tol"] = new JsonObject
            {
                ["type"] = "number",
                ["minimum"] = 0,
                ["maximum"] = 1,
                ["description"] = "relative tolerance, above 0 and below 1",
            },
            ["note"] = SchemaText.Of("string", "what a reader must know"),
            ["reference_warned"] = SchemaText.Of("boolean", "true where the reference gave a warning"),
        };
        return new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["task"] = SchemaText.Only(task),
                ["cases"] = new JsonObject
                {
                    ["items"] = SchemaText.Closed(@case, EvidenceDocument.Required),
                },
            },
        };
    }

    /// <summary>An option; null says that it is absent.</summary>
    private static JsonObject Option(OptionRule rule)
    {
        JsonObject option = new() { ["description"] = rule.Allowed };
        if (rule.Words.Count > 0)
        {
            JsonArray words = Words(rule.Words);
            words.Add(null);
            option["enum"] = words;
        }
        else
            option["type"] = new JsonArray(rule.Type, "null");
        return option;
    }

    private static JsonArray Words(IEnumerable<string> words) =>
        [.. words.Select(word => (JsonNode)JsonValue.Create(word))];
}
