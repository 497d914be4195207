using System.Globalization;
using System.Text.Json;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>The reference tables of the own models are what their equations give by hand or by another
/// program.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=references</c> in the environment the tables are written anew first.</remarks>
public sealed class OwnBlockReferencesTests
{
    // 12 digits are printed. Where a valve shuts, the last digits of the elementary functions of another machine may
    // move the path of an iteration.
    private const double Printed = 1e-7;

    public static TheoryData<string> Names => [.. OwnBlockReferences.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_is_that_of_the_equations(string name)
    {
        string path = Path.Combine(CaseSets.Folder("own"), "svzerod", name, "expected.csv");
        if (Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "references")
            File.WriteAllText(path, OwnBlockReferences.Text(name));
        string[][] stored = Rows(File.ReadAllText(path)), computed = Rows(OwnBlockReferences.Text(name));
        Assert.Equal(computed[0], stored[0]);
        Assert.Equal(computed.Length, stored.Length);
        for (int column = 1; column < computed[0].Length; column++)
        {
            double scale = computed.Skip(1).Max(row => Math.Abs(Number(row[column])));
            for (int row = 1; row < computed.Length; row++)
            {
                Assert.Equal(computed[row][0], stored[row][0]);
                Assert.Equal(Number(computed[row][column]), Number(stored[row][column]), Printed * scale);
            }
        }
    }

    [Fact]
    public void The_tree_is_fed_with_the_flow_of_its_solution()
    {
        string file = Path.Combine(CaseSets.Folder("own"), "svzerod", "steady-tree", "model.json");
        double flow = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("boundary_conditions")[0]
            .GetProperty("bc_values").GetProperty("Q")[0].GetDouble();
        Assert.Equal(OwnBlockReferences.InflowOfTheTree, flow, 1e-14);
    }

    [Fact]
    public void Every_own_model_has_its_reference()
        => Assert.Equal(OwnBlockReferences.Names.ToHashSet(), Directory
            .GetDirectories(Path.Combine(CaseSets.Folder("own"), "svzerod")).Select(folder => Path.GetFileName(folder)!).ToHashSet());

    private static string[][] Rows(string text) => [.. text.TrimEnd('\n').Split('\n').Select(line => line.Split(','))];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
