using Azygos.Circulation.Tests.Waves;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Tests.Vessels;

public sealed class MeshOptionsTests
{
    [Theory]
    [InlineData(0.1, 0.01, 10)]            // 0.1/0.01 is 10.000000000000002: rounding is no eleventh cell
    [InlineData(0.3, 0.1, 3)]
    [InlineData(0.1001, 0.01, 11)]
    [InlineData(0.004, 0.01, 1)]
    [InlineData(1e-6, 0.01, 1)]
    [InlineData(0.01, 0.01, 1)]
    public void Cells_are_the_fewest_no_longer_than_the_largest(double length, double largest, int cells) =>
        Assert.Equal(cells, new MeshOptions { LargestCell = largest }.CellsOf(Tubes.Artery("a", "x", "y", length), Tubes.Viscous));

    [Fact]
    public void A_number_of_cells_overrides_their_length() =>
        Assert.Equal(7, new MeshOptions { Cells = 7, LargestCell = 1e-3 }.CellsOf(Tubes.Artery("a", "x", "y", 1), Tubes.Viscous));

    [Fact]
    public void Cells_are_a_centimetre_long_unless_told() =>
        Assert.Equal(40, new MeshOptions().CellsOf(Tubes.Artery("a", "x", "y", 0.4), Tubes.Viscous));

    // Waves of 5 m/s; √1.44 times faster in a wall that is 1.44 times as stiff to them.
    [Theory]
    [InlineData(0.4, 0.004, 0, 20)]
    [InlineData(0.4, 0.004, 0.44, 16)]
    [InlineData(0.4, 0.001, 0, 40)]     // never longer than needed
    [InlineData(0.025, 0.004, 0, 2)]    // three would be too short, one has no slope
    [InlineData(0.01, 0.004, 0, 1)]
    public void Where_waves_are_fast_cells_are_longer(double length, double transit, double stiffening, int cells) =>
        Assert.Equal(cells, new MeshOptions { ShortestTransit = transit * (1 - 1e-9) }.CellsOf(
            Tubes.Artery("a", "x", "y", length) with { WallTime = stiffening, WallStiffening = stiffening },
            Tubes.Viscous));
}
