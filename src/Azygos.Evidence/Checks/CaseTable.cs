using System.Globalization;

namespace Azygos.Evidence.Checks;

/// <summary>The rows a validation case is computed from: named columns of text.</summary>
/// <source choice="columns stay text until a task says what they mean, so a missing number is not a zero"/>
public sealed class CaseTable(IReadOnlyDictionary<string, string[]> columns)
{
    /// <summary>Number of rows.</summary>
    public int Rows { get; } = columns.Count == 0 ? 0 : columns.First().Value.Length;

    /// <summary>A column as text.</summary>
    public string[] Text(string name)
        => columns.TryGetValue(name, out string[]? values) ? values
            : throw new KeyNotFoundException(
                $"the case names column '{name}'; the data have {string.Join(", ", columns.Keys)}");

    /// <summary>A column as numbers, NaN where a row has none; "a - b" is a difference of two columns.</summary>
    public double[] Numbers(string name)
    {
        if (!columns.ContainsKey(name) && name.Split(" - ") is [string left, string right])
            return [.. Numbers(left).Zip(Numbers(right), static (a, b) => a - b)];
        return [.. Text(name).Select(static text => text is "" or "NA" ? double.NaN
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))];
    }

    /// <summary>The first rows only.</summary>
    public CaseTable Take(int rows) => new(columns.ToDictionary(c => c.Key, c => c.Value[..rows]));
}
