namespace Azygos.Circulation.Verification;

/// <summary>How a result is measured against what is expected; formulas are in <see cref="Metrics"/>.</summary>
public enum Metric
{
    /// <summary>See <see cref="Metrics.DriftRelative"/>.</summary>
    DriftRelative,

    /// <summary>See <see cref="Metrics.Harmonic"/>.</summary>
    HarmonicAmplitudeRelative,

    /// <summary>See <see cref="Metrics.Harmonic"/>.</summary>
    HarmonicPhaseAbsolute,

    /// <summary>See <see cref="Metrics.JumpPositionCells"/>.</summary>
    JumpPositionCells,

    /// <summary>See <see cref="Metrics.L1RelativeRange"/>.</summary>
    L1RelativeRange,

    /// <summary>See <see cref="Metrics.MaxAbsolute"/>.</summary>
    MaxAbsolute,

    /// <summary>See <see cref="Metrics.MaxAbsolute"/>, over the scale.</summary>
    MaxRelative,

    /// <summary>See <see cref="Metrics.MaxRelativePointwise"/>.</summary>
    MaxRelativePointwise,

    /// <summary>Largest |u|/c over cells and steps.</summary>
    MaxUOverC,

    /// <summary>Smallest value over cells and steps.</summary>
    Minimum,

    /// <summary>See <see cref="Metrics.ObservedOrder"/>.</summary>
    OrderMin,

    /// <summary>See <see cref="Metrics.OvershootFraction"/>.</summary>
    OvershootFraction,

    /// <summary>See <see cref="Metrics.PeakRelative"/>.</summary>
    PeakRelative,

    /// <summary>See <see cref="Metrics.PeakTime"/>.</summary>
    PeakTimeAbsolute,

    /// <summary>See <see cref="Metrics.RmsRelative"/>.</summary>
    RmsRelative,

    /// <summary>See <see cref="Metrics.RootMeanSquare"/>, over the scale.</summary>
    RmsRelativeMax,

    /// <summary>See <see cref="Metrics.RmsRelativeWorst"/>.</summary>
    RmsRelativeWorst,

    /// <summary>See <see cref="Metrics.SpreadRelative"/>.</summary>
    SpreadRelative,

    /// <summary>See <see cref="Metrics.UniformityRelative"/>.</summary>
    UniformityRelative,

    /// <summary>See <see cref="Metrics.Reduced"/>.</summary>
    ValueAbsolute,

    /// <summary>See <see cref="Metrics.Reduced"/>.</summary>
    ValueRelative,
}

/// <summary>Norm of an error.</summary>
public enum ErrorNorm
{
    /// <summary>√mean((x − r)²).</summary>
    RootMeanSquare,

    /// <summary>max |x − r|.</summary>
    Maximum,

    /// <summary>mean |x − r|.</summary>
    MeanAbsolute,
}

/// <summary>One number that must be met.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record Bar
{
    /// <summary>How it is measured.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The probe.</summary>
    public required string Probe { get; init; }

    /// <summary>The run, or the runs that are compared with each other.</summary>
    public required IReadOnlyList<string> Runs { get; init; }

    /// <summary>True: the metric must not exceed the limit; false: must reach it.</summary>
    public required bool AtMost { get; init; }

    /// <summary>The limit, in <see cref="Unit"/>.</summary>
    public required double Limit { get; init; }

    /// <summary>Unit of the limit, as the file writes it.</summary>
    public required string Unit { get; init; }

    /// <summary>Expected number; null when a reference is expected, or nothing.</summary>
    public double? ExpectedValue { get; init; }

    /// <summary>Expected reference; null when a number is expected, or nothing.</summary>
    public string? ExpectedReference { get; init; }

    /// <summary>What differences are divided by; null: the largest absolute reference value.</summary>
    public double? Scale { get; init; }

    /// <summary>True: the value of largest magnitude, sign kept; false: the last one.</summary>
    public bool Extremum { get; init; }

    /// <summary>Part of the series that is looked at [s]; null: all.</summary>
    public (double From, double To)? Window { get; init; }

    /// <summary>Value whose crossing is located; null where none is.</summary>
    public double? Level { get; init; }

    /// <summary>Place [m] around which so many cells are left out; null for none.</summary>
    public (double Position, int Cells)? Exclude { get; init; }

    /// <summary>Order of the harmonic; null where none is asked.</summary>
    public int? Harmonic { get; init; }

    /// <summary>Norm of the errors whose order is observed.</summary>
    public ErrorNorm Norm { get; init; }

    /// <summary>True when <paramref name="measured"/> meets the limit; what is not finite meets none.</summary>
    public bool Holds(double measured)
        => double.IsFinite(measured) && (AtMost ? measured <= Limit : measured >= Limit);
}
