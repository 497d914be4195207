using System.Text;
using System.Text.Json;
using Azygos.Files.Faults;

namespace Azygos.Files.Benchmarks;

/// <summary>A value of a JSON file that knows its line and its path (JSON Pointer, RFC 6901).</summary>
internal sealed class PlacedValue
{
    /// <summary>Object, array, string, number, true, false or null.</summary>
    public required JsonValueKind Kind { get; init; }

    /// <summary>Line of the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Path from the root, such as <c>/nodes/0/id</c>; empty for the root.</summary>
    public required string Path { get; init; }

    /// <summary>The text of a string; the digits of a number as written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The value of a number; infinite when it is too large for a double.</summary>
    public double Number { get; init; }

    /// <summary>Members of an object, in the order of the file.</summary>
    public IReadOnlyDictionary<string, PlacedValue> Members { get; init; } = new Dictionary<string, PlacedValue>();

    /// <summary>Items of an array.</summary>
    public IReadOnlyList<PlacedValue> Items { get; init; } = [];

    /// <summary>The value as a fault prints it; nothing for an object or an array.</summary>
    public string Printed => Kind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => "",
        JsonValueKind.String => $"\"{Text}\"",
        JsonValueKind.Number => Text,
        _ => Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The value at a path below this one, or null.</summary>
    public PlacedValue? At(string pointer)
    {
        PlacedValue? here = this;
        foreach (string step in pointer.Split('/').Skip(1)) here = here?.Child(step);
        return here;
    }

    /// <summary>This value with the number at <paramref name="pointer"/> replaced; everything else is shared.</summary>
    public PlacedValue With(string pointer, double number)
    {
        if (pointer.Length == 0)
            return new PlacedValue { Kind = Kind, Line = Line, Path = Path, Number = number, Text = $"{number:R}" };
        int end = pointer.IndexOf('/', 1);
        string step = end < 0 ? pointer[1..] : pointer[1..end], rest = end < 0 ? "" : pointer[end..];
        PlacedValue changed = Child(step)!.With(rest, number);
        return new PlacedValue
        {
            Kind = Kind,
            Line = Line,
            Path = Path,
            Members = Members.ToDictionary(member => member.Key, member => member.Key == step ? changed : member.Value),
            Items = [.. Items.Select((item, i) => Kind == JsonValueKind.Array && $"{i}" == step ? changed : item)],
        };
    }

    private PlacedValue? Child(string step)
    {
        if (Members.TryGetValue(step, out PlacedValue? member)) return member;
        return int.TryParse(step, out int i) && $"{i}" == step && i >= 0 && i < Items.Count ? Items[i] : null;
    }

    /// <summary>Reads a file; what is not JSON, or a key given twice, becomes a fault.</summary>
    public static PlacedValue? Read(byte[] bytes, string file, FaultList faults)
    {
        ReadOnlySpan<byte> text = bytes;
        if (text.StartsWith(Encoding.UTF8.Preamble)) text = text[3..];
        try
        {
            Utf8JsonReader reader = new(text, new JsonReaderOptions { MaxDepth = 64 });
            reader.Read();
            PlacedValue root = new Parser(text, file, faults).Value(ref reader, "");
            if (reader.Read()) faults.Add(file, null, "", "", "goes on after the end of its first value");
            return root;
        }
        catch (JsonException fault)
        {
            int? line = fault.LineNumber is { } number ? (int)number + 1 : null;
            faults.Add(file, line, "", "", "is not JSON: " + fault.Message.Split(" LineNumber:")[0]);
            return null;
        }
        catch (InvalidOperationException)
        {
            faults.Add(file, null, "", "", "has a string that is not UTF-8 text");
            return null;
        }
    }

    private readonly ref struct Parser(ReadOnlySpan<byte> text, string file, FaultList faults)
    {
        private readonly ReadOnlySpan<byte> text = text;

        public PlacedValue Value(ref Utf8JsonReader reader, string path)
        {
            int line = 1 + text[..(int)reader.TokenStartIndex].Count((byte)'\n');
            PlacedValue Plain(JsonValueKind kind) => new() { Kind = kind, Line = line, Path = path };
            return reader.TokenType switch
            {
                JsonTokenType.StartObject => new PlacedValue
                { Kind = JsonValueKind.Object, Line = line, Path = path, Members = Object(ref reader, path) },
                JsonTokenType.StartArray => new PlacedValue
                { Kind = JsonValueKind.Array, Line = line, Path = path, Items = Array(ref reader, path) },
                JsonTokenType.String => new PlacedValue
                { Kind = JsonValueKind.String, Line = line, Path = path, Text = reader.GetString()! },
                JsonTokenType.Number => new PlacedValue
                {
                    Kind = JsonValueKind.Number,
                    Line = line,
                    Path = path,
                    Text = Encoding.UTF8.GetString(reader.ValueSpan),
                    Number = reader.TryGetDouble(out double number) ? number : double.NaN,
                },
                JsonTokenType.True => Plain(JsonValueKind.True),
                JsonTokenType.False => Plain(JsonValueKind.False),
                _ => Plain(JsonValueKind.Null),
            };
        }

        private Dictionary<string, PlacedValue> Object(ref Utf8JsonReader reader, string path)
        {
            Dictionary<string, PlacedValue> members = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string key = reader.GetString()!;
                reader.Read();
                PlacedValue value = Value(ref reader, $"{path}/{key}");
                if (!members.TryAdd(key, value)) faults.Add(file, value.Line, value.Path, "", "is given twice");
            }
            return members;
        }

        private List<PlacedValue> Array(ref Utf8JsonReader reader, string path)
        {
            List<PlacedValue> items = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add(Value(ref reader, $"{path}/{items.Count}"));
            return items;
        }
    }
}
