using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>A small wave at a branching or a change of wall: linear reflection and transmission.</summary>
internal sealed class BranchingAnswer : ExactAnswer
{
    private readonly CaseNetwork network;
    private readonly string parent;
    private readonly List<string> daughters;
    private readonly LinearBranching solution;

    public BranchingAnswer(CaseNetwork network)
    {
        this.network = network;
        string node = network.Nodes.OfType<JunctionNode>().Single().Id;
        CaseVessel first = network.Vessels.Single(vessel => vessel.To == node);
        parent = first.Id;
        daughters = [.. network.Vessels.Where(vessel => vessel.From == node).Select(vessel => vessel.Id)];
        IncidentWaveNode inlet = CaseParts.Node<IncidentWaveNode>(network, first.From);
        solution = new LinearBranching(Linear(parent), [.. daughters.Select(Linear)], inlet.Pressure);
    }

    public override double[] Series(CaseProbe probe, double[] abscissa)
        => [.. abscissa.Select(t => Value((PointProbe)probe, t))];

    /// <summary>The peak of a wave in a window of time.</summary>
    public override double? Number(Bar bar, CaseProbe probe)
    {
        if (bar is not { Extremum: true, Window: { } window }) return null;
        const int samples = 20001;
        double δ = (window.To - window.From) / (samples - 1);
        double[] y = [.. Enumerable.Range(0, samples).Select(i => Value((PointProbe)probe, window.From + i * δ))];
        double largest = y.Max(Math.Abs);
        int top = Array.FindIndex(y, value => Math.Abs(value) == largest);
        if (top is 0 or samples - 1)
            throw new InvalidOperationException($"The peak of {probe.Id} is not in its window.");
        double a = y[top - 1], b = y[top], c = y[top + 1];
        return (b - (c - a) * (c - a) / (8 * (a - 2 * b + c))) / (bar.Scale ?? 1);       // vertex of the parabola
    }

    private double Value(PointProbe probe, double t)
    {
        (double pressure, double flow) = probe.Vessel == parent
            ? solution.InParent(probe.Position, t)
            : solution.InDaughter(daughters.IndexOf(probe.Vessel), probe.Position, t);
        return probe.Quantity == CaseQuantity.Pressure ? pressure : flow;
    }

    private LinearVessel Linear(string id) => LinearVessel.Of(
        CaseParts.TubeOf(network, id), CaseParts.StartOf(network, id).Area,
        network.Vessels.First(vessel => vessel.Id == id).Length);
}
