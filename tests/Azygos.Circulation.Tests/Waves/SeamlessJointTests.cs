using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>A joint of two vessels with one wall cannot be seen: one vessel of 400 cells, or two of 200.</summary>
public sealed class SeamlessJointTests
{
    private const int Cells = 400;

    // Cells on either side of a jump that show how it lies in its cell; seconds after which it stands.
    private const int JumpWidth = 4;
    private const double Settled = 4;

    [Fact]
    public void A_large_pulse_does_not_see_a_joint()
    {
        // Slopes beside the joint come from one side: a difference of second order, of a pulse that spans 30 cells.
        Compare(
            0.3,
            cut => Pieces(VesselWall.Artery, Tubes.ArteryPoint, 1, cut, new UniformStart(3e-4, 0)),
            new IncidentWaveNode("in", 10_000, Tubes.Pulse(1_000, 0.08, 0.02)), new ClosedNode("out"),
            cut: 0.5, share: 5e-4);
    }

    [Fact]
    public void A_shock_passes_a_joint()
    {
        Compare(
            0.1,
            cut => Pieces(VesselWall.StiffVein, Tubes.VeinPoint, 1, cut, new UniformStart(1e-4, 0)),
            new PressureNode("in", new ConstantWaveform(3_000)), new ClosedNode("out"),
            cut: 0.2, share: 3e-3);
    }

    // An upright vein: above a jump blood falls faster than waves, held by friction alone; below it stands a column.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_elastic_jump_stands_where_it_stands_without_a_joint(bool isJointOnTheJump)
    {
        const double length = 0.2;
        const int cells = Cells / 4;
        WallPoint point = new(1e-4, 50, 50, 0, 9.81);
        double area = 1.5e-5, velocity = point.Gravity * area / Tubes.Viscous.FrictionFactor;   // g A = κ u
        double flow = area * velocity, c = VesselWall.StiffVein.WaveSpeed(area, point, Tubes.Viscous.Density);
        Assert.True(velocity > 1.2 * c, $"{velocity} m/s is hardly faster than waves, {c} m/s");
        NetworkNode inflow = new FlowAndAreaNode("in", area, new ConstantWaveform(flow));
        NetworkNode outlet = new PressureNode("out", new ConstantWaveform(700));
        VesselStart start = new UniformStart(area, velocity);
        WaveSystem whole = Run(
            Tubes.Viscous, cells, Pieces(VesselWall.StiffVein, point, length, null, start), inflow, outlet).To(Settled);
        int jump = Array.FindIndex(whole.Along("whole", VesselQuantity.SpeedIndex), s => s < 1);
        Assert.InRange(jump, 0.2 * cells, 0.8 * cells);
        double cut = isJointOnTheJump ? jump * length / cells : 0.5 * length;
        WaveSystem parts = Run(
            Tubes.Viscous, cells, Pieces(VesselWall.StiffVein, point, length, cut, start), inflow, outlet).To(Settled);
        double[] a = Ratios(whole), b = Ratios(parts);
        double far = a.Zip(b, (x, y) => Math.Abs(x - y)).Where((_, i) => Math.Abs(i - jump) > JumpWidth).Max();
        double moves = b.Zip(Ratios(parts.To(Settled + 0.05)), (x, y) => Math.Abs(x - y)).Max();
        // What is left of the way to rest falls by e in 0.4 s: 5e-5 of a ratio of 1 after 4 s.
        Assert.True(far < 5e-5, $"areas differ by {far}");
        Assert.True(moves < 5e-5, $"areas change by {moves}");
        Assert.InRange(Array.FindIndex(b, α => α > 0.5), jump - 1, jump + 1);
    }

    private static void Compare(
        double end, Func<double?, Vessel[]> pieces, NetworkNode inlet, NetworkNode outlet, double cut, double share)
    {
        double[] a = Ratios(Run(Tubes.Inviscid, Cells, pieces(null), inlet, outlet).To(end));
        double[] b = Ratios(Run(Tubes.Inviscid, Cells, pieces(cut), inlet, outlet).To(end));
        double moved = a.Max() - a.Min(), apart = a.Zip(b, (x, y) => x - y).Rms();
        Assert.True(moved > 0.03, "nothing moved");
        Assert.True(apart < share * moved, $"{apart} of {moved}");
    }

    private static WaveSystem Run(Blood blood, int cells, Vessel[] vessels, NetworkNode inlet, NetworkNode outlet)
    {
        double length = vessels.Sum(vessel => vessel.Length);
        NetworkNode[] joints = vessels.Length == 1 ? [] : [new JunctionNode("joint")];
        WaveSystem system = new(
            Tubes.Network(blood, vessels, [inlet, outlet, .. joints]),
            new MeshOptions { LargestCell = length / cells });
        Assert.Equal(cells, system.Mesh.Lines.Sum(line => line.Cells));
        return system;
    }

    private static double[] Ratios(WaveSystem system) =>
        [.. system.Mesh.LinesOf.Keys.SelectMany(id => system.Along(id, VesselQuantity.AreaRatio))];

    private static Vessel[] Pieces(VesselWall wall, WallPoint point, double length, double? cut, VesselStart start) =>
        cut is not { } first
            ? [Tubes.Of("whole", "in", "out", length, wall, point, start)]
            : [
                Tubes.Of("first", "in", "joint", first, wall, point, start),
                Tubes.Of("second", "joint", "out", length - first, wall, point, start),
            ];
}
