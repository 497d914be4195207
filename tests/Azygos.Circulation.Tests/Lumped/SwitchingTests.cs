using Azygos.Circulation.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Lumped;

public sealed class SmoothValveTests : LumpedElementSpec<SwitchingResistance>
{
    internal static SwitchingResistance Of(
        double open, double shut, double? steepness, NodeId from = default, NodeId to = default) => new()
        {
            Id = "e",
            From = from,
            To = to,
            Open = ResistanceTests.Ohm(open),
            Shut = ResistanceTests.Ohm(shut),
            Steepness = steepness,
        };

    protected override SwitchingResistance Make(
        LumpedNetwork network, NodeId first, NodeId second, NodeId outside) => Of(1e7, 1e9, 0.002, first, second);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(0, 1, 1), "open resistance", "R_o", "= 0", "Pa·s/m³", "above 0"),
        new(() => Of(1, -2, 1), "shut resistance", "R_s", "= -2", "Pa·s/m³", "above 0"),
        new(() => Of(1, 2, 0), "steepness", "k", "= 0", "1/Pa", "above 0"),
    ];

    [Theory]
    [InlineData(300)]
    [InlineData(-300)]
    public void Its_resistance_is_that_of_the_hyperbolic_tangent(double drop) => Near(
        drop / (1e7 + (1e9 - 1e7) * 0.5 * (1 - Math.Tanh(0.002 * drop))), SteadyFlowOf(drop, 0), 1e-12);

    [Theory]
    [InlineData(1e6, 1e7)]
    [InlineData(-1e6, 1e9)]
    public void Pressed_hard_it_is_open_or_shut(double drop, double resistance) =>
        Near(drop / resistance, SteadyFlowOf(drop, 0), 1e-14);
}

public sealed class SwitchingValveTests : LumpedElementSpec<SwitchingResistance>
{
    protected override SwitchingResistance Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        SmoothValveTests.Of(1e7, 1e9, null, first, second);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
        [new(() => SmoothValveTests.Of(-1, 1, null), "open resistance", "R_o", "= -1", "above 0")];

    [Fact]
    public void It_switches_at_equal_pressures()
    {
        Near(1e-5, SteadyFlowOf(100, 0), 1e-14);
        Near(-1e-7, SteadyFlowOf(0, 100), 1e-14);
    }
}

public sealed class TimedResistanceTests : LumpedElementSpec<TimedResistance>
{
    protected override TimedResistance Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) => new()
    { Id = "e", From = first, To = second, Value = new TableWaveform([0, 1], [2e7, 4e7]) };

    // Its numbers are a waveform's; a resistance that is 0 at a time has no flow at that time.
    protected override IReadOnlyList<Impossible> ImpossibleValues =>
        [new(() => new Resistance { Id = "e", From = default, To = default, Value = ResistanceTests.Ohm(0) }, "R")];

    [Fact]
    public void Its_flow_is_that_of_the_resistance_now() => Near(3e-5, SteadyFlowOf(1000, 400), 1e-14);
}

public sealed class OneWayInertanceTests : LumpedElementSpec<OneWayInertance>
{
    private static OneWayInertance Of(double l, double r, NodeId from = default, NodeId to = default) => new()
    {
        Id = "e",
        From = from,
        To = to,
        Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(l),
        Series = ResistanceTests.Ohm(r),
    };

    protected override OneWayInertance Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(2e5, 3e6, first, second);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(0, 1), "inertance", "L", "= 0", "Pa·s²/m³", "above 0"),
        new(() => Of(1, 0), "series resistance", "R", "= 0", "Pa·s/m³", "above 0"),
    ];

    [Fact]
    public void Forward_it_is_its_resistance() => Near(2e-4, SteadyFlowOf(600, 0), 1e-9);

    [Fact]
    public void Backward_it_leaks_a_millionth() => Near(-2e-10, SteadyFlowOf(0, 600), 1e-9);
}
