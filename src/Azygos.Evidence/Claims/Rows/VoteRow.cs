namespace Azygos.Evidence.Claims.Rows;

/// <summary>What one study says on one claim.</summary>
public sealed record VoteRow
{
    /// <summary>Identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>Claim.</summary>
    public string Claim { get; init; } = "";

    /// <summary>Sub-claim, or topic.</summary>
    public string SubClaim { get; init; } = "";

    /// <summary>Study or body.</summary>
    public string Study { get; init; } = "";

    /// <summary>Rows with the same word share patients and have one vote; empty: the study's own.</summary>
    public string CohortGroup { get; init; } = "";

    /// <summary>Class of design.</summary>
    public string DesignClass { get; init; } = "";

    /// <summary>for, against or neutral.</summary>
    public string Direction { get; init; } = "";

    /// <summary>May enter a rule, if its status allows.</summary>
    public bool Counts { get; init; }

    /// <summary>How it was seen.</summary>
    public RowStatus Status { get; init; }

    /// <summary>Row of another table that holds the numbers, or empty.</summary>
    public string DataRef { get; init; } = "";

    /// <summary>Whose vote it is: the cohort's, or the study's own.</summary>
    public string Voter => CohortGroup.Length > 0 ? CohortGroup : Study;
}
