using System.Globalization;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Cli.Soak;

/// <summary>Networks of vessels with waves that nobody would draw, of values that the readers allow.</summary>
/// <remarks>A tree of up to a dozen vessels, some of its leaves joined to rings; walls of every law, from 0.3 to 20
/// m/s; calibres from 0.3 mm to 3 cm; uniform, tapered, with jumps; elastic and viscous; in gravity; every kind of end.
/// One in twelve is driven beyond what its vessels can carry.</remarks>
/// <source choice="ranges: those of human vessels and a factor of three beyond"/>
internal static class RandomVessels
{
    private const double Density = 1060;

    /// <summary>A network and the length of its beat [s].</summary>
    public static (VesselNetwork Network, double Beat) Of(Draws draws)
    {
        double beat = draws.Between(0.3, 1);
        int count = 1 + draws.Below(draws.Chance(0.3) ? 12 : 5);
        Blood blood = new(Density, draws.Chance(0.2) ? 0 : draws.Magnitude(1e-3, 1e-2),
            draws.Chance(0.5) ? 2 : draws.Between(1, 20), draws.Chance(0.7) ? 1 : draws.Between(1, 1.34));
        List<Vessel> vessels = [];
        Dictionary<string, int> uses = new() { ["root"] = 1 };
        double pressure = draws.Between(300, 15_000);
        for (int k = 0; k < count; k++)
        {
            string from = k == 0 ? "root" : draws.One([.. uses.Keys.Where(node => node != "root")]);
            List<string> open = [.. uses.Where(node => node.Value == 1 && node.Key != from && node.Key != "root")
                .Select(node => node.Key)];
            string to = k > 2 && open.Count > 0 && draws.Chance(0.15) ? draws.One(open) : $"n{k}";
            vessels.Add(OneVessel(draws, k, from, to, pressure));
            if (from != "root") uses[from]++;
            uses[to] = uses.GetValueOrDefault(to) + 1;
        }

        Vessel first = vessels[0];
        WallPoint at = first.Profile.At(0, fromLeft: false);
        double area = first.Wall.Area(pressure, at), speed = first.Wall.WaveSpeed(area, at, Density);
        double mean = area * speed * (draws.Chance(1.0 / 12) ? draws.Magnitude(0.3, 30) : draws.Magnitude(1e-3, 0.15));
        List<NetworkNode> nodes = [Root(draws, mean, beat, pressure)];
        foreach (string node in uses.Keys.Where(node => node != "root"))
            nodes.Add(uses[node] > 1 ? new JunctionNode(node) { Coupling = draws.One(Enum.GetValues<NodeCoupling>()) }
                : Leaf(draws, node, vessels.Single(vessel => vessel.To == node), pressure, mean));
        return (new VesselNetwork { Blood = blood, Vessels = vessels, Nodes = nodes }, beat);
    }

    private static NetworkNode Root(Draws draws, double mean, double beat, double pressure)
    {
        Harmonic pulse = new(1 + draws.Below(3), mean * draws.Between(0, 2), draws.Between(0, 6));
        return draws.Below(5) switch
        {
            0 => new PressureNode("root", new HarmonicWaveform(pressure, beat, new Harmonic(1, 0.2 * pressure, 0))),
            1 => new TotalPressureNode(
                "root", new HarmonicWaveform(pressure, beat, new Harmonic(2, 0.1 * pressure, 1))),
            _ => new FlowNode("root", new HarmonicWaveform(mean, beat, pulse)),
        };
    }

    private static NetworkNode Leaf(Draws draws, string node, Vessel vessel, double pressure, double flow)
    {
        WallPoint at = vessel.Profile.At(vessel.Length, fromLeft: true);
        double area = vessel.Wall.Area(pressure, at);
        double impedance = Density * vessel.Wall.WaveSpeed(area, at, Density) / area;
        double load = impedance * draws.Magnitude(0.1, 30);
        return draws.Below(7) switch
        {
            0 => new ResistanceNode(node) { Resistance = load, OutletPressure = draws.Between(0, pressure) },
            1 => new AbsorbingNode(node, pressure),
            2 => new ClosedNode(node),
            3 => new TransmissiveNode(node),
            4 => new PressureNode(node, new ConstantWaveform(pressure * draws.Between(0.8, 1.2))),
            _ => new WindkesselNode(node)
            {
                ProximalResistance = draws.Chance(0.2) ? 0 : load,
                DistalResistance = draws.Magnitude(1, 20) * load,
                Compliance = draws.Magnitude(0.02, 2) / (load * 10),
                OutletPressure = draws.Between(0, 0.5 * pressure),
                InitialPressure = draws.Chance(0.8) ? pressure : draws.Between(0, 2 * pressure),
            },
        };
    }

    private static Vessel OneVessel(Draws draws, int k, string from, string to, double pressure)
    {
        VesselWall wall = draws.Below(5) switch
        {
            0 => VesselWall.SoftVein,
            1 => VesselWall.StiffVein,
            2 => VesselWall.Power(draws.Between(0.3, 10), -draws.Between(0, 1.5)),
            _ => VesselWall.Artery,
        };
        double length = draws.Magnitude(5e-3, 1);
        WallPoint one = Point(draws, wall, pressure);
        VesselProfile profile = draws.Below(4) switch
        {
            0 => new TabulatedProfile([0, length], [one, one with
            {
                ReferenceArea = one.ReferenceArea * draws.Between(0.3, 1.2),
                Distension = one.Distension * draws.Between(0.7, 2),
            }]),
            1 => new TabulatedProfile([0, 0.5 * length, 0.5 * length, length], [one, one, one with
            {
                Distension = one.Distension * draws.Between(0.5, 3),
            }, one with { ReferenceArea = one.ReferenceArea * draws.Between(0.5, 1.5) }]),
            _ => new UniformProfile(one),
        };
        return new Vessel
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"v{k}"),
            From = from,
            To = to,
            Length = length,
            Wall = wall,
            Profile = profile,
            WallTime = draws.Chance(0.3) ? draws.Magnitude(1e-4, 0.05) : 0,
            WallStiffening = draws.Magnitude(0.1, 5),
            Start = new HydrostaticStart(pressure, 0, 0),
            OutsidePressure = draws.Chance(0.2)
                ? new HarmonicWaveform(0, draws.Between(0.5, 5), new Harmonic(1, draws.Between(0, 700), 0)) : null,
            GravityFactor = draws.Chance(0.1) ? new HarmonicWaveform(0.5, 2, new Harmonic(1, 0.5, 0)) : null,
        };
    }

    private static WallPoint Point(Draws draws, VesselWall wall, double pressure)
    {
        // ρc² of the round tube is about K/2 of an artery and a multiple of K of a vein.
        double stiffness = Density * Math.Pow(draws.Magnitude(0.3, 20), 2);
        double bending = wall == VesselWall.Artery ? stiffness : stiffness * draws.Magnitude(0.02, 1);
        double around = draws.Chance(0.7) ? pressure : draws.Between(0, pressure);
        return new WallPoint(Math.PI * Math.Pow(draws.Magnitude(1.5e-4, 1.5e-2), 2), stiffness, bending, around,
            draws.Chance(0.3) ? 9.81 * draws.Between(-1, 1) : 0);
    }
}
