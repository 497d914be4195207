using Azygos.Evidence.Claims.Rows;

namespace Azygos.Reports.Figures;

/// <summary>What a row of an interval plot shows.</summary>
internal enum IntervalKind
{
    /// <summary>A heading of the rows below it.</summary>
    Heading,

    /// <summary>One study: a square and its interval.</summary>
    Study,

    /// <summary>A pooled estimate: a diamond.</summary>
    Pooled,

    /// <summary>Where the true value of a new study is expected: a bar.</summary>
    Prediction,

    /// <summary>Words across the columns.</summary>
    Note,

    /// <summary>A warning across the columns.</summary>
    Warning,
}

/// <summary>One row of an interval plot.</summary>
internal sealed record IntervalRow
{
    /// <summary>What it shows.</summary>
    public required IntervalKind Kind { get; init; }

    /// <summary>Name, or the words of a note.</summary>
    public required string Name { get; init; }

    /// <summary>Cells of the columns before the drawing.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Cells of the columns after it.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Estimate; null where only an interval, or nothing, is drawn.</summary>
    public double? Estimate { get; init; }

    /// <summary>Lower limit.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper limit.</summary>
    public double? Upper { get; init; }

    /// <summary>Share of the weight in the pool [1]; the area of the square.</summary>
    public double Weight { get; init; }

    /// <summary>Judgements of bias, one a domain; none leaves the columns empty.</summary>
    public IReadOnlyList<RiskOfBias> Risks { get; init; } = [];
}

/// <summary>A column of text beside the drawing.</summary>
/// <param name="Heading">Heading; a line break parts its lines.</param>
/// <param name="Width">Width.</param>
internal sealed record IntervalColumn(string Heading, double Width);
