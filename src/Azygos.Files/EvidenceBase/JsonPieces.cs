using System.Text.Json;

namespace Azygos.Files.EvidenceBase;

/// <summary>Pieces that several writers need: a number that may be absent, a pair of limits, a list of texts.</summary>
internal static class JsonPieces
{
    public static void Number(this Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number) json.WriteNumber(key, number);
        else json.WriteNull(key);
    }

    /// <summary>Two limits; null where they do not exist.</summary>
    public static void Pair(this Utf8JsonWriter json, string key, double? lower, double? upper)
    {
        if (lower is not { } a || upper is not { } b)
        {
            json.WriteNull(key);
            return;
        }
        json.WriteStartArray(key);
        json.WriteNumberValue(a);
        json.WriteNumberValue(b);
        json.WriteEndArray();
    }

    public static void Texts(this Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
