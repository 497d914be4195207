namespace Azygos.Body.Model;

/// <summary>What a model says before anybody fitted it to that: a manoeuvre, what is read afterwards, and what was
/// measured.</summary>
/// <remarks>A row is data: Azygos.Body.Prediction computes any of them, so that one is added without code.</remarks>
/// <source choice="one row a prediction; the grammar of quantity is that of the validation table"/>
public sealed record PredictionRow
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, for people.</summary>
    public required string Label { get; init; }

    /// <summary>Group for tables, such as <c>sitting</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Tilt from the horizontal [degrees]; for <see cref="PredictionRelation.TiltOfZero"/> the largest one
    /// looked at.</summary>
    public required double Tilt { get; init; }

    /// <summary>Numbers replaced, such as <c>vessels.ijv_*_j2.rest_area_cm2 = 0</c>, separated by semicolons; empty:
    /// posture alone.</summary>
    public required string Changes { get; init; }

    /// <summary>Key of the computed value, in the grammar of validation.csv, or <c>breath:flow:SITE</c>.</summary>
    public required string Quantity { get; init; }

    /// <summary>What is compared: the value, or its change.</summary>
    public required PredictionRelation Relation { get; init; }

    /// <summary>True: takes beats; false: read from the mean-flow state.</summary>
    public required bool Beating { get; init; }

    /// <summary>Measured mean or middle of the range, in <see cref="Unit"/>; null where none was published.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the band that counts as a hit; null: open.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end; null: open.</summary>
    public double? High { get; init; }

    /// <summary>Unit of value and band.</summary>
    public required string Unit { get; init; }

    /// <summary>What the band is: one SD, 95 % confidence interval of the mean, chosen; <c>no datum</c> without
    /// one.</summary>
    public required string Band { get; init; }

    /// <summary>People measured; null where unknown.</summary>
    public int? People { get; init; }

    /// <summary>True: no number and no structure of the model was chosen after seeing this value.</summary>
    public required bool Blind { get; init; }

    /// <summary>Basis and source of the measurement.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>True when something was measured that the model can hit or miss.</summary>
    public bool HasDatum => Low is not null || High is not null;
}

/// <summary>What of a quantity a prediction compares.</summary>
public enum PredictionRelation
{
    /// <summary>Its value.</summary>
    Value,

    /// <summary>Its change from the unchanged body lying flat.</summary>
    ChangeFromSupine,

    /// <summary>The same in per cent of the value there.</summary>
    PercentFromSupine,

    /// <summary>Its change from the unchanged body in the same posture.</summary>
    ChangeFromRest,

    /// <summary>The same in per cent of the value there.</summary>
    PercentFromRest,

    /// <summary>The tilt at which it passes zero, from lying flat upward [degrees].</summary>
    TiltOfZero,
}
