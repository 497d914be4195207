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
        Assert.Equal(cells, new MeshOptions { LargestCell = largest }.CellsOf(Tubes.Artery("a", "x", "y", length)));

    [Fact]
    public void A_number_of_cells_overrides_their_length() =>
        Assert.Equal(7, new MeshOptions { Cells = 7, LargestCell = 1e-3 }.CellsOf(Tubes.Artery("a", "x", "y", 1)));

    [Fact]
    public void Cells_are_a_centimetre_long_unless_told() =>
        Assert.Equal(40, new MeshOptions().CellsOf(Tubes.Artery("a", "x", "y", 0.4)));
}
