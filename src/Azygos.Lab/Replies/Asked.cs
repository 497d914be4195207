using System.Text;
using System.Text.Json;
using Azygos.Files.Faults;
using Azygos.Files.Tables;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Replies;

/// <summary>The JSON object of a request, read strictly: every fault at once, an unknown key is one.</summary>
internal sealed class Asked
{
    private const string Place = "request";
    private const int DeepestNesting = 16;

    private readonly Dictionary<string, JsonElement> given;
    private readonly HashSet<string> read = [];

    private Asked(Dictionary<string, JsonElement> given) => this.given = given;

    /// <summary>Everything that is wrong so far.</summary>
    public FaultList Faults { get; } = new();

    /// <summary>Keys that were given.</summary>
    public IEnumerable<string> Keys => given.Keys;

    /// <summary>Reads the body of a request.</summary>
    public static async Task<Asked> OfAsync(HttpContext context)
    {
        string type = context.Request.ContentType?.Split(';')[0].Trim() ?? "";
        if (!type.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json.");
        using MemoryStream bytes = new();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return Of(bytes.ToArray());
    }

    /// <summary>Reads an object from bytes.</summary>
    public static Asked Of(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return new Asked([]);
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw Broken("is not a JSON object");
            Dictionary<string, JsonElement> given = [];
            foreach (JsonProperty one in document.RootElement.EnumerateObject())
                if (!given.TryAdd(one.Name, one.Value.Clone())) throw Broken($"names '{one.Name}' twice");
            return new Asked(given);
        }
        catch (Exception fault) when (fault is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            throw Broken($"is not JSON: {fault.Message}");
        }
    }

    private static InputRefusedException Broken(string why) => new(new Fault(Place, null, "", "", why));

    /// <summary>A text, or null where none was given.</summary>
    public string? Text(string key, int longest = 200)
    {
        if (Value(key) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String)
        {
            Refuse(key, value.GetRawText(), "must be a text");
            return null;
        }
        string text = value.GetString()!;
        if (Encoding.UTF8.GetByteCount(text) <= longest) return text;
        Refuse(key, "", $"is too long: at most {longest} bytes");
        return null;
    }

    /// <summary>A number inside a range, or null where none was given.</summary>
    public double? Number(string key, double least, double most, string unit = "")
    {
        if (Value(key) is not { } value) return null;
        string allowed = Interval.From(least, most).InWords(unit);
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double number) || !double.IsFinite(number))
            Refuse(key, value.GetRawText(), $"must be a number; allowed: {allowed}");
        else if (number < least || number > most)
            Refuse(key, value.GetRawText(), $"is outside the allowed range: {allowed}");
        else return number;
        return null;
    }

    /// <summary>A whole number inside a range, or null where none was given.</summary>
    public long? Whole(string key, long least, long most)
    {
        if (Value(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= least && number <= most)
            return number;
        Refuse(key, value.GetRawText(), $"must be a whole number from {least} to {most}");
        return null;
    }

    /// <summary>Yes or no; no where nothing was given.</summary>
    public bool Flag(string key)
    {
        if (Value(key) is not { } value) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Refuse(key, value.GetRawText(), "must be true or false");
        return false;
    }

    /// <summary>Texts; none where nothing was given.</summary>
    public IReadOnlyList<string> Texts(string key, int most)
    {
        if (Value(key) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > most
            || value.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.String))
        {
            Refuse(key, "", $"must be a list of at most {most} texts");
            return [];
        }
        return [.. value.EnumerateArray().Select(one => one.GetString()!)];
    }

    /// <summary>An object as its own text, or null where none was given.</summary>
    public string? Object(string key, int longest)
    {
        if (Value(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object && Encoding.UTF8.GetByteCount(value.GetRawText()) <= longest)
            return JsonSerializer.Serialize(value);
        Refuse(key, "", $"must be an object of at most {longest} bytes");
        return null;
    }

    /// <summary>Refuses a value.</summary>
    public void Refuse(string key, string value, string why) => Faults.Add(Place, null, key, value, why);

    /// <summary>Refuses keys that nothing has read, and throws when anything is wrong.</summary>
    public void Finish()
    {
        foreach (string unknown in given.Keys.Where(key => !read.Contains(key)))
            Refuse(unknown, "", $"is not a key of this request{Nearest.Suggestion(unknown, read)}");
        Faults.ThrowIfAny();
    }

    private JsonElement? Value(string key)
    {
        read.Add(key);
        return given.TryGetValue(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
