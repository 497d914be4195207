using Azygos.Circulation;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Cli.Soak;

/// <summary>Beats without end: a periodic network with waves, and a closed loop with a heart, left alone for thousands
/// of beats, must go on repeating the beat they began with, and keep their volume.</summary>
internal static class DriftSoak
{
    /// <summary>Name of the part.</summary>
    public const string Part = "beats";

    /// <summary>Share of its pulse by which a site may have moved after any number of beats [1].</summary>
    /// <remarks>Ten times the change between two beats at which the run began.</remarks>
    public const double DriftBar = 1e-5;

    private const double Beat = 0.8, Periodic = 1e-6;
    private static readonly string[] s_quantities = ["pressure", "flow"];

    private const int Chunk = 100, Samples = 100;

    /// <summary>Runs both networks.</summary>
    /// <param name="plan">How many beats of each.</param>
    /// <param name="told">Told of every finding at once.</param>
    public static PartReport Run(Plan plan, Action<string> told)
    {
        Tally tally = new(Part, told);
        VesselSimulation waves = new(Arteries());
        Probe[] sites = [.. waves.Network.Vessels.SelectMany(vessel =>
            s_quantities.Select(quantity => Probe.InVessel(vessel.Id, 0.05, quantity)))];
        PeriodicOptions periodic = new() { Period = Beat, Tolerance = Periodic };
        StepOptions steps = new() { SampleInterval = Beat / Samples };
        Follow("vessels", plan, tally, waves.RunToPeriodic(periodic, steps, sites),
            () => waves.RunTo(waves.Time + Chunk * Beat, steps, sites));

        (LumpedNetwork network, double beat) = Heart(plan.Seed);
        LumpedSimulation loop = new(network);
        Probe[] chambers = [Probe.Pressure("n0"), Probe.Pressure("n1"), Probe.Pressure("n2")];
        steps = new() { SampleInterval = beat / Samples };
        RunOutcome start = loop.RunToPeriodic(periodic with { Period = beat }, steps, chambers);
        double time = start.Report.SimulatedSeconds;
        Follow("circuit", plan, tally, start, () => loop.RunTo(time += Chunk * beat, steps, chambers));
        return tally.Report();
    }

    private static void Follow(string what, Plan plan, Tally tally, RunOutcome start, Func<RunOutcome> chunk)
    {
        if (start is not RunOutcome.Finished)
        {
            tally.Find(0, what, "is not periodic to begin with");
            return;
        }
        double largest = 0, lost = 0;
        long beats = 0;
        while (beats < plan.Count && !plan.Enough.IsCancellationRequested)
        {
            RunOutcome outcome = chunk();
            beats += Chunk;
            for (int k = 0; k < Chunk; k++) tally.Over();
            lost = Math.Max(lost, outcome.Report.ConservationError);
            foreach ((string probe, double[] first) in start.Recording.Series)
            {
                double[] last = outcome.Recording[probe][^first.Length..];
                double moved = last.Zip(first, (x, y) => Math.Abs(x - y)).Max() / (first.Max() - first.Min());
                largest = Math.Max(largest, moved);
                if (!(moved <= DriftBar)) tally.Find(beats, what, $"{probe} has moved by {moved:G3} of its pulse");
            }
            if (outcome is RunOutcome.Stopped stopped) tally.Find(beats, what, $"stopped: {stopped.Reason}");
            if (tally.Report().Findings.Count > 0) break;
        }
        tally.Count($"{what}: beats", beats);
        tally.Largest($"{what}: moved, share of pulse [1e-12]", (long)(1e12 * largest));
        tally.Largest($"{what}: volume lost, largest [1e-18]", (long)(1e18 * lost));
    }

    private static VesselNetwork Arteries()
    {
        Vessel Artery(string id, string from, string to, double radius, double length) => new()
        {
            Id = id,
            From = from,
            To = to,
            Length = length,
            Wall = VesselWall.Artery,
            Profile = new TaperedProfile
            {
                Length = length,
                Radius = (radius, 0.8 * radius),
                Thickness = (0.1 * radius, 0.1 * radius),
                YoungModulus = 5e5,
                ReferencePressure = 1e4,
            },
            Start = new HydrostaticStart(1e4, 0, 0),
        };
        WindkesselNode End(string id) => new(id)
        {
            ProximalResistance = 3e7,
            DistalResistance = 3e8,
            Compliance = 3e-9,
            OutletPressure = 0,
            InitialPressure = 1e4,
        };
        return new VesselNetwork
        {
            Blood = new Blood(1060, 4e-3),
            Vessels =
            [
                Artery("aorta", "heart", "fork", 0.012, 0.3), Artery("left", "fork", "l", 0.007, 0.2),
                Artery("right", "fork", "r", 0.006, 0.25),
            ],
            Nodes =
            [
                new FlowNode(
                    "heart", new HarmonicWaveform(7e-5, Beat, new Harmonic(1, 7e-5, 0), new Harmonic(2, 3e-5, 1))),
                new JunctionNode("fork"), End("l"), End("r"),
            ],
        };
    }

    // The first of the seed's circuits that beats to a periodic state.
    private static (LumpedNetwork Network, double Beat) Heart(int seed)
    {
        for (long index = 0; ; index++)
        {
            (LumpedNetwork network, double beat) = RandomCircuit.Of(new Draws(seed, Part, index));
            RunOutcome outcome = new LumpedSimulation(network).RunToPeriodic(
                new PeriodicOptions { Period = beat, Tolerance = Periodic }, new StepOptions(),
                [Probe.Pressure("n0"), Probe.Pressure("n1"), Probe.Pressure("n2")]);
            if (outcome is RunOutcome.Finished) return (network, beat);
        }
    }
}
