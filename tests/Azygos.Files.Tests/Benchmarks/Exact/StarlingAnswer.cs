using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>A squeezed tube between a total pressure and an outlet pressure: flow, or the waterfall's.</summary>
internal sealed class StarlingAnswer : ExactAnswer
{
    // The same tube serves every outlet pressure of a case.
    private static readonly Dictionary<(string, double, double), StarlingTube> Known = [];

    private readonly StarlingTube tube;
    private readonly double outletPressure;

    public StarlingAnswer(CaseNetwork network)
    {
        Vessel vessel = CaseParts.VesselOf(network, network.Vessels.Single().Id);
        double inlet = CaseParts.Node<TotalPressureNode>(network, vessel.From).Pressure.At(0);
        outletPressure = CaseParts.Node<PressureNode>(network, vessel.To).Pressure.At(0);
        (string, double, double) key = (vessel.Profile.ToString(), inlet, vessel.Length);
        lock (Known)
            if (!Known.TryGetValue(key, out tube!))
                Known[key] = tube = new StarlingTube(vessel, CaseParts.BloodOf(network), inlet);
    }

    public override double[] Series(CaseProbe probe, double[] abscissa) => throw new NotSupportedException(probe.Id);

    public override double? Number(Bar bar, CaseProbe probe)
        => probe.Quantity == CaseQuantity.Flow && bar.Metric == Metric.ValueRelative
            ? tube.FlowAt(outletPressure)
            : null;
}
