using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Tests.Walls;

/// <summary>The sum over a simple wave ends, whatever it is asked for: found by <c>azygos soak</c>, network 11 of seed
/// 1.</summary>
public sealed class WaveQuadratureTests
{
    private static readonly WallPoint s_wall = new(1e-4, 1e4, 1e3, 0, 0);

    [Theory]
    [InlineData(1e-4, double.PositiveInfinity)]
    [InlineData(1e-4, double.NaN)]
    [InlineData(double.NaN, 1e-4)]
    public void A_wave_to_no_area_gives_no_number(double from, double to) =>
        Assert.False(double.IsFinite(VesselWall.Power(1.3, -0.5).VelocityChange(from, to, s_wall, 1060)));

    [Fact]
    public void A_wave_there_and_back_gives_nothing()
    {
        VesselWall wall = VesselWall.Power(1.3, -0.5);
        double there = wall.VelocityChange(1e-4, 3e-4, s_wall, 1060), back = wall.VelocityChange(3e-4, 1e-4, s_wall, 1060);
        // The pieces of the way back lie elsewhere: their rule of five points is good to nine digits.
        Assert.Equal(0, (there + back) / there, 1e-9);
    }
}
