namespace Azygos.Clinic.Signals;

/// <summary>A quantity sampled at equal steps of time.</summary>
/// <source choice="instruments and criteria read samples, not functions of time"/>
public sealed record Trace
{
    /// <summary>Time from one sample to the next [s], above 0.</summary>
    public required double Step
    {
        get;
        init => field = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Step), value, "The step of a trace [s] must be above 0.");
    }

    /// <summary>The samples, in the unit that their owner states; shape [samples], at least one.</summary>
    public required IReadOnlyList<double> Values
    {
        get;
        init => field = value is { Count: > 0 }
            ? value
            : throw new ArgumentException("A trace needs at least one sample.", nameof(Values));
    }

    /// <summary>Time from the first sample to the last [s].</summary>
    public double Duration => Step * (Values.Count - 1);
}
