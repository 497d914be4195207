namespace Azygos.Circulation.Verification;

/// <summary>Runs verification cases and judges their bars.</summary>
/// <remarks>What a case's network cannot give is reported as not run, never as passed.</remarks>
/// <source choice="rules of azygos-benchmark/1"/>
public static class CaseRunner
{
    /// <summary>Runs a case, every run once, and judges each bar.</summary>
    public static CaseResult Run(VerificationCase @case, CancellationToken cancellation = default)
    {
        if (@case.Network.Model is { } foreign) return BlockCaseRun.Run(@case, foreign.Blocks, cancellation);
        bool hasVessels = @case.Network.Vessels.Count > 0;
        if (!hasVessels && LumpedCircuit.WhyNot(@case.Network) is { } missing)
            return new CaseResult(@case, [], [.. @case.Bars.Select(bar => NotRun(bar, missing))]);
        Dictionary<string, PerformedRun> runs = [];
        foreach (CaseRun planned in @case.Runs)
        {
            VerificationCase seen = @case.ForRun(planned.Id);
            CaseRun run = seen.Run(planned.Id);
            if (!@case.Bars.Any(bar => bar.Runs.Contains(run.Id))) continue;
            if (hasVessels)
                runs[run.Id] = VesselCaseRun.Perform(seen, run, cancellation);
            else if (LumpedCaseRun.WhyNot(run) is null)
                runs[run.Id] = LumpedCaseRun.Perform(seen.Network, run, seen.Probes, cancellation);
        }
        return new CaseResult(
            @case, [.. runs.Values.Select(run => run.Result)], [.. @case.Bars.Select(bar => Judge(@case, bar, runs))])
        {
            Warnings = CaseWarnings.Of(@case),
        };
    }

    private static BarResult Judge(VerificationCase @case, Bar bar, Dictionary<string, PerformedRun> runs)
    {
        foreach (string id in bar.Runs)
        {
            if (!runs.TryGetValue(id, out PerformedRun? run))
                return NotRun(bar, LumpedCaseRun.WhyNot(@case.ForRun(id).Run(id))!);
            if (run.Result.Stopped is { Length: > 0 } stopped)
                return new BarResult(bar, Verdict.Missed, null, $"run {id} {stopped}");
            if (run.Records(bar.Probe) is null) return NotRun(bar, $"its network has no such probe: {bar.Probe}");
        }
        if (bar.Metric == Metric.RmsRelativeWorst) return NotRun(bar, "needs another program's table");
        // The bar as the run sees it: a run that replaces numbers may replace those of its bars.
        Bar seen = bar.Runs.Count == 1 ? @case.ForRun(bar.Runs[0]).Bars[IndexOf(@case.Bars, bar)] : bar;
        double measured = BarMeasurement.Measure(
            @case.ForRun(bar.Runs[0]), seen, (run, probe) => runs[run].Records(probe)!);
        string reason = double.IsFinite(measured) ? "" : "the metric is not finite";
        return new BarResult(seen, seen.Holds(measured) ? Verdict.Held : Verdict.Missed, measured, reason);
    }

    private static BarResult NotRun(Bar bar, string reason) => new(bar, Verdict.NotRun, null, reason);

    private static int IndexOf(IReadOnlyList<Bar> bars, Bar bar)
    {
        for (int i = 0; i < bars.Count; i++)
            if (ReferenceEquals(bars[i], bar)) return i;
        throw new ArgumentException("The bar is not one of the case's.", nameof(bar));
    }
}
