using Azygos.Circulation.Lumped;
using Azygos.Circulation.Walls;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Walls;

/// <summary>Steady flow through one collapsing cell is the exact viscous one, ∫ A² dp = c_f ℓ q.</summary>
public sealed class VesselCellTests
{
    private const double Distension = 276, Bending = 13, Area = 8e-5, Length = 0.1, Friction = 0.1;

    [Theory]
    [InlineData(900, 100)]
    [InlineData(400, -800)]     // collapsed at its end
    [InlineData(-200, -2000)]   // collapsed all along
    [InlineData(-800, 400)]     // backward
    [InlineData(500, 499.999)]  // nearly at rest: where the quotient of differences gives way to the mean
    public void Steady_flow_is_the_integral_of_area_squared_over_pressure(double up, double down)
    {
        const int pieces = 4000;
        double sum = 0, h = (up - down) / pieces;
        for (int i = 0; i < pieces; i++)
            sum += Square(down + i * h) + 4 * Square(down + (i + 0.5) * h) + Square(down + (i + 1) * h);
        double exact = Area * Area * sum * h / 6 / (Friction * Length);
        double flow = Flow(up, down, outside: 0);
        Assert.True(
            Math.Abs(flow - exact) <= 1e-8 * Math.Abs(exact), $"{flow:R}, not {exact:R}");   // Simpson on 4000 pieces
    }

    [Fact]
    public void Only_transmural_pressures_count()
    {
        double flow = Flow(400, -300, 0), moved = Flow(1400, 700, 1000);
        Assert.True(
            Math.Abs(flow - moved) <= 1e-11 * flow,
            $"{flow:R} and {moved:R}");   // 1000 Pa added and taken away again: 1e-13 of 1 Pa
    }

    [Theory]
    [InlineData(-700, -200)]   // a folded upper end above a fuller lower one
    [InlineData(-50, 400)]
    public void Held_by_gravity_it_resists_between_its_fullest_and_its_most_folded_part(double upper, double lower)
    {
        // Nearly hydrostatic: 1 Pa drives the flow; the transmural pressure rises from the upper end to the lower by
        // the column.
        double column = lower - upper, height = 0.1, drop = 1;
        var network = new LumpedNetwork { FluidColumn = column / height };
        network.Add(Vein(
            network.AddPressureNode("up", new ConstantWaveform(upper + drop), Quantities.Length.FromMetres(height)),
            network.AddPressureNode("down", new ConstantWaveform(lower)), network.Ground));
        double flow = Runs.Steady(network).Quantity("vein", "flow"), full = Area * Area / (Friction * Length);
        Assert.InRange(flow, full * Square(upper) * drop, full * Square(lower) * drop);
        // The mean of 1/α² along the cell is what friction sees; the law's weight mixes it with the mean of α² over
        // pressure, never above twice it.
        double mean = Enumerable.Range(0, 2000).Average(i => 1 / Square(upper + (i + 0.5) / 2000 * column));
        Assert.InRange(flow, full / mean * drop * 0.99, full / mean * drop * 2);
    }

    private static double Square(double y)
    {
        double α = default(SoftVein).AreaRatio<Real>(new(y), new(Distension), new(Bending)).Value;
        return α * α;
    }

    private static double Flow(double up, double down, double outside)
    {
        var network = new LumpedNetwork();
        network.Add(Vein(
            network.AddPressureNode("up", new ConstantWaveform(up)),
            network.AddPressureNode("down", new ConstantWaveform(down)),
            network.AddPressureNode("outside", new ConstantWaveform(outside))));
        return Runs.Steady(network).Quantity("vein", "flow");
    }

    private static LumpedVessel<SoftVein> Vein(NodeId up, NodeId down, NodeId outside) => new()
    {
        Id = "vein",
        From = up,
        To = down,
        Outside = outside,
        Length = Quantities.Length.FromMetres(Length),
        ReferenceArea = Quantities.Area.FromSquareMetres(Area),
        Distension = Pressure.FromPascals(Distension),
        Bending = Pressure.FromPascals(Bending),
        Friction = Friction,
    };
}
