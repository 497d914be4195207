using Azygos.Circulation.Lumped;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Network;

/// <summary>Networks that several tests share.</summary>
internal static class TestNetworks
{
    public const double Period = 0.8;

    /// <summary>Two chambers that beat half a period apart, a dynamic valve behind each, joined by arteries and veins
    /// in a ring.</summary>
    public static LumpedNetwork TwoChambers(double resistance = 1.2e8)
    {
        var network = new LumpedNetwork();
        NodeId[] chamber = [Node("left", 900), Node("right", 700)],
            artery = [Node("left artery", 9000), Node("right artery", 2000)];
        NodeId[] vein = [Node("left vein", 800), Node("right vein", 900)];
        for (int side = 0; side < 2; side++)
        {
            string name = side == 0 ? "left" : "right";
            network.Add(new ElastanceChamber
            {
                Id = name,
                Inside = chamber[side],
                Outside = network.Ground,
                Active = Elastance.FromPascalsPerCubicMetre(side == 0 ? 2e8 : 8e7),
                Passive = Elastance.FromPascalsPerCubicMetre(1e7),
                Unstressed = Volume.FromMillilitres(10),
                Activation = new HarmonicWaveform(0.5, Period, new Harmonic(1, 0.5, side * Math.PI)),
            });
            network.Add(Valve(name + " inlet", vein[side], chamber[side]));
            network.Add(Valve(name + " outlet", chamber[side], artery[side]));
            network.Add(Compartment(name + " artery", artery[side], 1.5e-8));
            network.Add(Compartment(name + " vein", vein[side], 3e-7));
            network.Add(new Resistance
            {
                Id = name + " bed",
                From = artery[side],
                To = vein[1 - side],
                Value = ResistanceTests.Ohm(side == 0 ? resistance : resistance / 6),
            });
        }

        return network;

        NodeId Node(string id, double pressure) => network.AddNode(id, Pressure.FromPascals(pressure));

        ElasticVolume Compartment(string id, NodeId inside, double c) => new()
        {
            Id = id,
            Inside = inside,
            Outside = network.Ground,
            Value = ElasticVolumeTests.Farad(c),
            Unstressed = Volume.FromMillilitres(200),
        };

        static DynamicValve Valve(string id, NodeId from, NodeId to) => new()
        {
            Id = id,
            From = from,
            To = to,
            OpenArea = Area.FromSquareMetres(4e-4),
            EffectiveLength = Length.FromMetres(0.01),
            Density = PhysicalConstants.BloodDensity,
            OpeningRate = 0.2,
            ClosingRate = 0.2,
        };
    }
}
