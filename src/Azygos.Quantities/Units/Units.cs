using System.Collections.Frozen;

namespace Azygos.Quantities;

/// <summary>The units known to the project, looked up by the text of a file header, a parameter path or a command
/// line.</summary>
/// <remarks>
/// A unit is found by its symbol (<c>mmHg·s/mL</c>), its plain-text spelling (<c>mmHg s/mL</c>, <c>mmHg*s/mL</c>,
/// <c>cm2</c>), or its file form (<c>mmHg_s_per_mL</c>). Capitals matter: mPa and MPa differ.
/// </remarks>
/// <source choice="an explicit list, so that what is accepted and what a refusal offers are the same"/>
public static class Units
{
    private static readonly FrozenDictionary<string, Unit> BySpelling =
        Spellings().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every unit, by kind, the preferred one of each kind first.</summary>
    public static IReadOnlyList<Unit> All => UnitTable.Rows;

    /// <summary>The units of <paramref name="kind"/>, the preferred one first.</summary>
    public static IReadOnlyList<Unit> Of(QuantityKind kind) => [.. UnitTable.Rows.Where(unit => unit.Kind == kind)];

    /// <summary>The kind in words, such as "hydraulic resistance".</summary>
    public static string NameOf(QuantityKind kind) => string.Concat(kind.ToString().Select(
        (c, i) => (i > 0 && char.IsUpper(c) ? " " : "") + char.ToLowerInvariant(c)));

    /// <summary>Finds the unit that <paramref name="text"/> spells; false when there is none.</summary>
    public static bool TryFind(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Unit? unit) =>
        BySpelling.TryGetValue(Normalised(text), out unit);

    /// <summary>The unit that <paramref name="text"/> spells.</summary>
    /// <exception cref="FormatException">It is no unit known; the message offers the nearest, or all.</exception>
    public static Unit Find(string text) =>
        TryFind(text, out Unit? unit) ? unit : throw new FormatException(Refusal(text));

    /// <summary>The SI value of <paramref name="value"/> in <paramref name="unit"/>.</summary>
    /// <exception cref="FormatException">The unit is not known.</exception>
    public static double ToSi(double value, string unit) => Find(unit).ToSi(value);

    /// <summary>The value in <paramref name="unit"/> of the SI value <paramref name="si"/>.</summary>
    /// <exception cref="FormatException">The unit is not known.</exception>
    public static double FromSi(double si, string unit) => Find(unit).FromSi(si);

    /// <summary>Splits a file key with its unit last, such as <c>external_pressure_mmHg</c>, into name and
    /// unit.</summary>
    /// <remarks>The longest unit wins: <c>rate_per_min</c> ends in 1/min, not in min. A key without a unit is a pure
    /// number.</remarks>
    /// <returns>Name and unit; the whole key and "1" when no unit ends it.</returns>
    public static (string Name, Unit Unit) SplitKey(string key)
    {
        for (int i = key.IndexOf('_', StringComparison.Ordinal); i > 0; i = key.IndexOf('_', i + 1))
        {
            if (BySpelling.TryGetValue(key[(i + 1)..], out Unit? unit))
                return (key[..i], unit);
        }

        return (key, BySpelling["1"]);
    }

    /// <summary>Why <paramref name="text"/> is refused as a unit, and what would be accepted.</summary>
    /// <param name="text">The text that was read.</param>
    /// <param name="kind">The kind that is wanted; null: any.</param>
    internal static string Refusal(string text, QuantityKind? kind = null)
    {
        string read = text.Trim(), spelling = Normalised(read);
        IReadOnlyList<Unit> allowed = kind is { } wanted ? Of(wanted) : All;
        string of = kind is { } k ? $" of {NameOf(k)}" : "";
        string reason = kind is not null && TryFind(read, out Unit? other)
            ? $"\"{read}\" is a unit of {NameOf(other.Kind)}, not{of}"
            : $"\"{read}\" is not a unit{of}";

        Unit? near = allowed.FirstOrDefault(
            unit => string.Equals(Normalised(unit.Symbol), spelling, StringComparison.OrdinalIgnoreCase));
        string hint = near is null ? "" : $" Did you mean {near.Symbol}?";
        return $"{reason}; use one of {string.Join(", ", allowed)}.{hint}";
    }

    /// <summary>One spelling for the many ways to write products and powers in plain text.</summary>
    private static string Normalised(string text)
    {
        string plain = text.Trim()
            .Replace('²', '2').Replace('³', '3').Replace('⁶', '6').Replace("^", "", StringComparison.Ordinal)
            .Replace('\u03BC', 'u').Replace('\u00B5', 'u')
            .Replace('*', '·').Replace('\u22C5', '·');
        string joined = string.Join('·', plain.Split([' ', '·'], StringSplitOptions.RemoveEmptyEntries));
        return joined.Replace("·/", "/", StringComparison.Ordinal).Replace("/·", "/", StringComparison.Ordinal);
    }

    private static Dictionary<string, Unit> Spellings()
    {
        Dictionary<string, Unit> found = new(StringComparer.Ordinal);
        foreach (Unit unit in UnitTable.Rows)
        {
            found.Add(Normalised(unit.Symbol), unit);
            if (unit.FileForm.Length > 0)
                found.TryAdd(unit.FileForm, unit);   // often the normalised symbol itself
        }

        foreach ((string spelling, string symbol) in UnitTable.OtherSpellings)
            found.Add(Normalised(spelling), found[Normalised(symbol)]);
        return found;
    }
}
