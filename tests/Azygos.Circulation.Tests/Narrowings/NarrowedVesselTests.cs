using Azygos.Circulation.Lumped;
using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Circulation.Walls;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Narrowings;

/// <summary>A lumped cell with a throat.</summary>
public sealed class NarrowedVesselTests : LumpedElementSpec<LumpedVessel<SoftVein>>
{
    private const double OpenArea = 8e-5;

    protected override bool HoldsFluid => true;

    // The throat is narrower at every point, away from where it would be as wide as a folded vein.
    protected override IReadOnlyList<(double First, double Second, double Outside)> Points =>
        [(1000, 400, 0), (400, 1000, 10), (900, -300, 150), (-20, -30, 0)];

    protected override LumpedVessel<SoftVein> Make(
        LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(first, second, outside, Throat(0.2));

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Throat(0.2) with { ForwardArea = -1e-6 }, "throat area", "A_s", "m²", "0 or more"),
        new(() => Throat(0.2) with { Length = -1 }, "length", "L_s", "m", "0 or more"),
        new(() => Throat(0.2) with { Softness = 2 }, "softness", "1/f", "from 0 to 1"),
    ];

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.1)]
    [InlineData(0.001)]
    public void Steady_flow_balances_friction_and_throat(double share)
    {
        Narrowing throat = Throat(share) with { Softness = 0 };
        SteadyFlow narrowed = Steady(600, 500, throat);
        double q = narrowed.Quantity("e", "flow"), open = narrowed.Quantity("e", "area");
        double drop = Cell(600, 500) * q + DropOf(throat, open, q);
        Near(100, drop, 1e-8);
    }

    [Fact]
    public void A_throat_that_does_not_narrow_it_changes_no_steady_flow() =>
        Near(
            Steady(600, 500, null).Quantity("e", "flow"),
            Steady(600, 500, Throat(1) with { ForwardArea = 1, BackwardArea = 1 }).Quantity("e", "flow"), 1e-12);

    [Fact]
    public void A_throat_without_area_lets_exactly_nothing_pass() =>
        Assert.Equal(0, Steady(600, 500, Throat(0)).Quantity("e", "flow"));

    [Fact]
    public void A_flap_costs_more_against_its_direction()
    {
        Narrowing flap = Throat(0.3) with { BackwardArea = 0.03 * OpenArea };
        Assert.True(
            Steady(600, 500, flap).Quantity("e", "flow") > -3 * Steady(500, 600, flap).Quantity("e", "flow"));
    }

    [Fact]
    public void A_stiff_throat_yields_less_to_pressure_than_a_soft_one()
    {
        double soft = Steady(2600, 2500, Throat(0.2) with { Softness = 1 }).Quantity("e", "flow");
        double stiff = Steady(2600, 2500, Throat(0.2) with { Softness = 0.1 }).Quantity("e", "flow");
        double rigid = Steady(2600, 2500, Throat(0.2) with { Softness = 0 }).Quantity("e", "flow");
        Assert.True(soft > stiff && stiff > rigid, $"{soft}, {stiff}, {rigid}");
    }

    private static Narrowing Throat(double share) => new()
    {
        Id = "throat",
        Position = 0,
        Length = 0.01,
        ForwardArea = share * OpenArea,
        BackwardArea = share * OpenArea,
        Softness = 0.1,
        StatedAt = 600,
    };

    private static LumpedVessel<SoftVein> Of(NodeId first, NodeId second, NodeId outside, Narrowing? throat) => new()
    {
        Id = "e",
        From = first,
        To = second,
        Outside = outside,
        Length = Length.FromMetres(0.06),
        ReferenceArea = Area.FromSquareMetres(OpenArea),
        Distension = Pressure.FromPascals(276),
        Bending = Pressure.FromPascals(13),
        Narrowing = throat,
    };

    private static SteadyFlow Steady(double first, double second, Narrowing? throat)
    {
        var network = new LumpedNetwork();
        network.Add(Of(
            network.AddPressureNode("first", new ConstantWaveform(first)),
            network.AddPressureNode("second", new ConstantWaveform(second)), network.Ground, throat));
        return Runs.Steady(network);
    }

    // Friction of the open cell per flow [Pa s/m³], between the same pressures.
    private static double Cell(double first, double second) =>
        (first - second) / Steady(first, second, null).Quantity("e", "flow");

    private static double DropOf(Narrowing throat, double open, double q)
    {
        double c = 8 * Math.PI * PhysicalConstants.BloodViscosity.PascalSeconds, A = throat.ForwardArea;
        double ρ = PhysicalConstants.BloodDensity.KilogramsPerCubicMetre, k = 1 / A - 1 / open;
        return c * (Per(A) - Per(open)) * q + 0.76 * ρ * k * k * q * q;

        double Per(double a) => (0.83 * throat.Length + 1.64 * Math.Sqrt(4 * a / Math.PI)) / (a * a);
    }
}
