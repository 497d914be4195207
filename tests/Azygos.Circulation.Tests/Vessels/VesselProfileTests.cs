using Azygos.Circulation.Tests.Waves;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Tests.Vessels;

public sealed class VesselProfileTests
{
    private static readonly WallPoint A = new(1e-4, 100, 10, 0, 0), B = new(3e-4, 300, 50, 40, 4),
        C = new(2e-4, 200, 20, 80, -4);

    [Fact]
    public void A_jump_has_a_limit_on_either_side()
    {
        TabulatedProfile profile = new([0, 0.5, 0.5, 1], [A, B, C, A]);
        Assert.Equal([0.5], profile.Jumps);
        Assert.Equal(B, profile.At(0.5, fromLeft: true));
        Assert.Equal(C, profile.At(0.5, fromLeft: false));
        Assert.False(profile.IsUniform);
    }

    [Fact]
    public void Between_rows_every_column_is_linear()
    {
        TabulatedProfile profile = new([0, 0.5, 0.5, 1], [A, B, C, A]);
        WallPoint point = profile.At(0.125, fromLeft: true);
        Assert.Equal(1.5e-4, point.ReferenceArea, 1e-19);
        Assert.Equal(
            (150.0, 20.0, 10.0, 1.0), (point.Distension, point.Bending, point.ReferencePressure, point.Gravity));
        Assert.Equal(point, profile.At(0.125, fromLeft: false));
    }

    [Fact]
    public void Beyond_the_table_its_ends_hold()
    {
        TabulatedProfile profile = new([0.1, 0.9], [A, B]);
        Assert.Equal(A, profile.At(0, fromLeft: false));
        Assert.Equal(B, profile.At(1, fromLeft: true));
        Assert.Empty(profile.Jumps);
    }

    [Fact]
    public void A_row_is_what_it_says_from_both_sides()
    {
        TabulatedProfile profile = new([0, 0.5, 1], [A, B, C]);
        Assert.Equal(B, profile.At(0.5, fromLeft: true));
        Assert.Equal(B, profile.At(0.5, fromLeft: false));
        Assert.Equal(A, profile.At(0, fromLeft: true));
        Assert.Equal(C, profile.At(1, fromLeft: false));
    }

    [Fact]
    public void A_table_of_equal_rows_is_uniform() =>
        Assert.True(new TabulatedProfile([0, 0.5, 1], [A, A, A]).IsUniform);

    [Fact]
    public void A_taper_is_linear_in_radius_and_thickness()
    {
        TaperedProfile profile = new()
        {
            Length = 0.2,
            Radius = (5e-3, 3e-3),
            Thickness = (1e-3, 0.5e-3),
            YoungModulus = 4e5,
            ReferencePressure = 7,
            Gravity = -3,
        };
        WallPoint middle = profile.At(0.1, fromLeft: true);
        Assert.Equal(Math.PI * 16e-6, middle.ReferenceArea, 1e-18);
        Assert.Equal(100_000, middle.Distension, 1e-9);   // 4/3 · 4e5 · 0.75e-3/4e-3
        Assert.Equal((7.0, -3.0), (middle.ReferencePressure, middle.Gravity));
        Assert.False(profile.IsUniform);
    }

    [Theory]
    [InlineData(0.5, 1)]     // g rises from 0 to 4 over 0.5 m
    [InlineData(0.25, 0.25)]
    [InlineData(1, 0)]       // then from −4 to 0
    [InlineData(0.75, 0.25)]
    [InlineData(0, 0)]
    public void The_potential_is_the_integral_of_gravity_across_jumps(double x, double potential)
    {
        Vessel vessel = Tubes.Artery("a", "x", "y", 1) with
        { Profile = new TabulatedProfile([0, 0.5, 0.5, 1], [A, B, C, A]) };
        Assert.Equal(potential, vessel.PotentialAt(x), 1e-15);
    }

    [Fact]
    public void The_potential_of_a_uniform_vessel_is_linear() => Assert.Equal(
        9.81 * 0.3, (Tubes.Artery("a", "x", "y", 1) with { Profile = new UniformProfile(A with { Gravity = 9.81 }) })
            .PotentialAt(0.3), 1e-15);
}
