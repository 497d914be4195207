using Azygos.Body.Reflex;
using Azygos.Circulation;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Reflex;

public sealed class BaroreflexTests : LumpedElementSpec<Baroreflex>
{
    internal static Baroreflex Of(
        NodeId sensor = default, NodeId outside = default, double set = 12000, double gain = 4, double τ = 10,
        string id = "e") => new()
        {
            Id = id,
            Sensor = sensor,
            Outside = outside,
            SetPoint = Pressure.FromPascals(set),
            Gain = gain,
            TimeConstant = Duration.FromSeconds(τ),
        };

    protected override Baroreflex Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(first, network.Ground);

    protected override IReadOnlyList<(double First, double Second, double Outside)> Points =>
        [(11000, 0, 0), (14000, 0, 0)];

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(set: 0), "set point", "p_set", "= 0", "Pa", "above 0"),
        new(() => Of(gain: -1), "reflex gain", "G", "= -1", "0 or more"),
        new(() => Of(τ: 0), "reflex time constant", "τ", "= 0", " s", "above 0"),
    ];

    [Theory]
    [InlineData(12000, 0)]
    [InlineData(9000, 0.7615941559557649)]     // G · 3000/12000 = 1: tanh 1
    [InlineData(15000, -0.7615941559557649)]
    public void The_signal_settles_at_the_saturating_error(double pressure, double signal) =>
        Assert.Equal(
            signal, Steady(pressure, 0).Quantity("e", Baroreflex.Signal), 1e-6);   // 10 s against a last step of 1e7 s

    [Fact]
    public void No_gain_is_no_reflex()
    {
        var network = new LumpedNetwork();
        NodeId sensor = network.AddPressureNode("p", new Circulation.Waveforms.ConstantWaveform(3000));
        network.Add(Of(sensor, network.Ground, gain: 0));
        Assert.Equal(0, Circulation.Tests.Runs.Steady(network).Quantity("e", Baroreflex.Signal));
    }
}

public sealed class ReflexBedTests : LumpedElementSpec<ReflexBed>
{
    private const double R1 = 2e7, R2 = 2e8, Venule = 1e7;

    private static ReflexBed Of(
        NodeId artery = default, NodeId arteriole = default, NodeId venule = default, NodeId vein = default,
        NodeId outside = default, double r1 = R1,
        double c = 2e-9, double r2 = R2, double venous = Venule, double c0 = 5e-8, double unstressed = 1e-4,
        double saturation = 3e-4, double a = 0.6,
        double b = 0.2) => new()
        {
            Id = "e",
            Artery = artery,
            Arteriole = arteriole,
            Venule = venule,
            Vein = vein,
            Outside = outside,
            Proximal = Ohm(r1),
            ArterialCompliance = Compliance.FromCubicMetresPerPascal(c),
            Distal = Ohm(r2),
            Venous = Ohm(venous),
            RestCompliance = Compliance.FromCubicMetresPerPascal(c0),
            Unstressed = Volume.FromCubicMetres(unstressed),
            Saturation = Volume.FromCubicMetres(saturation),
            ResistanceEffect = a,
            VolumeEffect = b,
            Reflex = "reflex",
        };

    protected override bool HoldsFluid => true;

    protected override ReflexBed Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside)
    {
        network.Add(BaroreflexTests.Of(first, network.Ground, id: "reflex"));
        return Of(first, network.AddNode("arteriole"), network.AddNode("venule"), second, outside);
    }

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(r1: 0), "proximal resistance", "R₁", "= 0", "Pa·s/m³", "above 0"),
        new(() => Of(c: 0), "arterial compliance", "C", "= 0", "m³/Pa", "above 0"),
        new(() => Of(r2: 0), "distal resistance", "R₂", "= 0", "Pa·s/m³", "above 0"),
        new(() => Of(venous: 0), "venule resistance", "R_venule", "= 0", "Pa·s/m³", "above 0"),
        new(() => Of(c0: 0), "compliance at rest", "C₀", "= 0", "m³/Pa", "above 0"),
        new(() => Of(unstressed: -1), "unstressed volume", "V_u", "= -1", "m³", "0 or more"),
        new(() => Of(saturation: -1), "saturation volume", "V_s", "= -1", "m³", "0 or more"),
        new(() => Of(a: 1.2), "effect on the resistance", "a", "= 1.2", "from 0 to 1"),
        new(() => Of(b: -0.1), "effect on the volume", "b", "= -0.1", "from 0 to 1"),
    ];

    [Theory]
    [InlineData(12000, 0)]
    [InlineData(9000, 0.7615941559557649)]
    public void Steady_flow_is_the_drop_over_the_resistances_as_the_signal_has_them(double arterial, double signal)
    {
        SteadyFlow steady = Steady(arterial, 500);
        double resistance = R1 + R2 * (1 + 0.6 * signal) + Venule;
        Near((arterial - 500) / resistance, steady.Quantity("e", "flow"), 1e-6);
        double y = 500 + Venule * steady.Quantity("e", "flow"), reach = 2 / Math.PI * 3e-4;
        Near(
            1e-4 * (1 - 0.2 * signal) + reach * Math.Atan(5e-8 * y / reach),
            steady.Quantity("e.reservoir", "volume"), 1e-6);
    }

    private static HydraulicResistance Ohm(double value) => HydraulicResistance.FromPascalSecondsPerCubicMetre(value);
}
