using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Tests.Waves;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;
using Azygos.Testing;

namespace Azygos.Circulation.Tests.Narrowings;

/// <summary>A throat at a face of a vessel with waves.</summary>
public sealed class NarrowedFaceTests
{
    private const double Length = 0.2, Drop = 400;

    [Theory]
    [InlineData(0.7)]
    [InlineData(0.3)]
    [InlineData(0.1)]
    [InlineData(0.001)]
    public void Steady_flow_obeys_the_law_of_the_throat(double share)
    {
        // A closed vein sloshes longest: nothing but its friction ends it.
        WaveSystem system = Between(Narrowed(Rigid(share)), 30).To(share < 0.01 ? 30 : 8);
        double[] flow = system.Along("vein", VesselQuantity.Flow), area = system.Along("vein", VesselQuantity.Area);
        double q = ((NarrowedFace)system.Mesh.Nodes.Single(node => node is NarrowedFace)).Flow;
        const double still = 1e-10;   // m³/s: a millionth of what the open vein carries
        Assert.All(flow, one => Assert.InRange(one, q * (1 - 1e-3) - still, q * (1 + 1e-3) + still));
        // Friction of the two halves by their own areas, and the throat between the areas on either side.
        double[] place = system.Along("vein", VesselQuantity.Pressure);
        double friction = 8 * Math.PI * Tubes.Viscous.Viscosity, cell = Length / area.Length;
        double lost = area.Sum(a => friction * cell / (a * a)) * q;
        int left = area.Length / 2 - 1;
        double open = 0.5 * (area[left] + area[left + 1]), A = share * Tubes.VeinPoint.ReferenceArea;
        lost += friction * (Per(A) - Per(open)) * q + 0.76 * Tubes.Viscous.Density * Math.Pow(1 / A - 1 / open, 2) * q * q;
        // Static pressure is prescribed: velocity heads at the ends belong to the balance.
        lost += 0.5 * Tubes.Viscous.Density * q * q * (1 / (area[^1] * area[^1]) - 1 / (area[0] * area[0]));
        Assert.InRange(lost, Drop * 0.99, Drop * 1.01);   // cells of 7 mm for the areas beside the throat
        Assert.True(place[left] > place[left + 1]);

        double Per(double a) => (0.83 * 0.01 + 1.64 * Math.Sqrt(4 * a / Math.PI)) / (a * a);
    }

    [Fact]
    public void A_throat_without_area_lets_exactly_nothing_pass()
    {
        WaveSystem system = Between(Narrowed(Rigid(0)), 20);
        double upstream = system.Mesh.LinesOf["vein"][0].Volume();
        system.To(3);
        Assert.Equal(0, system.Mesh.LinesOf["vein"][1].VolumeFlux[0]);
        Assert.Equal(0, system.Mesh.LinesOf["vein"][0].VolumeFlux[^1]);
        Assert.True(system.Mesh.LinesOf["vein"][0].Volume() > upstream);   // it fills, but for that
    }

    [Fact]
    public void What_enters_a_throat_leaves_it()
    {
        Vessel vein = Narrowed(Rigid(0.1)) with
        {
            Start = new ProfileStart([0, Length], [1.1e-4, 0.8e-4], [0, 0]),
        };
        WaveSystem system = Tubes.System(Tubes.Viscous, 20, [vein], new ClosedNode("in"), new ClosedNode("out"));
        double held = system.Volume(), first = system.Mesh.Lines[0].Volume();
        system.To(1);
        Assert.InRange(system.Volume(), held * (1 - 1e-14), held * (1 + 1e-14));
        Assert.True(system.Mesh.Lines[0].Volume() < 0.95 * first);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.1, 0.1)]
    [InlineData(0.2, 0.05)]   // a flap
    public void The_scheme_stays_of_order_two(double forward, double backward)
    {
        double c = Tubes.VeinPoint is var p ? VesselWall.StiffVein.WaveSpeed(p.ReferenceArea, p, 1060) : 0;
        Narrowing throat = Rigid(forward) with { BackwardArea = backward * p.ReferenceArea, Length = 0.02, Softness = 0.1 };
        double[] next = Fields(24);
        ObservedOrder.Over(1.0 / 24, 3, h =>
        {
            double[] coarse = next;
            next = Fields(2 * (int)Math.Round(1 / h));
            return coarse.Select((value, i) => value - 0.5 * (next[2 * i] + next[2 * i + 1])).Rms();
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);

        double[] Fields(int cells)
        {
            WaveSystem system = Tubes.System(Tubes.Viscous, cells,
                [Tubes.Vein("vein", "in", "out", 1) with { Narrowings = [throat with { Position = 0.5 }] }],
                new FlowNode("in", Tubes.Pulse(2e-6, 0.4 / c, 0.1 / c)), new AbsorbingNode("out", p.ReferencePressure));
            system.To(1.1 / c, 0.7 / cells / c);
            return [.. system.Along("vein", VesselQuantity.AreaRatio),
                .. system.Along("vein", VesselQuantity.Velocity).Select(u => u / c)];
        }
    }

    [Fact]
    public void A_place_at_an_end_is_the_face_next_to_it()
    {
        foreach ((double place, int face) in new[] { (0.0, 1), (0.104, 10), (Length, 19) })
            Assert.Equal(
                face, Between(Narrowed(Rigid(0.5) with { Position = place }), 20).Mesh.LinesOf["vein"][0].Cells);
    }

    [Fact]
    public void A_vessel_of_one_cell_gets_a_face() =>
        Assert.Equal(2, Between(Narrowed(Rigid(0.5)), 1).Mesh.Lines.Sum(line => line.Cells));

    [Fact]
    public void Throats_at_one_face_cost_what_they_cost_one_after_the_other()
    {
        double once = Flow([Rigid(0.2)]), twice = Flow([Rigid(0.2), Rigid(0.2) with { Id = "second" }]);
        double apart = Flow([Rigid(0.2) with { Position = 0.09 }, Rigid(0.2) with { Id = "second", Position = 0.11 }]);
        Assert.True(twice < 0.9 * once);
        Assert.InRange(twice, apart * 0.99, apart * 1.01);   // areas beside them differ a little

        static double Flow(Narrowing[] throats) =>
            Between(Tubes.Vein("vein", "in", "out", Length) with { Narrowings = throats }, 20).To(8)
                .Along("vein", VesselQuantity.Flow)[0];
    }

    [Fact]
    public void A_throat_may_close_in_time_and_open_again()
    {
        Waveform opening = new TableWaveform([0, 1, 2, 3, 4], [1, 0, 0, 1, 1]);
        WaveSystem system = Between(Narrowed(Rigid(0.3) with { Opening = opening }), 20);
        NarrowedFace face = (NarrowedFace)system.Mesh.Nodes.Single(node => node is NarrowedFace);
        system.To(0.5);
        Assert.True(face.Flow > 0);
        system.To(1.5);
        Assert.Equal(0, face.Flow);
        system.To(4);
        Assert.True(face.Flow > 0);
    }

    [Fact]
    public void Blood_at_rest_stays_at_rest_beside_a_throat()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 20, [Narrowed(Rigid(0.1))],
            new ClosedNode("in"), new ClosedNode("out"));
        system.To(1);
        Assert.InRange(system.FastestBlood(), 0, 1e-13);
    }

    [Fact]
    public void A_vein_that_folds_behind_its_throat_is_no_trouble()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 30, [Narrowed(Rigid(0.05))],
            new PressureNode("in", new ConstantWaveform(2_000)), new PressureNode("out", new ConstantWaveform(-400)));
        system.To(2);
        Assert.All(system.Along("vein", VesselQuantity.Area), area => Assert.True(area > 0 && double.IsFinite(area)));
    }

    private static Narrowing Rigid(double share) => new()
    {
        Id = "throat",
        Position = Length / 2,
        Length = 0.01,
        ForwardArea = share * Tubes.VeinPoint.ReferenceArea,
        BackwardArea = share * Tubes.VeinPoint.ReferenceArea,
    };

    private static Vessel Narrowed(Narrowing throat) =>
        Tubes.Vein("vein", "in", "out", Length) with { Narrowings = [throat] };

    private static WaveSystem Between(Vessel vessel, int cells) => Tubes.System(Tubes.Viscous, cells, [vessel],
        new PressureNode("in", new ConstantWaveform(Tubes.VeinPoint.ReferencePressure + Drop)),
        new PressureNode("out", new ConstantWaveform(Tubes.VeinPoint.ReferencePressure)));
}
