using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Walls;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;
using Azygos.Testing.ClosedForms;

namespace Azygos.Circulation.Tests.Lumped;

public sealed class InertanceTests : LumpedElementSpec<Inertance>
{
    private static Inertance Of(double l, double r, double b, NodeId first = default, NodeId second = default) => new()
    {
        Id = "e",
        From = first,
        To = second,
        Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(l),
        Series = ResistanceTests.Ohm(r),
        QuadraticLoss = b,
    };

    protected override Inertance Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(2e5, 3e6, 4e11, first, second);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(0, 1, 0), "inertance", "L", "= 0", "Pa·s²/m³", "above 0"),
        new(() => Of(1, -1, 0), "series resistance", "R", "= -1", "Pa·s/m³", "0 or more"),
        new(() => Of(1, 1, -1), "quadratic loss", "B", "= -1", "Pa·s²/m⁶", "0 or more"),
    ];

    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    public void In_the_end_losses_take_the_whole_drop(double drop)
    {
        double q = SteadyFlowOf(drop, 0);
        Near(drop, 3e6 * q + 4e11 * q * Math.Abs(q), 1e-9);   // the march ends with a step of 1e7 s against 10 ms
    }
}

public sealed class LumpedVesselTests : LumpedElementSpec<LumpedVessel<SoftVein>>
{
    protected override bool HoldsFluid => true;

    internal static LumpedVessel<SoftVein> Of(
        NodeId first = default, NodeId second = default, NodeId outside = default, double length = 0.1,
        double area = 8e-5, double kd = 276, double kb = 13,
        double friction = 0.1, string id = "e", double headLoss = 0) => new()
        {
            Id = id,
            From = first,
            To = second,
            Outside = outside,
            Length = Length.FromMetres(length),
            ReferenceArea = Area.FromSquareMetres(area),
            Distension = Pressure.FromPascals(kd),
            Bending = Pressure.FromPascals(kb),
            Friction = friction,
            HeadLoss = headLoss,
        };

    protected override LumpedVessel<SoftVein> Make(
        LumpedNetwork network, NodeId first, NodeId second, NodeId outside) => Of(first, second, outside);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(length: 0), "length", "ℓ", "= 0", " m", "above 0"),
        new(() => Of(area: -1), "reference area", "A₀", "= -1", "m²", "above 0"),
        new(() => Of(kd: 0), "distension stiffness", "K_d", "= 0", "Pa", "above 0"),
        new(() => Of(kb: 0), "bending stiffness", "K_b", "= 0", "Pa", "above 0"),
        new(() => Of(friction: 0), "friction", "c_f", "= 0", "Pa·s", "above 0"),
        new(() => Of(headLoss: -1), "head loss", "K", "= -1", "0 or more"),
    ];

    [Fact]
    public void At_the_reference_pressure_it_holds_its_reference_volume() =>
        Near(8e-5 * 0.1, VolumeAt(500, 500), 1e-13);

    [Fact]
    public void Its_area_is_the_mean_of_its_ends()
    {
        double area = Steady(276 * 7, 0).Quantity(
            "e", "area");   // α³ − 1 = 7 but for bending: α near 2 at one end, 1 at the other
        Assert.InRange(area, 1.48 * 8e-5, 1.5 * 8e-5);
    }
}

public sealed class VesselWithHeadLossTests : LumpedElementSpec<LumpedVessel<SoftVein>>
{
    protected override bool HoldsFluid => true;

    protected override LumpedVessel<SoftVein> Make(
        LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        LumpedVesselTests.Of(first, second, outside, headLoss: 0.8, friction: 1e-9);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
        [new(() => LumpedVesselTests.Of(headLoss: double.NaN), "head loss", "K", "= NaN", "finite")];

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Without_friction_the_drop_is_the_heads_lost(double drop)
    {
        // 1 Pa moves α by 1e-3: the area of both ends is nearly the reference area.
        double q = SteadyFlowOf(drop, 0), u = q / 8e-5;
        Near(drop, 0.8 * 0.5 * PhysicalConstants.BloodDensity.KilogramsPerCubicMetre * u * Math.Abs(u), 3e-3);
    }
}

/// <summary>A vessel into a node whose walls yield with time, and a resistance out of it.</summary>
public sealed class ViscoelasticVesselTests : LumpedElementSpec<ILumpedElement>
{
    protected override bool HoldsFluid => true;

    protected override ILumpedElement Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside)
    {
        NodeId yielding = network.AddNode("yielding", null, null, Duration.FromSeconds(0.02));
        network.Add(new Resistance { Id = "out", From = yielding, To = second, Value = ResistanceTests.Ohm(3e7) });
        return LumpedVesselTests.Of(first, yielding, outside);
    }

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
        [new(() => new LumpedNetwork().AddNode(
            "n", null, null, Duration.FromSeconds(-1)), "wall time", "τ", "= -1", " s", "0 or more")];

    [Theory]
    [InlineData(1, 0)]
    [InlineData(600, 0)]
    [InlineData(600, 599.9)]
    public void A_network_at_zero_pressure_can_start(double first, double second) =>
        Assert.InRange(
            Steady(first, second).Pressure("yielding"), second,
            first);   // the spec's nodes start at 0, where pressures give no scale

    [Fact]
    public void In_the_steady_state_the_walls_have_yielded()
    {
        SteadyFlow steady = Steady(600, 0);
        Near(steady.Quantity("out", "flow"), steady.Quantity("e", "flow"), 1e-9);
        var elastic = new LumpedNetwork();
        NodeId first = elastic.AddPressureNode("first", new ConstantWaveform(600)), node = elastic.AddNode("node");
        elastic.Add(LumpedVesselTests.Of(first, node, elastic.Ground));
        elastic.Add(new Resistance { Id = "out", From = node, To = elastic.Ground, Value = ResistanceTests.Ohm(3e7) });
        Near(Runs.Steady(elastic).Quantity("e", "volume"), steady.Quantity("e", "volume"), 1e-8);
    }
}

public sealed class StiffVesselTests : LumpedElementSpec<LumpedVessel<StiffVein>>
{
    protected override bool HoldsFluid => true;

    protected override LumpedVessel<StiffVein> Make(
        LumpedNetwork network, NodeId first, NodeId second, NodeId outside) => Of(first, second, outside, 3e-5);

    private static LumpedVessel<StiffVein> Of(NodeId first, NodeId second, NodeId outside, double area) => new()
    {
        Id = "e",
        From = first,
        To = second,
        Outside = outside,
        Length = Length.FromMetres(0.05),
        ReferenceArea = Area.FromSquareMetres(area),
        Distension = Pressure.FromPascals(105),
        Bending = Pressure.FromPascals(105),
        ReferencePressure = Pressure.FromPascals(50),
    };

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
        [new(() => Of(default, default, default, 0), "reference area", "A₀", "= 0", "m²", "above 0")];

    [Fact]
    public void At_the_reference_pressure_it_holds_its_reference_volume() =>
        Near(3e-5 * 0.05, VolumeAt(550, 500), 1e-13);
}

public sealed class DynamicValveTests : LumpedElementSpec<DynamicValve>
{
    private static DynamicValve Of(
        NodeId first = default, NodeId second = default, double open = 3e-4, double closed = 2e-5,
        double length = 0.012, double density = 1055, double ko = 0.25,
        double kc = 0.35, double ζ = 0.1) => new()
        {
            Id = "e",
            From = first,
            To = second,
            OpenArea = Area.FromSquareMetres(open),
            ClosedArea = Area.FromSquareMetres(closed),
            EffectiveLength = Length.FromMetres(length),
            Density = Density.FromKilogramsPerCubicMetre(density),
            OpeningRate = ko,
            ClosingRate = kc,
            OpensAbove = Pressure.FromPascals(35),
            ClosesBelow = Pressure.FromPascals(-15),
            InitialOpening = ζ,
        };

    protected override DynamicValve Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(first, second);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(open: 0), "open area", "A_o", "= 0", "m²", "above 0"),
        new(() => Of(closed: -1), "closed area", "A_c", "= -1", "m²", "0 or more"),
        new(() => Of(length: 0), "effective length", "l", "= 0", " m", "above 0"),
        new(() => Of(density: 0), "density", "ρ", "= 0", "kg/m³", "above 0"),
        new(() => Of(ko: -1), "opening rate", "K_o", "= -1", "1/(Pa·s)", "0 or more"),
        new(() => Of(kc: double.PositiveInfinity), "closing rate", "K_c", "1/(Pa·s)", "finite"),
        new(() => Of(ζ: 1.5), "initial opening", "ζ", "= 1.5", "from 0 to 1"),
    ];

    [Fact]
    public void Open_it_carries_the_orifice_flow()
    {
        double q = SteadyFlowOf(400, 0);
        Near(400, 1055 / (2 * 3e-4 * 3e-4) * q * q, 1e-9);   // Δp = ρ q²/(2A²); the march ends with a step of 1e7 s
    }

    [Fact]
    public void Closed_it_leaks_through_its_closed_area()
    {
        double q = SteadyFlowOf(-400, 0);
        Near(400, 1055 / (2 * 2e-5 * 2e-5) * q * q, 1e-9);
        Assert.True(q < 0);
    }

    [Fact]
    public void Its_opening_follows_the_closed_form_under_steps()
    {
        (double, double)[] steps = [(0, 90), (0.15, 20), (0.25, -60), (0.45, 150)];
        ValveUnderSteps form = new(steps)
        { OpeningRate = 0.25, ClosingRate = 0.35, OpensAbove = 35, ClosesBelow = -15, InitialOpening = 0.1 };
        var network = new LumpedNetwork();
        network.Add(Of(network.AddPressureNode("up", new StepWaveform(steps)), network.Ground));
        Recording run = Runs.To(network, 0.6, 5e-4, [new Probe("ζ", "e", "opening")], sample: 0.01).Recording;
        for (int i = 0; i < run.Times.Length; i++)
        {
            // Second order: (λh)³/12 a step with λ = 40/s, h = 0.5 ms, a thousand steps.
            Assert.Equal(form.Opening(run.Times[i]), run["ζ"][i], 1e-5);
        }
    }

    [Fact]
    public void With_both_rates_zero_it_is_stuck()
    {
        var network = new LumpedNetwork();
        network.Add(Of(network.AddPressureNode("up", new ConstantWaveform(500)), network.Ground, ko: 0, kc: 0, ζ: 0.3));
        Assert.Equal(0.3, Runs.To(network, 0.1, 1e-3, [new Probe("ζ", "e", "opening")]).Recording["ζ"][^1]);
    }
}
