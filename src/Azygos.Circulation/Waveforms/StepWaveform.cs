namespace Azygos.Circulation.Waveforms;

/// <summary>A value that jumps at stated times: that of the last step whose start is at or before the time.</summary>
/// <remarks>Before the first step, the value of the first step holds.</remarks>
/// <source choice="right-continuous, as azygos-benchmark/1 defines its steps"/>
public sealed class StepWaveform : Waveform
{
    private readonly double[] starts;
    private readonly double[] values;

    /// <summary>Steps (start [s], value); starts strictly ascending, at least one.</summary>
    public StepWaveform(params ReadOnlySpan<(double From, double Value)> steps)
    {
        if (steps.IsEmpty) throw new ArgumentException("A step waveform needs at least one step.", nameof(steps));
        starts = new double[steps.Length];
        values = new double[steps.Length];
        for (int i = 0; i < steps.Length; i++) (starts[i], values[i]) = steps[i];
        for (int i = 1; i < starts.Length; i++)
            if (!(starts[i] > starts[i - 1]))
                throw new ArgumentException(
                    FormattableString.Invariant($"Steps must ascend: {starts[i]} s follows {starts[i - 1]} s."),
                    nameof(steps));
    }

    /// <inheritdoc/>
    public override double At(double time)
    {
        int i = starts.Length - 1;
        while (i > 0 && starts[i] > time) i--;
        return values[i];
    }

    /// <inheritdoc/>
    public override double Before(double time)
    {
        int i = starts.Length - 1;
        while (i > 0 && starts[i] >= time) i--;
        return values[i];
    }

    /// <inheritdoc/>
    public override IEnumerable<double> Breakpoints(double from, double to)
        => starts.Skip(1).Where(t => t > from && t <= to);
}
