namespace Azygos.Evidence.Claims.Rules;

/// <summary>One row of the rule table, with the fixture it must pass.</summary>
public sealed record VerdictRule
{
    /// <summary>Kind of the rule that joins sub-claims; its condition is words, not an expression.</summary>
    public const string SubClaims = "sub_claims";

    /// <summary>Identifier, such as E5.</summary>
    public string Id { get; init; } = "";

    /// <summary>Version of the table.</summary>
    public string Version { get; init; } = "";

    /// <summary>Kind of claim it serves.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Place in the order in which rules of a kind are tried.</summary>
    public int Priority { get; init; }

    /// <summary>The condition as written.</summary>
    public string ConditionText { get; init; } = "";

    /// <summary>The condition as read; null for the rule that joins sub-claims.</summary>
    public Condition? Condition { get; init; }

    /// <summary>The verdict it gives; null: by case.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Numbers (or verdicts of sub-claims) on which it must be the rule that fires, JSON.</summary>
    public string Fixture { get; init; } = "";

    /// <summary>What to overwrite in the fixture, JSON.</summary>
    public string Flip { get; init; } = "";

    /// <summary>The verdict after that.</summary>
    public Verdict FlipVerdict { get; init; }

    /// <summary>The rule that then fires.</summary>
    public string FlipRule { get; init; } = "";
}
