using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Lumped;

public sealed class ResistanceTests : LumpedElementSpec<Resistance>
{
    protected override Resistance Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        new() { Id = "e", From = first, To = second, Value = Ohm(2e7) };

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => new Resistance { Id = "e", From = default, To = default, Value = Ohm(0) },
            "resistance", "R", "= 0", "Pa·s/m³", "above 0"),
        new(() => new Resistance { Id = "e", From = default, To = default, Value = Ohm(-5) },
            "resistance", "R", "= -5", "Pa·s/m³", "above 0"),
    ];

    [Fact]
    public void Flow_is_the_pressure_drop_over_the_resistance() => Near(3e-5, SteadyFlowOf(1000, 400), 1e-15);

    internal static HydraulicResistance Ohm(double value) => HydraulicResistance.FromPascalSecondsPerCubicMetre(value);
}

public sealed class DiodeTests : LumpedElementSpec<Diode>
{
    protected override Diode Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        new() { Id = "e", From = first, To = second, Value = ResistanceTests.Ohm(2e7) };

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => new Diode { Id = "e", From = default, To = default, Value = ResistanceTests.Ohm(0) },
            "resistance", "R", "= 0", "Pa·s/m³", "above 0"),
    ];

    [Fact]
    public void Flow_runs_forward_by_Ohms_law() => Near(3e-5, SteadyFlowOf(1000, 400), 1e-15);

    [Fact]
    public void Flow_never_runs_backward() => Assert.Equal(0, SteadyFlowOf(400, 1000));
}

public sealed class StarlingResistorTests : LumpedElementSpec<StarlingResistor>
{
    protected override StarlingResistor Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        new() { Id = "e", From = first, To = second, Outside = outside, Value = ResistanceTests.Ohm(5e7) };

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => new StarlingResistor
        { Id = "e", From = default, To = default, Outside = default, Value = ResistanceTests.Ohm(-1) },
            "resistance", "R", "= -1", "Pa·s/m³", "above 0"),
    ];

    [Theory]
    [InlineData(1100)]
    [InlineData(0)]
    [InlineData(-3000)]
    public void Below_the_outside_pressure_the_downstream_pressure_does_not_count(double downstream) =>
        Near(1e-5, SteadyFlowOf(1700, downstream, outside: 1200), 1e-15);   // (1700 − 1200)/5e7

    [Fact]
    public void Above_the_outside_pressure_it_is_a_resistance() =>
        Near(4e-6, SteadyFlowOf(1700, 1500, outside: 1200), 1e-15);

    [Fact]
    public void Nothing_flows_forward_through_a_shut_vein() => Assert.Equal(0, SteadyFlowOf(900, 300, outside: 1200));

    [Fact]
    public void Blood_runs_back_only_above_the_outside_pressure()
    {
        Near(-6e-6, SteadyFlowOf(900, 1500, outside: 1200), 1e-15);
        Assert.Equal(0, SteadyFlowOf(900, 1190, outside: 1200));
    }
}

public sealed class CollapsibleConductanceTests : LumpedElementSpec<CollapsibleConductance>
{
    private static CollapsibleConductance Of(
        double k, double width, NodeId first = default, NodeId second = default, NodeId outside = default) =>
        new()
        {
            Id = "e",
            From = first,
            To = second,
            Outside = outside,
            Conductance = k,
            Width = Pressure.FromPascals(width)
        };

    protected override CollapsibleConductance Make(
        LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(8e-8, 107, first, second, outside);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(-1, 107), "conductance", "k", "= -1", "m³/(Pa·s)", "0 or more"),
        new(() => Of(double.NaN, 107), "conductance", "k", "= NaN", "m³/(Pa·s)", "finite"),
        new(() => Of(8e-8, 0), "collapse width", "P_A", "= 0", "Pa", "above 0"),
    ];

    [Theory]
    [InlineData(0, 1)]       // half open: 1 + (2/π) atan 0 = 1
    [InlineData(107, 2.25)]  // atan 1 = π/4: 1.5²
    [InlineData(-107, 0.25)] // atan −1: 0.5²
    public void Conductance_falls_as_the_inlet_collapses(double transmural, double square) =>
        Near(square * 8e-8 * 50, SteadyFlowOf(700 + transmural, 650 + transmural, outside: 700), 1e-13);

    [Fact]
    public void Wide_open_it_carries_four_times_its_conductance()
    {
        double flow = SteadyFlowOf(1e8, 1e8 - 100);
        Near(4 * 8e-8 * 100, flow, 2e-6);   // 1 − (2/π) P_A/p each: 107e-8·(2/π) twice
    }

    [Fact]
    public void An_occluded_segment_carries_nothing() => Assert.Equal(0, Runs.Steady(Occluded()).Quantity("e", "flow"));

    private static LumpedNetwork Occluded()
    {
        var network = new LumpedNetwork();
        NodeId first = network.AddPressureNode("first", new ConstantWaveform(900)),
            second = network.AddPressureNode("second", new ConstantWaveform(0));
        network.Add(Of(0, 107, first, second, network.Ground));
        return network;
    }
}

public sealed class QuadraticLossTests : LumpedElementSpec<QuadraticLoss>
{
    private const double R = 3e6, B = 4e11;

    private static QuadraticLoss Of(double r, double b, NodeId first = default, NodeId second = default) =>
        new() { Id = "e", From = first, To = second, Viscous = ResistanceTests.Ohm(r), Coefficient = b };

    protected override QuadraticLoss Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(R, B, first, second);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(0, B), "viscous resistance", "R", "= 0", "Pa·s/m³", "above 0"),
        new(() => Of(R, -2), "quadratic loss", "B", "= -2", "Pa·s²/m⁶", "0 or more"),
    ];

    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    [InlineData(0.01)]
    public void The_drop_is_R_Q_plus_B_Q_squared(double drop)
    {
        double q = SteadyFlowOf(drop, 0);
        Near(drop, R * q + B * q * Math.Abs(q), 1e-13);
    }
}

public sealed class PrescribedFlowTests : LumpedElementSpec<PrescribedFlow>
{
    protected override bool RestsAtEqualPressures => false;

    protected override PrescribedFlow Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        new()
        {
            Id = "e",
            From = first,
            Into = second,
            Flow = new HarmonicWaveform(4e-6, 0.8, new Harmonic(1, 2e-6, 0.3))
        };

    // The value is a waveform; what can be impossible about one is refused there.
    protected override IReadOnlyList<Impossible> ImpossibleValues =>
        [new(() => new HarmonicWaveform(1, -0.8), "period", "-0.8")];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e5, -1e5)]
    public void It_flows_whatever_the_pressures(double first, double second) =>
        Near(4e-6 + 2e-6 * Math.Sin(0.3), SteadyFlowOf(first, second), 1e-14);
}

public sealed class MeanFlowPumpTests : LumpedElementSpec<MeanFlowPump>
{
    private static Compliance C(double value) => Compliance.FromCubicMetresPerPascal(value);

    private static MeanFlowPump Of(
        double gain, double loss, double period, NodeId first = default, NodeId second = default,
        NodeId outside = default) => new()
        {
            Id = "e",
            From = first,
            To = second,
            Outside = outside,
            GainWithFilling = C(gain),
            LossWithLoad = C(loss),
            Period = Duration.FromSeconds(period),
        };

    protected override MeanFlowPump Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(1e-7, 3e-9, 0.8, first, second, outside);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(0, 3e-9, 0.8), "gain with filling", "a", "= 0", "m³/Pa", "above 0"),
        new(() => Of(1e-7, -1, 0.8), "loss with load", "b", "= -1", "m³/Pa", "0 or more"),
        new(() => Of(1e-7, 3e-9, 0), "period", "T", "= 0", "s", "above 0"),
    ];

    [Fact]
    public void It_gives_the_plane_s_stroke_volume_once_a_beat() =>
        // 800 Pa above 100 fill by 80 mL, 11100 Pa above 100 take 33.3 mL away: 46.7 mL in 0.8 s
        Near((80e-6 - 33.3e-6) / 0.8, SteadyFlowOf(900, 11200, outside: 100), 1e-14);

    [Fact]
    public void It_never_runs_backward() => Assert.Equal(0, SteadyFlowOf(0, 11200));

    [Fact]
    public void A_stroke_without_pressure_adds_to_it()
    {
        var network = new LumpedNetwork();
        NodeId first = network.AddPressureNode("first", new ConstantWaveform(800)),
            second = network.AddPressureNode("second", new ConstantWaveform(11100));
        network.Add(Of(1e-7, 3e-9, 0.8, first, second, network.Ground) with
        {
            StrokeWithoutPressure = Volume.FromMillilitres(-6.7),
        });
        Near((-6.7e-6 + 80e-6 - 33.3e-6) / 0.8, SteadyFlow.Solve(network).Quantity("e", "flow"), 1e-14);
    }
}
