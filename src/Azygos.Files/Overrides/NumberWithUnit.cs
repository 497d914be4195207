using System.Globalization;
using Azygos.Files.Tables;
using Azygos.Quantities;

namespace Azygos.Files.Overrides;

/// <summary>A number that may carry a unit, such as <c>80</c>, <c>8 kPa</c>, <c>4.5L</c>.</summary>
internal static class NumberWithUnit
{
    /// <summary>
    /// The number in the unit that is wanted; false with the reason when it has none or another kind of unit.
    /// </summary>
    /// <param name="text">As written.</param>
    /// <param name="unit">Unit that is wanted, as printed; 1 or empty for a pure number.</param>
    /// <param name="number">The number in that unit.</param>
    /// <param name="reason">Why it is refused, or empty.</param>
    public static bool TryRead(string text, string unit, out double number, out string reason)
    {
        int length = NumberLength(text);
        string written = text[length..].Trim();
        reason = "";
        if (!CellText.TryParse(text[..length], out number))
        {
            // "nan" and "inf" reach this too: they are not numbers that a model can hold.
            reason = "is not a number";
            return false;
        }
        if (written.Length == 0 || written == unit)
        {
            return true;
        }
        if (!Units.TryFind(written, out Unit? from))
        {
            reason = $"has the unit '{written}', which is not known; leave it out or write {Name(unit)}";
            return false;
        }
        if (!Units.TryFind(unit.Length == 0 ? "1" : unit, out Unit? to) || from.Kind != to.Kind)
        {
            reason = $"has the unit {written}; a value in {Name(unit)} is needed";
            return false;
        }
        // Fifteen digits: a person's 4.5 L is 4500 mL, not 4500.0000000000009.
        string rounded = to.FromSi(from.ToSi(number)).ToString("G15", CultureInfo.InvariantCulture);
        number = double.Parse(rounded, CultureInfo.InvariantCulture);
        return true;
    }

    private static string Name(string unit) => unit is "" or "1" ? "no unit" : unit;

    /// <summary>Length of the number that the text begins with.</summary>
    private static int NumberLength(string text)
    {
        int at = 0;
        while (at < text.Length
            && (char.IsAsciiDigit(text[at]) || text[at] is '.' or '+' or '-' || IsExponent(text, at)))
        {
            at++;
        }
        return at;
    }

    /// <summary>True at the e of 1e-3, false at a unit that happens to begin with one.</summary>
    private static bool IsExponent(string text, int at) =>
        text[at] is 'e' or 'E' && at > 0 && at + 1 < text.Length
        && (char.IsAsciiDigit(text[at + 1])
            || (text[at + 1] is '+' or '-' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2])));
}
