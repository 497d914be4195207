using System.Xml.Linq;

namespace Architecture.Tests.Packages;

public sealed class PackageRuleTests
{
    private const string Line = "<PackageVersion Include=\"A.B\" Version=\"1.2.3\" /> <!-- MIT; because -->";
    private const string Row = "| A.B | 1.2.3 | MIT | because | own code |";
    private static readonly XDocument User = XDocument.Parse("<Project><PackageReference Include='A.B' /></Project>");

    [Fact]
    public void Every_package_has_a_licence_a_reason_a_decision_and_a_user() => Rule.Holds(PackageRule.Faults(
        Repository.Texts.Single(text => text.Path == "Directory.Packages.props"),
        [.. Repository.Texts.Where(text => text.Path.StartsWith("docs/decisions/", StringComparison.Ordinal))],
        [Repository.Xml("Directory.Build.props"), .. Repository.Projects(".").Select(XDocument.Load)]));

    [Fact]
    public void A_complete_package_is_accepted() => Rule.Holds(Faults(Line, Row, User));

    [Fact]
    public void A_package_without_a_licence_is_found() =>
        Rule.Finds("licence", Faults(Line.Replace("MIT; ", "", StringComparison.Ordinal), Row, User));

    [Fact]
    public void A_package_without_a_user_is_found() =>
        Rule.Finds("no project", Faults(Line, Row, XDocument.Parse("<Project />")));

    [Theory]
    [InlineData("A.B 1.2.3 is named outside a table")]
    [InlineData("| A.B | 1.2.2 | MIT | an older version | own code |")]
    public void A_package_without_its_row_is_found(string row) =>
        Rule.Finds("no decision page", Faults(Line, row, User));

    private static IEnumerable<string> Faults(string line, string row, XDocument project) =>
        PackageRule.Faults(
            SourceText.Of("Directory.Packages.props", line),
            [SourceText.Of("docs/decisions/0001-sample.md", row)], [project]);
}
