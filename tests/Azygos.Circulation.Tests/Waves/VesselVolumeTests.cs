using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Volume is exact across levels: what nodes say has left is what the vessels have lost.</summary>
public sealed class VesselVolumeTests
{
    // Rounding of some thousand additions to cells, each of half an epsilon, and of the sum over cells.
    private const double Rounding = 1e-13;

    [Fact]
    public void A_closed_network_of_four_levels_keeps_its_volume()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 24,
        [
            Tubes.Artery("a", "blind", "fork", 1.2, new Bump(0.6)),
            Tubes.Artery("b", "fork", "meet", 0.6),
            Tubes.Artery("c", "meet", "fork", 0.3),
            Tubes.Artery("d", "meet", "end", 0.1, new Bump(0.05)),
            Tubes.Vein("vein", "meet", "end", 0.2),
        ],
            new ClosedNode("blind"), new JunctionNode("fork"), new JunctionNode("meet"), new ClosedNode("end"));
        double before = system.Volume();
        HashSet<int> levels = [];
        double fastest = 0;
        system.To(0.6, afterStep: () =>
        {
            foreach (VesselLine line in system.Mesh.Lines) levels.Add(line.Level);
            fastest = Math.Max(fastest, system.FastestBlood());
        });
        Assert.True(levels.Count >= 4, $"only levels {string.Join(", ", levels)}");
        Assert.True(fastest > 0.1, $"nothing moves: {fastest} m/s");
        Assert.Equal(before, system.Volume(), Rounding * before);
    }

    [Fact]
    public void What_flows_in_and_out_is_what_the_vessels_gain()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 20,
        [
            Tubes.Artery("trunk", "in", "fork", 0.8),
            Tubes.Artery("pressed", "fork", "pressure", 0.4),
            Tubes.Artery("resisted", "fork", "resistance", 0.2),
            Tubes.Artery("bedded", "fork", "bed", 0.1),
            Tubes.Artery("open", "fork", "free", 0.3),
            Tubes.Artery("fed", "wave", "fork", 0.3),
            Tubes.Artery("quiet", "fork", "absorbed", 0.3),
            Tubes.Artery("total", "head", "fork", 0.3),
        ],
            new FlowNode("in", Tubes.Pulse(2e-4, 0.1, 0.03)), new JunctionNode("fork"),
            new PressureNode("pressure", Tubes.Pulse(500, 0.2, 0.05).Above(10_000)),
            new ResistanceNode("resistance") { Resistance = 1e7, OutletPressure = 9_000 },
            new WindkesselNode("bed")
            {
                ProximalResistance = 1e7,
                DistalResistance = 1e8,
                Compliance = 1e-9,
                OutletPressure = 5_000,
                InitialPressure = 10_000,
            },
            new TransmissiveNode("free"), new IncidentWaveNode("wave", 10_000, Tubes.Pulse(800, 0.1, 0.02)),
            new AbsorbingNode("absorbed", 10_000),
            new TotalPressureNode("head", Tubes.Pulse(300, 0.15, 0.05).Above(10_000)));
        double before = system.Volume();
        system.To(0.5);
        foreach (WaveNode node in system.Mesh.Nodes.Where(node => node.Id != "fork"))
            Assert.True(Math.Abs(node.Outflow) > 1e-9, $"nothing passes '{node.Id}'");
        double left = system.Mesh.Nodes.Sum(node => node.Outflow);
        Assert.Equal(before - left, system.Volume(), Rounding * before);
    }

    [Fact]
    public void A_prescribed_flow_is_what_enters()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 30,
            [Tubes.Vein("vein", "in", "joint", 0.6), Tubes.Vein("next", "joint", "end", 0.15)],
            new FlowNode("in", Tubes.Pulse(2e-6, 0.3, 0.05)), new JunctionNode("joint"), new ClosedNode("end"));
        double before = system.Volume();
        system.To(0.8, largest: 2e-3);
        // ∫ a exp(−((t − c)/w)²) dt = a w √π; with equal steps the midpoint rule is exact for a bell within the run.
        double entered = 2e-6 * 0.05 * Math.Sqrt(Math.PI);
        Assert.Equal(-entered, system.Node("in").Outflow, 1e-9 * entered);
        Assert.Equal(before + entered, system.Volume(), 1e-9 * entered + Rounding * before);
    }

    // 20 % more area around a place.
    private sealed record Bump(double Place) : VesselStart
    {
        public override (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at) =>
            (at.ReferenceArea * (1 + 0.2 * Math.Exp(-Math.Pow((x - Place) / 0.05, 2))), 0);
    }
}
