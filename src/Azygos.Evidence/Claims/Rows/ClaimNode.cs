namespace Azygos.Evidence.Claims.Rows;

/// <summary>One claim and how it is judged.</summary>
public sealed record ClaimNode
{
    /// <summary>Identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>The claim in one sentence.</summary>
    public string Statement { get; init; } = "";

    /// <summary>Kind of rule: estimate, agreement, direction, trial or existence.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What is measured.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Margin of no important effect, in words.</summary>
    public string Margin { get; init; } = "";

    /// <summary>Sub-claims, or none.</summary>
    public IReadOnlyList<string> SubClaims { get; init; } = [];
}
