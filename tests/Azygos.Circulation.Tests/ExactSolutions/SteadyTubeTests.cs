using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Walls;
using Azygos.Numerics;

namespace Azygos.Circulation.Tests.ExactSolutions;

/// <summary>Steady flow along a vessel against closed forms and an independent integration.</summary>
public sealed class SteadyTubeTests
{
    private static Vessel Of(VesselWall wall, VesselProfile profile, double length) => new()
    {
        Id = "v",
        From = "a",
        To = "b",
        Length = length,
        Wall = wall,
        Profile = profile,
        Start = new UniformStart(1, 0),
    };

    [Fact]
    public void Friction_in_a_uniform_vein_follows_its_closed_form()
    {
        // −A² dp + ρQ² dA/A = ρκQ dx, so ρκQ x = −A₀² (W(α) − W(α₁)) + ρQ² ln(α/α₁), W = ∫ α² dy.
        WallPoint at = new(8e-5, 900, 14, 0, 0);
        Blood blood = new(1055, 0.0038);
        const double Q = 9e-6, length = 0.35;
        SteadyTube tube = new(Of(VesselWall.SoftVein, new UniformProfile(at), length), blood, Q);
        IReadOnlyList<SteadyPoint> points = tube.Along(0, 0.6 * 8e-5, [0.1, 0.2, 0.3]);
        double W(double α) => default(SoftVein).FrictionIntegral<Real>(new(α), new(900), new(14)).Value;
        foreach (SteadyPoint point in points)
        {
            double α = point.Area / 8e-5;
            double x = (-8e-5 * 8e-5 * (W(α) - W(0.6)) + blood.Density * Q * Q * Math.Log(α / 0.6))
                / (blood.Density * blood.FrictionFactor * Q);
            Assert.Equal(point.Position, x, 1e-11);
        }
        Assert.True(points[^1].Area < 0.5 * 8e-5);
    }

    [Theory]
    [InlineData(4.0 / 3, 0.4, 0.006, 0.003, 6e5, 2, 1e-5, 1e4, 0, 10143.0475019246)]
    [InlineData(1, 0.5, 0.01, 0.007, 4e5, 9, 5e-5, 9000, -9.80665, 14292.8582175729)]
    public void Tapered_flow_agrees_with_an_independent_integration(
        double momentum, double length, double rIn, double rOut, double E, double ζ, double Q, double outlet, double g,
        double inlet)
    {
        // The last number: classical Runge-Kutta of the equation for A, 16000 steps, written apart from this program.
        TaperedProfile taper = new()
        {
            Length = length,
            Radius = (rIn, rOut),
            Thickness = (0.1 * rIn, 0.1 * rOut),
            YoungModulus = E,
            Gravity = g,
        };
        Vessel vessel = Of(VesselWall.Artery, taper, length);
        SteadyTube tube = new(vessel, new Blood(1060, 0.004, ζ, momentum), Q);
        double end = vessel.Wall.Area(outlet, taper.At(length, true));
        Assert.Equal(inlet, tube.At(length, end, 0).Pressure, 1e-8);
    }

    [Fact]
    public void Still_blood_stands()
    {
        TabulatedProfile profile = new([0, 0.2, 0.2, 0.5],
        [
            new(8e-5, 250, 250, 0, 9.81), new(6e-5, 300, 300, 0, 9.81), new(6e-5, 900, 900, 500, 9.81),
            new(7e-5, 900, 900, 500, 9.81),
        ]);
        Vessel vessel = Of(VesselWall.StiffVein, profile, 0.5);
        SteadyTube tube = new(vessel, new Blood(1060, 0.004), 0);
        double top = vessel.Wall.Area(-300, profile.At(0, false));
        Assert.Equal(-300 + 1060 * 9.81 * 0.5, tube.At(0, top, 0.5).Pressure, 1e-9);
    }

    [Fact]
    public void Supercritical_flow_jumps_and_momentum_is_kept()
    {
        WallPoint at = new(5e-4, 30, 30, 0, 9.80665);
        Vessel vessel = Of(VesselWall.StiffVein, new UniformProfile(at), 1.6);
        SteadyTube tube = new(vessel, new Blood(1000, 0.004), 9e-5);
        double uniform = tube.UniformArea(0), outlet = vessel.Wall.Area(1400, at);
        Assert.True(uniform < tube.CriticalArea(0));
        ElasticJump jump = tube.Jump((0, uniform), (1.6, outlet))!;
        Assert.InRange(jump.Position, 0.1, 1.59);
        Assert.True(jump.Before.SpeedIndex > 1 && jump.After.SpeedIndex < 1);
        Assert.Equal(1, tube.Momentum(jump.Before) / tube.Momentum(jump.After), 1e-9);
        Assert.Equal(uniform, tube.At(0, uniform, 1).Area, 1e-9 * uniform);              // gravity balances friction
        // A higher outlet pressure pushes the jump up by the height it weighs, but for the friction below it.
        ElasticJump higher = tube.Jump((0, uniform), (1.6, vessel.Wall.Area(2400, at)))!;
        Assert.Equal(1000 / (1000 * 9.80665), jump.Position - higher.Position, 2e-3);
        Assert.Null(tube.Jump((0, uniform), (1.6, vessel.Wall.Area(60000, at))));
    }

    [Fact]
    public void A_flow_that_becomes_critical_is_refused_by_place()
    {
        WallPoint at = new(8e-5, 250, 250, 0, 0);
        SteadyTube tube = new(Of(VesselWall.StiffVein, new UniformProfile(at), 3), new Blood(1060, 0.004), 3e-5);
        ArithmeticException refused = Assert.Throws<ArithmeticException>(() => tube.Along(0, 8e-5, [1, 2, 3]));
        Assert.Contains("critical at x =", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waterfall_does_not_feel_its_outlet_below_the_critical_pressure()
    {
        double[] x = [.. Enumerable.Range(0, 61).Select(i => i * 0.004)];
        TabulatedProfile profile = new(x, [.. x.Select(at => new WallPoint(
            9e-5, 180, 180, 500 * Math.Pow(Math.Sin(Math.Clamp((at - 0.06) / 0.12, 0, 1) * Math.PI), 2), 0))]);
        Vessel vessel = Of(VesselWall.StiffVein, profile, 0.24);
        StarlingTube tube = new(vessel, new Blood(1060, 0.004), 1200);
        Assert.Equal(tube.WaterfallFlow, tube.FlowAt(tube.CriticalOutletPressure - 300));
        double last = tube.WaterfallFlow;
        foreach (double share in (double[])[0.001, 0.1, 0.5, 0.9])
        {
            double outlet = tube.CriticalOutletPressure + share * (1200 - tube.CriticalOutletPressure);
            double flow = tube.FlowAt(outlet);
            Assert.True(flow < last);
            Assert.Equal(outlet, tube.Along(flow, [0.24])[0].Pressure, 1e-6);
            last = flow;
        }
        // The throat of the waterfall's flow is critical, and nothing beyond it is.
        IReadOnlyList<SteadyPoint> profileAtFall = tube.Along(tube.WaterfallFlow, x);
        Assert.InRange(profileAtFall.Max(point => point.SpeedIndex), 0.99, 1.0000001);
    }
}
