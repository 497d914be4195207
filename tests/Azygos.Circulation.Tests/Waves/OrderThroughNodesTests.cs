using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;
using Azygos.Testing;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Order 2 of whole networks: each run against the next finer one, so that no reference is needed and none
/// flatters.</summary>
/// <remarks>‖u_h − u_h/2‖ falls with the order of the scheme; RMS over all cells of A/A₀ and u/c.</remarks>
public sealed class OrderThroughNodesTests
{
    private const int Refinements = 3, Coarsest = 24;

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 0, 1)]
    [InlineData(3, 0, 0)]
    [InlineData(2, 0, 3)]
    [InlineData(1, 1, 0)]
    public void A_bifurcation_of_arteries(int parent, int left, int right) =>
        Bifurcation(VesselWall.Artery, Tubes.ArteryPoint, 5e-5, parent, left, right);

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 0, 3)]
    [InlineData(0, 3, 0)]
    public void A_bifurcation_of_veins(int parent, int left, int right) =>
        Bifurcation(VesselWall.StiffVein, Tubes.VeinPoint, 2e-6, parent, left, right);

    [Fact]
    public void An_artery_with_a_windkessel_at_its_end() =>
        Windkessel(VesselWall.Artery, Tubes.ArteryPoint, 5e-5, levels: 0);

    [Fact]
    public void An_artery_with_a_windkessel_across_levels() =>
        Windkessel(VesselWall.Artery, Tubes.ArteryPoint, 5e-5, levels: 2);

    [Fact]
    public void A_vein_with_a_windkessel_across_levels() =>
        Windkessel(VesselWall.StiffVein, Tubes.VeinPoint, 2e-6, levels: 2);

    // Lengths 2⁻ᵏ of 1 m give levels k; the daughters are narrower and stiffer, so that the junction reflects.
    private static void Bifurcation(
        VesselWall wall, WallPoint point, double flow, params int[] levels)
    {
        WallPoint daughter = point with
        {
            ReferenceArea = 0.6 * point.ReferenceArea,
            Distension = 1.3 * point.Distension,
            Bending = 1.3 * point.Bending,
        };
        double c = wall.WaveSpeed(point.ReferenceArea, point, Tubes.Viscous.Density);
        Converges(cells =>
        {
            WaveSystem system = Tubes.System(Tubes.Viscous, cells,
            [
                Tubes.Of("parent", "in", "fork", Length(0), wall, point),
                Tubes.Of("left", "fork", "out left", Length(1), wall, daughter),
                Tubes.Of("right", "out right", "fork", Length(2), wall, daughter),   // drawn towards the fork
            ],
                new FlowNode("in", Tubes.Pulse(flow, 0.4 / c, 0.1 / c)), new JunctionNode("fork"),
                new AbsorbingNode("out left", point.ReferencePressure),
                new ResistanceNode("out right")
                { Resistance = 2 * Impedance(daughter, wall), OutletPressure = point.ReferencePressure });
            VesselLine[] lines = system.Mesh.Lines;
            int shallowest = levels.Min();
            // The pulse has passed the fork and stands in all three vessels, or has left the short ones.
            system.To((0.75 + Length(0)) / c, 0.7 * Length(Array.IndexOf(levels, shallowest)) / cells / c, () =>
                Assert.Equal(levels.Select(level => level - shallowest), lines.Select(line => line.Level)));
            return system;
        }, c, "parent", "left", "right");

        double Length(int vessel) => Math.ScaleB(1, -levels[vessel]);
    }

    private static void Windkessel(VesselWall wall, WallPoint point, double flow, int levels)
    {
        double c = wall.WaveSpeed(point.ReferenceArea, point, Tubes.Viscous.Density), Z = Impedance(point, wall);
        double last = Math.ScaleB(0.8, -levels);
        Converges(cells =>
        {
            WaveSystem system = Tubes.System(Tubes.Viscous, cells,
            [
                Tubes.Of("first", "in", "joint", 0.8, wall, point),
                Tubes.Of("second", "joint", "bed", last, wall, point),
            ],
                new FlowNode("in", Tubes.Pulse(flow, 0.4 / c, 0.1 / c)), new JunctionNode("joint"),
                new WindkesselNode("bed")
                {
                    ProximalResistance = 0.5 * Z,
                    DistalResistance = 3 * Z,
                    Compliance = 0.15 / c / Z,
                    OutletPressure = point.ReferencePressure,
                    InitialPressure = point.ReferencePressure,
                });
            VesselLine a = system.Line("first"), b = system.Line("second");
            return system.To((1.1 + last) / c, 0.7 * 0.8 / cells / c, () => Assert.Equal(levels, b.Level - a.Level));
        }, c, "first", "second");
    }

    private static double Impedance(WallPoint point, VesselWall wall) => Tubes.Viscous.Density
        * wall.WaveSpeed(point.ReferenceArea, point, Tubes.Viscous.Density) / point.ReferenceArea;

    private static void Converges(Func<int, WaveSystem> run, double c, params string[] vessels)
    {
        double[]? next = Fields(run(Coarsest));
        ObservedOrder.Over(1.0 / Coarsest, Refinements, h =>
        {
            double[] coarse = next!;
            next = Fields(run(2 * (int)Math.Round(1 / h)));
            return coarse.Select((value, i) => value - 0.5 * (next[2 * i] + next[2 * i + 1])).Rms();
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);

        double[] Fields(WaveSystem system) =>
        [
            .. vessels.SelectMany(id => system.Along(id, VesselQuantity.AreaRatio)),
            .. vessels.SelectMany(id => system.Along(id, VesselQuantity.Velocity)).Select(u => u / c),
        ];
    }
}
