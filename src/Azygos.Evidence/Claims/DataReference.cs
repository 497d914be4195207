using System.Globalization;

namespace Azygos.Evidence.Claims;

/// <summary>A pointer from a claim's row to rows of another table, such as <c>trials.csv T008-T012</c>.</summary>
/// <param name="Table">Table without ending; empty for no pointer.</param>
/// <param name="Rows">Rows; none where the whole table is meant.</param>
public sealed record DataReference(string Table, IReadOnlyList<string> Rows)
{
    private const string Ending = ".csv";

    /// <summary>Reads a pointer; <c>note</c> after a row only says that the number stands in its note.</summary>
    /// <source choice="a range stands for its rows, written with the digits of the first"/>
    public static DataReference Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return new DataReference("", []);
        string table = words[0].EndsWith(Ending, StringComparison.Ordinal) ? words[0][..^Ending.Length] : words[0];
        return new DataReference(table, [.. words.Skip(1).Where(word => word != "note").SelectMany(Range)]);
    }

    private static IEnumerable<string> Range(string word)
    {
        int dash = word.IndexOf('-', StringComparison.Ordinal);
        if (dash < 2 || !Number(word[..dash], out int first) || !Number(word[(dash + 1)..], out int last)
            || last < first || last - first > 100)
            return [word];
        string digits = new('0', dash - 1);
        return Enumerable.Range(first, last - first + 1)
            .Select(number => word[0] + number.ToString(digits, CultureInfo.InvariantCulture));

        static bool Number(string text, out int number) => int.TryParse(
            text.AsSpan(Math.Min(1, text.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
