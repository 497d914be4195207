namespace Azygos.Evidence.Claims.Rows;

/// <summary>What an article for the public says, and what the tables of this base hold against it or add to
/// it.</summary>
public sealed record ArticleNote
{
    /// <summary>Identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>What the article says, in a few words.</summary>
    public string Says { get; init; } = "";

    /// <summary>The note.</summary>
    public string Note { get; init; } = "";

    /// <summary>Rows that the note rests on, or empty.</summary>
    public string DataRef { get; init; } = "";
}
