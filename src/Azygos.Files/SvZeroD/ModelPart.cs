using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.SvZeroD;

/// <summary>An object of a block model, read key by key; every fault is noted, and reading goes on.</summary>
/// <remarks>Keys that begin with <c>_</c> are comments of the format.</remarks>
internal sealed class ModelPart(PlacedValue value, ModelFile file)
{
    private readonly HashSet<string> asked = [];
    private double[]? times;

    /// <summary>The object itself.</summary>
    public PlacedValue Value => value;

    /// <summary>The file.</summary>
    public ModelFile File => file;

    /// <summary>True when the key is there, whatever its value; the key counts as understood.</summary>
    public bool Has(string key)
    {
        asked.Add(key);
        return value.Members.ContainsKey(key);
    }

    /// <summary>Keys that are understood and have no effect here; whatever checks their values is called beside
    /// this.</summary>
    public void Ignore(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
            if (Has(key)) file.WithoutEffect.Add(value.Members[key].Path);
    }

    /// <summary>Notes a fault of one key, or of the whole object when the key is absent.</summary>
    public void Fault(string key, string message)
        => file.Fault(value.Members.TryGetValue(key, out PlacedValue? member) ? member : value, message);

    /// <summary>Notes every key that nobody asked for.</summary>
    /// <param name="where">What the object is, such as <c>a vessel</c>.</param>
    public void Finish(string where)
    {
        foreach ((string key, PlacedValue member) in value.Members)
            if (!asked.Contains(key) && !key.StartsWith('_'))
                file.Fault(member, $"is not understood in {where}{Nearest.Suggestion(key, asked)}");
    }

    /// <summary>A number that must be there.</summary>
    public double Number(string key, Allowed allowed = Allowed.Any)
        => Required(key, out PlacedValue? member) ? file.Number(member, allowed) : double.NaN;

    /// <summary>A number that may be absent.</summary>
    public double Number(string key, double otherwise, Allowed allowed = Allowed.Any)
        => Has(key) ? file.Number(value.Members[key], allowed) : otherwise;

    /// <summary>A whole number that must be there.</summary>
    public int Whole(string key, int atLeast)
        => Required(key, out PlacedValue? member) ? file.Whole(member, atLeast) : atLeast;

    /// <summary>A whole number that may be absent.</summary>
    public int Whole(string key, int atLeast, int otherwise)
        => Has(key) ? file.Whole(value.Members[key], atLeast) : otherwise;

    /// <summary>True or false, which may be absent.</summary>
    public bool Flag(string key, bool otherwise)
    {
        if (!Has(key)) return otherwise;
        JsonValueKind kind = value.Members[key].Kind;
        if (kind is JsonValueKind.True or JsonValueKind.False) return kind == JsonValueKind.True;
        Fault(key, "must be true or false");
        return otherwise;
    }

    /// <summary>A text that must be there and not be empty.</summary>
    public string Text(string key) => Required(key, out PlacedValue? member) ? file.Text(member) : "";

    /// <summary>One of a closed list of words; nothing where there is a fault.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        string word = Text(key);
        if (words.TryGetValue(word, out T? chosen)) return chosen;
        if (word.Length > 0)
            Fault(key, $"is not understood; it must be one of {string.Join(", ", words.Keys)}"
                + Nearest.Suggestion(word, words.Keys));
        return default;
    }

    /// <summary>Numbers that must be there.</summary>
    public double[] Numbers(string key, Allowed allowed = Allowed.Any)
        => [.. List(key).Select(item => file.Number(item, allowed))];

    /// <summary>A constant, or a list over the times of the key <c>t</c>, that must be there.</summary>
    public BlockValue Varying(string key, Allowed allowed = Allowed.Any)
        => Required(key, out PlacedValue? member) ? Varying(member, allowed) : new BlockValue(double.NaN);

    private BlockValue Varying(PlacedValue member, Allowed allowed)
    {
        asked.Add("t");
        if (member.Kind != JsonValueKind.Array) return new BlockValue(file.Number(member, allowed));
        int before = file.Faults.Count;
        double[] values = [.. member.Items.Select(item => file.Number(item, allowed))];
        if (values.Length == 0) file.Fault(member, "must not be empty");
        if (file.Faults.Count > before) return new BlockValue(double.NaN);
        if (values.Length == 1) return new BlockValue(values[0]);
        times ??= Times();
        if (times.Length == values.Length) return new BlockValue(times, values);
        if (times.Length > 0) Fault("t", $"must have as many times as there are values, {values.Length}");
        return new BlockValue(double.NaN);
    }

    // Once for all values of the part; empty with faults.
    private double[] Times()
    {
        int before = file.Faults.Count;
        double[] times = Numbers("t");
        if (file.Faults.Count > before) return [];
        if (times.Length < 2) Fault("t", "must have at least two times");
        else if (times[0] != 0) file.Fault(value.Members["t"].Items[0], "must be 0, the start of the cycle");
        for (int i = 1; i < times.Length; i++)
            if (!(times[i] > times[i - 1]))
                file.Fault(value.Members["t"].Items[i], "must be after the time before it");
        if (file.Faults.Count > before) return [];
        file.Period(value.Members["t"], times[^1] - times[0]);
        return times;
    }

    /// <summary>An object that must be there.</summary>
    public ModelPart? Part(string key) => Required(key, out PlacedValue? member) ? AsPart(member) : null;

    /// <summary>An object that may be absent.</summary>
    public ModelPart? OptionalPart(string key) => Has(key) ? AsPart(value.Members[key]) : null;

    /// <summary>Objects that may be absent.</summary>
    public IEnumerable<ModelPart> Parts(string key)
        => Has(key) ? [.. List(key).Select(AsPart).OfType<ModelPart>()] : [];

    /// <summary>Items of a list that must be there.</summary>
    public IReadOnlyList<PlacedValue> List(string key)
    {
        if (!Required(key, out PlacedValue? member)) return [];
        if (member.Kind != JsonValueKind.Array) file.Fault(member, "must be a list");
        return member.Items;
    }

    private ModelPart? AsPart(PlacedValue member)
    {
        if (member.Kind == JsonValueKind.Object) return new ModelPart(member, file);
        file.Fault(member, "must be an object");
        return null;
    }

    private bool Required(string key, [NotNullWhen(true)] out PlacedValue? member)
    {
        asked.Add(key);
        if (value.Members.TryGetValue(key, out member)) return true;
        file.Fault(value, $"lacks the key {key}");
        return false;
    }
}
