using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Files.SvOneD;

/// <summary>The steady state of a network whose inlet and outlets do not vary, as start of its run: its walls are nearly
/// rigid as a rule, and a wave of the start would run to and fro in them for seconds.</summary>
/// <remarks>Poiseuille's resistance of every vessel at its reference areas; what walls give and velocities add comes
/// within a few transit times of a wave.</remarks>
internal sealed class CardSteady
{
    // Ways through a vessel over which its resistance is summed: Simpson, for any taper that a segment has.
    private const int Pieces = 40;

    private readonly SteadyFlow flow;

    private CardSteady(SteadyFlow flow) => this.flow = flow;

    /// <summary>The state, or null where something varies in time or no steady state was found.</summary>
    public static CardSteady? Of(VesselNetwork network, IEnumerable<Inertance> narrowings)
    {
        LumpedNetwork lumped = new();
        foreach (NetworkNode node in network.Nodes)
            if (node is PressureNode { Pressure: ConstantWaveform } prescribed)
                lumped.AddPressureNode(node.Id, prescribed.Pressure);
            else if (node is PressureNode or FlowNode { Flow: not ConstantWaveform }) return null;
            else lumped.AddNode(node.Id);
        foreach (NetworkNode node in network.Nodes)
        {
            NodeId at = lumped.Node(node.Id);
            if (node is FlowNode inlet)
                lumped.Add(new PrescribedFlow { Id = $"into {node.Id}", From = lumped.Ground, Into = at, Flow = inlet.Flow });
            (double Resistance, double Pressure)? end = node switch
            {
                ResistanceNode one => (one.Resistance, one.OutletPressure),
                WindkesselNode one => (one.ProximalResistance + one.DistalResistance, one.OutletPressure),
                _ => null,
            };
            if (end is { } outlet)
                lumped.Add(new Resistance
                {
                    Id = $"out of {node.Id}",
                    From = at,
                    To = lumped.AddPressureNode($"behind {node.Id}", new ConstantWaveform(outlet.Pressure)),
                    Value = HydraulicResistance.FromPascalSecondsPerCubicMetre(outlet.Resistance),
                });
        }
        foreach (Vessel vessel in network.Vessels)
            lumped.Add(new Resistance
            {
                Id = vessel.Id,
                From = lumped.Node(vessel.From),
                To = lumped.Node(vessel.To),
                Value = HydraulicResistance.FromPascalSecondsPerCubicMetre(ResistanceOf(vessel, network.Blood)),
            });
        foreach (Inertance narrowing in narrowings)
            lumped.Add(narrowing with
            {
                From = lumped.Node(network.Lumped!.NameOf(narrowing.From)),
                To = lumped.Node(network.Lumped.NameOf(narrowing.To)),
            });
        SteadyFlow steady = SteadyFlow.Solve(lumped);
        return steady.Failure is null ? new CardSteady(steady) : null;
    }

    /// <summary>The network started from this state.</summary>
    public VesselNetwork Start(VesselNetwork network) => network with
    {
        Vessels = [.. network.Vessels.Select(vessel => vessel with { Start = StartOf(vessel) })],
        Nodes = [.. network.Nodes.Select(node => node is WindkesselNode windkessel
            ? windkessel with
            {
                InitialPressure = flow.Pressure(node.Id)
                    - windkessel.ProximalResistance * flow.Quantity($"out of {node.Id}", "flow"),
            }
            : node)],
    };

    /// <summary>The state.</summary>
    public SteadyFlow Flow => flow;

    private ProfileStart StartOf(Vessel vessel)
    {
        double from = flow.Pressure(vessel.From), to = flow.Pressure(vessel.To), Q = flow.Quantity(vessel.Id, "flow");
        double[] x = [.. Enumerable.Range(0, Pieces + 1).Select(i => vessel.Length * i / Pieces)];
        double[] area = [.. x.Select(at => vessel.Wall.Area(
            from + at / vessel.Length * (to - from), vessel.Profile.At(at, fromLeft: true)))];
        return new ProfileStart(x, area, [.. area.Select(one => Q / one)]);
    }

    // ∫ κρ/A² dx by Simpson.
    private static double ResistanceOf(Vessel vessel, Blood blood)
    {
        double sum = 0;
        for (int i = 0; i <= Pieces; i++)
        {
            double area = vessel.Profile.At(vessel.Length * i / Pieces, fromLeft: true).ReferenceArea;
            sum += (i == 0 || i == Pieces ? 1 : i % 2 == 1 ? 4 : 2) / (area * area);
        }
        return blood.FrictionFactor * blood.Density * sum * vessel.Length / Pieces / 3;
    }
}
