namespace Azygos.Circulation.Waveforms;

/// <summary>A function of the time within a period, repeated.</summary>
/// <param name="period">T [s], positive.</param>
/// <param name="cycle">Value at a time in [0, T].</param>
/// <source choice="activations are written as functions of the time since the beat began"/>
public sealed class CycleWaveform(double period, Func<double, double> cycle) : Waveform
{
    /// <inheritdoc/>
    public override double At(double time) => cycle(time - period * Math.Floor(time / period));

    /// <inheritdoc/>
    public override double Before(double time)
    {
        double within = time - period * Math.Floor(time / period);
        return cycle(within == 0 ? period : within);
    }

    /// <inheritdoc/>
    /// <remarks>The end of the period where the next one begins with another value.</remarks>
    public override IEnumerable<double> Breakpoints(double from, double to)
    {
        // Chosen: a difference below this is rounding of the function, not a jump.
        if (Math.Abs(cycle(period) - cycle(0)) <= 1e-12) yield break;
        for (double end = (Math.Floor(from / period) + 1) * period; end <= to; end += period) yield return end;
    }
}
