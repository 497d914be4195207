using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;
using Azygos.Testing;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Gravity and outside pressure that change in time.</summary>
public sealed class ChangingForcesTests
{
    // Blood driven round a ring by gravity along it, of the strength f(t) = sin²(πt/T): areas stay, and u obeys
    // du/dt = g f − κ u/A.
    [Fact]
    public void A_ring_driven_by_changing_gravity_moves_as_one_body_at_order_2()
    {
        const double g = 0.5, T = 0.5, end = 0.4;
        WallPoint point = Tubes.ArteryPoint with { Gravity = g };
        double λ = Tubes.Viscous.FrictionFactor / point.ReferenceArea, ω = 2 * Math.PI / T;
        // u = (g/2) ∫ e^(−λ(t−s)) (1 − cos ωs) ds
        double exact = 0.5 * g * ((1 - Math.Exp(-λ * end)) / λ
            - (λ * Math.Cos(ω * end) + ω * Math.Sin(ω * end) - λ * Math.Exp(-λ * end)) / (λ * λ + ω * ω));
        ObservedOrder.Over(8e-3, 3, step =>
        {
            Waveform factor = new HarmonicWaveform(0.5, T, new Harmonic(1, -0.5, Math.PI / 2));
            WaveSystem system = Tubes.System(Tubes.Viscous, 8,
            [
                Tubes.Of("a", "top", "bottom", 0.4, VesselWall.Artery, point) with { GravityFactor = factor },
                Tubes.Of("b", "bottom", "top", 0.4, VesselWall.Artery, point) with { GravityFactor = factor },
            ],
                new JunctionNode("top"), new JunctionNode("bottom")).To(end, step);
            double[] velocities = [.. system.Mesh.LinesOf.Keys.SelectMany(id => system.Along(id, VesselQuantity.Velocity))];
            Assert.All(velocities, u => Assert.Equal(velocities[0], u, 1e-6 * exact));
            return Math.Abs(velocities[0] - exact);
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);
    }

    [Fact]
    public void Twice_the_gravity_at_half_the_factor_is_the_same()
    {
        double[][] runs = [.. new[] { (2.0, 1.0), (4.0, 0.5) }.Select(pair =>
        {
            (double g, double factor) = pair;
            Vessel vein = Tubes.Of("vein", "top", "bottom", 0.2, VesselWall.StiffVein,
                Tubes.VeinPoint with { Gravity = g }, new UniformStart(1e-4, 0)) with
            { GravityFactor = new ConstantWaveform(factor) };
            return Tubes.System(
                Tubes.Viscous, 20, [vein], new ClosedNode("top"), new ClosedNode("bottom"))
                .To(0.2).Along("vein", VesselQuantity.AreaRatio);
        })];
        Assert.True(runs[0].Max() > 1.01, "gravity moved nothing");
        Assert.All(runs[0].Zip(runs[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void A_tilted_vein_comes_to_rest_as_a_column()
    {
        const double g = 9.81;
        WaveSystem system = Tubes.System(
            Tubes.Viscous with { Viscosity = 0.2 }, 20,   // thick blood, so that it rests soon
            [Tubes.Of("vein", "top", "bottom", 0.2, VesselWall.StiffVein, Tubes.VeinPoint with { Gravity = g }) with
            { GravityFactor = new TableWaveform([0, 0.2], [0, 1]) }],
            new ClosedNode("top"), new ClosedNode("bottom"));
        double before = system.Volume();
        system.To(30);
        double[] p = system.Along("vein", VesselQuantity.Pressure);
        for (int i = 1; i < p.Length; i++) Assert.Equal(1060 * g * 0.01, p[i] - p[i - 1], 1e-6);
        Assert.Equal(before, system.Volume(), 1e-13 * before);
    }

    [Fact]
    public void Pressure_outside_everything_raises_pressure_inside_and_moves_nothing()
    {
        Waveform outside = Tubes.Pulse(2_000, 0.2, 0.05);
        WaveSystem system = Tubes.System(Tubes.Viscous, 20,
        [
            Tubes.Vein("a", "end", "joint", 0.2) with { OutsidePressure = outside },
            Tubes.Of("b", "joint", "far", 0.1, VesselWall.Artery, new(2e-4, 5_000, 5_000, 500, 0)) with
            { OutsidePressure = outside },
        ],
            new ClosedNode("end"), new JunctionNode("joint"), new ClosedNode("far"));
        double fastest = 0;
        system.To(0.4, 5e-3, () =>
        {
            fastest = Math.Max(fastest, system.FastestBlood());
            foreach (double p in system.Along("a", VesselQuantity.Pressure))
                Assert.Equal(500 + outside.At(system.Time), p, 1e-9);
        });
        Assert.True(fastest < 1e-12, $"{fastest} m/s");
    }

    // A slowly squeezed vein hands blood to its neighbour until both have one pressure.
    [Fact]
    public void Pressure_outside_one_vessel_squeezes_blood_into_the_other()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous with { Viscosity = 0.2 }, 20,
        [
            Tubes.Vein("squeezed", "end", "joint", 0.2) with
            { OutsidePressure = new TableWaveform([0, 0.3], [0, 800]) },
            Tubes.Vein("free", "joint", "far", 0.2),
        ],
            new ClosedNode("end"), new JunctionNode("joint"), new ClosedNode("far"));
        double before = system.Volume();
        system.To(60);
        double[] squeezed = system.Along("squeezed", VesselQuantity.Pressure);
        double[] free = system.Along("free", VesselQuantity.Pressure);
        Assert.True(free[0] > 550, "nothing was squeezed");
        foreach (double p in squeezed.Concat(free)) Assert.Equal(free[0], p, 1e-6);
        Assert.True(system.Along("squeezed", VesselQuantity.AreaRatio).Max() < 1);
        Assert.Equal(before, system.Volume(), 1e-13 * before);
    }
}
