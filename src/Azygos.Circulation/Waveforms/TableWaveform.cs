namespace Azygos.Circulation.Waveforms;

/// <summary>A measured or computed curve: linear between rows, repeated when it has a period.</summary>
/// <remarks>
/// Without a period the first and the last value hold outside the table. With a period T the table is repeated every T
/// from its first row; where the last row lies before the end of the period, it runs linearly to the first value.
/// Two rows with the same time are a jump, the value before it first.
/// </remarks>
/// <source choice="linear interpolation, as azygos-benchmark/1 defines its tables"/>
public sealed class TableWaveform : Waveform
{
    private readonly double[] times;
    private readonly double[] values;
    private readonly double? period;

    /// <summary>Rows (time [s], value), times ascending; the period [s] spans them.</summary>
    public TableWaveform(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double? period = null)
    {
        if (times.IsEmpty || times.Length != values.Length)
            throw new ArgumentException(
                $"A table needs as many values as times, at least one: {times.Length} times, {values.Length} values.",
                nameof(times));
        for (int i = 1; i < times.Length; i++)
            if (!(times[i] >= times[i - 1]))
                throw new ArgumentException(
                    FormattableString.Invariant($"Times must ascend: {times[i]} s follows {times[i - 1]} s."),
                    nameof(times));
        if (period is { } T && !(T > 0 && times[^1] - times[0] <= T * (1 + RoundingOfPrintedTimes)))
            throw new ArgumentException(
                FormattableString.Invariant($"Period {T} s must span the table, {times[^1] - times[0]} s."),
                nameof(period));
        this.times = times.ToArray();
        this.values = values.ToArray();
        this.period = period;
    }

    // Chosen: files print about ten digits, so a table of one period may overrun it by the last of them.
    private const double RoundingOfPrintedTimes = 1e-9;

    /// <inheritdoc/>
    public override double At(double time) => Value(Wrapped(time), before: false);

    /// <inheritdoc/>
    public override double Before(double time)
    {
        double t = Wrapped(time);
        return period is { } T && t <= times[0] ? Value(times[0] + T, before: true) : Value(t, before: true);
    }

    /// <inheritdoc/>
    /// <remarks>Only the jumps; the kinks of the rows are as dense as the samples and cost no order.</remarks>
    public override IEnumerable<double> Breakpoints(double from, double to)
    {
        double[] jumps = [.. Jumps()];
        if (jumps.Length == 0) yield break;
        if (period is not { } T)
        {
            foreach (double t in jumps.Where(t => t > from && t <= to)) yield return t;
            yield break;
        }
        for (double cycle = Math.Floor((from - times[0]) / T); times[0] + cycle * T <= to; cycle++)
            foreach (double t in jumps.Select(t => t + cycle * T).Where(t => t > from && t <= to))
                yield return t;
    }

    private IEnumerable<double> Jumps()
    {
        if (period is { } T && Value(times[0] + T, before: true) != values[0]) yield return times[0];
        for (int i = 1; i < times.Length; i++)
            if (times[i] == times[i - 1] && values[i] != values[i - 1]) yield return times[i];
    }

    private double Wrapped(double time)
        => period is { } T ? time - T * Math.Floor((time - times[0]) / T) : time;

    private double Value(double t, bool before)
    {
        int next = Array.BinarySearch(times, t);
        if (next < 0) next = ~next;
        while (before && next > 0 && times[next - 1] >= t) next--;
        while (!before && next < times.Length && times[next] <= t) next++;
        if (next == 0) return values[0];
        int last = next - 1;
        if (next < times.Length) return Between(times[last], values[last], times[next], values[next], t);
        bool closes = period is { } T && times[0] + T > times[last];
        return closes ? Between(times[last], values[last], times[0] + period!.Value, values[0], t) : values[last];
    }

    private static double Between(double t0, double y0, double t1, double y1, double t)
        => t1 > t0 ? y0 + (y1 - y0) * ((t - t0) / (t1 - t0)) : y1;
}
