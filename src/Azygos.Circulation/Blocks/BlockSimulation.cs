using Azygos.Circulation.Running;

namespace Azygos.Circulation.Blocks;

/// <summary>Runs a block model as its plan says.</summary>
/// <remarks>
/// A model in which nothing varies goes straight to its steady state. Others are stepped in time (TR-BDF2), the step
/// halved until the output no longer changes: the answer of the equations, not of a step.
/// </remarks>
/// <source choice="design of this project, §3.3; refined until converged"/>
public sealed class BlockSimulation
{
    // Chosen: steps per point of the model. Even, so that half a step of the model is a whole number of them.
    private const int FirstSteps = 4, MostSteps = 256;

    // Chosen: a tenth of the smallest difference that models of this kind are judged by, 1e-3; with second order a
    // third of the last change is left.
    private const double Converged = 1e-4;

    // Chosen: beyond this a model is not going to repeat itself.
    private const int MostCycles = 2000;

    private readonly BlockModel model;
    private readonly CancellationToken cancellation;

    private BlockSimulation(BlockModel model, CancellationToken cancellation)
    {
        this.model = model;
        this.cancellation = cancellation;
    }

    private BlockPlan Plan => model.Plan;

    /// <summary>Why the blocks of a model make no network, or null when they do.</summary>
    public static string? WhyNot(BlockModel model)
    {
        try
        {
            _ = new BlockCircuit(model, BlockStart.Given);
            return null;
        }
        catch (ArgumentException impossible)
        {
            return impossible.Message;
        }
    }

    /// <summary>Runs a model to the converged answer of its equations.</summary>
    public static BlockResult Run(BlockModel model, CancellationToken cancellation = default) =>
        Run(model, simulation => simulation.Refined(), cancellation);

    /// <summary>Runs a model with its own step and the generalised-α method, as the program it was written for does:
    /// for comparing with that program, errors of its step included.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rhoInfinity">ρ of the method [1], 0 … 1.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public static BlockResult RunAtItsStep(
        BlockModel model, double rhoInfinity, CancellationToken cancellation = default) =>
        Run(model, simulation => simulation.AtItsStep(rhoInfinity), cancellation);

    private static BlockResult Run(
        BlockModel model, Func<BlockSimulation, BlockResult> stepped, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            BlockSimulation simulation = new(model, cancellation);
            return model.Varies || !model.Plan.SteadyInitial ? stepped(simulation) : simulation.Steady();
        }
        catch (ArgumentException impossible)
        {
            return new BlockResult { Stopped = impossible.Message };
        }
    }

    private BlockResult Steady()
    {
        BlockCircuit circuit = new(model, BlockStart.Means);
        SteadyFlow steady = SteadyFlow.Solve(circuit.Network, cancellation);
        if (steady.Failure is { } failure) return new BlockResult { Stopped = $"{failure} at {steady.Place}" };
        return new BlockOutput(model, circuit).Table(Plan.Cycles, (series, _) => series.From(
            term => term.Rate ? 0
                : term.Probe.Quantity == Probe.PressureQuantity ? steady.Pressure(term.Probe.Place)
                : steady.Quantity(term.Probe.Place, term.Probe.Quantity)), (_, _) => 0) with
        { Cycles = 0 };
    }

    private BlockResult Refined()
    {
        int cycles = Plan.Cycles;
        if (Plan.CycleTolerance is { } tolerance && Repeating(tolerance, out cycles) is { } endless) return endless;
        BlockResult coarse = Stepped(FirstSteps, cycles);
        for (int steps = 2 * FirstSteps; steps <= MostSteps && coarse.Stopped.Length == 0; steps *= 2)
        {
            BlockResult fine = Stepped(steps, cycles);
            if (fine.Stopped.Length > 0) return fine;
            double change = Verification.Metrics.RmsRelativeWorst(fine.Values, coarse.Values);
            coarse = fine with { Refinement = change };
            if (change <= Converged) break;
        }
        return coarse;
    }

    private BlockResult Stepped(int steps, int cycles)
    {
        if (Started(out BlockCircuit circuit, out LumpedSimulation simulation) is { } failed) return failed;
        BlockOutput output = new(model, circuit);
        Probe[] probes = [.. output.Terms.Select(term => term.Probe).DistinctBy(probe => probe.Id)];
        // A point more on either side: rates of change are differences.
        int first = Math.Max(0, BlockOutput.FirstPoint(Plan, cycles) - 1);
        int last = cycles * (Plan.PointsPerCycle - 1) + 1;
        double h = Plan.Step / steps;
        if (circuit.Begin + first * Plan.Step is > 0 and var quiet
            && simulation.RunTo(quiet, Options(h, Plan.Step), [], cancellation) is RunOutcome.Stopped early)
            return Stop(early);
        RunOutcome outcome =
            simulation.RunTo(circuit.Begin + last * Plan.Step, Options(h, h), probes, cancellation);
        if (outcome is RunOutcome.Stopped stopped) return Stop(stopped);
        StepSeries recorded = new(((RunOutcome.Finished)outcome).Recording, steps, h);
        return output.Table(
            cycles,
            (series, point) => recorded.Value(series, (point - first) * steps),
            (series, point) => recorded.Slope(series, (point - first) * steps)) with
        { Step = h };
    }

    // With chambers that beat, the start is a run of its own: 31 steps of a tenth of the period.
    private const int WarmUpSteps = 31;

    private BlockResult AtItsStep(double rhoInfinity)
    {
        int cycles = Plan.Cycles;
        if (Plan.CycleTolerance is { } tolerance && Repeating(tolerance, out cycles) is { } endless) return endless;
        bool warms = Plan.SteadyInitial && model.Beats;
        BlockCircuit circuit = new(model, warms ? BlockStart.WarmUp : BlockStart.Given);
        if (SteadyStart(out SteadyFlow? steady) is { } failed) return failed;
        BlockOutput output = new(model, circuit);
        Probe[] probes = [.. output.Terms.Select(term => term.Probe).DistinctBy(probe => probe.Id)];
        int before = warms ? WarmUpSteps : 0;
        AlphaRun run = new(circuit.Network, rhoInfinity, steady, circuit.Iteration);
        string stopped = run.Run(
            [
                .. Enumerable.Repeat(Plan.Period / 10, before),
                .. Enumerable.Repeat(Plan.Step, cycles * (Plan.PointsPerCycle - 1)),
            ],
            probes, cancellation);
        if (stopped.Length > 0) return new BlockResult { Stopped = stopped };
        AlphaSeries ends = new(run, steady is null ? output.Given : null);
        return output.Table(
            cycles,
            (series, point) => ends.Of(series).Values[before + point],
            (series, point) => ends.Of(series).Slopes[before + point]) with
        { Step = Plan.Step };
    }

    private BlockResult? SteadyStart(out SteadyFlow? steady)
    {
        steady = null;
        if (!Plan.SteadyInitial || model.Beats) return null;
        steady = SteadyFlow.Solve(new BlockCircuit(model, BlockStart.Means).Network, cancellation);
        return steady.Failure is { } failure
            ? new BlockResult { Stopped = $"the steady start failed: {failure} at {steady.Place}" } : null;
    }

    private BlockResult? Started(out BlockCircuit circuit, out LumpedSimulation simulation)
    {
        bool warms = Plan.SteadyInitial && model.Beats;
        circuit = new BlockCircuit(model, warms ? BlockStart.WarmUp : BlockStart.Given);
        simulation = new LumpedSimulation(circuit.Network);
        if (SteadyStart(out SteadyFlow? steady) is { } failed) return failed;
        if (steady is not null) simulation.StartFrom(steady);
        return null;
    }

    // Cycles until the mean flows and pressures at the ends of vessels repeat; with an RCR the format counts them from
    // its time constant.
    private BlockResult? Repeating(double tolerance, out int cycles)
    {
        cycles = Plan.Cycles;
        double[] constants = [.. model.Blocks.OfType<WindkesselBlock>()
            .Where(rcr => rcr.DistalPressure is not null).Select(rcr => rcr.Distal.Values[0] * rcr.Compliance)];
        if (constants.Length > 0)
        {
            cycles = Math.Max(1, (int)Math.Ceiling(-constants.Max() / Plan.Period * Math.Log(tolerance)));
            return null;
        }
        if (Started(out BlockCircuit circuit, out LumpedSimulation simulation) is { } failed) return failed;
        BlockOutput output = new(model with { Plan = Plan with { ByVariable = false } }, circuit);
        Probe[] probes = [.. output.Terms.Select(term => term.Probe).DistinctBy(probe => probe.Id)];
        double h = Plan.Step / FirstSteps;
        if (circuit.Begin > 0
            && simulation.RunTo(circuit.Begin, Options(h, h), [], cancellation) is RunOutcome.Stopped early)
            return Stop(early);
        double[] before = [];
        for (int cycle = 1; cycle <= MostCycles; cycle++)
        {
            RunOutcome outcome = simulation.RunTo(
                circuit.Begin + cycle * Plan.Period, Options(h, Plan.Step), probes, cancellation);
            if (outcome is RunOutcome.Stopped stopped) return Stop(stopped);
            Recording recording = ((RunOutcome.Finished)outcome).Recording;
            double[] now = [.. probes.Select(probe => recording.Mean(probe.Id))];
            bool repeats = before.Length > 0
                && now.Zip(before).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance * Math.Abs(pair.Second));
            before = now;
            if (!repeats || cycle < Plan.Cycles) continue;
            cycles = cycle;
            return null;
        }
        return new BlockResult
        { Stopped = $"the mean flows and pressures did not repeat within {MostCycles} cycles" };
    }

    private static StepOptions Options(double step, double sample) =>
        new() { LargestStep = step, SampleInterval = sample };

    private static BlockResult Stop(RunOutcome.Stopped stopped) => new()
    { Stopped = FormattableString.Invariant($"stopped at {stopped.Time:G6} s: {stopped.Reason}") };
}
