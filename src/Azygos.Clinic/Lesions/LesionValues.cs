namespace Azygos.Clinic.Lesions;

/// <summary>What a person said about one lesion, by key.</summary>
/// <source choice="numbers in the units of the keys"/>
public sealed class LesionValues
{
    private readonly Dictionary<string, double> numbers = [];
    private readonly Dictionary<string, string> words = [];
    private readonly Dictionary<string, IReadOnlyList<(double At, double Value)>> curves = [];

    /// <summary>Name of the lesion.</summary>
    public required string Id { get; init; }

    /// <summary>Sets a number, in its key's unit.</summary>
    public void Set(string key, double value) => numbers[key] = value;

    /// <summary>Sets a word, or the id of a vessel or valve.</summary>
    public void Set(string key, string value) => words[key] = value;

    /// <summary>Sets a curve.</summary>
    public void Set(string key, IReadOnlyList<(double At, double Value)> value) => curves[key] = value;

    /// <summary>True when something was said.</summary>
    public bool Has(string key) => numbers.ContainsKey(key) || words.ContainsKey(key) || curves.ContainsKey(key);

    /// <summary>A number that was said, or the key's default.</summary>
    /// <exception cref="KeyNotFoundException">Neither.</exception>
    public double Number(LesionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Optional(key) ?? throw new KeyNotFoundException($"{Id} lacks {key.Name}.");
    }

    /// <summary>A number that was said, or the key's default, or null.</summary>
    public double? Optional(LesionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return numbers.TryGetValue(key.Name, out double value) ? value : key.Default;
    }

    /// <summary>A number in per cent as a share [1].</summary>
    public double Share(LesionKey key) => Number(key) / 100;

    /// <summary>A word that was said, or empty.</summary>
    public string Word(LesionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return words.GetValueOrDefault(key.Name, "");
    }

    /// <summary>A curve that was said; empty when none was.</summary>
    public IReadOnlyList<(double At, double Value)> Curve(LesionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return curves.GetValueOrDefault(key.Name, []);
    }
}
