using Azygos.Circulation.Stepping;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>What is violent survives, with a step repeated where waves outrun it; what is impossible fails and says
/// where and why.</summary>
public sealed class ViolentVesselsTests
{
    private const double Soft = 100;

    [Fact]
    public void A_vein_whose_outlet_jumps_to_4000_Pa_survives() =>
        Survives(Tubes.System(Tubes.Viscous, 40, Pair(new WallPoint(1e-4, Soft, Soft, 0, 0), 300),
            new ClosedNode("in"), new JunctionNode("joint"),
            new PressureNode("out", new StepWaveform((0, 300), (0.02, 4_000)))), 0.3);

    [Fact]
    public void A_vein_that_distends_violently_makes_steps_repeat_and_survives()
    {
        WaveSystem system = Distending();
        Survives(system, 0.3);
        Assert.True(system.Stepper.Repeated > 0);
        Assert.True(system.Along("fine", VesselQuantity.Pressure).Max() > 3_000);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.05)]
    public void A_vein_whose_outlet_is_sucked_to_minus_500_Pa_collapses_and_survives(double duration)
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 40, Pair(new WallPoint(1e-4, Soft, Soft, 0, 0), 300),
            new ClosedNode("in"), new JunctionNode("joint"),
            new PressureNode("out", Ramp(300, -500, 0.02, duration)));
        Survives(system, 3);
        Assert.True(system.Along("fine", VesselQuantity.AreaRatio).Max() < 0.5);
    }

    [Fact]
    public void A_vein_squeezed_from_outside_survives()
    {
        Vessel[] pair = Pair(new WallPoint(1e-4, 13, 13, 0, 0), 300);
        pair[1] = pair[1] with { OutsidePressure = Ramp(0, 3_000, 0.02, 0.01) };
        WaveSystem system = Tubes.System(Tubes.Viscous, 40, pair,
            new FlowNode("in", new ConstantWaveform(3e-6)), new JunctionNode("joint"),
            new PressureNode("out", new ConstantWaveform(300)));
        Survives(system, 0.5);
    }

    [Fact]
    public void A_state_that_is_not_a_number_names_vessel_and_cell()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 10,
            [Tubes.Vein("good", "in", "joint", 0.2), Tubes.Vein("bad", "joint", "out", 0.2, new NaNAt(0.07))],
            new ClosedNode("in"), new JunctionNode("joint"), new ClosedNode("out"));
        SolveFailure failure = Assert.IsType<SolveFailure>(system.Step(1, 1));
        Assert.Equal("bad, cell 4 of 10", failure.Place);
        Assert.Equal(0, system.Time);
    }

    [Theory]
    [InlineData("flow")]
    [InlineData("pressure")]
    [InlineData("total")]
    [InlineData("wave")]
    [InlineData("both")]
    public void A_boundary_value_that_is_not_a_number_names_the_node_before_it_spreads(string kind)
    {
        Waveform nan = new StepWaveform((0, 0), (0.1, double.NaN));
        NetworkNode node = kind switch
        {
            "flow" => new FlowNode("end", nan),
            "pressure" => new PressureNode("end", nan.Above(500)),
            "total" => new TotalPressureNode("end", nan.Above(500)),
            "both" => new FlowAndAreaNode("end", 1e-4, nan),
            _ => new IncidentWaveNode("end", 500, nan),
        };
        WaveSystem system = Tubes.System(Tubes.Viscous, 10,
            [Tubes.Vein("vein", "end", "closed", 0.2)], node, new ClosedNode("closed"));
        SolveFailure? failure = null;
        while (failure is null && system.Time < 0.2) failure = system.Step(1e-3, 0.2);
        Assert.NotNull(failure);
        Assert.Equal("end", failure.Place);
        Assert.Contains("NaN", failure.Reason, StringComparison.Ordinal);
        Assert.Equal(0.1, system.Time, 1e-3);
        Assert.All(system.Along("vein", VesselQuantity.Pressure), p => Assert.True(double.IsFinite(p)));
    }

    [Fact]
    public void More_outflow_than_waves_allow_is_a_named_failure_and_leaves_the_last_good_state()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 20,
            [Tubes.Vein("drained", "closed", "pump", 0.3)],
            new ClosedNode("closed"), new FlowNode("pump", Ramp(0, -1e-3, 0, 0.2)));
        SolveFailure? failure = null;
        while (failure is null && system.Time < 0.5) failure = system.Step(1e-3, 0.5);
        Assert.NotNull(failure);
        Assert.Equal("pump", failure.Place);
        Assert.Contains("drained (end)", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("choked", failure.Reason, StringComparison.Ordinal);
        Assert.InRange(system.Time, 0.001, 0.499);
        Assert.All(system.Along("drained", VesselQuantity.Area), area => Assert.True(area > 0));
    }

    [Fact]
    public void A_failed_step_leaves_state_and_nodes_as_they_were()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 20,
            [Tubes.Vein("drained", "bed", "pump", 0.3)],
            new WindkesselNode("bed")
            {
                ProximalResistance = 1e7,
                DistalResistance = 1e8,
                Compliance = 1e-9,
                OutletPressure = 0,
                InitialPressure = 500,
            },
            new FlowNode("pump", new StepWaveform((0, 0), (0.1, -1))));
        WindkesselBalance bed = (WindkesselBalance)system.Node("bed");
        while (true)
        {
            double[] area = system.Along("drained", VesselQuantity.Area);
            double[] flow = system.Along("drained", VesselQuantity.Flow);
            double time = system.Time, outflow = bed.Outflow, capacitor = bed.CapacitorPressure;
            if (system.Step(2e-3, 0.2) is null)
            {
                Assert.True(system.Time < 0.2, "the flow of 1 m³/s was possible");
                continue;
            }

            Assert.Equal(area, system.Along("drained", VesselQuantity.Area));
            Assert.Equal(flow, system.Along("drained", VesselQuantity.Flow));
            Assert.Equal((time, outflow, capacitor), (system.Time, bed.Outflow, bed.CapacitorPressure));
            Assert.True(time > 0.09);
            return;
        }
    }

    /// <summary>Two soft veins, the second with cells of an eighth, whose outlet rises from 300 to 4000 Pa in 5 ms: its
    /// waves become three times as fast.</summary>
    internal static WaveSystem Distending() => Tubes.System(Tubes.Viscous, 40,
        Pair(new WallPoint(1e-4, Soft, Soft, 0, 0), 300),
        new ClosedNode("in"), new JunctionNode("joint"),
        new PressureNode("out", Ramp(300, 4_000, 0.02, 5e-3)));

    private static Vessel[] Pair(WallPoint point, double pressure) =>
    [
        Tubes.Of("coarse", "in", "joint", 0.4, VesselWall.StiffVein, point, new HydrostaticStart(pressure, 0, 0)),
        Tubes.Of("fine", "joint", "out", 0.05, VesselWall.StiffVein, point, new HydrostaticStart(pressure, 0, 0)),
    ];

    private static TableWaveform Ramp(double from, double to, double start, double duration) =>
        new([start, start + duration], [from, to]);

    private static void Survives(WaveSystem system, double end) => system.To(end, afterStep: () =>
    {
        foreach (VesselLine line in system.Mesh.Lines)
        {
            for (int i = 0; i < line.Cells; i++)
            {
                Assert.True(line.Read(VesselQuantity.Area, i, 0) > 0);
                Assert.True(double.IsFinite(line.Read(VesselQuantity.Flow, i, 0)));
            }
        }
    });

    private sealed record NaNAt(double Place) : VesselStart
    {
        public override (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at) =>
            (at.ReferenceArea, Math.Abs(x - Place) < 0.005 ? double.NaN : 0);
    }
}
