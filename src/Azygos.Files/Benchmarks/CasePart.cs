using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azygos.Files.Faults;

namespace Azygos.Files.Benchmarks;

/// <summary>Which numbers a key allows.</summary>
internal enum Allowed
{
    /// <summary>Any finite number.</summary>
    Any,

    /// <summary>Above 0.</summary>
    Positive,

    /// <summary>0 or above.</summary>
    NotNegative,

    /// <summary>1 or above.</summary>
    AtLeastOne,

    /// <summary>From 0 to 1.</summary>
    Share,

    /// <summary>From 0 to below 1.</summary>
    ShareBelowOne,
}

/// <summary>An object of a case file, read key by key; every fault is noted, and reading goes on.</summary>
internal sealed partial class CasePart(PlacedValue value, CaseFolder folder)
{
    private const string IdMessage = "must be a name of letters, digits, _ and -, a letter or digit first";

    private readonly HashSet<string> asked = [];

    /// <summary>The object itself.</summary>
    public PlacedValue Value => value;

    /// <summary>The folder the file lies in.</summary>
    public CaseFolder Folder => folder;

    /// <summary>True when the key is there, whatever its value; the key counts as known.</summary>
    public bool Has(string key)
    {
        asked.Add(key);
        return value.Members.ContainsKey(key);
    }

    /// <summary>Notes a fault of the whole object.</summary>
    public void Fault(string message) => folder.Fault(value, message);

    /// <summary>Notes a fault of one key, or of the whole object when the key is absent.</summary>
    public void Fault(string key, string message)
        => folder.Fault(value.Members.TryGetValue(key, out PlacedValue? member) ? member : value, message);

    /// <summary>Notes every key that nobody asked for.</summary>
    public void Finish()
    {
        foreach ((string key, PlacedValue member) in value.Members)
            if (!asked.Contains(key))
                folder.Fault(member, $"is not a key of this part{Nearest.Suggestion(key, asked)}");
    }

    /// <summary>A number that must be there.</summary>
    public double Number(string key, Allowed allowed = Allowed.Any)
        => Required(key, out PlacedValue? member) ? Checked(member, allowed) : double.NaN;

    /// <summary>A number that may be absent.</summary>
    public double? OptionalNumber(string key, Allowed allowed = Allowed.Any)
        => Has(key) ? Checked(value.Members[key], allowed) : null;

    /// <summary>A number or null that must be there.</summary>
    public double? NumberOrNull(string key, Allowed allowed = Allowed.Any)
        => Required(key, out PlacedValue? member) && member.Kind != JsonValueKind.Null
            ? Checked(member, allowed) : null;

    /// <summary>A whole number that must be there.</summary>
    public int Integer(string key, int atLeast)
        => Required(key, out PlacedValue? member) ? Whole(member, atLeast) : atLeast;

    /// <summary>A whole number that may be absent.</summary>
    public int? OptionalInteger(string key, int atLeast) => Has(key) ? Whole(value.Members[key], atLeast) : null;

    /// <summary>Numbers that must be there, at least so many.</summary>
    public double[] Numbers(string key, int atLeast, Allowed allowed = Allowed.Any)
        => [.. Items(key, atLeast).Select(item => Checked(item, allowed))];

    /// <summary>Whole numbers that must be there, at least so many.</summary>
    public int[] Integers(string key, int atLeast, int smallest)
        => [.. Items(key, atLeast).Select(item => Whole(item, smallest))];

    /// <summary>A text that must be there and not be empty.</summary>
    public string Text(string key)
    {
        if (!Required(key, out PlacedValue? member)) return "";
        if (member.Kind == JsonValueKind.String && member.Text.Length > 0) return member.Text;
        folder.Fault(member, "must be a text that is not empty");
        return "";
    }

    /// <summary>A name that must be there.</summary>
    public string Id(string key)
    {
        string id = Text(key);
        if (id.Length > 0 && !IdPattern.IsMatch(id)) Fault(key, IdMessage);
        return id;
    }

    /// <summary>A name that may be absent.</summary>
    public string? OptionalId(string key) => Has(key) ? Id(key) : null;

    /// <summary>Names that must be there, at least so many.</summary>
    public string[] Ids(string key, int atLeast) => [.. Items(key, atLeast).Select(item =>
    {
        if (item.Kind == JsonValueKind.String && IdPattern.IsMatch(item.Text)) return item.Text;
        folder.Fault(item, IdMessage);
        return "";
    })];

    /// <summary>One of a closed list of words; the first of the list stands in where there is a fault.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        string word = Text(key);
        if (words.TryGetValue(word, out T? chosen)) return chosen;
        if (word.Length > 0)
            Fault(key, $"must be one of {string.Join(", ", words.Keys)}{Nearest.Suggestion(word, words.Keys)}");
        return words.Values.First();
    }

    /// <summary>A word that must be exactly this one.</summary>
    public void Constant(string key, string word)
    {
        string text = Text(key);
        if (text.Length > 0 && text != word) Fault(key, $"must be {word}");
    }

    /// <summary>An object that must be there.</summary>
    public CasePart? Part(string key) => Required(key, out PlacedValue? member) ? AsPart(member) : null;

    /// <summary>An object that may be absent.</summary>
    public CasePart? OptionalPart(string key) => Has(key) ? AsPart(value.Members[key]) : null;

    /// <summary>Objects that must be there, at least so many.</summary>
    public IReadOnlyList<CasePart> Parts(string key, int atLeast)
        => [.. Items(key, atLeast).Select(AsPart).OfType<CasePart>()];

    /// <summary>Objects that may be absent.</summary>
    public IReadOnlyList<CasePart> OptionalParts(string key, int atLeast) => Has(key) ? Parts(key, atLeast) : [];

    /// <summary>Items of a list that must be there, at least so many.</summary>
    public IReadOnlyList<PlacedValue> Items(string key, int atLeast)
    {
        if (!Required(key, out PlacedValue? member)) return [];
        if (member.Kind != JsonValueKind.Array) folder.Fault(member, "must be a list");
        else if (member.Items.Count < atLeast) folder.Fault(member, $"must have at least {atLeast} entries");
        return member.Items;
    }

    private CasePart? AsPart(PlacedValue member)
    {
        if (member.Kind == JsonValueKind.Object) return new CasePart(member, folder);
        folder.Fault(member, "must be an object");
        return null;
    }

    private bool Required(string key, [NotNullWhen(true)] out PlacedValue? member)
    {
        asked.Add(key);
        if (value.Members.TryGetValue(key, out member)) return true;
        folder.Fault(value, $"lacks the key {key}");
        return false;
    }

    private double Checked(PlacedValue member, Allowed allowed)
    {
        double number = member.Kind == JsonValueKind.Number ? member.Number : double.NaN;
        (bool holds, string range) = allowed switch
        {
            Allowed.Positive => (number > 0, "a number above 0"),
            Allowed.NotNegative => (number >= 0, "a number of 0 or above"),
            Allowed.AtLeastOne => (number >= 1, "a number of 1 or above"),
            Allowed.Share => (number is >= 0 and <= 1, "a number from 0 to 1"),
            Allowed.ShareBelowOne => (number is >= 0 and < 1, "a number from 0 to below 1"),
            _ => (true, "a number"),
        };
        if (holds && double.IsFinite(number)) return number;
        folder.Fault(member, $"must be {range}, finite, in SI with the unit of its key");
        return double.NaN;
    }

    private int Whole(PlacedValue member, int atLeast)
    {
        bool whole = member.Kind == JsonValueKind.Number && member.Number == Math.Floor(member.Number);
        if (whole && member.Number >= atLeast && member.Number <= int.MaxValue) return (int)member.Number;
        folder.Fault(member, $"must be a whole number of at least {atLeast}");
        return atLeast;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]*\z")]
    internal static partial Regex IdPattern { get; }
}
