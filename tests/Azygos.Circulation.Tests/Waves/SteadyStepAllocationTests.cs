using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>A step allocates nothing, whatever the nodes.</summary>
public sealed class SteadyStepAllocationTests
{
    [Fact]
    public void A_step_of_a_network_with_every_kind_of_node_allocates_nothing()
    {
        WallPoint vein = Tubes.VeinPoint with { Gravity = 2 };
        VesselStart column = new HydrostaticStart(10_000, 0, 0);
        Vessel hung = Tubes.Of("hung", "hub", "closed", 0.2, VesselWall.StiffVein, vein, column) with
        {
            GravityFactor = Tubes.Pulse(1, 0.1, 0.05),
            OutsidePressure = Tubes.Pulse(500, 0.1, 0.05).Above(9_500),
            Profile = new TabulatedProfile(
                [0, 0.1, 0.1, 0.2], [vein, vein, vein with { Distension = 800 }, vein with { Distension = 800 }]),
        };
        WaveSystem system = Tubes.System(Tubes.Viscous, 12,
        [
            Tubes.Artery("a", "flow", "hub", 0.4), Tubes.Artery("b", "hub", "pressure", 0.2),
            Tubes.Artery("c", "hub", "total", 0.1), Tubes.Artery("d", "hub", "resistance", 0.05),
            Tubes.Artery("e", "static", "bed", 0.4), Tubes.Artery("f", "free", "static", 0.3),
            Tubes.Artery("g", "absorbed", "static", 0.2), Tubes.Artery("h", "wave", "joint", 0.1) with { WallTime = 0.01, WallStiffening = 0.5 },
            Tubes.Artery("i", "joint", "hub", 0.1) with { WallTime = 0.01, WallStiffening = 0.5 }, hung,
            Tubes.Of("fast", "both", "low", 0.3, VesselWall.StiffVein, Tubes.VeinPoint, new UniformStart(6e-5, 3)),
        ],
            new JunctionNode("hub"), new JunctionNode("joint"),
            new JunctionNode("static") { Coupling = NodeCoupling.StaticPressure },
            new ClosedNode("closed"), new FlowNode("flow", Tubes.Pulse(1e-4, 0.1, 0.05)),
            new PressureNode("pressure", Tubes.Pulse(500, 0.1, 0.05).Above(10_000)),
            new TotalPressureNode("total", Tubes.Pulse(300, 0.1, 0.05).Above(10_000)),
            new ResistanceNode("resistance") { Resistance = 1e8, OutletPressure = 9_000 },
            new WindkesselNode("bed")
            {
                ProximalResistance = 1e7,
                DistalResistance = 1e8,
                Compliance = 1e-10,
                OutletPressure = 9_000,
                InitialPressure = 10_000,
            },
            new TransmissiveNode("free"), new AbsorbingNode("absorbed", 10_000),
            new IncidentWaveNode("wave", 10_000, Tubes.Pulse(500, 0.1, 0.03)),
            new FlowAndAreaNode("both", 6e-5, new ConstantWaveform(6e-5 * 3)),
            new PressureNode("low", new ConstantWaveform(-2_000)));
        system.To(0.05);   // every path has run once
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool failed = false;
        while (system.Time < 0.25 && !failed) failed = system.Step(1e-3, 0.25) is not null;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.False(failed);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_step_that_is_repeated_allocates_nothing()
    {
        WaveSystem system = ViolentVesselsTests.Distending();
        system.To(0.01);
        long repeated = system.Stepper.Repeated, before = GC.GetAllocatedBytesForCurrentThread();
        while (system.Time < 0.1)
            if (system.Step(double.PositiveInfinity, 0.1) is { } failure) Assert.Fail(failure.Reason);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(system.Stepper.Repeated > repeated, "no step was repeated");
        Assert.Equal(0, allocated);
    }
}
