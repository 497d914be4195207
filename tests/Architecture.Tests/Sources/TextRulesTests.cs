namespace Architecture.Tests.Sources;

public sealed class TextRulesTests
{
    [Fact]
    public void No_file_is_too_long() => Rule.Holds(TextRules.Lengths(Repository.Texts));

    [Fact]
    public void Folders_are_concepts_of_the_field() => Rule.Holds(TextRules.Folders(Repository.Texts));

    [Fact]
    public void No_promise_and_no_path_of_a_machine_is_left_in_the_tree() =>
        Rule.Holds(TextRules.Words(Repository.Texts));

    [Fact]
    public void No_path_in_the_code_climbs_out_of_the_repository() =>
        Rule.Holds(TextRules.PathsUpward(Repository.Texts));

    [Fact]
    public void The_tree_was_read()
    {
        Assert.Contains(Repository.Texts, text => text.Path == "tests/Architecture.Tests/Sources/TextRulesTests.cs");
        Assert.Contains(Repository.Texts, text => text.Path == "README.md");
        Assert.DoesNotContain(Repository.Texts, text => text.Path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_past_the_longest_is_found() =>
        Rule.Finds("is split", TextRules.Lengths([Sample(601, "// Reason for length: sample")]));

    [Fact]
    public void A_long_file_without_a_reason_is_found() =>
        Rule.Finds("its first comment", TextRules.Lengths([Sample(301, "")]));

    [Fact]
    public void A_long_file_with_a_reason_is_accepted() =>
        Rule.Holds(TextRules.Lengths([Sample(600, "// Reason for length: one table"), Sample(300, "")]));

    [Theory]
    [InlineData("src/Azygos.Body/Helpers/A.cs")]
    [InlineData("tests/common/A.cs")]
    public void A_vague_folder_is_found(string path) => Rule.Finds(path, TextRules.Folders([SourceText.Of(path)]));

    [Fact]
    public void Anatomical_models_lie_in_a_folder_of_that_name() =>
        Rule.Holds(TextRules.Folders([SourceText.Of("models/a/nodes.csv")]));

    [Theory]
    [InlineData("// TO" + "DO later")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    [InlineData("see /ho" + "me/someone/notes.md")]
    [InlineData(@"C:" + @"\Users\someone")]
    public void A_forbidden_word_is_found(string line) =>
        Rule.Finds("sample.md:2", TextRules.Words([SourceText.Of("sample.md", "fine", line)]));

    [Theory]
    [InlineData("https://example.org/home/page")]
    [InlineData("docs/home/page.md and a method")]
    public void An_address_or_a_path_of_the_repository_is_accepted(string line) =>
        Rule.Holds(TextRules.Words([SourceText.Of("sample.md", line)]));

    [Fact]
    public void A_path_that_climbs_is_found() =>
        Rule.Finds("src/A.cs:1", TextRules.PathsUpward([SourceText.Of("src/A.cs", "File.Open(\".." + "/data.csv\")")]));

    private static SourceText Sample(int lines, string first) =>
        new("src/Sample.cs", [first, .. Enumerable.Repeat("", lines - 1)]);
}
