using System.Globalization;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>The reference tables of the project's own cases are their closed forms.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=references</c> in the environment the tables are written anew first.</remarks>
public sealed class OwnReferencesTests
{
    // The tables carry 12 digits; libraries of elementary functions may differ in their last.
    private const double Printed = 1e-11;

    public static TheoryData<string> Files => [.. OwnReferences.All.Select(one => one.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_number_is_that_of_the_closed_form(string file)
    {
        OwnReference reference = OwnReferences.All.First(one => one.File == file);
        string path = Path.Combine(CaseSets.Folder("own"), file);
        if (Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "references")
            File.WriteAllText(path, reference.Text());
        string[] stored = File.ReadAllLines(path), computed = reference.Text().TrimEnd('\n').Split('\n');
        Assert.Equal(computed[0], stored[0]);
        Assert.Equal(computed.Length, stored.Length);
        double[][] numbers = [.. stored.Skip(1).Select(Numbers)], exact = [.. computed.Skip(1).Select(Numbers)];
        for (int column = 0; column < exact[0].Length; column++)
        {
            double scale = exact.Max(row => Math.Abs(row[column]));
            for (int row = 0; row < exact.Length; row++)
                Assert.Equal(exact[row][column], numbers[row][column], Printed * scale);
        }
    }

    [Fact]
    public void Every_table_of_the_set_has_its_closed_form()
    {
        string root = CaseSets.Folder("own");
        IEnumerable<string> tables = Directory.GetFiles(root, "*.csv", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(static table =>
                !table.StartsWith("evidence/", StringComparison.Ordinal)       // inputs, not references
                && !table.StartsWith("svzerod/", StringComparison.Ordinal));   // see OwnBlockReferences
        // Cases with vessels are held against the exact solutions of the program, by ExactAnswerTests.
        HashSet<string> withVessels = [.. SetResults.Of("own")
            .Where(result => result.Case.Network.Vessels.Count > 0).Select(result => result.Case.Name)];
        tables = tables.Where(table => !withVessels.Contains(Path.GetDirectoryName(table)!.Replace('\\', '/')));
        string[] inputs = ["zero-d/ramps-into-a-compliance/inflow.csv"];
        Assert.Equal(OwnReferences.All.Select(one => one.File).Concat(inputs).ToHashSet(), tables.ToHashSet());
    }

    private static double[] Numbers(string line)
        => [.. line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
}
