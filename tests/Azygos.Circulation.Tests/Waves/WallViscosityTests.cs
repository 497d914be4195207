using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;
using Azygos.Testing;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Viscoelastic walls against the standing wave of a closed tube: a″ + νk² a′ + c²k² a = 0, ν = τc².</summary>
public sealed class WallViscosityTests
{
    private const double Length = 0.5, C = 5, WallTime = 0.02, End = 0.3;

    // So small that what the linear equation leaves out, its square, is far below the error of 80 cells.
    private const double Amplitude = 1e-5;

    private const double K = Math.PI / Length, Damping = 0.5 * WallTime * C * C * K * K;

    [Fact]
    public void A_standing_wave_dies_as_the_wall_says_at_order_two() =>
        ObservedOrder.Over(1.0 / 20, 3, cell => Error(Tube((int)Math.Round(1 / cell), cut: false)))
            .LastTwoAreAtLeast(ObservedOrder.SecondOrder);

    [Fact]
    public void It_is_damped_to_a_share_that_an_elastic_wall_would_not_show()
    {
        double[] viscous = Shape(Tube(80, cut: false));
        Assert.InRange(viscous.Max(Math.Abs), 0, Math.Exp(-Damping * End) * 1.05);
        Assert.True(viscous.Max(Math.Abs) > 0.2 * Math.Exp(-Damping * End), "nothing is left to compare");
    }

    [Fact]
    public void A_joint_in_the_tube_changes_nothing()
    {
        double[] whole = Shape(Tube(40, cut: false)), joined = Shape(Tube(20, cut: true));
        // Half a per cent of the wave: the joint is a face of another formula, of the same order.
        Assert.All(whole.Zip(joined), pair => Assert.Equal(pair.First, pair.Second, 0.005));
    }

    [Fact]
    public void Volume_is_exact_where_three_viscous_vessels_of_different_walls_meet()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 12,
        [
            Viscous(Tubes.Artery("a", "blind", "fork", 0.3, new Wave())),
            Viscous(Tubes.Vein("b", "fork", "end", 0.2)),
            Tubes.Artery("elastic", "fork", "shut", 0.1),
        ],
            new ClosedNode("blind"), new JunctionNode("fork"), new ClosedNode("end"), new ClosedNode("shut"));
        double before = system.Volume();
        system.To(0.4);
        Assert.Equal(before, system.Volume(), 1e-13 * before);
    }

    private static Vessel Viscous(Vessel vessel) => vessel with { WallTime = WallTime };

    private static WaveSystem Tube(int cells, bool cut)
    {
        Vessel[] vessels = cut
            ?
            [
                Viscous(Tubes.Artery("a", "left", "middle", 0.5 * Length, new Wave())),
                Viscous(Tubes.Artery("b", "middle", "right", 0.5 * Length, new Wave(0.5 * Length))),
            ]
            : [Viscous(Tubes.Artery("a", "left", "right", Length, new Wave()))];
        NetworkNode[] nodes = cut
            ? [new ClosedNode("left"), new JunctionNode("middle"), new ClosedNode("right")]
            : [new ClosedNode("left"), new ClosedNode("right")];
        return Tubes.System(Tubes.Inviscid, cells, vessels, nodes).To(End);
    }

    // (A − A₀)/(A₀ ε) in every cell.
    private static double[] Shape(WaveSystem system) =>
        [.. system.Mesh.Lines.SelectMany(line => Enumerable.Range(0, line.Cells)
            .Select(i => (line.Area[VesselLine.Margin + i] / Tubes.ArteryPoint.ReferenceArea - 1) / Amplitude))];

    private static double Error(WaveSystem system)
    {
        double frequency = Math.Sqrt(C * C * K * K - Damping * Damping), phase = frequency * End;
        double exact = Math.Exp(-Damping * End) * (Math.Cos(phase) + Damping / frequency * Math.Sin(phase));
        double[] shape = Shape(system);
        double sum = 0, half = 0.5 * K * system.Mesh.Lines[0].CellLength;
        for (int i = 0; i < shape.Length; i++)
        {
            double mean = Math.Sin(half) / half * Math.Cos((2 * i + 1) * half);   // of cos kx over the cell
            sum += Math.Pow(shape[i] - exact * mean, 2);
        }

        return Math.Sqrt(sum / shape.Length);
    }

    // A₀ (1 + ε cos kx), at rest; x counted from a place of the tube.
    private sealed record Wave(double From = 0) : VesselStart
    {
        public override (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at) =>
            (at.ReferenceArea * (1 + Amplitude * Math.Cos(K * (From + x))), 0);
    }
}
