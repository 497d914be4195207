using Azygos.Circulation.Running;

namespace Azygos.Circulation.Tests;

/// <summary>Runs that must finish.</summary>
internal static class Runs
{
    /// <summary>A run to a time with equal steps; samples at every step unless told otherwise.</summary>
    public static RunOutcome.Finished To(
        LumpedNetwork network, double end, double step, IReadOnlyList<Probe> probes, double? sample = null)
    {
        RunOutcome outcome = new LumpedSimulation(network).RunTo(
            end, new StepOptions { LargestStep = step, SampleInterval = sample ?? step }, probes,
            TestContext.Current.CancellationToken);
        if (outcome is RunOutcome.Stopped stopped) Assert.Fail($"stopped at {stopped.Time} s: {stopped.Reason}");
        return (RunOutcome.Finished)outcome;
    }

    /// <summary>A steady state that must exist.</summary>
    public static SteadyFlow Steady(LumpedNetwork network)
    {
        SteadyFlow steady = SteadyFlow.Solve(network, TestContext.Current.CancellationToken);
        Assert.Null(steady.Failure);
        return steady;
    }
}
