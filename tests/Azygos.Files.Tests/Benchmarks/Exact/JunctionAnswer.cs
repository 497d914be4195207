using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>Vessels of one state each that meet at one junction: the exact star states.</summary>
internal sealed class JunctionAnswer : ExactAnswer
{
    private readonly List<string> vessels;
    private readonly JunctionProblem problem;
    private readonly CaseNetwork network;
    private readonly double time;

    public JunctionAnswer(CaseNetwork network, CaseRun run)
    {
        this.network = network;
        time = ((EndAtTime)run.Until).Time;
        string node = network.Nodes.OfType<JunctionNode>().Single().Id;
        vessels = [.. network.Vessels.Select(vessel => vessel.Id)];
        problem = new JunctionProblem([.. network.Vessels.Select(vessel =>
        {
            UniformStart start = CaseParts.StartOf(network, vessel.Id);
            return new JunctionEnd(
                CaseParts.TubeOf(network, vessel.Id), new TubeState(start.Area, start.Velocity), vessel.To == node);
        })]);
    }

    public override double[] Series(CaseProbe probe, double[] abscissa) => throw new NotSupportedException(probe.Id);

    public override double? Number(Bar bar, CaseProbe probe)
    {
        if (probe is not MeanProbe mean) return null;
        int i = vessels.IndexOf(mean.Vessel);
        double length = network.Vessels[i].Length, head = problem.Waves[i].Head * time;
        double tail = problem.Waves[i].Tail * time;
        bool inside = head < 0 ? mean.From >= length + tail && head > -length : mean.To <= tail && head < length;
        if (!inside)
            throw new InvalidOperationException(
                $"Probe {mean.Id} reaches beyond the plateau, or the wave beyond the vessel: {head:R}, {tail:R}.");
        TubeState star = problem.Stars[i];
        return probe.Quantity switch
        {
            CaseQuantity.Area => star.Area,
            CaseQuantity.Flow => star.Flow,
            CaseQuantity.Velocity => star.Velocity,
            _ => throw new NotSupportedException(probe.Id),
        };
    }
}
