using Azygos.Benchmarks.Lumped;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Quantities;
using Azygos.Testing;

namespace Azygos.Benchmarks.Table;

/// <summary>A network of the size of the published one with 103 arteries, 47 beds and a heart: a generated tree of 103
/// arteries with waves whose 52 ends are beds of three elements, between the aorta and the right atrium of the closed
/// loop with four chambers and four valves. Its numbers are not those of the published network; its size is.</summary>
internal static class ClosedCirculation
{
    private const int Vessels = 103, Seed = 7, Warm = 5;

    private static readonly string[] s_vessels = ["v0", "v1", "v50", "v102"], s_quantities = ["pressure", "flow"];

    /// <summary>Runs a few beats, then measures one.</summary>
    /// <param name="cell">Largest cell [m].</param>
    /// <param name="step">Largest step [s].</param>
    /// <returns>The beat's recording, its processor time [s], cells, cell-steps of the beat.</returns>
    public static (RunOutcome Outcome, double Processor, int Cells, long CellSteps) Beat(double cell, double step)
    {
        LumpedNetwork heart = ClosedLoop.Network();
        BifurcatingTree tree = new(Vessels, Seed);
        Dictionary<string, NodeId> at = tree.Ends.ToDictionary(end => end, end => heart.AddNode(
            $"end {end}", Pressure.FromMillimetresOfMercury(80)));
        foreach ((string end, NodeId node) in at)
            heart.Add(new Windkessel3
            {
                Id = $"bed {end}",
                From = node,
                Middle = heart.AddNode($"bed {end}", Pressure.FromMillimetresOfMercury(60)),
                To = heart.Node("ra"),
                Outside = heart.Ground,
                Proximal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(2),
                Compliance = Compliance.FromMillilitresPerMillimetreOfMercury(1.0 / tree.Leaves),
                Distal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(tree.Leaves),
            });
        VesselSimulation simulation = new(
            tree.Within(heart, id => at.TryGetValue(id, out NodeId end) ? end : heart.Node("aorta")),
            new MeshOptions { LargestCell = cell });
        StepOptions options = new() { LargestStep = step, SampleInterval = ClosedLoop.Beat / 200 };
        Probe[] probes = [Probe.Pressure("lv"), Probe.Pressure("pa"), .. s_vessels.SelectMany(vessel =>
            s_quantities.Select(what => Probe.InVessel(vessel, 0.01, what)))];
        RunOutcome warm = simulation.RunTo(Warm * ClosedLoop.Beat, options, []);
        long before = simulation.CellSteps;
        TimeSpan start = Environment.CpuUsage.TotalTime;
        RunOutcome beat = simulation.RunTo((Warm + 1) * ClosedLoop.Beat, options, probes);
        double processor = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        if ((warm as RunOutcome.Stopped ?? beat as RunOutcome.Stopped) is { } stopped)
            throw new InvalidOperationException($"closed circulation: {stopped.Reason} ({stopped.Place})");
        return (beat, processor, simulation.Cells, simulation.CellSteps - before);
    }
}
