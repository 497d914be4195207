namespace Architecture.Tests.Sources;

public sealed class LinkRuleTests
{
    [Fact]
    public void Every_link_between_pages_leads_somewhere() =>
        Rule.Holds(LinkRule.Faults(Repository.Texts, path => Path.Exists(Path.Combine(Repository.Root, path))));

    [Fact]
    public void Every_page_that_the_code_names_is_there() =>
        Rule.Holds(LinkRule.Mentions(Repository.Texts, path => Path.Exists(Path.Combine(Repository.Root, path))));

    [Fact]
    public void A_missing_page_that_the_code_names_is_found() => Rule.Finds("docs/missing.md", LinkRule.Mentions(
        [SourceText.Of("src/A.cs", "/// see docs/missing.md, and schemas/there.json")], path =>
            path == "schemas/there.json"));

    [Theory]
    [InlineData("[a](missing.md)")]
    [InlineData("![a](images/missing.png)")]
    [InlineData("[a](../missing.md#part)")]
    public void A_dead_link_is_found(string line) =>
        Rule.Finds("missing", LinkRule.Faults([SourceText.Of("docs/page.md", line)], _ => false));

    [Fact]
    public void A_link_is_read_from_its_own_folder() =>
        Rule.Holds(LinkRule.Faults(
            [SourceText.Of("docs/guide/page.md", "[a](../theory/b.md#c)")], path => path == "docs/theory/b.md"));

    [Theory]
    [InlineData("[a](https://example.org/b)")]
    [InlineData("[a](#part)")]
    public void An_address_on_the_web_is_not_followed(string line) =>
        Rule.Holds(LinkRule.Faults([SourceText.Of("docs/page.md", line)], _ => false));
}
