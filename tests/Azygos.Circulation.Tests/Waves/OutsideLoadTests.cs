using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Pressures outside parts of a vessel, that change in time.</summary>
public sealed class OutsideLoadTests
{
    private const double Length = 0.2, Density = 1060, Gravity = 9.81;

    // A vein in a fluid as heavy as blood: whatever the tilt, both columns are the same, and nothing moves.
    [Fact]
    public void Blood_in_a_vein_within_a_fluid_of_its_weight_stays_still_while_it_is_tilted()
    {
        Waveform tilt = new TableWaveform([0, 0.1, 0.3, 0.4], [0, 1, -0.5, 0]);
        Vessel vein = Tubes.Of("vein", "top", "bottom", Length, VesselWall.StiffVein,
            Tubes.VeinPoint with { Gravity = Gravity }) with
        {
            GravityFactor = tilt,
            Loads = [new OutsideLoad([0, Length], [200, 200 + Density * Gravity * Length], tilt)],
        };
        var system = Tubes.System(Tubes.Viscous, 20, [vein], new ClosedNode("top"), new ClosedNode("bottom"));
        double largest = 0;
        system.To(0.5, 2e-3, () => largest = Math.Max(largest, system.FastestBlood()));
        // 1e-9 m/s: rounding of columns of 2000 Pa over the density, a step at a time.
        Assert.InRange(largest, 0, 1e-9);
        Assert.All(system.Along("vein", VesselQuantity.AreaRatio), ratio => Assert.Equal(1, ratio, 1e-9));
    }

    [Fact]
    public void Blood_pressed_from_outside_comes_to_rest_at_the_areas_that_the_wall_gives()
    {
        const double press = 300, end = 30;
        OutsideLoad load = new([0.06, 0.1, 0.14], [0, 1, 0], new TableWaveform([0, 0.1], [0, press]));
        Vessel vein = Tubes.Of("vein", "left", "right", Length, VesselWall.StiffVein, Tubes.VeinPoint) with { Loads = [load] };
        var system = Tubes.System(
            Tubes.Viscous with { Viscosity = 0.2 }, 40, [vein], new ClosedNode("left"), new ClosedNode("right"));
        double before = system.Volume();
        system.To(end);
        Assert.Equal(before, system.Volume(), 1e-13 * before);
        // At rest: one pressure everywhere. 1e-6 Pa: what viscous blood still has to come to rest.
        double[] pressure = system.Along("vein", VesselQuantity.Pressure);
        Assert.All(pressure, p => Assert.Equal(pressure[0], p, 1e-6));
        double[] ratio = system.Along("vein", VesselQuantity.AreaRatio);
        for (int i = 0; i < ratio.Length; i++)
        {
            double outside = press * load.MeanAround(0.005 * (i + 0.5), 0.005, Length);
            Assert.Equal(VesselWall.StiffVein.Area(pressure[i] - outside, Tubes.VeinPoint) / 1e-4, ratio[i], 1e-9);
        }

        Assert.True(ratio.Max() - ratio.Min() > 0.05, "the load pressed on nothing");
    }

    [Fact]
    public void A_load_of_the_whole_vessel_is_its_outside_pressure()
    {
        Waveform pulse = Tubes.Pulse(400, 0.05, 0.02);
        double[][] areas = [.. new[] { true, false }.Select(isLoad =>
        {
            Vessel vein = Tubes.Vein("vein", "left", "right", Length, new UniformStart(1e-4, 0.1));
            vein = isLoad
                ? vein with { Loads = [new OutsideLoad([0, Length], [1, 1], pulse)] }
                : vein with { OutsidePressure = pulse };
            return Tubes.System(Tubes.Viscous, 20, [vein],
                new PressureNode("left", new ConstantWaveform(600)), new PressureNode("right", new ConstantWaveform(500)))
                .To(0.1, 5e-4).Along("vein", VesselQuantity.AreaRatio);
        })];
        Assert.True(areas[0].Max() - areas[0].Min() > 0.01, "nothing moved");
        // The two take slopes of Q and of u, so that they agree to the scheme's order, not to rounding.
        Assert.All(areas[0].Zip(areas[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    [Theory]
    [InlineData(0.1, 0.02, 1)]        // well inside the plateau of 0.06 to 0.14
    [InlineData(0.05, 0.02, 0)]       // just beside it
    [InlineData(0.06, 0.02, 0.5)]     // half in
    [InlineData(0, 0.02, 0)]          // at the end of the vessel: the end itself
    public void A_place_feels_the_mean_around_it(double x, double width, double expected) => Assert.Equal(
        expected,
        new OutsideLoad([0.06, 0.06, 0.14, 0.14], [0, 1, 1, 0], new ConstantWaveform(1)).MeanAround(x, width, Length), 1e-12);
}
