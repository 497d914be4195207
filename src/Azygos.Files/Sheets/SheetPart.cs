namespace Azygos.Files.Sheets;

/// <summary>One fact of a result.</summary>
/// <param name="Key">Its key for other programs.</param>
/// <param name="Words">Its name for people.</param>
/// <param name="Value">Its value.</param>
public sealed record SheetFact(string Key, string Words, SheetValue Value);

/// <summary>One column of a table of results.</summary>
/// <param name="Key">Its key for other programs.</param>
/// <param name="Words">Its heading for people.</param>
public sealed record SheetColumn(string Key, string Words);

/// <summary>A part of a result: facts, a table, or remarks.</summary>
/// <param name="Key">Its key for other programs.</param>
/// <param name="Heading">Its heading for people; empty for none.</param>
public abstract record SheetPart(string Key, string Heading);

/// <summary>Named values.</summary>
/// <param name="Key">Its key for other programs.</param>
/// <param name="Heading">Its heading for people; empty for none.</param>
/// <param name="Facts">The facts, in order.</param>
public sealed record SheetFacts(string Key, string Heading, IReadOnlyList<SheetFact> Facts) : SheetPart(Key, Heading);

/// <summary>Rows of values.</summary>
/// <param name="Key">Its key for other programs.</param>
/// <param name="Heading">Its heading for people; empty for none.</param>
/// <param name="Columns">Columns, in order.</param>
/// <param name="Rows">Rows, each with a value a column.</param>
public sealed record SheetTable(
    string Key, string Heading, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<SheetValue>> Rows)
    : SheetPart(Key, Heading);

/// <summary>Remarks, one sentence each.</summary>
/// <param name="Key">Its key for other programs.</param>
/// <param name="Heading">Its heading for people; empty for none.</param>
/// <param name="Texts">The remarks.</param>
public sealed record SheetRemarks(string Key, string Heading, IReadOnlyList<string> Texts) : SheetPart(Key, Heading);
