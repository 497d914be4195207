using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Waves;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Coupling;

/// <summary>A vein inside a fluid of the lumped network: the fluid presses on it, and it displaces the fluid.</summary>
public sealed class FluidAroundVesselsTests
{
    private const double Compliance = 2e-9, Peak = 2e-6, Width = 0.05;   // m³/Pa, m³/s, s

    // ∫ of the bell, which is over long before the end.
    private static readonly double Entered = Peak * Width * Math.Sqrt(Math.PI);

    [Fact]
    public void What_the_vein_gains_the_fluid_is_pressed_by()
    {
        (VesselSimulation simulation, RunOutcome run) = Run(inside: true);
        double fluid = run.Recording["fluid"][^1];
        Assert.Equal(Entered / Compliance, fluid, 1e-6 * fluid);   // of the bell's tail, cut at the start
        Assert.InRange(run.Report.ConservationError, 0, 1e-13);
        // At rest: the wall's pressure on top of the fluid's.
        double area = simulation.Profile("vein", VesselQuantity.Area)[5];
        double pressure = simulation.Profile("vein", VesselQuantity.Pressure)[5];
        Assert.Equal(fluid + VesselWall.StiffVein.Pressure(area, Point), pressure, 1e-9 * pressure);
    }

    [Fact]
    public void Beside_the_fluid_it_presses_nothing()
    {
        RunOutcome run = Run(inside: false).Outcome;
        Assert.Equal(0, run.Recording["fluid"][^1]);
    }

    [Fact]
    public void A_prescribed_pressure_outside_lifts_the_pressure_inside()
    {
        LumpedNetwork lumped = new();
        NodeId chest = lumped.AddPressureNode("chest", new TableWaveform([0, 0.5, 2], [0, 0, 700]));
        VesselSimulation simulation = new(Network(lumped, chest), new MeshOptions { Cells = 10 });
        simulation.RunTo(5, new StepOptions(), [], TestContext.Current.CancellationToken);
        double area = simulation.Profile("vein", VesselQuantity.Area)[5];
        double pressure = simulation.Profile("vein", VesselQuantity.Pressure)[5];
        Assert.Equal(700 + VesselWall.StiffVein.Pressure(area, Point), pressure, 1e-9 * pressure);
    }

    [Fact]
    public void A_step_with_a_fluid_and_a_viscous_wall_allocates_nothing()
    {
        LumpedNetwork lumped = new();
        NodeId fluid = Dura(lumped);
        WaveSystem system = new(Network(lumped, fluid), new MeshOptions { Cells = 10 });
        system.To(0.1);   // every path has run once
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool failed = false;
        while (system.Time < 0.4 && !failed) failed = system.Step(1e-3, 0.4) is not null;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.False(failed);
        Assert.Equal(0, allocated);
    }

    private static readonly WallPoint Point = new(1e-4, 500, 500, 500, 0);

    private static (VesselSimulation Simulation, RunOutcome Outcome) Run(bool inside)
    {
        LumpedNetwork lumped = new();
        NodeId fluid = Dura(lumped);
        VesselSimulation simulation = new(Network(lumped, inside ? fluid : null), new MeshOptions { Cells = 10 });
        RunOutcome run = simulation.RunTo(
            3, new StepOptions(), [Probe.Pressure("fluid")], TestContext.Current.CancellationToken);
        Assert.IsType<RunOutcome.Finished>(run);
        return (simulation, run);
    }

    private static NodeId Dura(LumpedNetwork lumped)
    {
        NodeId fluid = lumped.AddFluidCompartment("fluid", default, default);
        lumped.Add(new ElasticVolume
        {
            Id = "dura",
            Inside = fluid,
            Outside = lumped.Ground,
            Value = Quantities.Compliance.FromCubicMetresPerPascal(Compliance),
            Unstressed = default,
        });
        return fluid;
    }

    private static VesselNetwork Network(LumpedNetwork lumped, NodeId? around) => new()
    {
        Blood = new Blood(1060, 4e-3),
        Vessels =
        [
            new Vessel
            {
                Id = "vein",
                From = "in",
                To = "shut",
                Length = 0.2,
                Wall = VesselWall.StiffVein,
                Profile = new UniformProfile(Point),
                Start = new UniformStart(1e-4, 0),
                OutsideNode = around,
                WallTime = 0.05,
                WallStiffening = 1,
            },
        ],
        Nodes = [new FlowNode("in", new GaussianWaveform(Peak, 0.3, Width)), new ClosedNode("shut")],
        Lumped = lumped,
    };
}
