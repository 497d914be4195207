using Azygos.Circulation.Blocks;

namespace Azygos.Circulation.Verification;

/// <summary>Runs a case whose model is a list of blocks, and judges its table.</summary>
/// <remarks>
/// The run ends as the model says. Where it names the integrator of its reference, it is judged with that one at the
/// step of the model, so that like is compared with like; how far the converged answer lies from the reference is said
/// beside it. Where it names none, the converged answer is judged.
/// </remarks>
internal sealed class BlockCaseRun(VerificationCase @case, BlockModel model, CancellationToken cancellation)
{
    private readonly Lazy<BlockResult> converged = new(() => BlockSimulation.Run(model, cancellation));
    private readonly Dictionary<string, BlockResult> results = [];

    /// <summary>Runs the case and judges each bar.</summary>
    public static CaseResult Run(VerificationCase @case, BlockModel model, CancellationToken cancellation)
    {
        BlockCaseRun run = new(@case, model, cancellation);
        return new CaseResult(@case, [.. @case.Runs.Select(run.Perform)], [.. @case.Bars.Select(run.Judge)]);
    }

    private CaseRunResult Perform(CaseRun run)
    {
        BlockResult result = results[run.Id] = run.AlphaDamping is { } damping
            ? BlockSimulation.RunAtItsStep(model, damping, cancellation) : converged.Value;
        return new CaseRunResult
        {
            Run = run.Id,
            Steps = result.Step > 0 ? [result.Step] : [],
            Periods = result.Cycles,
            Stopped = result.Stopped,
            Converged = result.Step > 0 && run.AlphaDamping is not null ? Converged(run) : null,
        };
    }

    private ConvergedAnswer? Converged(CaseRun run)
        => converged.Value.Stopped.Length == 0
            && @case.References.OfType<KeyedReference>().FirstOrDefault(one => one.Run == run.Id) is { } reference
            ? new ConvergedAnswer(
                converged.Value.Step, converged.Value.Refinement,
                Metrics.RmsRelativeWorst(converged.Value.Values, reference.Values))
            : null;

    private BarResult Judge(Bar bar)
    {
        if (@case.Runs.First(run => run.Id == bar.Runs[0]).Until is not EndOfModel)
            return new BarResult(bar, Verdict.NotRun, null, "a model of another program ends as it says itself");
        if (bar.Metric != Metric.RmsRelativeWorst)
            return new BarResult(bar, Verdict.NotRun, null, "this metric has no meaning for the table of a model");
        BlockResult result = results[bar.Runs[0]];
        if (result.Stopped is { Length: > 0 } stopped) return new BarResult(bar, Verdict.Missed, null, stopped);
        KeyedReference reference =
            (KeyedReference)@case.References.First(one => one.Id == bar.ExpectedReference);
        double measured = Metrics.RmsRelativeWorst(result.Values, reference.Values);
        string reason = double.IsFinite(measured) ? "" : "the tables differ in their series or points";
        return new BarResult(bar, bar.Holds(measured) ? Verdict.Held : Verdict.Missed, measured, reason);
    }
}
