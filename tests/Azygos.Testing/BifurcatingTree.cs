using System.Globalization;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Walls;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Testing;

/// <summary>Trees of arteries of any size, alike in everything but size: a seed decides which leaf forks next, and lengths
/// and radii go round a fixed list, so that trees of any size have the same mix.</summary>
/// <source choice="made for measurements of cost; sizes between those of a wrist and an aorta"/>
public sealed class BifurcatingTree
{
    /// <summary>Length of a beat [s].</summary>
    public const double Beat = 0.8;

    private const double Density = 1060, MeanPressure = 1e4, Viscosity = 4e-3;

    private static readonly (double Length, double Radius)[] s_sizes =
        [(0.04, 0.006), (0.02, 0.004), (0.06, 0.003), (0.03, 0.002), (0.05, 0.005)];

    private readonly (int From, int To)[] vessels;
    private readonly int[] leaves;

    /// <summary>A tree.</summary>
    /// <param name="vessels">How many vessels; odd.</param>
    /// <param name="seed">Which leaf forks next.</param>
    public BifurcatingTree(int vessels, int seed)
    {
        if (vessels < 1 || vessels % 2 == 0)
            throw new ArgumentOutOfRangeException(nameof(vessels), "A bifurcating tree has an odd number of vessels.");
        Random random = new(seed);
        List<(int, int)> made = [(0, 1)];
        List<int> open = [1];
        for (int next = 2; made.Count < vessels; next += 2)
        {
            int at = random.Next(open.Count), fork = open[at];
            open[at] = next;
            open.Add(next + 1);
            made.Add((fork, next));
            made.Add((fork, next + 1));
        }

        this.vessels = [.. made];
        leaves = [.. open.Order()];
    }

    /// <summary>Ends that are Windkessels.</summary>
    public int Leaves => leaves.Length;

    /// <summary>Its vessels with waves, blood coming in at node 0.</summary>
    public VesselNetwork WithWaves() => new()
    {
        Blood = new Blood(Density, Viscosity),
        Vessels = Vessels,
        Nodes =
        [
            new FlowNode(Name(0), new HarmonicWaveform(5e-6, Beat, new Harmonic(1, 5e-6, 0))),
            .. vessels.Select(one => one.To).Select(node => Array.BinarySearch(leaves, node) < 0
                ? (NetworkNode)new JunctionNode(Name(node))
                : new WindkesselNode(Name(node))
                {
                    ProximalResistance = 2e8,
                    DistalResistance = 2e9 * leaves.Length,
                    Compliance = 4e-10,
                    OutletPressure = 0,
                    InitialPressure = MeanPressure,
                }),
        ],
    };

    /// <summary>The same with every end a node of a lumped network, node 0 too.</summary>
    /// <param name="lumped">The lumped network.</param>
    /// <param name="node">Its node for each end of the tree.</param>
    public VesselNetwork Within(LumpedNetwork lumped, Func<string, NodeId> node) => new()
    {
        Blood = new Blood(Density, Viscosity),
        Vessels = Vessels,
        Nodes =
        [
            new LumpedEnd(Name(0), node(Name(0))),
            .. vessels.Select(one => one.To).Select(at => Array.BinarySearch(leaves, at) < 0
                ? (NetworkNode)new JunctionNode(Name(at)) : new LumpedEnd(Name(at), node(Name(at)))),
        ],
        Lumped = lumped,
    };

    /// <summary>Names of the ends, the first one left out.</summary>
    public IEnumerable<string> Ends => leaves.Select(Name);

    /// <summary>The same tree, every vessel one lumped cell.</summary>
    public LumpedNetwork Lumped()
    {
        LumpedNetwork network = new();
        NodeId[] at = [.. Enumerable.Range(0, vessels.Length + 1)
            .Select(node => network.AddNode(Name(node), Pressure.FromPascals(MeanPressure)))];
        network.Add(new PrescribedFlow
        {
            Id = "inflow",
            From = network.Ground,
            Into = at[0],
            Flow = new HarmonicWaveform(5e-6, Beat, new Harmonic(1, 5e-6, 0)),
        });
        for (int k = 0; k < vessels.Length; k++)
        {
            (double length, double radius) = s_sizes[k % s_sizes.Length];
            network.Add(new LumpedVessel<Artery>
            {
                Id = $"v{k}",
                From = at[vessels[k].From],
                To = at[vessels[k].To],
                Outside = network.Ground,
                Length = Length.FromMetres(length),
                ReferenceArea = Area.FromSquareMetres(Math.PI * radius * radius),
                Distension = Pressure.FromPascals(Stiffness),
                Bending = Pressure.FromPascals(Stiffness),
                ReferencePressure = Pressure.FromPascals(MeanPressure),
            });
        }

        foreach (int leaf in leaves)
            network.Add(new Windkessel3
            {
                Id = $"bed {leaf}",
                From = at[leaf],
                Middle = network.AddNode($"bed {leaf}", Pressure.FromPascals(MeanPressure)),
                To = network.Ground,
                Outside = network.Ground,
                Proximal = HydraulicResistance.FromPascalSecondsPerCubicMetre(2e8),
                Compliance = Compliance.FromCubicMetresPerPascal(4e-10),
                Distal = HydraulicResistance.FromPascalSecondsPerCubicMetre(2e9 * leaves.Length),
            });
        return network;
    }

    // Waves of 6 m/s: c² = K/(2ρ).
    private const double Stiffness = 2 * Density * 36;

    private Vessel[] Vessels => [.. vessels.Select((one, k) =>
    {
        (double length, double radius) = s_sizes[k % s_sizes.Length];
        return new Vessel
        {
            Id = $"v{k}",
            From = Name(one.From),
            To = Name(one.To),
            Length = length,
            Wall = VesselWall.Artery,
            Profile = new UniformProfile(new WallPoint(Math.PI * radius * radius, Stiffness, Stiffness, MeanPressure, 0)),
            Start = new HydrostaticStart(MeanPressure, 0, 0),
        };
    })];

    private static string Name(int node) => node.ToString(CultureInfo.InvariantCulture);
}
