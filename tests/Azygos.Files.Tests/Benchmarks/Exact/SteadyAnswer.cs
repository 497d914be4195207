using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>Steady flow with a prescribed inflow to an outlet pressure, with an elastic jump where it is
/// supercritical.</summary>
internal sealed class SteadyAnswer : ExactAnswer
{
    private readonly Vessel vessel;
    private readonly SteadyTube tube;
    private readonly double outletArea;
    private readonly double? inletArea;
    private readonly ElasticJump? jump;

    public SteadyAnswer(CaseNetwork network)
    {
        vessel = CaseParts.VesselOf(network, network.Vessels.Single().Id);
        (double flow, inletArea) = network.Nodes.First(node => node.Id == vessel.From) switch
        {
            FlowNode inlet => (inlet.Flow.At(0), (double?)null),
            FlowAndAreaNode inlet => (inlet.Flow.At(0), inlet.Area),
            var other => throw new NotSupportedException(other.Id),
        };
        tube = new SteadyTube(vessel, CaseParts.BloodOf(network), flow);
        double pressure = CaseParts.Node<PressureNode>(network, vessel.To).Pressure.At(0);
        outletArea = vessel.Wall.Area(pressure, vessel.Profile.At(vessel.Length, true));
        if (inletArea is { } area)
            jump = tube.Jump((0, area), (vessel.Length, outletArea))
                ?? throw new InvalidOperationException("There is no elastic jump.");
    }

    public override double[] Series(CaseProbe probe, double[] abscissa)
    {
        double border = jump?.Position ?? 0;
        double[] above = [.. abscissa.Where(x => x < border)], below = [.. abscissa.Where(x => x >= border).Reverse()];
        IEnumerable<SteadyPoint> points = tube.Along(vessel.Length, outletArea, below).Reverse();
        if (jump is not null) points = tube.Along(0, inletArea!.Value, above).Concat(points);
        return [.. points.Select(point => probe.Quantity == CaseQuantity.Area ? point.Area : point.Pressure)];
    }

    public override double? Number(Bar bar, CaseProbe probe) => bar.Metric switch
    {
        Metric.UniformityRelative => tube.Flow,
        Metric.JumpPositionCells => jump!.Position,
        _ => null,
    };
}
