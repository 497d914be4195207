using System.Text.Json.Nodes;
using Azygos.Body.Timeline;

namespace Azygos.Files.Schemas;

/// <summary>The part of the schema of a case that describes its timeline.</summary>
internal static class TimelineSchema
{
    /// <summary>A list of events, each of one kind.</summary>
    public static JsonObject Of(string meaning) => new()
    {
        ["type"] = "array",
        ["description"] = meaning,
        ["items"] = new JsonObject { ["oneOf"] = new JsonArray([.. EventKinds.All.Select(Event)]) },
    };

    private static JsonNode Event(EventKind kind)
    {
        JsonObject keys = new() { ["at"] = Number(EventKinds.When), ["do"] = SchemaText.Only(kind.Word) };
        foreach (EventWord word in kind.Words)
        {
            keys[word.Key] = word.Allowed.Count > 0
                ? SchemaText.OneOf(word.Allowed, word.Meaning)
                : SchemaText.Of("string", word.Meaning);
        }
        foreach (EventNumber number in kind.Numbers)
        {
            keys[number.Key] = Number(number);
        }
        JsonObject schema = SchemaText.Closed(keys, ["at", "do"]);
        schema["description"] = kind.Meaning;
        return schema;
    }

    private static JsonObject Number(EventNumber number)
    {
        JsonObject plain = SchemaText.Of("number", number.Meaning);
        plain["minimum"] = number.Low;
        plain["maximum"] = number.High;
        plain["x-unit"] = number.Unit;
        return new JsonObject { ["anyOf"] = new JsonArray(plain, SchemaText.NumberAndUnit()) };
    }
}
