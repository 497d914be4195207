namespace Azygos.Evidence.Claims.Rows;

/// <summary>What a body said, and when; never counted as evidence.</summary>
public sealed record StatementRow
{
    /// <summary>Identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>Date, as far as seen.</summary>
    public string Date { get; init; } = "";

    /// <summary>Who.</summary>
    public string Body { get; init; } = "";

    /// <summary>Where.</summary>
    public string Country { get; init; } = "";

    /// <summary>Position in one word.</summary>
    public string Category { get; init; } = "";

    /// <summary>Position in the project's words.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How it was seen.</summary>
    public RowStatus Status { get; init; }
}
