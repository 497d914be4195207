using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;
using Azygos.Testing;

namespace Azygos.Circulation.Tests.Coupling;

/// <summary>Vessels and lumped elements at shared nodes: order 2 in the network's step, volume to rounding, and the same
/// answer as the ends that need no lumped network.</summary>
public sealed class LumpedCouplingTests
{
    private const double Length = 0.2, A0 = 3e-5, K = 4e4, Density = 1060, OutletPressure = 300;

    // Z = ρc/A₀ = 1.6e8 Pa·s/m³ with c = √(K/(2ρ)) = 4.3 m/s.
    private const double Proximal = 1.5e8, Distal = 1.2e9, Storage = 4e-10;

    private const double End = 0.5, Coarsest = 1.6e-3, Longest = 2e-3;

    // Smooth from the first step on: a jump at the start would travel and leave every scheme at order 1.
    private static readonly Waveform Inflow = new GaussianWaveform(4e-6, 0.2, 0.04);

    /// <summary>What stands at the far end of the tube.</summary>
    public enum Load
    {
        /// <summary>R – C – R.</summary>
        Windkessel,

        /// <summary>A node with storage of its own.</summary>
        Storage,

        /// <summary>A resistance at once.</summary>
        Resistance,

        /// <summary>An inertance, then a windkessel: the node has neither storage nor resistance.</summary>
        Inertance,
    }

    [Theory]
    [InlineData(Load.Windkessel)]
    [InlineData(Load.Storage)]
    [InlineData(Load.Resistance)]
    [InlineData(Load.Inertance)]
    public void Order_two_in_the_step(Load load)
    {
        // Mesh and step together, the step a little below the vessel's own limit of 2 ms. Against an own run 32 times as
        // fine.
        double[] reference = Pressures(load, Coarsest / 32);
        ObservedOrder.Over(Coarsest, 3, step => Distance(Pressures(load, step), reference))
            .LastTwoAreAtLeast(ObservedOrder.SecondOrder);
    }

    [Fact]
    public void A_windkessel_of_lumped_elements_is_the_windkessel_end()
    {
        double[] lumped = Pressures(Load.Windkessel, 1e-4);
        VesselNetwork network = Tube(new WindkesselNode("end")
        {
            ProximalResistance = Proximal,
            DistalResistance = Distal,
            Compliance = Storage,
            OutletPressure = OutletPressure,
            InitialPressure = OutletPressure,
        });
        double[] end = Pressures(new VesselSimulation(network, Mesh(1e-4)), 1e-4);
        Assert.InRange(Distance(lumped, end) / (end.Max() - end.Min()), 0, 1e-4);   // two schemes of order 2, both fine
    }

    [Theory]
    [InlineData(Load.Windkessel)]
    [InlineData(Load.Storage)]
    [InlineData(Load.Resistance)]
    [InlineData(Load.Inertance)]
    public void The_longest_step_is_stable(Load load)
    {
        double[] pressure = Pressures(load, Longest);   // the vessel's own limit, 2 ms, is the longest that it takes
        Assert.All(pressure, p => Assert.InRange(p, -2000, 8000));
    }

    [Fact]
    public void Nothing_is_lost_between_vessels_and_lumped_nodes()
    {
        // Two closed chambers with a vessel between them: all the blood there is stays.
        LumpedNetwork lumped = new();
        NodeId left = lumped.AddNode("left", Pressure.FromPascals(2000));
        NodeId right = lumped.AddNode("right", Pressure.FromPascals(500));
        NodeId bare = lumped.AddNode("bare", Pressure.FromPascals(500));
        lumped.Add(new ElasticVolume { Id = "a", Inside = left, Outside = lumped.Ground, Value = Farad(5e-9) });
        lumped.Add(new ElasticVolume { Id = "b", Inside = right, Outside = lumped.Ground, Value = Farad(8e-9) });
        lumped.Add(new Resistance { Id = "r", From = bare, To = right, Value = Ohm(5e7) });
        VesselNetwork network = Tube(new LumpedEnd("end", bare), new LumpedEnd("start", left)) with { Lumped = lumped };
        VesselSimulation simulation = new(network, Mesh(Coarsest));
        RunOutcome outcome = simulation.RunTo(
            1, new StepOptions { LargestStep = 2e-3 }, [Probe.Pressure("left"), Probe.Pressure("right")],
            TestContext.Current.CancellationToken);
        Assert.IsType<RunOutcome.Finished>(outcome);
        Assert.InRange(outcome.Report.ConservationError, 0, 1e-13);
        Assert.Equal(outcome.Recording["left"][^1], outcome.Recording["right"][^1], 60.0);   // it has evened out
        Assert.NotEqual(2000, outcome.Recording["left"][^1], 100.0);
    }

    [Theory]
    [InlineData(0)]      // no inertance: the flow through it answers at once, and neither node holds blood
    [InlineData(1e6)]    // Pa·s²/m³
    public void A_narrowing_between_two_vessels_takes_its_pressure_loss(double inertance)
    {
        const double viscous = 4e8, turbulent = 6e13, inflow = 3e-6;
        LumpedNetwork lumped = new();
        NodeId before = lumped.AddNode("before"), after = lumped.AddNode("after");
        lumped.Add(inertance == 0
            ? new QuadraticLoss
            { Id = "narrowing", From = before, To = after, Viscous = Ohm(viscous), Coefficient = turbulent }
            : new Inertance
            {
                Id = "narrowing",
                From = before,
                To = after,
                Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(inertance),
                Series = Ohm(viscous),
                QuadraticLoss = turbulent,
            });
        VesselNetwork up = Tube(new LumpedEnd("before", before) { Coupling = NodeCoupling.StaticPressure });
        Vessel tube = up.Vessels[0];
        VesselNetwork network = up with
        {
            Vessels = [tube, tube with { Id = "down", From = "after", To = "end" }],
            Nodes =
            [
                new FlowNode("inlet", new ConstantWaveform(inflow)), up.Nodes[1],
                new LumpedEnd("after", after) { Coupling = NodeCoupling.StaticPressure },
                new ResistanceNode("end") { Resistance = Proximal, OutletPressure = 0 },
            ],
            Lumped = lumped,
        };
        VesselSimulation simulation = new(network, new MeshOptions { Cells = 10 });
        RunOutcome outcome = simulation.RunToSteady(
            1e-9, 60, new StepOptions { LargestStep = 2e-3 },
            [Probe.Pressure("before"), Probe.Pressure("after"), Probe.Flow("narrowing")],
            TestContext.Current.CancellationToken);
        Assert.IsType<RunOutcome.Finished>(outcome);
        double drop = outcome.Recording["before"][0] - outcome.Recording["after"][0];
        // Areas that still change by 1e-9 a second leave this much of the flow on its way.
        Assert.Equal(inflow, outcome.Recording["narrowing"][0], 1e-8 * inflow);
        Assert.Equal(viscous * inflow + turbulent * inflow * inflow, drop, 1e-6 * drop);
        Assert.InRange(outcome.Report.ConservationError, 0, 1e-12);
    }

    private static MeshOptions Mesh(double step) => new()
    {
        Cells = (int)Math.Round(20 * Coarsest / Math.Min(step, Coarsest)),
    };

    private static double[] Pressures(Load load, double step)
    {
        LumpedNetwork lumped = new();
        NodeId end = lumped.AddNode("end", Pressure.FromPascals(OutletPressure));
        NodeId outlet = lumped.AddPressureNode("outlet", new ConstantWaveform(OutletPressure));
        NodeId middle = load == Load.Storage ? end : lumped.AddNode("middle", Pressure.FromPascals(OutletPressure));
        switch (load)
        {
            case Load.Windkessel:
                lumped.Add(new Resistance { Id = "r1", From = end, To = middle, Value = Ohm(Proximal) });
                break;
            case Load.Inertance:
                lumped.Add(new Inertance
                {
                    Id = "l",
                    From = end,
                    To = middle,
                    Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(3e6),
                });
                break;
            case Load.Resistance:
                lumped.Add(new Resistance { Id = "r1", From = end, To = outlet, Value = Ohm(Distal) });
                lumped.Add(new Resistance { Id = "r0", From = middle, To = outlet, Value = Ohm(Distal) });
                break;
        }

        if (load != Load.Resistance)
        {
            lumped.Add(new ElasticVolume
            { Id = "c", Inside = middle, Outside = lumped.Ground, Value = Farad(Storage) });
            lumped.Add(new Resistance { Id = "r2", From = middle, To = outlet, Value = Ohm(Distal) });
        }

        VesselNetwork network = Tube(
            new LumpedEnd("end", end) { Coupling = NodeCoupling.StaticPressure }) with
        { Lumped = lumped };
        return Pressures(new VesselSimulation(network, Mesh(step)), step);
    }

    private static double[] Pressures(VesselSimulation simulation, double step)
    {
        Probe[] probes = [Probe.InVessel("tube", 0.5 * Length, "pressure"), Probe.InVessel("tube", Length, "pressure")];
        RunOutcome outcome = simulation.RunTo(
            End, new StepOptions { LargestStep = step, SampleInterval = End / 25 }, probes,
            TestContext.Current.CancellationToken);
        Assert.IsType<RunOutcome.Finished>(outcome);
        return [.. outcome.Recording.Series.Values.SelectMany(values => values)];
    }

    private static VesselNetwork Tube(NetworkNode end, NetworkNode? start = null) => new()
    {
        Blood = new Blood(Density, 4e-3),
        Vessels =
        [
            new Vessel
            {
                Id = "tube",
                From = start?.Id ?? "inlet",
                To = end.Id,
                Length = Length,
                Wall = VesselWall.Artery,
                Profile = new UniformProfile(new WallPoint(A0, K, K, OutletPressure, 0)),
                Start = new UniformStart(A0, 0),
            },
        ],
        Nodes = [start ?? new FlowNode("inlet", Inflow), end],
    };

    private static double Distance(double[] x, double[] y) =>
        Math.Sqrt(x.Zip(y, (a, b) => (a - b) * (a - b)).Average());

    private static Compliance Farad(double value) => ElasticVolumeTests.Farad(value);

    private static HydraulicResistance Ohm(double value) => ResistanceTests.Ohm(value);
}
