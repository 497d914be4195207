namespace Azygos.Quantities.Units;

/// <summary>Reads units written as products, quotients and powers of named units.</summary>
internal ref struct UnitParser
{
    private const double PascalsPerMillimetreOfMercury = 133.322387415;
    private const double PascalsPerCentimetreOfWater = 98.0665;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly Dictionary<string, Unit> Named = new(StringComparer.Ordinal)
    {
        ["1"] = Unit.One,
        ["beat"] = Unit.One,
        ["beats"] = Unit.One,
        ["breath"] = Unit.One,
        ["breaths"] = Unit.One,
        ["%"] = new(0.01),
        ["m"] = new(1, Metre: 1),
        ["cm"] = new(1e-2, Metre: 1),
        ["mm"] = new(1e-3, Metre: 1),
        ["um"] = new(1e-6, Metre: 1),
        ["µm"] = new(1e-6, Metre: 1),
        ["L"] = new(1e-3, Metre: 3),
        ["l"] = new(1e-3, Metre: 3),
        ["dL"] = new(1e-4, Metre: 3),
        ["mL"] = new(1e-6, Metre: 3),
        ["ml"] = new(1e-6, Metre: 3),
        ["kg"] = new(1, Kilogram: 1),
        ["g"] = new(1e-3, Kilogram: 1),
        ["s"] = new(1, Second: 1),
        ["ms"] = new(1e-3, Second: 1),
        ["min"] = new(60, Second: 1),
        ["h"] = new(3600, Second: 1),
        ["Hz"] = new(1, Second: -1),
        ["bpm"] = new(1.0 / 60, Second: -1),
        ["N"] = new(1, Metre: 1, Kilogram: 1, Second: -2),
        ["Pa"] = new(1, Metre: -1, Kilogram: 1, Second: -2),
        ["kPa"] = new(1e3, Metre: -1, Kilogram: 1, Second: -2),
        ["hPa"] = new(1e2, Metre: -1, Kilogram: 1, Second: -2),
        ["mPa"] = new(1e-3, Metre: -1, Kilogram: 1, Second: -2),
        ["mmHg"] = new(PascalsPerMillimetreOfMercury, Metre: -1, Kilogram: 1, Second: -2),
        ["cmH2O"] = new(PascalsPerCentimetreOfWater, Metre: -1, Kilogram: 1, Second: -2),
        ["cmH₂O"] = new(PascalsPerCentimetreOfWater, Metre: -1, Kilogram: 1, Second: -2),
        ["deg"] = new(Math.PI / 180, Radian: 1),
        ["°"] = new(Math.PI / 180, Radian: 1),
        ["degree"] = new(Math.PI / 180, Radian: 1),
        ["degrees"] = new(Math.PI / 180, Radian: 1),
        ["rad"] = new(1, Radian: 1),
    };

    private readonly ReadOnlySpan<char> text;
    private int at;

    private UnitParser(ReadOnlySpan<char> text) => this.text = text;

    public static bool TryParse(string text, out Unit unit)
    {
        UnitParser parser = new(text.AsSpan().Trim());
        unit = Unit.One;
        // Longer than any unit: not worth a try, and the parentheses below nest by recursion.
        return text.Length is > 0 and <= 60 && parser.Product(ref unit) && parser.at == parser.text.Length;
    }

    private bool Product(ref Unit unit)
    {
        unit = Unit.One;
        int sign = 1;
        if (Take('/'))
        {
            sign = -1;
        }
        while (true)
        {
            if (!Factor(out Unit factor))
            {
                return false;
            }
            unit *= factor.Power(sign);
            SkipSpaces();
            if (at == text.Length || text[at] == ')')
            {
                return true;
            }
            sign = Take('/') ? -1 : 1;
            if (sign == 1)
            {
                // A multiplication sign, or the space that was just skipped.
                _ = Take('·') || Take('*') || Take('⋅');
            }
            SkipSpaces();
        }
    }

    private bool Factor(out Unit unit)
    {
        unit = Unit.One;
        if (Take('('))
        {
            return Product(ref unit) && Take(')') && Exponent(ref unit);
        }
        int start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '%' or '°' or '₂') && !Superscripts.Contains(text[at]))
        {
            at++;
        }
        string word = text[start..at].ToString();
        if (!Named.TryGetValue(word, out unit))
        {
            // A digit that ends the word is its power: cm2.
            if (word.Length < 2 || !char.IsAsciiDigit(word[^1]) || !Named.TryGetValue(word[..^1], out unit))
            {
                return false;
            }
            unit = unit.Power(word[^1] - '0');
            return true;
        }
        return Exponent(ref unit);
    }

    private bool Exponent(ref Unit unit)
    {
        bool caret = Take('^');
        int sign = Take('-') || Take('⁻') ? -1 : 1;
        if (at < text.Length && (Superscripts.Contains(text[at]) || (caret && char.IsAsciiDigit(text[at]))))
        {
            int digit = Superscripts.IndexOf(text[at]);
            unit = unit.Power(sign * (digit >= 0 ? digit : text[at] - '0'));
            at++;
            return true;
        }
        return !caret && sign == 1;
    }

    private bool Take(char c)
    {
        if (at < text.Length && text[at] == c)
        {
            at++;
            return true;
        }
        return false;
    }

    private void SkipSpaces()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }
}
