namespace Azygos.Quantities.Tests;

/// <summary>The page docs/theory/constants.md says what the code has.</summary>
public sealed class ConstantsPageTests
{
    private static readonly string[] Page = File.ReadAllLines(
        Path.Combine(RepositoryRoot(), "docs", "theory", "constants.md"));

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Azygos.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No Azygos.slnx above the tests.");
    }

    private static string Cell(string firstCell, int column) =>
        Page.Single(line => line.StartsWith($"| {firstCell} |", StringComparison.Ordinal)).Split('|')[column].Trim();

    [Fact]
    public void Constants_have_the_printed_values()
    {
        Assert.Equal(Cell("density of blood", 3), PhysicalConstants.BloodDensity.ToString());
        Assert.Equal(Cell("viscosity of blood", 3), PhysicalConstants.BloodViscosity.ToString());
        Assert.Equal(
            Cell("exponent of the velocity profile", 3), QuantityText.Print(PhysicalConstants.VelocityProfileExponent));
        Assert.Equal(Cell("acceleration of gravity", 3), PhysicalConstants.Gravity.ToString());
        Assert.Equal(Cell("millimetre of mercury", 3), PhysicalConstants.MillimetreOfMercury.Print("Pa", digits: 6));
        Assert.Equal(Cell("centimetre of water", 3), Pressure.FromCentimetresOfWater(1).Print("Pa", digits: 6));
    }

    [Fact]
    public void Every_unit_is_on_the_page_in_the_order_of_the_table()
    {
        foreach (QuantityKind kind in Enum.GetValues<QuantityKind>())
            Assert.Equal(string.Join(", ", Units.Of(kind)), Cell(Units.NameOf(kind), 2));
    }
}
