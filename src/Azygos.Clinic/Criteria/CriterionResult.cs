namespace Azygos.Clinic.Criteria;

/// <summary>What one criterion came to.</summary>
public sealed record CriterionResult
{
    /// <summary>Number, 1 to 5.</summary>
    public required int Number { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>True: met by the numbers.</summary>
    public required bool Positive { get; init; }

    /// <summary>What the reader wrote down; the same as <see cref="Positive"/> for a reader who makes no errors.
    /// </summary>
    public required bool Called { get; init; }

    /// <summary>The deciding value, in <see cref="Unit"/>; null where the criterion could not be examined.</summary>
    public double? Value { get; init; }

    /// <summary>The threshold, in <see cref="Unit"/>.</summary>
    public required double Threshold { get; init; }

    /// <summary>Distance of the value from the threshold, in <see cref="Unit"/>: above 0 on the side that meets the
    /// criterion; null without a value.</summary>
    public double? Margin { get; init; }

    /// <summary>Unit of value, threshold and margin.</summary>
    public required string Unit { get; init; }

    /// <summary>Site that decided, or empty.</summary>
    public string Site { get; init; } = "";

    /// <summary>Posture that decided; null where both did, or none.</summary>
    public ExaminedPosture? Posture { get; init; }

    /// <summary>Veins that meet the criterion, each once.</summary>
    public IReadOnlyList<string> Veins { get; init; } = [];
}
