using System.Globalization;
using Azygos.Files.Faults;
using Azygos.Files.Yaml;

namespace Azygos.Files.OpenBf;

/// <summary>The keys of one part of an openBF file: what is asked for is taken, what is left over is refused.</summary>
/// <param name="mapping">The keys.</param>
/// <param name="path">Path of the part, for faults.</param>
/// <param name="file">The file as faults name it.</param>
/// <param name="faults">Where faults go.</param>
internal sealed class OpenBfPart(YamlMapping mapping, string path, string file, FaultList faults)
{
    private readonly HashSet<string> taken = [];

    /// <summary>Line of its first key.</summary>
    public int Line => mapping.Line;

    /// <summary>Path for faults.</summary>
    public string Path => path;

    /// <summary>True when the key is there.</summary>
    public bool Has(string key) => mapping.Entries.Any(entry => entry.Key == key);

    /// <summary>Notes a fault at a key; at the part itself where the key is missing.</summary>
    public void Fault(string key, string message)
    {
        YamlEntry? entry = Entry(key);
        faults.Add(file, entry?.Line ?? Line, key.Length == 0 ? path : $"{path}{key}", Printed(entry), message);
    }

    /// <summary>A value that a key must have.</summary>
    public YamlNode? Required(string key)
    {
        taken.Add(key);
        if (Entry(key) is { } entry) return entry.Value;
        Fault(key, "is missing");
        return null;
    }

    /// <summary>A text; empty with a fault where it is missing.</summary>
    public string Text(string key) => Required(key) is { } node ? Text(key, node) : "";

    /// <summary>A text, or null where the key is missing.</summary>
    public string? OptionalText(string key)
    {
        taken.Add(key);
        return Entry(key) is { } entry ? Text(key, entry.Value) : null;
    }

    /// <summary>A number within a range; NaN with a fault.</summary>
    public double Number(string key, Func<double, bool> holds, string allowed) =>
        Required(key) is null ? double.NaN : OptionalNumber(key, holds, allowed) ?? double.NaN;

    /// <summary>A number within a range, null where the key is missing; NaN with a fault.</summary>
    public double? OptionalNumber(string key, Func<double, bool> holds, string allowed)
    {
        taken.Add(key);
        if (Entry(key) is not { } entry) return null;
        if (entry.Value is YamlScalar scalar
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) && holds(number))
            return number;
        Fault(key, $"must be {allowed}");
        return double.NaN;
    }

    /// <summary>Yes or no; the default where the key is missing.</summary>
    public bool Flag(string key, bool otherwise)
    {
        taken.Add(key);
        if (Entry(key) is not { } entry) return otherwise;
        if (entry.Value is YamlScalar { Text: "true" or "false" } scalar) return scalar.Text == "true";
        Fault(key, "must be true or false");
        return otherwise;
    }

    /// <summary>Understood, without effect here.</summary>
    public void Ignore(string key, List<string> withoutEffect)
    {
        taken.Add(key);
        if (Has(key)) withoutEffect.Add(path + key);
    }

    /// <summary>Refuses every key that nobody asked for.</summary>
    public void Finish(string what)
    {
        foreach (YamlEntry entry in mapping.Entries.Where(entry => !taken.Contains(entry.Key)))
            faults.Add(file, entry.Line, path + entry.Key, Printed(entry),
                $"is not a key of {what}{Nearest.Suggestion(entry.Key, taken)}");
    }

    private YamlEntry? Entry(string key) => mapping.Entries.FirstOrDefault(entry => entry.Key == key);

    private string Text(string key, YamlNode node)
    {
        if (node is YamlScalar { Text.Length: > 0 } scalar) return scalar.Text;
        Fault(key, "must be a text that is not empty");
        return "";
    }

    private static string Printed(YamlEntry? entry) => entry?.Value is YamlScalar scalar ? scalar.Text : "";
}
