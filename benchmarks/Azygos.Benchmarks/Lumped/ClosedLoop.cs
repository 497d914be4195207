using Azygos.Body.Heart;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Benchmarks.Lumped;

/// <summary>Four chambers, four valves with opening and inertia, Windkessels for lungs and body, closed to a loop: the
/// network of the example with a heart and lungs.</summary>
internal static class ClosedLoop
{
    /// <summary>Length of a beat [s].</summary>
    public const double Beat = 0.8;

    private static readonly Pressure s_filling = Pressure.FromMillimetresOfMercury(8);

    /// <summary>Builds it.</summary>
    public static LumpedNetwork Network()
    {
        LumpedNetwork network = new();
        string[] nodes = ["ra", "rv", "la", "lv", "pa", "lungs", "aorta", "body"];
        Dictionary<string, NodeId> at = nodes.ToDictionary(id => id, id => network.AddNode(id, s_filling));
        Waveform atria = new AtrialActivation(Beat, 0.8 * Beat, 0.17 * Beat, 0.17 * Beat),
            ventricles = new VentricularActivation(Beat, 0.34 * Beat, 0.15 * Beat);
        (string Node, double Active, double Passive, Waveform Activation)[] chambers =
        [
            ("ra", 0.06, 0.07, atria), ("rv", 0.55, 0.05, ventricles),
            ("la", 0.07, 0.09, atria), ("lv", 2.75, 0.08, ventricles),
        ];
        foreach ((string node, double active, double passive, Waveform activation) in chambers)
            network.Add(new ElastanceChamber
            {
                Id = node,
                Inside = at[node],
                Outside = network.Ground,
                Unstressed = Volume.FromMillilitres(10),
                Activation = activation,
                Active = Elastance.FromMillimetresOfMercuryPerMillilitre(active),
                Passive = Elastance.FromMillimetresOfMercuryPerMillilitre(passive),
            });
        foreach ((string from, string to) in new[] { ("ra", "rv"), ("rv", "pa"), ("la", "lv"), ("lv", "aorta") })
            network.Add(new DynamicValve
            {
                Id = $"valve {from}",
                From = at[from],
                To = at[to],
                OpenArea = Area.FromSquareCentimetres(7),
                EffectiveLength = Length.FromCentimetres(1),
                Density = PhysicalConstants.BloodDensity,
                OpeningRate = 0.2,
                ClosingRate = 0.2,
                InitialOpening = 0,
            });
        Windkessel("lung", at["pa"], at["lungs"], at["la"], 0.02, 4, 0.1);
        Windkessel("systemic", at["aorta"], at["body"], at["ra"], 0.05, 1.5, 0.95);
        return network;

        void Windkessel(string id, NodeId from, NodeId middle, NodeId to, double r1, double c, double r2) =>
            network.Add(new Windkessel3
            {
                Id = id,
                From = from,
                Middle = middle,
                To = to,
                Outside = network.Ground,
                Proximal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(r1),
                Compliance = Compliance.FromMillilitresPerMillimetreOfMercury(c),
                Distal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(r2),
            });
    }
}
