using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Blood at rest stays at rest: gravity, taper, jumps, unlike vessels at one node, closed loops.</summary>
public sealed class StillBloodInVesselsTests
{
    private const double Gravity = 9.81;

    // Rounding of a pressure of some 10⁴ Pa through a law to a velocity of some m/s, gathered over a thousand steps.
    private const double Rest = 1e-12;

    [Fact]
    public void In_a_tapered_artery_hung_up()
    {
        WaveSystem system = Tubes.System(Tubes.Inviscid, 40,
            [new Vessel
            {
                Id = "aorta",
                From = "top",
                To = "bottom",
                Length = 0.5,
                Wall = VesselWall.Artery,
                Profile = new TaperedProfile
                {
                    Length = 0.5,
                    Radius = (0.012, 0.004),
                    Thickness = (0.0012, 0.0006),
                    YoungModulus = 4e5,
                    ReferencePressure = 9_000,
                    Gravity = Gravity,
                },
                Start = new HydrostaticStart(10_000, 0, 0),
            }],
            new ClosedNode("top"), new PressureNode("bottom", new ConstantWaveform(10_000 + 1060 * Gravity * 0.5)));
        StaysStill(system, 1);
    }

    [Theory]
    [InlineData(true)]    // the jump on a face: a node of two lines
    [InlineData(false)]   // within a cell
    public void In_a_vein_whose_properties_jump(bool isOnFace)
    {
        double jump = isOnFace ? 0.1 : 0.1037;
        WallPoint thin = Tubes.VeinPoint with { Gravity = Gravity };
        WallPoint thick = new(0.6e-4, 2_000, 1_500, 900, Gravity);
        WaveSystem system = Tubes.System(Tubes.Inviscid, 40,
            [new Vessel
            {
                Id = "jugular",
                From = "top",
                To = "bottom",
                Length = 0.2,
                Wall = VesselWall.StiffVein,
                Profile = new TabulatedProfile([0, jump, jump, 0.2], [thin, thin, thick, thick]),
                Start = new HydrostaticStart(-3_000, 0, 0),   // collapsed above, distended below
            }],
            new ClosedNode("top"), new ClosedNode("bottom"));
        Assert.Equal(isOnFace ? 2 : 1, system.Mesh.Lines.Length);
        Assert.True(system.Along("jugular", VesselQuantity.AreaRatio).Min() < 0.8);
        StaysStill(system, 1);
    }

    [Fact]
    public void In_a_collapsed_vein_hung_up()
    {
        WallPoint point = new(1e-4, 40, 40, 0, Gravity);
        WaveSystem system = Tubes.System(Tubes.Inviscid, 50,
            [Tubes.Of("vein", "top", "bottom", 0.25, VesselWall.SoftVein, point, new HydrostaticStart(-2_400, 0, 0))],
            new ClosedNode("top"), new ClosedNode("bottom"));
        Assert.True(system.Along("vein", VesselQuantity.AreaRatio).Min() < 0.1);
        StaysStill(system, 1);
    }

    // Two ways down from one node to another and a branch: all laws, drawn either way, of several levels.
    [Fact]
    public void In_a_closed_loop_of_unlike_vessels()
    {
        const double drop = 0.3, top = 2_000;
        double bottom = top + 1060 * Gravity * drop;
        WaveSystem system = Tubes.System(Tubes.Viscous, 16,
        [
            Tubes.Of("straight", "top", "bottom", drop, VesselWall.StiffVein,
                Tubes.VeinPoint with { Gravity = Gravity }, new HydrostaticStart(top, 0, 0)),
            Tubes.Of("bent", "bottom", "top", 2 * drop, VesselWall.Artery,
                Tubes.ArteryPoint with { Gravity = -Gravity / 2 }, new HydrostaticStart(bottom, 0, 0)),
            Tubes.Of("soft", "top", "bottom", 3 * drop, VesselWall.SoftVein,
                new(2e-4, 1_200, 30, 0, Gravity / 3), new HydrostaticStart(top, 0, 0)),
            Tubes.Of("level", "bottom", "end", 0.1, VesselWall.Power(2, -1),
                new(2e-4, 1_000, 100, 1_000, 0), new HydrostaticStart(bottom, 0, 0)),
        ],
            new JunctionNode("top"), new JunctionNode("bottom"), new ClosedNode("end"));
        StaysStill(system, 1);
        Assert.True(system.Mesh.Lines.Select(line => line.Level).Distinct().Count() >= 3);
    }

    [Fact]
    public void At_ends_of_every_kind()
    {
        const double p = 10_500;
        VesselStart start = new HydrostaticStart(p, 0, 0);
        WaveSystem system = Tubes.System(Tubes.Viscous, 10,
        [
            Tubes.Artery("a", "flow", "hub", 0.2, start), Tubes.Artery("b", "hub", "pressure", 0.1, start),
            Tubes.Artery("c", "hub", "total", 0.3, start), Tubes.Artery("d", "hub", "resistance", 0.1, start),
            Tubes.Artery("e", "hub", "bed", 0.2, start), Tubes.Artery("f", "closed", "hub", 0.1, start),
            Tubes.Artery("g", "absorbed", "hub", 0.2, start), Tubes.Artery("h", "wave", "hub", 0.1, start),
        ],
            new JunctionNode("hub"), new FlowNode("flow", new ConstantWaveform(0)),
            new PressureNode("pressure", new ConstantWaveform(p)),
            new TotalPressureNode("total", new ConstantWaveform(p)),
            new ResistanceNode("resistance") { Resistance = 1e8, OutletPressure = p },
            new WindkesselNode("bed")
            {
                ProximalResistance = 1e7,
                DistalResistance = 1e8,
                Compliance = 1e-10,
                OutletPressure = p,
                InitialPressure = p,
            },
            new ClosedNode("closed"), new AbsorbingNode("absorbed", p),
            new IncidentWaveNode("wave", p, new ConstantWaveform(0)));
        StaysStill(system, 0.5);
    }

    // Nothing holds a transmissive end in place: it hands rounding on, and the mean drifts with it. The bar of still
    // blood.
    [Fact]
    public void At_a_transmissive_end() => StaysStill(
        Tubes.System(
            Tubes.Viscous, 10, [Tubes.Artery("vessel", "closed", "free", 0.2, new HydrostaticStart(10_500, 0, 0))],
            new ClosedNode("closed"), new TransmissiveNode("free")), 2, 1e-10);

    private static void StaysStill(WaveSystem system, double end, double rest = Rest)
    {
        double fastest = 0;
        system.To(end, afterStep: () => fastest = Math.Max(fastest, system.FastestBlood()));
        Assert.True(fastest < rest, $"{fastest} m/s");
    }
}
