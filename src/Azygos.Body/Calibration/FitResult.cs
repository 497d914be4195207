using Azygos.Body.Model;

namespace Azygos.Body.Calibration;

/// <summary>What a fit found: knobs, targets, what the data can tell apart.</summary>
/// <source choice="what a reader needs to judge a calibration"/>
public sealed record FitResult
{
    /// <summary>The model with its knobs turned.</summary>
    public required BodyModel Model { get; init; }

    /// <summary>Why the fit failed, or null.</summary>
    public required string? Failure { get; init; }

    /// <summary>The knobs, in table order.</summary>
    public required IReadOnlyList<FittedKnob> Knobs { get; init; }

    /// <summary>The targets, in table order.</summary>
    public required IReadOnlyList<FitTarget> Targets { get; init; }

    /// <summary>What the targets see of the knobs; null for a fit that failed.</summary>
    public required Identifiability? Identifiability { get; init; }

    /// <summary>Sum of squares at the end.</summary>
    public required double Misfit { get; init; }

    /// <summary>Rounds of steady fit and beating run; 0: no beating run.</summary>
    public required int Rounds { get; init; }

    /// <summary>Steady solves.</summary>
    public required int Solves { get; init; }
}

/// <summary>A knob before and after a fit.</summary>
/// <param name="Row">Its row, with its new value and sensitivity.</param>
/// <param name="Before">Value at which the fit began.</param>
/// <param name="IsAtEnd">True when it lies at an end of its range: the datum asks for more than it may give.</param>
/// <source choice="what a reader needs to judge a calibration"/>
public sealed record FittedKnob(CalibrationRow Row, double Before, bool IsAtEnd);

/// <summary>A target and what came out.</summary>
/// <param name="Row">Row of the validation table.</param>
/// <param name="Steady">Value of the mean-flow state; null where it takes a beat.</param>
/// <param name="Beating">Value of the beating run; null without one.</param>
/// <source choice="held means inside the band, ends included"/>
public sealed record FitTarget(ValidationRow Row, double? Steady, double? Beating)
{
    /// <summary>The value that counts: that of the beating run, where there is one.</summary>
    public double? Computed => Beating ?? Steady;

    /// <summary>True inside the band, null when not computed.</summary>
    public bool? Held => Computed is { } value ? value >= Row.Low && value <= Row.High : null;

    /// <summary>Distance outside the band, in the row's unit; 0 inside.</summary>
    public double Miss => Computed is { } value ? Math.Max(0, Math.Max(Row.Low - value, value - Row.High)) : 0;

    /// <summary>Half the width of a row's band, the unit of its misfit.</summary>
    public static double HalfBand(ValidationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return 0.5 * (row.High - row.Low);
    }
}
