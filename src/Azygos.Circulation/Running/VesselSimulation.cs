// Reason for length: the three ways to run share one loop over samples and one report.
using Azygos.Circulation.Stepping;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Running;

/// <summary>Runs a network of vessels with waves, and the lumped network at its nodes, in time: to an end, to a steady
/// state or to a periodic one.</summary>
/// <remarks>
/// Explicit finite volumes of second order, every vessel with its own time step; steps end on samples. The periodic
/// state is reached by Anderson's acceleration from one period to the next; it counts only when a period repeats the one
/// before it, both unaccelerated.
/// </remarks>
/// <source choice="design of this project, §3.2"/>
public sealed partial class VesselSimulation
{
    private readonly WaveSystem waves;
    private double startVolume;   // and what acceleration put in since
    private WaveCorrection? correction;
    private VolumeAudit? lumpedAudit;
    private int periods;

    /// <summary>Prepares a run from the starts of the vessels.</summary>
    /// <param name="network">What is simulated.</param>
    /// <param name="mesh">How finely; null: cells of at most 1 cm.</param>
    public VesselSimulation(VesselNetwork network, MeshOptions? mesh = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        waves = new WaveSystem(network, mesh ?? new MeshOptions());
        StartAudit();
    }

    /// <summary>Gives the lumped network the values of a mean-flow steady state of the whole body; a periodic run then
    /// uses it as coarse model. The vessels' own starts are part of their description.</summary>
    /// <param name="steady">State of a lumped network of the same body.</param>
    /// <param name="nodesOfVessel">The nodes there, from the first end to the second, that stand for each
    /// vessel.</param>
    public void StartFrom(SteadyFlow steady, IReadOnlyDictionary<string, IReadOnlyList<string>> nodesOfVessel) =>
        StartFrom(steady, steady, nodesOfVessel);

    /// <summary>Gives the lumped network the values of a state of the body near its mean-flow steady state; a periodic run
    /// then uses the steady state's network as coarse model.</summary>
    /// <param name="start">Where the run starts.</param>
    /// <param name="steady">State of a lumped network of the same body.</param>
    /// <param name="nodesOfVessel">The nodes there, from the first end to the second, that stand for each
    /// vessel.</param>
    public void StartFrom(
        SteadyFlow start, SteadyFlow steady, IReadOnlyDictionary<string, IReadOnlyList<string>> nodesOfVessel)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(steady);
        ArgumentNullException.ThrowIfNull(nodesOfVessel);
        if (waves.Coupling is not { } lumped)
            throw new InvalidOperationException("The network has no lumped part that could take the state.");
        waves.StartFrom(start);
        correction = new WaveCorrection(waves.Mesh, lumped, steady, nodesOfVessel);
        StartAudit();
    }

    /// <summary>Blood in vessels and lumped nodes [m³], without fluid compartments.</summary>
    public double HeldVolume() => waves.Mesh.Lines.Sum(line => line.Volume())
        + (waves.Coupling is { } lumped ? lumped.System.BloodContent(lumped.Contents()) + lumped.Pending() : 0);

    /// <summary>What is simulated.</summary>
    public VesselNetwork Network { get; }

    /// <summary>Present time [s].</summary>
    public double Time => waves.Time;

    /// <summary>Cells of all vessels.</summary>
    public int Cells => waves.Mesh.Lines.Sum(line => line.Cells);

    /// <summary>Cell-steps taken so far.</summary>
    public long CellSteps => waves.Stepper.CellSteps;

    /// <summary>Places of the cells of a vessel [m from its first end]; shape [cells].</summary>
    public double[] Places(string vessel) =>
        [.. waves.Mesh.LinesOf[vessel].SelectMany(line => Enumerable.Range(0, line.Cells).Select(line.CentreOf))];

    /// <summary>A quantity along a vessel now, cell by cell; shape [cells].</summary>
    public double[] Profile(string vessel, VesselQuantity quantity) => [.. waves.Mesh.LinesOf[vessel].SelectMany(
        line => Enumerable.Range(0, line.Cells).Select(i => line.Read(quantity, i, waves.Time)))];

    /// <summary>What passed each face of a vessel in its last step [m³/s]: the flow that the scheme transports.</summary>
    public double[] FaceFlows(string vessel) =>
        [.. waves.Mesh.LinesOf[vessel].SelectMany((line, k) => line.VolumeFlux.Skip(k == 0 ? 0 : 1))];

    /// <summary>Pressure that the vessel ends share at a node [Pa], at its last step.</summary>
    public double NodePressure(string node) => waves.Mesh.Nodes.First(one => one.Id == node).Pressure;

    /// <summary>Runs to a time, recording from the present state on.</summary>
    /// <param name="end">End [s], after the present time.</param>
    /// <param name="options">Steps and samples.</param>
    /// <param name="probes">What to record.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public RunOutcome RunTo(
        double end, StepOptions options, IReadOnlyList<Probe> probes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Refuse(options.Check());
        if (!(end > Time && double.IsFinite(end)))
            throw new ArgumentOutOfRangeException(nameof(end), "The end must be finite and lie after the present time.");
        VesselRecorder recorder = new(waves, probes);
        recorder.Add();
        SolveFailure? failure = Pass(end, options, recorder, cancellation);
        return failure is null
            ? new RunOutcome.Finished { Recording = recorder.Result(0), Report = Report(0, "") }
            : Stopped(failure, recorder, 0, "");
    }

    /// <summary>Runs until areas stand still: max |∂A/∂t|/A at most the tolerance.</summary>
    /// <param name="tolerance">[1/s].</param>
    /// <param name="latest">Time after which a run that still moves stops [s].</param>
    /// <param name="options">Steps.</param>
    /// <param name="probes">Recorded once, at the end.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public RunOutcome RunToSteady(
        double tolerance, double latest, StepOptions options, IReadOnlyList<Probe> probes,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Refuse(options.Check());
        VesselRecorder recorder = new(waves, probes);
        AreaRates rates = new(waves.Mesh);
        double rate = double.PositiveInfinity;
        while (rate > tolerance && Time < latest)
        {
            cancellation.ThrowIfCancellationRequested();
            rates.Keep();
            double before = Time;
            if (waves.Step(options.LargestStep, latest) is { } failure) return Stopped(failure, recorder, rate, "");
            rate = rates.Largest(Time - before);
        }

        recorder.Add();
        return rate <= tolerance
            ? new RunOutcome.Finished { Recording = recorder.Result(0), Report = Report(rate, "") }
            : Stopped(
                new SolveFailure(FormattableString.Invariant($"areas still change by {rate:G3} per second"), rates.Worst),
                recorder, rate, rates.Worst);
    }

    /// <summary>Runs until a period repeats the one before within the norm; records the last period, time counted from
    /// its start.</summary>
    /// <param name="periodic">Period, norm, tolerance.</param>
    /// <param name="options">Steps and samples.</param>
    /// <param name="probes">What to record; their pressures and flows are judged by the norm.</param>
    /// <param name="progress">Told after every period.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public RunOutcome RunToPeriodic(
        PeriodicOptions periodic, StepOptions options, IReadOnlyList<Probe> probes,
        IProgress<PeriodProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(periodic);
        ArgumentNullException.ThrowIfNull(options);
        Refuse([.. periodic.Check(), .. options.Check(), .. PeriodicChange.Check(periodic.Norm, probes)]);
        SlowState slow = new(waves.Mesh);
        PeriodAcceleration? acceleration = waves.Coupling is null ? new(slow.Size) : null;
        double[][]? previous = null;
        double change = double.PositiveInfinity;
        string worst = "";
        bool accelerated = false, before = false;   // this period, and the one before it, began with a correction
        for (int k = 1; ; k++)
        {
            VesselRecorder recorder = new(waves, probes);
            double start = Time;
            double[] from = slow.Read();
            correction?.Begin();
            recorder.Add();
            if (Pass(start + periodic.Period, options, recorder, cancellation) is { } failure)
                return Stopped(failure, recorder, change, worst);
            periods = k;
            if (previous is not null)
            {
                double[][] values = recorder.Values();
                (change, worst) = before && !accelerated
                    ? PeriodicChange.MeasureSettled(
                        periodic.Norm, probes, values, previous,
                        (int)Math.Ceiling(periodic.Settling / periodic.Period * (values[0].Length - 1)))
                    : PeriodicChange.Measure(periodic.Norm, probes, values, previous);
                progress?.Report(new PeriodProgress(k, Time, change, worst));
                if (change <= periodic.Tolerance && !accelerated)
                    return new RunOutcome.Finished { Recording = recorder.Result(start), Report = Report(change, worst) };
                if (k >= periodic.MaximumPeriods)
                    return Stopped(new SolveFailure("not periodic yet", worst), recorder, change, worst, start);
            }

            previous = recorder.Values();
            before = accelerated;
            if (correction is not null)
            {
                // Near the end, plain periods: only two that follow each other can be judged.
                accelerated =
                    PeriodicChange.EndAgainstStart(probes, previous).Change > ReadyToJudge * periodic.Tolerance
                    && correction.Apply(periodic.Period, IsClosed);
                if (accelerated) StartAudit();
                continue;
            }

            // The first period settles the waves; near the goal the periods go on as they are, so that two can be
            // compared.
            accelerated = acceleration is not null && k > 1 && change > periodic.Tolerance;
            if (!accelerated) continue;
            double held = Held();
            slow.Write(acceleration!.Next(from, slow.Read()));
            startVolume += Held() - held;
        }
    }

    private SolveFailure? Pass(
        double end, StepOptions options, VesselRecorder recorder, CancellationToken cancellation)
    {
        double from = Time;
        int samples = (int)Math.Max(1, Math.Ceiling((end - from) / options.SampleInterval * (1 - 1e-9)));
        for (int k = 1; k <= samples; k++)
        {
            double next = k == samples ? end : from + (end - from) * k / samples;
            while (Time < next)
            {
                cancellation.ThrowIfCancellationRequested();
                if (waves.Step(options.LargestStep, next) is { } failure) return failure;
            }

            recorder.Add();
        }

        return null;
    }

    // Chosen: when the end of a period is this close to its start (share of the tolerance), the next one is judged
    // instead of corrected. Two: what is left then falls below the tolerance by itself, and a correction in vain costs a
    // period more than a plain period in vain.
    private const double ReadyToJudge = 2;

    // Without vessels inside a fluid: what they gain, the fluid loses, and its node counts both.
    private bool IsClosed => waves.Mesh.Nodes.All(node => node is LumpedBalance || node.Outflow == 0);

    private double Held() =>
        waves.Mesh.Lines.Sum(line => line.Volume()) - (waves.Coupling?.HeldInFluids() ?? 0);

    private void StartAudit()
    {
        startVolume = Held();
        foreach (WaveNode node in waves.Mesh.Nodes)
            if (node is not LumpedBalance) startVolume += node.Outflow;
        if (waves.Coupling is not { } lumped) return;
        startVolume += lumped.Pending();
        lumped.Stepper.Observe(lumped.State);
        lumpedAudit = new VolumeAudit(lumped.System, lumped.State, lumped.Stepper.Evaluation);
    }

    private double ConservationError() => Math.Abs(Drift()) / waves.Mesh.Lines.Sum(line => line.Volume());

    // What the vessels hold, what left through ends, what the lumped side took and what is on its way there.
    private double Drift()
    {
        double drift = Held() - startVolume;
        foreach (WaveNode node in waves.Mesh.Nodes)
            if (node is not LumpedBalance) drift += node.Outflow;
        if (waves.Coupling is { } lumped)
        {
            lumped.Stepper.Observe(lumped.State);
            drift += lumpedAudit!.Gain(lumped.State, lumped.Stepper.Evaluation) + lumped.Pending();
        }

        return drift;
    }

    private RunReport Report(double residual, string worst) => new()
    {
        SimulatedSeconds = Time,
        Steps = waves.Stepper.Steps,
        Unknowns = 2 * Cells,
        Periods = periods,
        PeriodicResidual = residual,
        WorstProbe = worst,
        ConservationError = ConservationError(),
    };

    private RunOutcome.Stopped Stopped(
        SolveFailure failure, VesselRecorder recorder, double residual, string worst, double start = 0) => new()
        {
            Recording = recorder.Result(start),
            Report = Report(residual, worst),
            Reason = failure.Reason,
            Time = Time,
            Place = failure.Place,
            LastGoodState = waves.Mesh.Nodes.ToDictionary(node => node.Id, node => node.Pressure),
        };

    private static void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, faults));
    }
}
