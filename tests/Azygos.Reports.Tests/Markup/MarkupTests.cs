using System.Xml.Linq;
using Azygos.Reports.Markup;
using CsCheck;

namespace Azygos.Reports.Tests.Markup;

public sealed class MarkupTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0001, "0.000")]
    [InlineData(0.0456, "0.046")]
    [InlineData(9.994, "9.99")]
    [InlineData(9.996, "10.0")]
    [InlineData(-23.44, "−23.4")]
    [InlineData(99.96, "100")]
    [InlineData(5900.4, "5\u2009900")]
    [InlineData(-1234567, "−1\u2009234\u2009567")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.NegativeInfinity, "–")]
    public void Short_numbers_have_three_digits_and_a_true_minus(double value, string text) =>
        Assert.Equal(text, Numerals.Short(value));

    [Theory]
    [InlineData(41, "41")]
    [InlineData(9.6, "9.6")]
    [InlineData(100, "100")]
    [InlineData(0.05, "0.05")]
    public void Plain_numbers_drop_trailing_zeros_after_the_point_only(double value, string text) =>
        Assert.Equal(text, Numerals.Plain(value));

    [Theory]
    [InlineData(2.4e-14, "2.4\u00a0×\u00a010⁻¹⁴")]
    [InlineData(0.001, "1.0\u00a0×\u00a010⁻³")]
    [InlineData(0, "0")]
    public void Powers_of_ten_are_raised(double value, string text) => Assert.Equal(text, Numerals.Scientific(value));

    [Fact]
    public void Text_and_attributes_are_escaped()
    {
        HtmlWriter page = new();
        page.Element("p", "a<b & 'c' \"d\"\u0000", ("title", "\"><script>"));
        Assert.Equal("<p title=\"&quot;&gt;&lt;script&gt;\">a&lt;b &amp; &#39;c&#39; &quot;d&quot;\uFFFD</p>",
            page.ToString());
    }

    [Fact]
    public void Any_text_survives_the_way_into_a_page_and_back() => Gen.String.Sample(text =>
    {
        HtmlWriter page = new();
        page.Element("p", text, ("title", text));
        XElement read = XElement.Parse(page.ToString(), LoadOptions.PreserveWhitespace);
        string kept = string.Concat(text.EnumerateRunes().Select(r =>
            r.Value is < ' ' and not ('\n' or '\t' or '\r') or 0xFFFE or 0xFFFF ? "\uFFFD" : r.ToString()));
        Assert.Equal(kept, read.Value);
        // A parser turns line breaks and tabs of an attribute into spaces.
        Assert.Equal(kept.Replace('\n', ' ').Replace('\t', ' '), (string?)read.Attribute("title"));
    });

    [Fact]
    public void A_page_with_an_open_element_is_refused()
    {
        HtmlWriter page = new();
        page.In("p");
        Assert.Throws<InvalidOperationException>(() => page.ToString());
    }

    [Fact]
    public void Sentences_know_strong_words_and_links()
    {
        HtmlWriter page = new();
        page.Sentences("p", "a **b** [c](https://doi.org/10.1/x) <d>");
        Assert.Equal("<p>a <strong>b</strong> <a href=\"https://doi.org/10.1/x\">c</a> &lt;d&gt;</p>", page.ToString());
    }

    [Theory]
    [InlineData("10.1186/s12987-021-00253-4", "https://doi.org/10.1186/s12987-021-00253-4")]
    [InlineData("10.1002/(SICI)1097<1::AID>", "https://doi.org/10.1002/%28SICI%291097")]
    [InlineData("PMID 8141043", "https://pubmed.ncbi.nlm.nih.gov/8141043/")]
    [InlineData("PMC2647682", "https://pmc.ncbi.nlm.nih.gov/articles/PMC2647682/")]
    public void Identifiers_become_links(string identifier, string address)
    {
        HtmlWriter page = new();
        page.Identifier(identifier);
        Assert.Contains($"href=\"{address}\"", page.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conference abstract; DOI not read")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://example.org/10.12")]
    public void Other_text_becomes_no_link(string text)
    {
        HtmlWriter page = new();
        page.Identifier(text);
        Assert.DoesNotContain("<a", page.ToString(), StringComparison.Ordinal);
    }
}
