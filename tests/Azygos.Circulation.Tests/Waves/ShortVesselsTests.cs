using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Vessels of one, two and three cells: they carry waves, keep volume, and rest.</summary>
public sealed class ShortVesselsTests
{
    private const double Length = 0.6, Peak = 1_000;

    [Theory]
    [InlineData(1, 0.2)]     // no slopes at all: of order 1, so the pulse flattens
    [InlineData(2, 0.03)]    // one slope for both cells, against curved ones
    [InlineData(3, 0.005)]
    public void A_chain_carries_a_pulse_like_a_long_vessel(int cells, double share)
    {
        int vessels = 60 / cells;
        double piece = Length / vessels;
        WaveSystem chain = Run(cells, [.. Enumerable.Range(0, vessels).Select(i => Tubes.Artery(
            $"v{i}", i == 0 ? "in" : $"n{i}", i == vessels - 1 ? "out" : $"n{i + 1}", piece))]);
        WaveSystem whole = Run(60, [Tubes.Artery("v0", "in", "out", Length)]);
        double[] expected = whole.Along("v0", VesselQuantity.Pressure);
        double[] actual =
            [.. Enumerable.Range(0, vessels).SelectMany(i => chain.Along($"v{i}", VesselQuantity.Pressure))];
        double worst = expected.Zip(actual, (p, q) => Math.Abs(p - q)).Max();
        Assert.Equal(Peak, expected.Max() - 10_000, 0.02 * Peak);   // 20 cells wide
        Assert.True(worst < share * Peak, $"{worst} Pa of {Peak}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_network_of_short_unlike_vessels_keeps_its_volume_and_comes_to_rest(int cells)
    {
        WaveSystem system = Tubes.System(Tubes.Viscous with { Viscosity = 0.5 }, cells,
        [
            Tubes.Vein("a", "x", "y", 0.05, new UniformStart(1.1e-4, 0)), Tubes.Vein("b", "y", "z", 0.02),
            Tubes.Artery("c", "y", "z", 0.03, new UniformStart(2.5e-4, 0)), Tubes.Vein("d", "z", "end", 0.04),
        ],
            new ClosedNode("x"), new JunctionNode("y"), new JunctionNode("z"), new ClosedNode("end"));
        double before = system.Volume();
        system.To(0.02);
        Assert.True(system.FastestBlood() > 0.01);
        system.To(20);
        Assert.Equal(before, system.Volume(), 1e-13 * before);
        double[] p = [.. "abcd".SelectMany(id => system.Along(id.ToString(), VesselQuantity.Pressure))];
        Assert.All(p, value => Assert.Equal(p[0], value, 1e-6));
    }

    private static WaveSystem Run(int cells, Vessel[] vessels) => Tubes.System(Tubes.Inviscid, cells, vessels,
    [
        new IncidentWaveNode("in", 10_000, Tubes.Pulse(Peak, 0.06, 0.02)), new AbsorbingNode("out", 10_000),
        .. vessels.Skip(1).Select(vessel => new JunctionNode(vessel.From)),
    ]).To(0.12);
}
