using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Network;

/// <summary>Blood in balanced columns stays still in every posture, with soft veins and with a fluid compartment around
/// some of them.</summary>
public sealed class StillBloodTests
{
    private const double ReferenceFlow = 1e-5;   // m³/s: what a jugular carries

    [Theory]
    [InlineData(-90)]
    [InlineData(-15)]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(90)]
    public void Still_blood_stays_still(double degrees)
    {
        (LumpedNetwork network, string[] elements) = Columns(degrees, disturbance: 0);
        Recording run = Runs.To(network, 1, 1e-3, [.. elements.Select(Probe.Flow)]).Recording;
        foreach (string element in elements)
            Assert.True(
                run[element].Max(Math.Abs) <= 1e-12 * ReferenceFlow, $"{element}: {run[element].Max(Math.Abs)} m³/s");
    }

    [Fact]
    public void A_centimetre_of_water_too_much_sets_all_of_it_moving()
    {
        // Guards the test above: the same network does move, even its folded upper veins, a million times more than
        // still blood may.
        (LumpedNetwork network, string[] elements) = Columns(90, disturbance: 98);
        Recording run = Runs.To(network, 0.1, 1e-3, [.. elements.Select(Probe.Flow)]).Recording;
        foreach (string element in elements)
            Assert.True(run[element].Max(Math.Abs) > 1e-6 * ReferenceFlow, element);
    }

    // Heart at 0, four soft veins up the neck, a stiff sinus with a cranial volume inside the fluid at 0.42 m, a
    // collateral of plain resistances, an inertance back to the heart, a spinal compartment at 0.1 m joined to the
    // cranial one.
    internal static (LumpedNetwork Network, string[] Elements) Columns(double degrees, double disturbance)
    {
        double column = 1060 * 9.81 * Math.Sin(degrees * Math.PI / 180);
        var network = new LumpedNetwork { FluidColumn = column };
        const double reference = 700;
        Pressure At(double height, double more = 0) => Pressure.FromPascals(reference - column * height + more);
        NodeId Node(string id, double height, double more = 0) =>
            network.AddNode(id, At(height, more), Length.FromMetres(height));
        NodeId heart = Node("heart", 0, disturbance);
        network.Add(new ElasticVolume
        { Id = "heart", Inside = heart, Outside = network.Ground, Value = ElasticVolumeTests.Farad(1e-7) });
        NodeId last = heart;
        List<string> elements = [];
        for (int i = 1; i <= 4; i++)
        {
            NodeId next = Node($"neck{i}", 0.09 * i);
            Add(LumpedVesselTests.Of(next, last, network.Ground, length: 0.09, id: $"vein{i}"));
            last = next;
        }

        NodeId cranial = network.AddFluidCompartment("csf", At(0.42), Length.FromMetres(0.42));
        NodeId spinal = network.AddFluidCompartment("spinal csf", At(0.1), Length.FromMetres(0.1));
        foreach ((NodeId fluid, string id) in new[] { (cranial, "cranial stretch"), (spinal, "spinal stretch") })
            network.Add(new ElasticVolume
            { Id = id, Inside = fluid, Outside = network.Ground, Value = ElasticVolumeTests.Farad(5e-9) });
        Add(new Resistance { Id = "csf exchange", From = cranial, To = spinal, Value = ResistanceTests.Ohm(3e6) });
        NodeId sinus = Node("sinus", 0.45);
        network.Add(new ElasticVolume
        {
            Id = "cerebral veins",
            Inside = sinus,
            Outside = cranial,
            Value = ElasticVolumeTests.Farad(2e-9),
            Unstressed = Volume.FromMillilitres(40)
        });
        Add(new StarlingResistor
        { Id = "bridging", From = sinus, To = last, Outside = cranial, Value = ResistanceTests.Ohm(4e7) });
        Add(new Resistance { Id = "sinus outflow", From = sinus, To = last, Value = ResistanceTests.Ohm(1e8) });
        NodeId plexus = Node("plexus", 0.2);
        network.Add(new ElasticVolume
        {
            Id = "plexus",
            Inside = plexus,
            Outside = spinal,
            Value = ElasticVolumeTests.Farad(3e-9),
            Unstressed = Volume.FromMillilitres(20)
        });
        Add(new Resistance { Id = "emissary", From = last, To = plexus, Value = ResistanceTests.Ohm(2e8) });
        Add(new Inertance
        {
            Id = "azygos",
            From = plexus,
            To = heart,
            Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(1e6),
            Series = ResistanceTests.Ohm(1e8),
        });
        Add(new QuadraticLoss
        { Id = "collateral", From = sinus, To = plexus, Viscous = ResistanceTests.Ohm(2e8), Coefficient = 1e12 });
        return (network, [.. elements]);

        void Add(ILumpedElement element)
        {
            network.Add(element);
            elements.Add(element.Id);
        }
    }
}
