using System.Globalization;

namespace Azygos.Reports.Markup;

/// <summary>Numbers as people read them: a true minus sign, thin spaces between thousands, a dash where there is
/// none.</summary>
internal static class Numerals
{
    /// <summary>Shown where a number is missing or not finite.</summary>
    public const string None = "–";

    /// <summary>To three significant digits, never with an exponent; whole numbers keep all their digits.</summary>
    public static string Short(double value)
    {
        if (!double.IsFinite(value)) return None;
        double size = Math.Abs(value);
        int decimals = size >= 99.95 || size == 0 ? 0 : size >= 9.995 ? 1 : size >= 0.995 ? 2 : 3;
        return Fixed(value, decimals);
    }

    /// <summary>To three significant digits without trailing zeros, for numbers in running text.</summary>
    public static string Plain(double value)
    {
        string text = Short(value);
        return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>As many digits as the number was given with, up to six significant ones.</summary>
    public static string AsGiven(double value) =>
        double.IsFinite(value) ? Sign(value.ToString("G6", CultureInfo.InvariantCulture)) : None;

    /// <summary>A ratio to three significant digits; very small and very large ones only say that they are.</summary>
    public static string Ratio(double value) => value switch
    {
        < 0.001 and > 0 => "< 0.001",
        > 10_000 => "> 10\u2009000",
        _ => Short(value),
    };

    /// <summary>A rate out of 1,000 for the public: whole from 10 on, else with as few decimals as tell it from
    /// 0.</summary>
    public static string Rate(double value) => Fixed(value, value >= 9.95 || value == 0 ? 0 : value >= 0.95 ? 1 : 2);

    /// <summary>A ratio for the public: two decimals, one from 10 on.</summary>
    public static string PlainRatio(double value) => Fixed(value, Math.Abs(value) >= 9.995 ? 1 : 2);

    /// <summary>With a fixed number of decimals.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value)) return None;
        string text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture);
        if (text.Trim('-', '0', '.').Length == 0) text = text.TrimStart('-');      // no "−0.0"
        int point = text.IndexOf('.');
        for (int i = (point < 0 ? text.Length : point) - 3; i > (text[0] == '-' ? 1 : 0); i -= 3)
            text = text.Insert(i, "\u2009");
        return Sign(text);
    }

    /// <summary>In powers of ten, two digits.</summary>
    public static string Scientific(double value)
    {
        if (!double.IsFinite(value)) return None;
        if (value == 0) return "0";
        string[] parts = value.ToString("0.0E+0", CultureInfo.InvariantCulture).Split('E');
        return $"{Sign(parts[0])}\u00a0×\u00a010{Superscript(int.Parse(parts[1], CultureInfo.InvariantCulture))}";
    }

    /// <summary>A count of things.</summary>
    public static string Count(long value) => Fixed(value, 0);

    /// <summary>A share of one, in per cent.</summary>
    public static string Percent(double share) => double.IsFinite(share) ? Fixed(100 * share, 0) + "\u2009%" : None;

    /// <summary>A coordinate of a drawing: plain digits, at most two decimals.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) is var text
        && text == "-0" ? "0" : text;

    private static string Sign(string text) => text.Replace('-', '−');

    private static string Superscript(int exponent)
    {
        const string digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        string text = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        return (exponent < 0 ? "⁻" : "") + string.Concat(text.Select(c => digits[c - '0']));
    }
}
