// Reason for length: the ways to run share one loop over samples and one report.
using Azygos.Circulation.Assembly;
using Azygos.Circulation.Stepping;
using Azygos.Circulation.Waves;
using Azygos.Quantities;

namespace Azygos.Circulation.Running;

/// <summary>Runs a lumped network in time, to an end or to its periodic state.</summary>
/// <remarks>Second order in time (TR-BDF2). Steps end on samples and on jumps of waveforms. A step that does not
/// converge is cut in two, up to 10 times.</remarks>
/// <source choice="design of this project, §3.3"/>
public sealed partial class LumpedSimulation
{
    private const int DeepestCut = 10;

    private readonly LumpedSystem system;
    private readonly LumpedStepper stepper;
    private readonly LumpedState state;
    private SolveFailure? startFailure;
    private MeanFlowCorrection? correction;
    private long steps;

    /// <summary>Prepares a run of a network from its initial values.</summary>
    public LumpedSimulation(LumpedNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        system = new LumpedSystem(network);
        stepper = new LumpedStepper(system);
        state = new LumpedState(system.Unknowns.Length, system.KnownCount);
        startFailure = stepper.Initialise(state);
    }

    /// <summary>Present time [s]; a periodic run counts each period from 0.</summary>
    public double Time => state.Time;

    /// <summary>Starts from a steady state: every pressure, flow and inner state of the same name, and the fluid that
    /// its nodes hold, also where this network's outside pressures differ at the start. A periodic run then uses its
    /// network as coarse model.</summary>
    public void StartFrom(SteadyFlow steady) => StartFrom(steady, steady);

    /// <summary>Starts from a state near a steady one; a periodic run then uses the steady state's network as coarse
    /// model.</summary>
    /// <param name="start">Where the run starts.</param>
    /// <param name="steady">The steady state.</param>
    public void StartFrom(SteadyFlow start, SteadyFlow steady)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(steady);
        correction = new MeanFlowCorrection(system, steady);
        start.CopyTo(system, state);
        startFailure = stepper.SolveForContents(state);
    }

    /// <summary>The present state, read like a steady one: another run can start from it.</summary>
    public SteadyFlow Present()
    {
        var present = new LumpedState(system.Unknowns.Length, system.KnownCount);
        present.CopyFrom(state);
        return SteadyFlow.Of(system, present);
    }

    /// <summary>Fluid that the nodes hold now, by the laws; fluid compartments (cerebrospinal fluid) not
    /// counted.</summary>
    public Volume HeldVolume()
    {
        stepper.Observe(state);
        return Volume.FromCubicMetres(system.BloodContent(stepper.Evaluation.Content));
    }

    /// <summary>Runs to a time, recording from the present state on.</summary>
    /// <param name="end">End [s], after the present time.</param>
    /// <param name="options">Steps and samples.</param>
    /// <param name="probes">What to record.</param>
    /// <param name="cancellation">Cancels between samples.</param>
    public RunOutcome RunTo(
        double end, StepOptions options, IReadOnlyList<Probe> probes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(probes);
        Refuse(options.Check());
        if (!(end > state.Time && double.IsFinite(end)))
            throw new ArgumentOutOfRangeException(
                nameof(end), "The end must be finite and lie after the present time.");
        Refuse(TooManySamples(end - state.Time, options));
        int samples = Intervals(end - state.Time, options.SampleInterval);
        var recorder = new Recorder(system, probes, samples + 1);
        double from = state.Time, audit = 0;
        if (startFailure is not null) return Stop(startFailure, recorder, 0, double.NaN, "", audit);
        VolumeAudit balance = StartAudit();
        Record(recorder);
        for (int k = 1; k <= samples; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            double next = k == samples ? end : from + k * ((end - from) / samples);
            if (Advance(next, options.LargestStep) is { } failure) return Stop(failure, recorder, 0, 0, "", audit);
            Record(recorder);
        }

        audit = balance.Drift(state, stepper.Evaluation);
        return new RunOutcome.Finished { Recording = recorder.Result(), Report = Report(0, 0, "", audit) };
    }

    /// <summary>Runs until a period repeats the one before within the norm; records the last period, time counted from
    /// its start.</summary>
    /// <param name="periodic">Period, norm, tolerance.</param>
    /// <param name="options">Steps and samples.</param>
    /// <param name="probes">What to record; their pressures and flows are judged by the norm.</param>
    /// <param name="progress">Told after every period.</param>
    /// <param name="cancellation">Cancels between samples.</param>
    public RunOutcome RunToPeriodic(
        PeriodicOptions periodic, StepOptions options, IReadOnlyList<Probe> probes,
        IProgress<PeriodProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(periodic);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(probes);
        Refuse([.. periodic.Check(), .. options.Check(), .. PeriodicChange.Check(periodic.Norm, probes)]);
        Refuse(TooManySamples(periodic.Period, options));
        int samples = Intervals(periodic.Period, options.SampleInterval);
        Recorder current = new(system, probes, samples + 1), previous = new(system, probes, samples + 1);
        if (startFailure is not null) return Stop(startFailure, current, 0, double.NaN, "", 0);
        var begin = new LumpedState(system.Unknowns.Length, system.KnownCount);
        double simulated = 0, largestDrift = 0, residual = double.PositiveInfinity;
        string worst = "";
        PeriodAcceleration? acceleration =
            periodic.Accelerates && correction is null ? new PeriodAcceleration(state.Content.Length) : null;
        bool continues = false, before = false;   // this period began where the last one ended, and that one too
        for (int period = 1; period <= periodic.MaximumPeriods; period++)
        {
            (current, previous) = (previous, current);
            current.Clear();
            state.Time = 0;   // each period on its own clock: waveforms of the period see the same times
            begin.CopyFrom(state);
            VolumeAudit balance = StartAudit();
            Record(current);
            jumped |= period > 1;   // a waveform written for one period may jump from its end to its start
            for (int k = 1; k <= samples; k++)
            {
                cancellation.ThrowIfCancellationRequested();
                double next = k == samples ? periodic.Period : k * (periodic.Period / samples);
                if (Advance(next, options.LargestStep) is { } failure)
                    return Stop(failure, current, period, residual, worst, largestDrift, simulated + state.Time);
                Record(current);
            }

            simulated += periodic.Period;
            largestDrift = Math.Max(largestDrift, balance.Drift(state, stepper.Evaluation));
            (double within, string withinWorst) = PeriodicChange.EndAgainstStart(probes, current.Values);
            (residual, worst) = !continues ? (within, withinWorst)
                : before ? PeriodicChange.Measure(periodic.Norm, probes, current.Values, previous.Values)
                : PeriodicChange.MeasureSettled(
                    periodic.Norm, probes, current.Values, previous.Values,
                    (int)Math.Ceiling(periodic.Settling / periodic.Period * samples));
            progress?.Report(new PeriodProgress(period, simulated, residual, worst));
            if (continues && residual <= periodic.Tolerance)
                return new RunOutcome.Finished
                {
                    Recording = current.Result(),
                    Report = Report(period, residual, worst, largestDrift, simulated),
                };
            // Near the end, plain periods: only two that follow each other can be judged.
            bool settled = within <= ReadyToJudge * periodic.Tolerance;
            before = continues;
            continues = settled || period < FirstCorrection
                || !(acceleration is null
                    ? Correct(begin, periodic.Period, within)
                    : Moved(() => Accelerate(acceleration, begin)));
        }

        return Stop(
            new SolveFailure(
                FormattableString.Invariant(
                    $"not periodic after {periodic
                        .MaximumPeriods} periods: '{worst}' still changes by {residual:G3} of its pulse"),
                worst),
            current, periodic.MaximumPeriods, residual, worst, largestDrift, simulated);
    }

    // Chosen: what is fast (arteries, the filling of the chambers) needs a period before an imbalance means anything
    // slow.
    private const int FirstCorrection = 2;

    // Chosen: when the end of a period is this close to its start (share of the tolerance), the next one is judged
    // instead of corrected. Less than 1 would correct for ever where valves that open within a step leave a grain just
    // below the tolerance.
    private const double ReadyToJudge = 1;

    private bool Correct(LumpedState begin, double period, double change) => correction is not null
        && Moved(() => correction.Apply(begin, state, period, change));

    private bool Accelerate(PeriodAcceleration acceleration, LumpedState begin)
    {
        double[] next = acceleration.Next(Held(begin), Held(state));
        for (int i = 0; i < state.Value.Length; i++)
            if (IsHeld(i)) state.Content[i] = next[i];
        return true;
    }

    // What nodes hold; flows and states follow within the next period.
    private double[] Held(LumpedState at) => [.. at.Content.Select((content, i) => IsHeld(i) ? content : 0)];

    private bool IsHeld(int row) => row < state.Value.Length
        && system.HasContent[row] && system.Unknowns[row].Kind == UnknownKind.Pressure;

    // False: there was no move, or no pressures for what was moved; the state is then as it was.
    private bool Moved(Func<bool> move)
    {
        var plain = new LumpedState(system.Unknowns.Length, system.KnownCount);
        plain.CopyFrom(state);
        if (move() && stepper.SolveForContents(state, yielded: true) is null) return true;
        state.CopyFrom(plain);
        return false;
    }

    // True after a jump on a sample: the sample shows the state before it, the next step starts from that after it.
    private bool jumped;

    // Chosen: a jump nearer to a sample than this share of a step is on it; sample times carry rounding.
    private const double OnSample = 1e-9;

    // To the next sample, broken at jumps.
    private SolveFailure? Advance(double end, double largestStep)
    {
        if (jumped && stepper.SolveForContents(state) is { } after) return after;
        jumped = false;
        double near = OnSample * largestStep;
        foreach (double jump in system.Breakpoints(state.Time, end))
        {
            if (jump - state.Time <= near) state.Time = jump;
            else if (StepTo(jump, largestStep) is { } failure) return failure;
            jumped = end - jump <= near;
            if (jumped) return null;
            if (stepper.SolveForContents(state) is { } balance) return balance;
        }

        return StepTo(end, largestStep);
    }

    // In equal steps no longer than the largest.
    private SolveFailure? StepTo(double end, double largestStep)
    {
        double start = state.Time, length = end - start;
        if (length <= 0) return null;
        int n = Intervals(length, largestStep);
        for (int k = 1; k <= n; k++)
            if (StepOrCut(k == n ? end : start + k * (length / n), 0) is { } failure) return failure;
        return null;
    }

    private SolveFailure? StepOrCut(double end, int depth)
    {
        steps++;
        SolveFailure? failure = stepper.Step(state, end);
        if (failure is null || depth == DeepestCut) return failure;
        double middle = 0.5 * (state.Time + end);
        return StepOrCut(middle, depth + 1) ?? StepOrCut(end, depth + 1);
    }

    private static int Intervals(double length, double largest) =>
        Math.Max(1, (int)Math.Ceiling(length / largest * (1 - 1e-9)));

    // Chosen: a recording of ten million samples is a slip of a unit, not a wish.
    private const double MostSamples = 1e7;

    private static IReadOnlyList<string> TooManySamples(double length, StepOptions options) =>
        length / options.SampleInterval <= MostSamples
            ? []
            : [FormattableString.Invariant(
                $"sample interval = {options.SampleInterval} s: it must be {length
                    / MostSamples:G3} s or more for a run of {length} s.")];

    private static void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, faults));
    }

    private void Record(Recorder recorder)
    {
        stepper.Observe(state);
        recorder.Add(stepper.Evaluation);
    }

    private VolumeAudit StartAudit()
    {
        stepper.Observe(state);
        return new VolumeAudit(system, state, stepper.Evaluation);
    }

    private RunReport Report(
        int periods, double residual, string worst, double audit, double? simulated = null) => new()
        {
            SimulatedSeconds = simulated ?? state.Time,
            Steps = steps,
            Unknowns = system.Unknowns.Length,
            Periods = periods,
            PeriodicResidual = residual,
            WorstProbe = worst,
            ConservationError = audit,
        };

    private RunOutcome.Stopped Stop(
        SolveFailure failure, Recorder recorder, int periods, double residual, string worst, double audit,
        double? simulated = null)
    {
        var values = new Dictionary<string, double>();
        for (int i = 0; i < system.Unknowns.Length; i++)
            values[$"{system.Unknowns[i].Name}:{system.Unknowns[i].Kind}"] = state.Value[i];
        return new RunOutcome.Stopped
        {
            Recording = recorder.Result(),
            Report = Report(periods, residual, worst, audit, simulated),
            Reason = failure.Reason,
            Time = simulated ?? state.Time,
            Place = failure.Place,
            LastGoodState = values,
        };
    }
}
