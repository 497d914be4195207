using Azygos.Quantities;

namespace Azygos.Circulation.Running;

/// <summary>How the change between two periods is measured.</summary>
public enum PeriodicNorm
{
    /// <summary>
    /// Largest change at any sample of any pressure or flow probe, as a share of that probe's pulse (largest minus
    /// smallest value), the pulse being at least 1 mmHg or 10 mL/min.
    /// </summary>
    ShareOfPulse,

    /// <summary>Largest RMS change of a pressure probe as a share of its mean absolute pressure; the norm of
    /// azygos-benchmark/1.</summary>
    PressureRmsRelative,
}

/// <summary>The norms as functions.</summary>
internal static class PeriodicChange
{
    // Floors of a pulse (design of this project, §5): a site that hardly pulses is not held to a share of nothing.
    private static readonly double PressureFloor = Pressure.FromMillimetresOfMercury(1).Pascals;
    private static readonly double FlowFloor = Flow.FromMillilitresPerMinute(10).CubicMetresPerSecond;

    /// <summary>Faults of the probes: none is judged, so that any run would count as periodic.</summary>
    public static IReadOnlyList<string> Check(PeriodicNorm norm, IReadOnlyList<Probe> probes) =>
        probes.Any(p => p.Judged && (norm == PeriodicNorm.ShareOfPulse
            ? double.IsFinite(Floor(p.Quantity))
            : p.Quantity == Probe.PressureQuantity))
            ? []
            : ["probes: a periodic run needs a judged "
                + $"{(norm == PeriodicNorm.ShareOfPulse ? "pressure or flow" : "pressure")} probe."];

    /// <summary>Change of a period after one that began with a correction: from the sample on at which flows have
    /// settled, and from its start to its end.</summary>
    public static (double Change, string Worst) MeasureSettled(
        PeriodicNorm norm, IReadOnlyList<Probe> probes, double[][] current, double[][] previous, int settled)
    {
        (double Change, string Worst) change = Measure(norm, probes, current, previous, settled),
            within = EndAgainstStart(probes, current);
        return within.Change > change.Change ? within : change;
    }

    public static (double Change, string Worst) Measure(
        PeriodicNorm norm, IReadOnlyList<Probe> probes, double[][] current, double[][] previous, int from = 0)
    {
        double largest = 0;
        string worst = "";
        for (int p = 0; p < probes.Count; p++)
        {
            if (!probes[p].Judged) continue;
            double change = norm == PeriodicNorm.ShareOfPulse
                ? ShareOfPulse(probes[p].Quantity, current[p], previous[p], from)
                : PressureRmsRelative(probes[p].Quantity, current[p], previous[p], from);
            if (change <= largest) continue;
            largest = change;
            worst = probes[p].Id;
        }

        return (largest, worst);
    }

    /// <summary>Change from a period's first sample to its last, as a share of the pulse: what one period alone can
    /// tell.</summary>
    public static (double Change, string Worst) EndAgainstStart(IReadOnlyList<Probe> probes, double[][] values)
    {
        double largest = 0;
        string worst = "";
        for (int p = 0; p < probes.Count; p++)
        {
            if (!probes[p].Judged) continue;
            double pulse = Math.Max(values[p].Max() - values[p].Min(), Floor(probes[p].Quantity));
            double change = Math.Abs(values[p][^1] - values[p][0]) / pulse;
            if (!(change > largest)) continue;
            largest = change;
            worst = probes[p].Id;
        }

        return (largest, worst);
    }

    private static double Floor(string quantity) => quantity switch
    {
        Probe.PressureQuantity => PressureFloor,
        "flow" => FlowFloor,
        _ => double.PositiveInfinity,
    };

    private static double ShareOfPulse(string quantity, double[] x, double[] y, int from)
    {
        double floor = Floor(quantity);
        double low = double.PositiveInfinity, high = double.NegativeInfinity, change = 0;
        for (int i = 0; i < x.Length; i++)
        {
            low = Math.Min(low, x[i]);
            high = Math.Max(high, x[i]);
            if (i >= from) change = Math.Max(change, Math.Abs(x[i] - y[i]));
        }

        return change / Math.Max(high - low, floor);
    }

    private static double PressureRmsRelative(string quantity, double[] x, double[] y, int from)
    {
        if (quantity != Probe.PressureQuantity) return 0;
        double square = 0, mean = 0;
        for (int i = from; i < x.Length; i++)
        {
            square += (x[i] - y[i]) * (x[i] - y[i]);
            mean += Math.Abs(x[i]);
        }

        return mean == 0
            ? (square == 0 ? 0 : double.PositiveInfinity)
            : Math.Sqrt(square / (x.Length - from)) / (mean / (x.Length - from));
    }
}
