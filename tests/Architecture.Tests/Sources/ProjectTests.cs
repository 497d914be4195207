using System.Xml.Linq;

namespace Architecture.Tests.Sources;

public sealed class ProjectTests
{
    private static IEnumerable<string> TestProjects =>
        Repository.Projects("tests").Where(project => project.EndsWith(".Tests.csproj", StringComparison.Ordinal));

    [Fact]
    public void Every_project_is_in_the_solution() => Rule.Holds(OutsideSolution(
        [
            .. Repository.Projects("src").Concat(Repository.Projects("tests")).Concat(Repository.Projects("benchmarks"))
                .Select(Repository.Relative),
        ],
        Repository.Xml("Azygos.slnx")));

    [Fact]
    public void Every_assembly_has_a_test_project() => Rule.Holds(
        from project in Repository.Projects("src")
        let name = Path.GetFileNameWithoutExtension(project)
        where !TestProjects.Any(tests => Path.GetFileName(tests) == $"{name}.Tests.csproj")
        select $"{name} has no test project");

    /// <summary>An empty test project ends the whole test run with exit code 8.</summary>
    [Fact]
    public void Every_test_project_has_a_test() =>
        Rule.Holds(WithoutTests(TestProjects.Select(Repository.Relative), Repository.Texts));

    [Fact]
    public void A_project_outside_the_solution_is_found() => Rule.Finds("src/B/B.csproj", OutsideSolution(
        ["src/A/A.csproj", "src/B/B.csproj"],
        XDocument.Parse("<Solution><Project Path='src/A/A.csproj' /></Solution>")));

    [Fact]
    public void A_test_project_without_a_test_is_found() => Rule.Finds("B.Tests", WithoutTests(
        ["tests/A.Tests/A.Tests.csproj", "tests/B.Tests/B.Tests.csproj"],
        [SourceText.Of("tests/A.Tests/A.cs", "    [Fact]"), SourceText.Of("tests/B.Tests/B.cs", "class B;")]));

    private static IEnumerable<string> OutsideSolution(IEnumerable<string> projects, XDocument solution)
    {
        HashSet<string?> listed =
            [.. solution.Descendants("Project").Select(project => (string?)project.Attribute("Path"))];
        return from project in projects where !listed.Contains(project) select $"{project} is not in the solution";
    }

    private static IEnumerable<string> WithoutTests(IEnumerable<string> projects, IReadOnlyList<SourceText> texts) =>
        from project in projects
        let folder = project[..(project.LastIndexOf('/') + 1)]
        where !texts.Any(text => text.Path.StartsWith(folder, StringComparison.Ordinal) && text.Lines.Any(IsTest))
        select $"{project} has no test";

    /// <summary>A test here, or a class that inherits the tests of a specification.</summary>
    private static bool IsTest(string line) =>
        line.Contains("[Fact", StringComparison.Ordinal) || line.Contains("[Theory", StringComparison.Ordinal)
        || line.Contains("Spec<", StringComparison.Ordinal);
}
