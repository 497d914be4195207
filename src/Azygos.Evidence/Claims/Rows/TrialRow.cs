namespace Azygos.Evidence.Claims.Rows;

/// <summary>One outcome of a trial or cohort of treated people.</summary>
public sealed record TrialRow
{
    /// <summary>Identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>Study.</summary>
    public string Study { get; init; } = "";

    /// <summary>Rows with the same word share patients.</summary>
    public string CohortGroup { get; init; } = "";

    /// <summary>Randomised against a sham procedure.</summary>
    public bool ShamControlled { get; init; }

    /// <summary>People randomised.</summary>
    public int? Randomised { get; init; }

    /// <summary>People treated.</summary>
    public int? Treated { get; init; }

    /// <summary>People in the sham arm.</summary>
    public int? Control { get; init; }

    /// <summary>Outcome.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>A primary efficacy outcome: may enter the rule.</summary>
    public bool PrimaryEfficacy { get; init; }

    /// <summary>Effect as printed.</summary>
    public double? Effect { get; init; }

    /// <summary>Its lower limit.</summary>
    public double? Lower { get; init; }

    /// <summary>Its upper limit.</summary>
    public double? Upper { get; init; }

    /// <summary>Measure of the effect.</summary>
    public string EffectMeasure { get; init; } = "";

    /// <summary>p value as printed.</summary>
    public string P { get; init; } = "";

    /// <summary>Scale turned towards benefit: OR (above 1 is benefit) or SMD (above 0 is benefit), or empty.</summary>
    public string BenefitScale { get; init; } = "";

    /// <summary>Effect on that scale.</summary>
    public double? BenefitEstimate { get; init; }

    /// <summary>Its lower limit.</summary>
    public double? BenefitLower { get; init; }

    /// <summary>Its upper limit.</summary>
    public double? BenefitUpper { get; init; }

    /// <summary>How it was seen.</summary>
    public RowStatus Status { get; init; }
}
