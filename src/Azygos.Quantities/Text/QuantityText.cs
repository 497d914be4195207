using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Azygos.Quantities;

/// <summary>Reads "8 mmHg" and prints it: number, space, unit, in the invariant culture.</summary>
/// <source choice="four significant digits by default: no measured number of the field has more"/>
public static class QuantityText
{
    /// <summary>Significant digits printed when none are asked for.</summary>
    /// <source choice="no measured number of the field has more"/>
    public const int DefaultDigits = 4;

    /// <summary>Reads a quantity such as <c>8 mmHg</c>, <c>-12.5cmH2O</c> or <c>1.2e3 mL/min</c>.</summary>
    /// <param name="text">Number with a decimal point, then the unit; a unit is always needed.</param>
    /// <param name="quantity">What was read; default when refused.</param>
    /// <param name="fault">When refused: what was read, why it is refused, which units are allowed.</param>
    public static bool TryParse<T>(string text, out T quantity, [NotNullWhen(false)] out string? fault)
        where T : struct, IQuantity<T>
    {
        quantity = default;
        fault = null;
        string trimmed = text.Trim();
        int end = NumberLength(trimmed);
        string number = trimmed[..end].Replace('\u2212', '-'), spelling = trimmed[end..].Trim();

        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            fault = $"a value of {Units.NameOf(T.Kind)} starts with a number, such as 8 {Units.Of(T.Kind)[0]}.";
        else if (spelling.StartsWith(',') && spelling.Length > 1 && char.IsAsciiDigit(spelling[1]))
            fault = "decimals follow a point, not a comma.";
        else if (spelling.Length == 0)
            fault = $"the unit is missing; use one of {string.Join(", ", Units.Of(T.Kind))}.";
        else if (!Units.TryFind(spelling, out Unit? unit) || unit.Kind != T.Kind)
            fault = Units.Refusal(spelling, T.Kind);
        else if (!double.IsFinite(unit.ToSi(value)))
            fault = "the number is too large.";
        else
        {
            quantity = T.FromSi(unit.ToSi(value));
            return true;
        }

        fault = $"\"{trimmed}\": {fault}";
        return false;
    }

    /// <summary>Reads a quantity as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">The text is refused; the message says what was read and what is
    /// allowed.</exception>
    public static T Parse<T>(string text) where T : struct, IQuantity<T> =>
        TryParse(text, out T quantity, out string? fault) ? quantity : throw new FormatException(fault);

    /// <summary>Prints a number with at most <paramref name="digits"/> significant digits (1 to 15), without trailing
    /// zeros.</summary>
    /// <remarks>Powers of ten are used below 1e-4 and from 1e7 on; zero has no sign.</remarks>
    public static string Print(double value, int digits = DefaultDigits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 15);
        if (!double.IsFinite(value) || value == 0)
            return (value == 0 ? 0 : value).ToString(CultureInfo.InvariantCulture);

        string scientific = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        double rounded = double.Parse(scientific, CultureInfo.InvariantCulture);
        return Math.Abs(rounded) is >= 1e-4 and < 1e7
            ? rounded.ToString("0.##################", CultureInfo.InvariantCulture)
            : rounded.ToString("0.##############E+0", CultureInfo.InvariantCulture);
    }

    /// <summary>Printing of <typeparamref name="T"/>.</summary>
    extension<T>(T quantity) where T : struct, IQuantity<T>
    {
        /// <summary>The value in <paramref name="unit"/>.</summary>
        /// <exception cref="FormatException">The unit is unknown or of another kind.</exception>
        public double ValueIn(string unit) => UnitOf<T>(unit).FromSi(quantity.Si);

        /// <summary>Number and unit, such as "8 mmHg".</summary>
        /// <param name="unit">Unit to print in; null: the preferred one of the kind.</param>
        /// <param name="digits">Significant digits, 1 to 15.</param>
        /// <exception cref="FormatException">The unit is unknown or of another kind.</exception>
        public string Print(string? unit = null, int digits = DefaultDigits)
        {
            Unit shown = unit is null ? Units.Of(T.Kind)[0] : UnitOf<T>(unit);
            return $"{QuantityText.Print(shown.FromSi(quantity.Si), digits)} {shown.Symbol}";
        }
    }

    private static Unit UnitOf<T>(string spelling) where T : struct, IQuantity<T> =>
        Units.TryFind(spelling, out Unit? unit) && unit.Kind == T.Kind
            ? unit
            : throw new FormatException(Units.Refusal(spelling, T.Kind));

    /// <summary>Length of the leading text that looks like a number.</summary>
    private static int NumberLength(string text)
    {
        int i = 0;
        if (i < text.Length && text[i] is '+' or '-' or '\u2212')
            i++;
        int start = i;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.'))
            i++;
        if (i > start && i < text.Length && text[i] is 'e' or 'E')
        {
            int j = i + 1;
            if (j < text.Length && text[j] is '+' or '-' or '\u2212')
                j++;
            int exponent = j;
            while (j < text.Length && char.IsAsciiDigit(text[j]))
                j++;
            if (j > exponent)
                i = j;
        }

        return i;
    }
}
