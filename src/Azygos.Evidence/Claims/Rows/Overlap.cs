namespace Azygos.Evidence.Claims.Rows;

/// <summary>Another row that holds, or may hold, the same people.</summary>
/// <param name="Study">Identifier of the other row.</param>
/// <param name="Extent">What is shared, such as <c>possible</c> or <c>controls</c>; empty: the same people.</param>
/// <source choice="a bracket says that not all people are shared for certain"/>
public sealed record Overlap(string Study, string Extent)
{
    /// <summary>True when the same people stand in both rows for certain.</summary>
    public bool IsCertain => Extent.Length == 0;

    /// <summary>Reads <c>A;B (possible)</c>.</summary>
    public static IReadOnlyList<Overlap> Parse(string text) =>
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static Overlap One(string text)
    {
        int at = text.IndexOf('(', StringComparison.Ordinal);
        return at < 0 ? new Overlap(text, "") : new Overlap(text[..at].Trim(), text[(at + 1)..].TrimEnd(')', ' '));
    }
}
