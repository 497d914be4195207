using Azygos.Circulation.Vessels;
using Azygos.Circulation.Walls;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;
using Azygos.Numerics;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Ends of flow faster than waves: nothing comes in, until a jump can climb back.</summary>
public sealed class SupercriticalEndTests
{
    // A collapsed vein of c = 0.7 m/s with blood at 2 m/s.
    private static readonly WallPoint Point = new(1e-4, 30, 30, 0, 0);

    private const double Area = 2e-5, Velocity = 2, Flow = Area * Velocity;

    [Theory]
    [InlineData(-2_000.0)]
    [InlineData(-300.0)]
    [InlineData(null)]     // just below the pressure behind a jump that stands still
    public void An_outlet_pressure_too_low_for_a_jump_changes_nothing(double? pressure)
    {
        WaveSystem system = Run(pressure ?? 0.999 * PressureBehindAJump());
        foreach (double area in system.Along("vein", VesselQuantity.Area)) Assert.Equal(Area, area, 1e-12 * Area);
        foreach (double u in system.Along("vein", VesselQuantity.Velocity)) Assert.Equal(Velocity, u, 1e-12 * Velocity);
    }

    [Fact]
    public void A_higher_outlet_pressure_sends_a_jump_upstream()
    {
        double pressure = 1.3 * PressureBehindAJump();
        WaveSystem system = Run(pressure);
        double[] speed = system.Along("vein", VesselQuantity.SpeedIndex);
        Assert.True(speed[^1] < 1, $"S = {speed[^1]} at the end");
        Assert.True(speed[0] > 1, $"S = {speed[0]} at the inflow");
        Assert.Equal(pressure, system.Node("out").Pressure);
    }

    [Fact]
    public void Waves_do_not_reach_a_supercritical_inflow()
    {
        WaveSystem system = Run(0.5 * PressureBehindAJump());
        Assert.Equal(-Flow * system.Time, system.Node("in").Outflow, 1e-12 * Flow);
        Assert.Equal(Flow * system.Time, system.Node("out").Outflow, 1e-12 * Flow);
    }

    private static WaveSystem Run(double pressure) => Tubes.System(Tubes.Inviscid, 50,
        [Tubes.Of("vein", "in", "out", 0.2, VesselWall.StiffVein, Point, new UniformStart(Area, Velocity))],
        new FlowAndAreaNode("in", Area, new ConstantWaveform(Flow)),
        new PressureNode("out", new ConstantWaveform(pressure))).To(0.2);

    // The same flow and momentum flux A u² + ∫A dp/ρ, beyond the minimum.
    private static double PressureBehindAJump()
    {
        double low = Area, high = Area * 1.01;
        while (Flux(high) < Flux(Area)) (low, high) = (high, high * 1.01);
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            if (Flux(middle) < Flux(Area)) low = middle;
            else high = middle;
        }

        return VesselWall.StiffVein.Pressure(high, Point);

        double Flux(double area) => Flow * Flow / area + Point.ReferenceArea / Tubes.Inviscid.Density
            * default(StiffVein).AreaIntegral<Real>(
                new(area / Point.ReferenceArea), new(Point.Distension), new(Point.Bending)).Value;
    }
}
