using Azygos.Body.Anatomy;

namespace Azygos.Body.Tests.Anatomy;

/// <summary>The guide's page on the anatomical body says where core detail hangs each bed.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=guide</c> in the environment the table is written anew first.</remarks>
public sealed class HealthyAdultPageTests
{
    private const string Begin = "<!-- table: written by HealthyAdultPageTests -->\n", End = "<!-- end of table -->";

    [Fact]
    public void The_table_of_merged_beds_is_what_core_detail_does()
    {
        string file = Find(), page = File.ReadAllText(file);
        if (Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "guide")
        {
            page = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Table()
                + page[page.IndexOf(End, StringComparison.Ordinal)..];
            File.WriteAllText(file, page);
        }

        Assert.Equal(Table(), page.Split(Begin)[1].Split(End)[0]);
    }

    private static string Table() => "| node of the core | bed of the core | beds of full detail |\n|---|---|---|\n"
        + string.Concat(CoreDetail.Of(AnatomicalBody.Full).Moved.GroupBy(bed => bed.Into)
            .OrderBy(into => into.Key, StringComparer.Ordinal).Select(into =>
                $"| `{into.First().CoreArtery}` | `{into.Key}` | {string.Join(", ", into.Select(bed => $"`{bed.Bed}`"))} |\n"));

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "docs", "guide", "healthy-adult.md") is { } file && File.Exists(file))
                return file;
        throw new FileNotFoundException("docs/guide/healthy-adult.md is not above the tests.");
    }
}
