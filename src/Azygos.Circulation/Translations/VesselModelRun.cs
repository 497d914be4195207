using Azygos.Circulation.Running;

namespace Azygos.Circulation.Translations;

/// <summary>Runs a model of vessels as its own file says.</summary>
/// <source choice="explicit finite volumes of this project; steps and scheme of the other program are not imitated"/>
public static class VesselModelRun
{
    /// <summary>Runs it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="progress">Told after every period of a periodic run.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public static VesselModelResult Run(
        VesselModel model, IProgress<PeriodProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        VesselSimulation simulation = new(model.Network, model.Plan.Mesh);
        if (model is { Start: { } start, Network.Lumped: not null })
            simulation.StartFrom(start, model.Network.Vessels.ToDictionary(
                vessel => vessel.Id, IReadOnlyList<string> (vessel) => [vessel.From, vessel.To]));
        Probe[] probes = [.. model.Recorded.SelectMany(end => end.Probes.Values).DistinctBy(probe => probe.Id)];
        StepOptions steps = new()
        {
            LargestStep = model.Plan.LargestStep,
            SampleInterval = model.Plan.SampleInterval,
        };
        RunOutcome outcome = model.Plan switch
        {
            PeriodicPlan plan => simulation.RunToPeriodic(
                new PeriodicOptions { Period = plan.Period, MaximumPeriods = plan.MaximumPeriods }, steps, probes,
                progress, cancellation),
            TimedPlan plan => simulation.RunTo(plan.End, steps, probes, cancellation),
            _ => throw new ArgumentException("The plan is of no known kind.", nameof(model)),
        };
        return new VesselModelResult
        {
            Outcome = outcome,
            Cells = simulation.Cells,
            CellSteps = simulation.CellSteps,
        };
    }
}

/// <summary>What a run of a model of vessels gave.</summary>
/// <source choice="what a reader needs to judge it"/>
public sealed record VesselModelResult
{
    /// <summary>How it ended, and the samples of its probes in SI.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Cells of all vessels.</summary>
    public required int Cells { get; init; }

    /// <summary>Cell-steps taken.</summary>
    public required long CellSteps { get; init; }
}
