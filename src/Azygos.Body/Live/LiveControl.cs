namespace Azygos.Body.Live;

/// <summary>Something that can be turned while a body runs.</summary>
/// <source choice="ranges inside what the model's own tables and lesions allow; ramps that the solver survives"/>
public sealed record LiveControl
{
    /// <summary>Id, such as <c>posture</c>, <c>narrowing:ijv_left_j2@0.5</c>, <c>valve_leak:ijv_left_valve</c> or
    /// <c>probe:ijv_left_j2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Label for people.</summary>
    public required string Label { get; init; }

    /// <summary>Unit of the value; <c>1</c>: none.</summary>
    public required string Unit { get; init; }

    /// <summary>What it does to the body, one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>Smallest value.</summary>
    public required double Minimum { get; init; }

    /// <summary>Largest value.</summary>
    public required double Maximum { get; init; }

    /// <summary>Step of a slider.</summary>
    public required double Step { get; init; }

    /// <summary>Value at the start: the body as the model has it.</summary>
    public required double Start { get; init; }

    /// <summary>Time in which a jump of the slider is followed to 95 % [s], where <see cref="Rate"/> does not take
    /// longer.</summary>
    public double Ramp { get; init; } = 0.3;

    /// <summary>Fastest change [unit/s]; infinite: only the ramp counts.</summary>
    public double Rate { get; init; } = double.PositiveInfinity;

    /// <summary>What is wrong with a value, or null.</summary>
    public string? Fault(double value) => value >= Minimum && value <= Maximum
        ? null
        : FormattableString.Invariant($"{Id} {value} {Unit} is outside the allowed range: {Minimum} to {Maximum} {Unit}");
}
