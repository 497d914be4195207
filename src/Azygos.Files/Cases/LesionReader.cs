using System.Globalization;
using Azygos.Clinic.Lesions;
using Azygos.Clinic.Variants;
using Azygos.Files.Faults;
using Azygos.Files.Overrides;
using Azygos.Files.Tables;
using Azygos.Files.Yaml;

namespace Azygos.Files.Cases;

/// <summary>Reads the keys <c>lesions</c>, <c>procedures</c> and <c>variants</c> of a case by the catalogues' own
/// descriptions.</summary>
/// <param name="file">The file.</param>
/// <param name="faults">Where faults go.</param>
/// <param name="section">Key of the case that holds the list.</param>
internal sealed class LesionReader(string file, FaultList faults, string section = "lesions")
{
    /// <summary>Key of a lesion that names its kind.</summary>
    public const string Kind = "kind";

    /// <summary>The lesions of a list; those with faults without what they would make, so that a model can still say
    /// whether it has the vessels they name.</summary>
    public List<CaseLesion> Lesions(YamlEntry entry)
    {
        List<CaseLesion> lesions = [];
        if (entry.Value is not YamlList list)
        {
            faults.Add(file, entry.Line, entry.Key, "", $"needs a list of lesions, not {entry.Value.Words}");
            return lesions;
        }

        foreach (YamlNode item in list.Items)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"lesion_{lesions.Count + 1}");
            if (item is YamlMapping mapping)
            {
                if (Lesion(id, mapping) is { } lesion) lesions.Add(lesion);
            }
            else
            {
                faults.Add(file, item.Line, "lesions", "", $"needs the keys of a lesion, not {item.Words}");
            }
        }

        return lesions;
    }

    /// <summary>The variants of a mapping.</summary>
    public List<CaseVariant> Variants(YamlEntry entry)
    {
        List<CaseVariant> variants = [];
        if (entry.Value is not YamlMapping mapping)
        {
            faults.Add(file, entry.Line, entry.Key, "", $"needs keys with values, not {entry.Value.Words}");
            return variants;
        }

        IEnumerable<string> known = Clinic.Variants.Variants.All.Select(variant => variant.Key);
        foreach (YamlEntry one in mapping.Entries)
        {
            Variant? variant = Clinic.Variants.Variants.All.FirstOrDefault(row => row.Key == one.Key);
            string word = (one.Value as YamlScalar)?.Text ?? "";
            if (variant is null)
                faults.Add(file, one.Line, $"variants.{one.Key}", "", $"is not a variant{Nearest.Suggestion(one.Key, known)}; "
                    + $"variants: {string.Join(", ", known)}");
            else if (!variant.Words.Contains(word))
                faults.Add(file, one.Line, $"variants.{one.Key}", word, NotOneOf(word, variant.Words));
            else
                variants.Add(new(variant, word, one.Line));
        }

        return variants;
    }

    private CaseLesion? Lesion(string id, YamlMapping mapping)
    {
        int before = faults.Count;
        if (KindOf(mapping, LesionKinds.All, one => one.Word) is not { } kind) return null;
        LesionValues values = new() { Id = id };
        Dictionary<string, int> lines = mapping.Entries.DistinctBy(entry => entry.Key)
            .ToDictionary(entry => entry.Key, entry => entry.Line);
        if (IsRead(values, kind.Word, kind.Keys, mapping))
            foreach ((string key, string reason) in kind.Check(values))
                faults.Add(file, lines.GetValueOrDefault(key, mapping.Line), $"{section}.{key}", "", reason);
        return new CaseLesion(faults.Count > before ? null : kind.Make(values), kind, values, lines, mapping.Line);
    }

    /// <summary>The kind that an entry names; null with a fault when it names none.</summary>
    /// <param name="mapping">The entry.</param>
    /// <param name="kinds">Catalogue.</param>
    /// <param name="wordOf">Word of a kind.</param>
    public T? KindOf<T>(YamlMapping mapping, IReadOnlyList<T> kinds, Func<T, string> wordOf)
        where T : class
    {
        YamlEntry? named = mapping.Entries.FirstOrDefault(entry => entry.Key == Kind);
        string[] words = [.. kinds.Select(wordOf)];
        if (named is null)
        {
            faults.Add(file, mapping.Line, $"{section}.{Kind}", "", $"this key is missing; kinds: {string.Join(", ", words)}");
            return null;
        }

        string word = (named.Value as YamlScalar)?.Text ?? "";
        if (kinds.FirstOrDefault(one => wordOf(one) == word) is { } kind) return kind;
        faults.Add(file, named.Line, $"{section}.{Kind}", word, NotOneOf(word, words));
        return null;
    }

    /// <summary>What an entry says by key; null with faults when something is wrong.</summary>
    /// <param name="id">Name of the lesion or procedure.</param>
    /// <param name="word">Word of its kind.</param>
    /// <param name="keys">Keys of the kind.</param>
    /// <param name="mapping">The entry.</param>
    public LesionValues? Values(string id, string word, IReadOnlyList<LesionKey> keys, YamlMapping mapping)
    {
        LesionValues values = new() { Id = id };
        return IsRead(values, word, keys, mapping) ? values : null;
    }

    // Fills in what can be read; false with faults when something is wrong.
    private bool IsRead(LesionValues values, string word, IReadOnlyList<LesionKey> keys, YamlMapping mapping)
    {
        int before = faults.Count;
        foreach (YamlEntry entry in mapping.Entries.Where(entry => entry.Key != Kind))
        {
            if (keys.FirstOrDefault(one => one.Name == entry.Key) is { } key) Value(key, entry, values);
            else
                faults.Add(file, entry.Line, $"{section}.{entry.Key}", "", $"is not a key of a {word}"
                    + Nearest.Suggestion(entry.Key, keys.Select(one => one.Name)));
        }

        foreach (LesionKey key in keys.Where(key => !key.IsOptional && mapping.Entries.All(e => e.Key != key.Name)))
            faults.Add(file, mapping.Line, $"{section}.{key.Name}", "", $"this key of a {word} is missing: {key.Meaning}");
        return faults.Count == before;
    }

    private void Value(LesionKey key, YamlEntry entry, LesionValues values)
    {
        if (key.Kind == LesionKeyKind.Curve)
        {
            if (Curve(key, entry) is { } curve) values.Set(key.Name, curve);
            return;
        }

        if (entry.Value is not YamlScalar { Text.Length: > 0 } scalar)
        {
            Refuse(key, entry.Line, "", entry.Value is YamlScalar ? "needs a value" : $"needs a value, not {entry.Value.Words}");
            return;
        }

        switch (key.Kind)
        {
            case LesionKeyKind.Number:
                if (Number(key, scalar, key.Unit, key.Least, key.Most) is { } number) values.Set(key.Name, number);
                break;
            case LesionKeyKind.Word when !key.Words.Contains(scalar.Text):
                Refuse(key, scalar.Line, scalar.Text, NotOneOf(scalar.Text, key.Words));
                break;
            default:
                values.Set(key.Name, scalar.Text);
                break;
        }
    }

    private List<(double, double)>? Curve(LesionKey key, YamlEntry entry)
    {
        string shape = $"needs a list of pairs [{key.AgainstUnit}, {key.Unit}], the first rising";
        if (entry.Value is not YamlList { Items.Count: > 0 } list)
        {
            Refuse(key, entry.Line, "", shape);
            return null;
        }

        List<(double At, double Value)> rows = [];
        bool isWhole = true;
        foreach (YamlNode item in list.Items)
        {
            if (item is not YamlList { Items: [YamlScalar first, YamlScalar second] })
            {
                Refuse(key, item.Line, "", shape);
                isWhole = false;
                continue;
            }

            // Months have no unit of their own.
            string against = Azygos.Quantities.Units.TryFind(key.AgainstUnit, out _) ? key.AgainstUnit : "1";
            double? at = Number(key, first, against, key.Against.Least, key.Against.Most);
            double? value = Number(key, second, key.Unit, key.Least, key.Most);
            if (at is null || value is null)
            {
                isWhole = false;
                continue;
            }

            if (rows.Count > 0 && !(at > rows[^1].At))
            {
                Refuse(key, item.Line, first.Text, shape);
                isWhole = false;
            }

            rows.Add((at.Value, value.Value));
        }

        return isWhole ? rows : null;
    }

    private double? Number(LesionKey key, YamlScalar scalar, string unit, double least, double most)
    {
        string allowed = Interval.From(least, most).InWords(unit);
        if (!NumberWithUnit.TryRead(scalar.Text, unit, out double number, out string reason))
        {
            Refuse(key, scalar.Line, scalar.Text, $"{reason}; allowed: {allowed}");
            return null;
        }

        if (Interval.From(least, most).Contains(number)) return number;
        Refuse(key, scalar.Line, scalar.Text, double.IsFinite(number)
            ? $"is outside the allowed range: {allowed}"
            : $"is not a finite number; allowed: {allowed}");
        return null;
    }

    private void Refuse(LesionKey key, int line, string value, string message) =>
        faults.Add(file, line, $"{section}.{key.Name}", value, message);

    private static string NotOneOf(string word, IEnumerable<string> words) =>
        $"is not one of {string.Join(", ", words)}{Nearest.Suggestion(word, words)}";
}
