using System.Globalization;
using Azygos.Files.Faults;

namespace Azygos.Files.Tables;

/// <summary>Reads one cell by its column's description.</summary>
internal static class CellText
{
    private const NumberStyles Strict =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The cell's value; false with the reason when the cell is refused.</summary>
    public static bool TryRead(ColumnDescription column, string text, out CellValue value, out string reason)
    {
        value = new CellValue(text, null);
        reason = "";
        switch (column.Kind)
        {
            case ColumnKind.Identifier or ColumnKind.Reference when !IsIdentifier(text):
                reason = text.Length == 0 ? "is empty; an identifier is needed"
                    : "is not an identifier (lower-case letters, digits and _)";
                return false;
            case ColumnKind.Code when !IsCode(text):
                reason = text.Length == 0 ? "is empty; an identifier is needed"
                    : "is not an identifier (letters, digits, - and _)";
                return false;
            case ColumnKind.OptionalReference when text.Length > 0 && !IsIdentifier(text):
                reason = "is not an identifier (lower-case letters, digits and _)";
                return false;
            case ColumnKind.Path when !IsPath(text):
                reason = "is not a path (words of letters, digits and _, joined by dots)";
                return false;
            case ColumnKind.Text when string.IsNullOrWhiteSpace(text):
                reason = "is empty; text is needed";
                return false;
            case ColumnKind.OptionalWord or ColumnKind.OptionalNumber or ColumnKind.OptionalWholeNumber
                when text.Length == 0:
                return true;
            case ColumnKind.Word or ColumnKind.OptionalWord when !column.Words.Contains(text):
                reason = $"is not one of {string.Join(", ", column.Words)}{Nearest.Suggestion(text, column.Words)}";
                return false;
            case ColumnKind.Number or ColumnKind.OptionalNumber or ColumnKind.WholeNumber
                or ColumnKind.OptionalWholeNumber:
                return TryReadNumber(column, text, ref value, out reason);
            default:
                return true;
        }
    }

    /// <summary>True when a number is one that the column accepts.</summary>
    public static bool Accepts(ColumnDescription column, double number, out string reason)
    {
        string allowed = column.Range.InWords(column.Unit);
        reason = !double.IsFinite(number) ? $"is not a finite number; allowed: {allowed}"
            : column.Kind is ColumnKind.WholeNumber or ColumnKind.OptionalWholeNumber && number != Math.Floor(number)
                ? $"is not a whole number; allowed: {allowed}"
            : !column.Range.Contains(number) ? $"is outside the allowed range: {allowed}"
            : "";
        return reason.Length == 0;
    }

    /// <summary>A number written plainly, such as <c>-1.5e-3</c>; no spaces, no thousands.</summary>
    public static bool TryParse(string text, out double number) =>
        double.TryParse(text, Strict, CultureInfo.InvariantCulture, out number);

    private static bool TryReadNumber(ColumnDescription column, string text, ref CellValue value, out string reason)
    {
        if (!TryParse(text, out double number))
        {
            reason = $"is not a number; allowed: {column.Range.InWords(column.Unit)}";
            return false;
        }
        value = new CellValue(text, number);
        return Accepts(column, number, out reason);
    }

    private static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= 80 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= 80 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsPath(string text) =>
        text.Length is > 0 and <= 120 && text.Split('.').All(word =>
            word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
}
