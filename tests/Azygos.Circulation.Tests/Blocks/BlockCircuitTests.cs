using Azygos.Circulation.Blocks;

namespace Azygos.Circulation.Tests.Blocks;

/// <summary>What makes a network of blocks, and what does not.</summary>
public sealed class BlockCircuitTests
{
    private static BlockResult Run(Block[] blocks, params (string From, string To)[] connections) =>
        BlockSimulation.Run(
            new BlockModel
            {
                Blocks = blocks,
                Connections = [.. connections.Select(one => new BlockConnection(one.From, one.To))],
                Plan = new BlockPlan { Period = 1, Cycles = 1, PointsPerCycle = 3, ByVariable = true },
            },
            TestContext.Current.CancellationToken);

    private static FlowBlock In => new() { Name = "in", Flow = new(6) };

    private static ResistanceBlock End => new() { Name = "end", Resistance = new(50), Distal = new(10) };

    [Theory]
    [InlineData(false, 0, 0, 0, 0)]
    [InlineData(false, 40, 0, 0, 0)]
    [InlineData(false, 40, 1e-3, 0, 0)]
    [InlineData(false, 0, 1e-3, 2, 0)]
    [InlineData(false, 40, 1e-3, 2, 3)]
    [InlineData(false, 0, 0, 2, 3)]
    [InlineData(false, 0, 0, 0, 3)]
    [InlineData(true, 0, 1e-3, 0, 0)]
    [InlineData(true, 40, 1e-3, 2, 3)]
    [InlineData(true, 40, 0, 0, 3)]
    public void A_steady_vessel_has_its_resistance_whatever_else_it_has(
        bool compliantInlet, double resistance, double compliance, double inertance, double stenosis)
    {
        VesselBlock vessel = new()
        {
            Name = "v",
            Resistance = resistance,
            Compliance = compliance,
            Inertance = inertance,
            Stenosis = stenosis,
            CompliantInlet = compliantInlet,
        };
        BlockResult result = Run([In, vessel, End], ("in", "v"), ("v", "end"));
        Assert.Empty(result.Stopped);
        Assert.All(result.Values[("flow:v:end", "y")], flow => Assert.Equal(6, flow, 1e-9));
        Assert.All(result.Values[("pressure:v:end", "y")], pressure => Assert.Equal(310, pressure, 1e-6));
        // A loss without viscosity is given one of a hundred-millionth: 1e-7 of the drop.
        Assert.All(result.Values[("pressure:in:v", "y")],
            pressure => Assert.Equal(310 + 6 * (resistance + stenosis * 6), pressure, 1e-4));
    }

    [Fact]
    public void Two_pressures_at_one_point_are_refused()
    {
        BlockResult result = Run(
            [
                new PressureBlock { Name = "a", Pressure = new(1) }, new VesselBlock { Name = "open" },
                new PressureBlock { Name = "b", Pressure = new(2) },
            ], ("a", "open"), ("open", "b"));
        Assert.Contains("a and b prescribe the pressure of one point", result.Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_without_resistance_is_refused()
    {
        BlockResult result = Run(
            [
                In, new JunctionBlock { Name = "j" }, new VesselBlock { Name = "one" }, new VesselBlock { Name = "two" },
                new JunctionBlock { Name = "k" }, End,
            ],
            ("in", "j"), ("j", "one"), ("j", "two"), ("one", "k"), ("two", "k"), ("k", "end"));
        Assert.Contains("is not determined", result.Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coronary_of_a_closed_loop_needs_a_heart()
    {
        BlockResult result = Run(
            [
                In,
                new CoronaryBlock
                {
                    Name = "bed",
                    Arterial = new(1),
                    Microvascular = new(1),
                    Venous = new(1),
                    ArterialCompliance = 1,
                    MuscleCompliance = 1,
                },
                End,
            ], ("in", "bed"), ("bed", "end"));
        Assert.Contains("bed needs the pressure of a ventricle", result.Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flow_prescribed_at_an_outlet_leaves_the_model()
    {
        BlockResult result = Run(
            [
                new PressureBlock { Name = "p", Pressure = new(500) }, new VesselBlock { Name = "v", Resistance = 20 },
                new FlowBlock { Name = "out", Flow = new(3) },
            ], ("p", "v"), ("v", "out"));
        Assert.All(result.Values[("flow:p:v", "y")], flow => Assert.Equal(3, flow, 1e-9));
        Assert.All(result.Values[("pressure:v:out", "y")], pressure => Assert.Equal(440, pressure, 1e-6));
    }
}
