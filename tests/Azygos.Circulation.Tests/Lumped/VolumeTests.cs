using Azygos.Circulation.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Lumped;

public sealed class ElasticVolumeTests : LumpedElementSpec<ElasticVolume>
{
    protected override bool HoldsFluid => true;

    private static ElasticVolume Of(
        double c, double unstressed, NodeId inside = default, NodeId outside = default) => new()
        {
            Id = "e",
            Inside = inside,
            Outside = outside,
            Value = Farad(c),
            Unstressed = Volume.FromCubicMetres(unstressed),
        };

    protected override ElasticVolume Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(2e-9, 5e-6, first, outside);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(0, 0), "compliance", "C", "= 0", "m³/Pa", "above 0"),
        new(() => Of(1e-9, -1e-6), "unstressed volume", "V_u", "= -1E-06", "m³", "0 or more"),
    ];

    [Fact]
    public void Volume_is_the_unstressed_one_plus_compliance_times_pressure() =>
        Near(5e-6 + 2e-9 * 700, VolumeAt(1000, 300), 1e-14);

    internal static Compliance Farad(double value) => Compliance.FromCubicMetresPerPascal(value);
}

public sealed class ReservoirVolumeTests : LumpedElementSpec<ReservoirVolume>
{
    protected override bool HoldsFluid => true;

    private static ReservoirVolume Of(
        double c, double unstressed, double saturation, NodeId inside = default, NodeId outside = default) => new()
        {
            Id = "e",
            Inside = inside,
            Outside = outside,
            RestCompliance = ElasticVolumeTests.Farad(c),
            Unstressed = Volume.FromCubicMetres(unstressed),
            Saturation = Volume.FromCubicMetres(saturation),
        };

    protected override ReservoirVolume Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(4e-7, 1e-3, 5e-4, first, outside);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(-1, 0, 1), "compliance at rest", "C₀", "= -1", "m³/Pa", "above 0"),
        new(() =>
            Of(1e-7, double.NegativeInfinity < 0 ? -1 : 0, 1), "unstressed volume", "V_u", "= -1", "m³", "0 or more"),
        new(() => Of(1e-7, 0, 0), "saturation volume", "V_s", "= 0", "m³", "above 0"),
    ];

    [Fact]
    public void At_rest_it_holds_the_unstressed_volume_with_the_compliance_at_rest()
    {
        Near(1e-3, VolumeAt(300, 300), 1e-15);
        Near(
            4e-7, (VolumeAt(301, 300) - VolumeAt(299, 300)) / 2,
            1e-6);   // rounding of 1e-3 m³ over 8e-7, and (πy C₀/2V_s)² of 1.6e-6
    }

    [Fact]
    public void It_fills_and_empties_to_the_saturation_volume()
    {
        Near(1e-3 + 5e-4, VolumeAt(1e9), 1e-5);
        Near(1e-3 - 5e-4, VolumeAt(-1e9), 1e-5);
    }
}

public sealed class ElastanceChamberTests : LumpedElementSpec<ElastanceChamber>
{
    protected override bool HoldsFluid => true;

    private static ElastanceChamber Of(
        double active, double passive, double unstressed, NodeId inside = default, NodeId outside = default,
        double activation = 0.5) => new()
        {
            Id = "e",
            Inside = inside,
            Outside = outside,
            Active = Elastance.FromPascalsPerCubicMetre(active),
            Passive = Elastance.FromPascalsPerCubicMetre(passive),
            Unstressed = Volume.FromCubicMetres(unstressed),
            Activation = new ConstantWaveform(activation),
        };

    protected override ElastanceChamber Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(3e8, 1e7, 1e-5, first, outside);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(-1, 1e7, 0), "active elastance", "E_A", "= -1", "Pa/m³", "0 or more"),
        new(() => Of(3e8, 0, 0), "passive elastance", "E_B", "= 0", "Pa/m³", "above 0"),
        new(() => Of(3e8, 1e7, -1), "unstressed volume", "V₀", "= -1", "m³", "0 or more"),
    ];

    [Fact]
    public void Pressure_is_the_elastance_of_the_moment_times_the_stressed_volume() =>
        Near(1e-5 + 800 / (3e8 * 0.5 + 1e7), VolumeAt(1000, 200), 1e-14);
}

public sealed class Windkessel3Tests : LumpedElementSpec<Windkessel3>
{
    protected override bool HoldsFluid => true;

    private static Windkessel3 Of(
        double r1, double c, double r2, NodeId first = default, NodeId middle = default, NodeId second = default,
        NodeId outside = default) => new()
        {
            Id = "e",
            From = first,
            Middle = middle,
            To = second,
            Outside = outside,
            Proximal = ResistanceTests.Ohm(r1),
            Compliance = ElasticVolumeTests.Farad(c),
            Distal = ResistanceTests.Ohm(r2),
        };

    protected override Windkessel3 Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(1e7, 2e-9, 9e7, first, network.AddNode("middle"), second, outside);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(0, 1e-9, 1e8), "proximal resistance", "R₁", "= 0", "Pa·s/m³", "above 0"),
        new(() => Of(1e7, -1, 1e8), "compliance", "C", "= -1", "m³/Pa", "above 0"),
        new(() => Of(1e7, 1e-9, 0), "distal resistance", "R₂", "= 0", "Pa·s/m³", "above 0"),
    ];

    [Fact]
    public void Steady_flow_is_the_drop_over_both_resistances()
    {
        Near(1e-5, SteadyFlowOf(1200, 200), 1e-13);
        Near(1100, Steady(1200, 200).Pressure("middle"), 1e-13);
        Near(1e-5, Steady(1200, 200).Quantity("e.distal", "flow"), 1e-12);
    }
}
