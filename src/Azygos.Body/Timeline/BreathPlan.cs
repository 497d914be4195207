namespace Azygos.Body.Timeline;

/// <summary>When breaths begin and how deep they go, over the time of a timeline that starts with a breath.</summary>
internal sealed class BreathPlan
{
    // Breaths that begin this near to the end of a hold begin then: times carry rounding [s].
    private const double Rounding = 1e-9;

    private readonly List<(double From, double Until)> holds = [];
    private readonly List<(double From, double Until, double Pressure)> deep = [];

    /// <summary>No breath begins in this time.</summary>
    public void Hold(double from, double until) => holds.Add((from, until));

    /// <summary>Breaths that begin in this time reach this pressure at the end of inspiration [Pa].</summary>
    public void Deepen(double from, double until, double pressure) => deep.Add((from, until, pressure));

    /// <summary>The breaths, or null where all are quiet and none is held.</summary>
    /// <param name="period">Length of a breath [s].</param>
    public BreathSchedule? Breaths(double period)
    {
        if (holds.Count == 0 && deep.Count == 0) return null;
        double end = Math.Max(Latest(holds.Select(h => h.Until)), Latest(deep.Select(d => d.Until)));
        List<(double Start, double? Deep)> breaths = [];
        double time = 0, firstChange = double.PositiveInfinity;
        while (true)
        {
            double? until = holds.Where(h => time >= h.From - Rounding && time < h.Until - Rounding)
                .Select(h => (double?)h.Until).FirstOrDefault();
            if (until is { } over)
            {
                firstChange = Math.Min(firstChange, time);
                time = over;
                continue;
            }

            double? pressure = deep.Where(d => time >= d.From - Rounding && time < d.Until - Rounding)
                .Select(d => (double?)d.Pressure).FirstOrDefault();
            if (pressure is not null) firstChange = Math.Min(firstChange, time);
            breaths.Add((time, pressure));
            if (time >= end) return new BreathSchedule(period, breaths, firstChange);
            time += period;
        }
    }

    private static double Latest(IEnumerable<double> times) => times.DefaultIfEmpty(0).Max();
}

/// <summary>Breaths one by one; after the last, quiet ones follow each other.</summary>
/// <param name="Period">Length of a breath [s].</param>
/// <param name="Breaths">Start [s], and pressure at the end of inspiration of a deep one [Pa].</param>
/// <param name="FirstChange">Until then all is quiet [s].</param>
internal sealed record BreathSchedule(
    double Period, IReadOnlyList<(double Start, double? Deep)> Breaths, double FirstChange)
{
    /// <summary>The share of the breath that is over, 1 where it is held at the end of expiration, and its
    /// depth.</summary>
    public (double Phase, double? Deep) At(double time)
    {
        int k = Breaths.Count - 1;
        while (k > 0 && Breaths[k].Start > time) k--;
        double since = time - Breaths[k].Start;
        if (since < 0) return (1, null);   // held from the start
        if (k == Breaths.Count - 1 && since >= Period) return (Heart.Phase.Within(since, Period) / Period, null);
        return since >= Period ? (1, null) : (since / Period, Breaths[k].Deep);
    }
}
