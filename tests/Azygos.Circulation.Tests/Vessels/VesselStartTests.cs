using Azygos.Circulation.Tests.Waves;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Vessels;

public sealed class VesselStartTests
{
    private static readonly WallPoint Hung = Tubes.VeinPoint with { Gravity = 9.81 };

    [Fact]
    public void A_column_has_its_pressure_at_its_place_and_its_weight_elsewhere()
    {
        Vessel vessel = Tubes.Of("v", "x", "y", 0.3, VesselWall.StiffVein, Hung, new HydrostaticStart(800, 0.1, 0.2));
        foreach (double x in new[] { 0, 0.1, 0.25 })
        {
            (double area, double velocity) = vessel.Start.At(x, vessel, Tubes.Viscous, Hung);
            Assert.Equal(800 + 1060 * 9.81 * (x - 0.1), VesselWall.StiffVein.Pressure(area, Hung), 1e-9);
            Assert.Equal(0.2, velocity);
        }
    }

    [Fact]
    public void A_table_is_linear_between_rows_and_jumps_at_two_rows_of_one_place()
    {
        ProfileStart start = new([0, 0.1, 0.1, 0.2], [1e-4, 2e-4, 4e-4, 4e-4], [0, 1, 3, 5]);
        Vessel vessel = Tubes.Artery("v", "x", "y", 0.3);
        Assert.Equal((1.5e-4, 0.5), Rounded(start, vessel, 0.05));
        Assert.Equal((4e-4, 3), Rounded(start, vessel, 0.1));
        Assert.Equal((4e-4, 4), Rounded(start, vessel, 0.15));
        Assert.Equal((4e-4, 5), Rounded(start, vessel, 0.3));
        Assert.Equal((1e-4, 0), Rounded(start, vessel, -0.1));
    }

    [Fact]
    public void Cells_start_with_what_the_start_says_at_their_centres()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 4,
            [Tubes.Artery("v", "x", "y", 0.4, new ProfileStart([0, 0.4], [2e-4, 4e-4], [0, 2]))],
            new ClosedNode("x"), new ClosedNode("y"));
        double[] area = system.Along("v", VesselQuantity.Area), velocity = system.Along("v", VesselQuantity.Velocity);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(2e-4 + (i + 0.5) * 0.5e-4, area[i], 1e-18);
            Assert.Equal((i + 0.5) * 0.5, velocity[i], 1e-12);
        }
    }

    // The vessel is cut at a jump of its wall; each piece starts with its own side.
    [Fact]
    public void A_jump_of_the_wall_on_a_face_parts_a_vessel()
    {
        WallPoint other = Tubes.VeinPoint with { ReferenceArea = 2e-4 };
        Vessel vessel = Tubes.Vein("v", "x", "y", 0.4, new HydrostaticStart(700, 0, 0)) with
        { Profile = new TabulatedProfile([0, 0.1, 0.1, 0.4], [Tubes.VeinPoint, Tubes.VeinPoint, other, other]) };
        WaveSystem system = Tubes.System(Tubes.Viscous, 8, [vessel], new ClosedNode("x"), new ClosedNode("y"));
        VesselLine[] lines = system.Mesh.LinesOf["v"];
        Assert.Equal([2, 6], lines.Select(line => line.Cells));
        Assert.Equal(0.1, lines[1].From, 1e-15);
        Assert.All(system.Along("v", VesselQuantity.Pressure), p => Assert.Equal(700, p, 1e-9));
        Assert.Equal(2e-4, lines[1].LeftPoint.ReferenceArea);
        Assert.Equal(1e-4, lines[0].RightPoint.ReferenceArea);
    }

    private static (double Area, double Velocity) Rounded(VesselStart start, Vessel vessel, double x)
    {
        (double area, double velocity) = start.At(x, vessel, Tubes.Viscous, Tubes.ArteryPoint);
        return (Math.Round(area, 12), Math.Round(velocity, 9));
    }
}
