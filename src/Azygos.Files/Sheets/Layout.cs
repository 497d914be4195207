namespace Azygos.Files.Sheets;

/// <summary>Short ways to lay out a sheet.</summary>
internal static class Layout
{
    public static SheetFacts Facts(string key, string heading,
        params (string Key, string Words, SheetValue Value)[] facts) =>
        new(key, heading, [.. facts.Select(one => new SheetFact(one.Key, one.Words, one.Value))]);

    /// <summary>Facts from lists of them.</summary>
    public static SheetFacts Facts(string key, string heading,
        IEnumerable<(string Key, string Words, SheetValue Value)[]> facts) =>
        Facts(key, heading, [.. facts.SelectMany(list => list)]);

    /// <summary>A table; columns are <c>key|heading</c>.</summary>
    public static SheetTable Table(
        string key, string heading, string[] columns, IEnumerable<IReadOnlyList<SheetValue>> rows) =>
        new(key, heading, [.. columns.Select(Column)], [.. rows]);

    private static SheetColumn Column(string text)
    {
        string[] both = text.Split('|');
        return new SheetColumn(both[0], both.Length > 1 ? both[1] : both[0].Replace('_', ' '));
    }
}
