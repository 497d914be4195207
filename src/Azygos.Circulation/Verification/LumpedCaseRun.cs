using Azygos.Circulation.Running;

namespace Azygos.Circulation.Verification;

/// <summary>Runs one run of a lumped case, once or for each refinement, and keeps what its probes recorded.</summary>
internal sealed class LumpedCaseRun : PerformedRun
{
    // Chosen: where a case leaves the step to the solver, 1 ms resolves a valve, and 200 steps resolve a short run.
    private const double DefaultStep = 1e-3;
    private const int DefaultSteps = 200;

    // Chosen: numbers of steps are computed from printed decimals; a share of a step below this is rounding.
    private const double Rounding = 1e-9;

    private readonly CaseNetwork network;

    private LumpedCaseRun(CaseNetwork network, CaseRun run)
        : base(run)
        => this.network = network;

    /// <summary>What this run needs and a lumped network lacks, or null.</summary>
    public static string? WhyNot(CaseRun run)
    {
        if (run.CellRefinements.Count > 0) return "needs vessels, refinements of cells";
        bool ends = run.Until is EndAtTime or EndWhenPeriodic or Evaluation;
        return ends ? null : "needs vessels, this end of a run";
    }

    /// <summary>Runs with the probes that a lumped network has.</summary>
    public static LumpedCaseRun Perform(
        CaseNetwork network, CaseRun run, IReadOnlyList<CaseProbe> probes, CancellationToken cancellation)
    {
        LumpedCaseRun performed = new(network, run);
        try
        {
            foreach (CaseProbe probe in probes)
                if (WomersleyReadout.Of(network, probe) is { } series) performed.Keep(probe.Id, series);
            if (network.Nodes.Count > 0) performed.Solve(probes, cancellation);
        }
        catch (ArgumentException impossible)
        {
            performed.Result = performed.Result with { Stopped = impossible.Message };
        }
        performed.CheckFinite();
        return performed;
    }

    private void Solve(IReadOnlyList<CaseProbe> probes, CancellationToken cancellation)
    {
        if (Run.Until is Evaluation) Evaluate(probes, cancellation);
        else
            foreach (double? step in Run.StepRefinements.Select(h => (double?)h).DefaultIfEmpty(Run.LargestStep))
                if (Result.Stopped.Length == 0) Simulate(Step(step), probes, cancellation);
    }

    private void Evaluate(IReadOnlyList<CaseProbe> probes, CancellationToken cancellation)
    {
        LumpedCircuit circuit = new(network, steady: true);
        SteadyFlow steady = SteadyFlow.Solve(circuit.Network, cancellation);
        if (steady.Failure is { } failure)
        {
            Result = Result with { Stopped = $"{failure} at {steady.Place}" };
            return;
        }
        foreach (CaseProbe probe in probes)
            if (circuit.ReadoutOf(probe) is { } readout) Keep(probe.Id, new Series([0], [readout.From(steady)]));
    }

    private void Simulate(double step, IReadOnlyList<CaseProbe> probes, CancellationToken cancellation)
    {
        LumpedCircuit circuit = new(network, steady: false);
        Dictionary<string, Readout> readouts = [];
        foreach (CaseProbe probe in probes)
            if (circuit.ReadoutOf(probe) is { } readout) readouts[probe.Id] = readout;
        List<Readout> pressures = [.. circuit.NodePressures.Select(Readout.Of)];
        IEnumerable<Readout> wanted = readouts.Values.Concat(Run.Until is EndWhenPeriodic ? pressures : []);
        Probe[] recorded = [.. wanted.SelectMany(readout => readout.Probes).DistinctBy(probe => probe.Id)];
        LumpedSimulation simulation = new(circuit.Network);
        StepOptions options = new() { LargestStep = step, SampleInterval = step };
        Result = Result with { Steps = [.. Result.Steps, step] };
        double from = 0;
        Recording? recording = Run.Until is EndWhenPeriodic periodic
            ? ToPeriodic(simulation, periodic, options, recorded, pressures, out from, cancellation)
            : ToTime(simulation, ((EndAtTime)Run.Until).Time, options, recorded, cancellation);
        if (recording is null) return;
        double[] times = [.. recording.Times.Select(time => time - from)];
        foreach ((string probe, Readout readout) in readouts) Keep(probe, new Series(times, readout.From(recording)));
    }

    // Whole steps as far as they go, then what is left: samples stay on the grid of the reference.
    private Recording? ToTime(
        LumpedSimulation simulation, double end, StepOptions options, Probe[] probes, CancellationToken cancellation)
    {
        double whole = Math.Floor(end / options.SampleInterval * (1 + Rounding)) * options.SampleInterval;
        if (Math.Abs(end - whole) <= Rounding * end || whole == 0) whole = end;
        Recording? first = Finished(simulation.RunTo(whole, options, probes, cancellation));
        if (first is null || whole == end) return first;
        if (Finished(simulation.RunTo(end, options, probes, cancellation)) is not { } rest) return null;
        return new Recording(
            [.. first.Times, .. rest.Times[1..]],
            first.Series.ToDictionary(pair => pair.Key, pair => (double[])[.. pair.Value, .. rest[pair.Key][1..]]));
    }

    private Recording? ToPeriodic(
        LumpedSimulation simulation, EndWhenPeriodic until, StepOptions options, Probe[] probes,
        List<Readout> pressures, out double from, CancellationToken cancellation)
    {
        Recording? previous = null, current = null;
        bool settled = false;
        int period = 0;
        while (period < until.MaximumPeriods && !settled)
        {
            period++;
            current = Finished(simulation.RunTo(period * until.Period, options, probes, cancellation));
            if (current is null) break;
            settled = previous is not null && Change(pressures, current, previous) < until.Tolerance;
            previous = current;
        }
        from = (period - 1) * until.Period;
        Result = Result with
        {
            Periods = Math.Max(period, Result.Periods),
            Settled = Result.Settled && (settled || current is null),
        };
        return current;
    }

    /// <summary>Largest over the nodes of RMS difference between two periods over mean absolute pressure.</summary>
    private static double Change(List<Readout> pressures, Recording current, Recording previous)
        => pressures.Max(pressure =>
        {
            double[] now = pressure.From(current), before = pressure.From(previous);
            double mean = now.Average(Math.Abs), difference = Metrics.RootMeanSquare(now, before);
            return difference == 0 ? 0 : difference / mean;
        });

    private Recording? Finished(RunOutcome outcome)
    {
        if (outcome is RunOutcome.Finished finished) return finished.Recording;
        RunOutcome.Stopped stopped = (RunOutcome.Stopped)outcome;
        Result = Result with
        {
            Stopped = FormattableString.Invariant($"stopped at {stopped.Time:G6} s: {stopped.Reason}"),
        };
        return null;
    }

    /// <summary>The step that divides the sampling interval, or the period, and is not above the largest.</summary>
    private double Step(double? largest)
    {
        double span = Run.Until switch { EndAtTime end => end.Time, EndWhenPeriodic until => until.Period, _ => 1 };
        double interval = Run.SampleInterval ?? span;
        double step = largest ?? Math.Min(Math.Min(DefaultStep, interval), span / DefaultSteps);
        interval /= Intervals(interval, step);
        return Run.Until is EndWhenPeriodic ? span / Intervals(span, interval) : interval;
    }

    private static double Intervals(double length, double largest)
        => Math.Max(1, Math.Ceiling(length / largest * (1 - Rounding)));
}
