using Azygos.Body.Building;
using Azygos.Body.Results;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Quantities;

namespace Azygos.Body.Simulation;

/// <summary>A body that beats, ready to run from its mean-flow state.</summary>
internal interface IBeatingBody
{
    /// <summary>What was built.</summary>
    BodyNetwork Network { get; }

    /// <summary>Blood that it holds now.</summary>
    Volume HeldVolume { get; }

    /// <summary>Present time of the run, by which its waveforms go [s].</summary>
    double Time { get; }

    /// <summary>Runs on to a time.</summary>
    RunOutcome RunTo(double end, StepOptions options, IReadOnlyList<Probe> probes, CancellationToken cancellation);

    /// <summary>Runs until a period repeats the one before.</summary>
    RunOutcome RunToPeriodic(
        PeriodicOptions periodic, StepOptions options, IReadOnlyList<Probe> probes,
        IProgress<PeriodProgress>? progress, CancellationToken cancellation);

    /// <summary>Runs on to a time, recording nothing; null: it got there.</summary>
    RunStop? AdvanceTo(double end, double largestStep, CancellationToken cancellation);

    /// <summary>A reader of probes at the present state.</summary>
    SampleReader Reader(IReadOnlyList<Probe> probes);

    /// <summary>Share of the volume gained or lost while it was advanced [1].</summary>
    double PresentConservationError { get; }

    /// <summary>Goes on from the present state of the same body with other coefficients.</summary>
    void TakeOver(IBeatingBody before);

    /// <summary>A number of a lumped element.</summary>
    ElementNumber Number(string element, Type law, int index);
}

/// <summary>A body whose vessels are lumped.</summary>
internal sealed class LumpedBody : IBeatingBody
{
    private readonly LumpedSimulation simulation;

    public LumpedBody(BodyNetwork network, SteadyFlow start, SteadyFlow steady)
    {
        Network = network;
        simulation = new LumpedSimulation(network.Network);
        simulation.StartFrom(start, steady);
    }

    public BodyNetwork Network { get; }

    public Volume HeldVolume => simulation.HeldVolume();

    public double Time => simulation.Time;

    public RunOutcome RunTo(
        double end, StepOptions options, IReadOnlyList<Probe> probes, CancellationToken cancellation) =>
        simulation.RunTo(end, options, probes, cancellation);

    public RunOutcome RunToPeriodic(
        PeriodicOptions periodic, StepOptions options, IReadOnlyList<Probe> probes,
        IProgress<PeriodProgress>? progress, CancellationToken cancellation) =>
        simulation.RunToPeriodic(periodic, options, probes, progress, cancellation);

    public RunStop? AdvanceTo(double end, double largestStep, CancellationToken cancellation) =>
        simulation.AdvanceTo(end, largestStep, cancellation);

    public SampleReader Reader(IReadOnlyList<Probe> probes) => simulation.Reader(probes);

    public double PresentConservationError => simulation.PresentConservationError;

    public void TakeOver(IBeatingBody before) => simulation.TakeOver(((LumpedBody)before).simulation);

    public ElementNumber Number(string element, Type law, int index) => simulation.Number(element, law, index);
}

/// <summary>A body whose vessels have waves.</summary>
internal sealed class BodyWithWaves : IBeatingBody
{
    // Chosen: a CFL number of 0.83 in fast vessels, and room below the largest one for what the beat adds to it.
    private const double HeadRoom = 1.2;

    private readonly VesselSimulation simulation;

    public BodyWithWaves(BodyNetwork network, SteadyFlow start, SteadyFlow steady, SimulationSettings settings)
    {
        Network = network;
        simulation = new VesselSimulation(
            network.Waves!, new MeshOptions
            {
                LargestCell = Length.FromCentimetres(settings.LargestCell).Metres,
                ShortestTransit = HeadRoom * settings.TimeStep,
            });
        simulation.StartFrom(start, steady, network.Vessels.ToDictionary(pair => pair.Key, pair => pair.Value.Nodes));
    }

    public BodyNetwork Network { get; }

    public Volume HeldVolume => Volume.FromCubicMetres(simulation.HeldVolume());

    public double Time => simulation.Time;

    public RunOutcome RunTo(
        double end, StepOptions options, IReadOnlyList<Probe> probes, CancellationToken cancellation) =>
        simulation.RunTo(end, options, probes, cancellation);

    public RunOutcome RunToPeriodic(
        PeriodicOptions periodic, StepOptions options, IReadOnlyList<Probe> probes,
        IProgress<PeriodProgress>? progress, CancellationToken cancellation) =>
        simulation.RunToPeriodic(periodic, options, probes, progress, cancellation);

    public RunStop? AdvanceTo(double end, double largestStep, CancellationToken cancellation) =>
        simulation.AdvanceTo(end, largestStep, cancellation);

    public SampleReader Reader(IReadOnlyList<Probe> probes) => simulation.Reader(probes);

    public double PresentConservationError => simulation.PresentConservationError;

    public void TakeOver(IBeatingBody before) => simulation.TakeOver(((BodyWithWaves)before).simulation);

    public ElementNumber Number(string element, Type law, int index) => simulation.Number(element, law, index);
}
