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
        Assert.True(Math.Abs(flow - exact) <= 1e-8 * Math.Abs(exact), $"{flow:R}, not {exact:R}");   // Simpson on 4000 pieces
    }

    [Fact]
    public void Only_transmural_pressures_count()
    {
        double flow = Flow(400, -300, 0), moved = Flow(1400, 700, 1000);
        Assert.True(Math.Abs(flow - moved) <= 1e-11 * flow, $"{flow:R} and {moved:R}");   // 1000 Pa added and taken away again: 1e-13 of 1 Pa
    }

    private static double Square(double y)
    {
        double α = SoftVein.AreaRatio<Real>(new(y), new(Distension), new(Bending)).Value;
        return α * α;
    }

    private static double Flow(double up, double down, double outside)
    {
        var network = new LumpedNetwork();
        network.Add(new LumpedVessel<SoftVein>
        {
            Id = "vein",
            From = network.AddPressureNode("up", new ConstantWaveform(up)),
            To = network.AddPressureNode("down", new ConstantWaveform(down)),
            Outside = network.AddPressureNode("outside", new ConstantWaveform(outside)),
            Length = Quantities.Length.FromMetres(Length),
            ReferenceArea = Quantities.Area.FromSquareMetres(Area),
            Distension = Pressure.FromPascals(Distension),
            Bending = Pressure.FromPascals(Bending),
            Friction = Friction,
        });
        return Runs.Steady(network).Quantity("vein", "flow");
    }
}
