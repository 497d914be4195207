namespace Azygos.Files.Tables;

/// <summary>
/// What a column of a model table holds: read by the reader, by <c>--set</c>, by the published schema and by the guide.
/// </summary>
/// <param name="Name">Header word, the unit last.</param>
/// <param name="Kind">What a cell holds.</param>
/// <param name="Meaning">One line for people.</param>
public abstract record ColumnDescription(string Name, ColumnKind Kind, string Meaning)
{
    /// <summary>Unit as printed; empty for words, 1 for pure numbers.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Numbers accepted; unused by words.</summary>
    public Interval Range { get; init; }

    /// <summary>Words accepted, of a column of words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Table that a reference points into.</summary>
    public string Table { get; init; } = "";

    /// <summary>True for columns of numbers.</summary>
    public bool IsNumber => Kind is ColumnKind.Number or ColumnKind.OptionalNumber
        or ColumnKind.WholeNumber or ColumnKind.OptionalWholeNumber;
}
