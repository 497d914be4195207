using Azygos.Circulation.Blocks;

namespace Azygos.Circulation.Verification;

/// <summary>Runs a case whose model is a list of blocks, and judges its table.</summary>
/// <remarks>The run ends as the model says.</remarks>
internal static class BlockCaseRun
{
    /// <summary>Runs the case and judges each bar.</summary>
    public static CaseResult Run(VerificationCase @case, BlockModel model, CancellationToken cancellation)
    {
        BlockResult result = BlockSimulation.Run(model, cancellation);
        return new CaseResult(
            @case,
            [.. @case.Runs.Select(run => new CaseRunResult
            {
                Run = run.Id,
                Steps = result.Step > 0 ? [result.Step] : [],
                Periods = result.Cycles,
                Stopped = result.Stopped,
            })],
            [.. @case.Bars.Select(bar => Judge(@case, bar, result))]);
    }

    private static BarResult Judge(VerificationCase @case, Bar bar, BlockResult result)
    {
        if (@case.Runs.First(run => run.Id == bar.Runs[0]).Until is not EndOfModel)
            return new BarResult(bar, Verdict.NotRun, null, "a model of another program ends as it says itself");
        if (bar.Metric != Metric.RmsRelativeWorst)
            return new BarResult(bar, Verdict.NotRun, null, "this metric has no meaning for the table of a model");
        if (result.Stopped is { Length: > 0 } stopped) return new BarResult(bar, Verdict.Missed, null, stopped);
        KeyedReference reference =
            (KeyedReference)@case.References.First(one => one.Id == bar.ExpectedReference);
        double measured = Metrics.RmsRelativeWorst(result.Values, reference.Values);
        string reason = double.IsFinite(measured) ? "" : "the tables differ in their series or points";
        return new BarResult(bar, bar.Holds(measured) ? Verdict.Held : Verdict.Missed, measured, reason);
    }
}
