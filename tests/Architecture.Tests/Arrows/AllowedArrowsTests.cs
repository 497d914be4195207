using System.Xml.Linq;

namespace Architecture.Tests.Arrows;

public sealed class AllowedArrowsTests
{
    [Fact]
    public void Compiled_assemblies_use_only_what_the_design_draws() => Rule.Holds(AllowedArrows.Faults(
        from assembly in SourceAssemblies.All
        from used in assembly.GetReferencedAssemblies()
        where SourceAssemblies.IsOurs(used.Name)
        select new Arrow(SourceAssemblies.ShortName(assembly.GetName().Name), SourceAssemblies.ShortName(used.Name))));

    [Fact]
    public void Project_files_reference_only_what_the_design_draws() => Rule.Holds(AllowedArrows.Faults(
        from project in Repository.Projects("src")
        from used in XDocument.Load(project).Descendants("ProjectReference")
        select new Arrow(
            SourceAssemblies.ShortName(Path.GetFileNameWithoutExtension(project)),
            SourceAssemblies.ShortName(Path.GetFileNameWithoutExtension((string?)used.Attribute("Include"))))));

    [Fact]
    public void Internals_are_open_to_tests_and_benchmarks_alone() => Rule.Holds(
        from project in Repository.Projects("src")
        from friend in XDocument.Load(project).Descendants("InternalsVisibleTo")
        let name = (string?)friend.Attribute("Include") ?? ""
        where !name.EndsWith(".Tests", StringComparison.Ordinal)
            && !name.EndsWith(".Benchmarks", StringComparison.Ordinal)
        select $"{Path.GetFileNameWithoutExtension(project)} opens its internals to {name}");

    [Fact]
    public void Every_project_under_src_is_loaded_here() =>
        Assert.Equal(Repository.Projects("src").Count(), SourceAssemblies.All.Count);

    [Theory]
    [InlineData("Cli", "Circulation")]
    [InlineData("Cli", "Lab")]
    [InlineData("Lab", "Evidence")]
    [InlineData("Files", "Body")]
    [InlineData("Studies", "Evidence")]
    [InlineData("Evidence", "Numerics")]
    public void A_drawn_arrow_or_a_downward_skip_is_allowed(string from, string to) =>
        Assert.True(AllowedArrows.IsAllowed(new(from, to)));

    [Theory]
    [InlineData("Circulation", "Body")]
    [InlineData("Body", "Evidence")]
    [InlineData("Clinic", "Evidence")]
    [InlineData("Evidence", "Circulation")]
    [InlineData("Numerics", "Quantities")]
    [InlineData("Quantities", "Numerics")]
    [InlineData("Files", "Reports")]
    [InlineData("Lab", "Cli")]
    [InlineData("Body", "Testing")]
    [InlineData("Unheard", "Numerics")]
    public void Any_other_arrow_is_a_fault(string from, string to) =>
        Rule.Finds($"{from} → {to}", AllowedArrows.Faults([new(from, to)]));
}
