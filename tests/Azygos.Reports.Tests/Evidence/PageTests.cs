using System.Xml.Linq;
using Azygos.Evidence.Claims.Displays;
using Azygos.Files.EvidenceBase;

namespace Azygos.Reports.Tests.Evidence;

/// <summary>What holds for the report and for the article alike.</summary>
public sealed class PageTests
{
    public static TheoryData<string> Pages =>
        [ShippedEvidence.ReportFiles["report.html"], ShippedEvidence.ArticleFiles["index.html"]];

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void A_page_loads_nothing_and_runs_nothing(string page)
    {
        XElement root = ShippedEvidence.Parse(page);
        string[] loading = ["script", "img", "iframe", "object", "embed", "use", "image", "audio", "video", "base"];
        Assert.DoesNotContain(root.Descendants(), e => loading.Contains(e.Name.LocalName));
        Assert.DoesNotContain(root.Descendants().Attributes(), a => a.Name.LocalName is "src" or "srcset"
            || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(root.Descendants("link"), link =>
            Assert.Matches("^(data:|feed.xml$)", (string?)link.Attribute("href")));
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", (string?)root.Descendants("meta")
            .Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void Ids_are_unique_and_every_link_within_the_page_finds_its_target(string page)
    {
        XElement root = ShippedEvidence.Parse(page);
        string[] ids = [.. root.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        HashSet<string> known = [.. ids];
        Assert.All(root.Descendants("a").Select(a => (string)a.Attribute("href")!).Where(h => h.StartsWith('#')),
            href => Assert.Contains(href[1..], known));
        Assert.All(root.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' ')),
            id => Assert.Contains(id, known));
    }

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void Other_links_lead_to_the_web_to_the_report_or_to_the_feed(string page) =>
        Assert.All(ShippedEvidence.Parse(page).Descendants("a").Select(a => (string)a.Attribute("href")!),
            href => Assert.Matches("^(#|https?://|report\\.html#|feed\\.xml$)", href));

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void Numbers_that_do_not_exist_are_never_printed(string page)
    {
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void Every_title_says_what_the_base_is(string page)
    {
        XElement root = ShippedEvidence.Parse(page);
        Assert.All(root.Descendants("head").Elements("title").Concat(root.Descendants("h1"))
            .Concat(root.Descendants("figcaption")).Concat(root.Descendants("svg").Elements("title")),
            title => Assert.Contains("Curated set, not a systematic review", ShippedEvidence.Words(title),
                StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_base_gives_the_same_bytes()
    {
        EvidenceFolder again = ShippedEvidence.With();
        EvidenceSynthesis synthesis = EvidenceSynthesis.Of(again.Base);
        Assert.Equal(ShippedEvidence.ReportFiles, EvidenceReportPage.Write(again, synthesis));
        Assert.Equal(ShippedEvidence.ArticleFiles, EvidenceArticlePage.Write(again, synthesis));
        Assert.Equal(SynthesisJson.Write(ShippedEvidence.Synthesis), SynthesisJson.Write(synthesis));
    }

    [Fact]
    public void A_cell_that_looks_like_markup_arrives_as_text()
    {
        const string Attack = "<script>alert(1)</script>&amp;";
        EvidenceFolder hostile = ShippedEvidence.With(
            ("safety.csv", ",azygos vein rupture,", $",{Attack},"),
                ("safety.csv", ",A vein in the chest tore,", $",{Attack},"),
            ("statements.csv", "FDA safety communication (TVAM)", Attack));
        EvidenceSynthesis synthesis = EvidenceSynthesis.Of(hostile.Base);
        foreach (string page in (string[])[EvidenceReportPage.Write(hostile, synthesis)["report.html"],
            EvidenceArticlePage.Write(hostile, synthesis)["index.html"]])
        {
            XElement root = ShippedEvidence.Parse(page);
            Assert.Empty(root.Descendants("script"));
            Assert.Contains(root.Descendants().Where(e => !e.HasElements), e =>
                e.Value.Contains(Attack, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_base_without_years_releases_or_notes_still_gives_both_pages()
    {
        EvidenceFolder bare = ShippedEvidence.With(
            ("releases.csv", "2026-11-22,1.0,\"First collection. Rows were looked up by "
            + "hand and judged by rules 1.0. Nothing older exists to compare with.\"\n", ""));
        EvidenceSynthesis synthesis = EvidenceSynthesis.Of(bare.Base);
        IReadOnlyDictionary<string, string> article = EvidenceArticlePage.Write(bare, synthesis);
        Assert.Contains("Data not dated", article["index.html"], StringComparison.Ordinal);
        Assert.Contains("Data not dated", article["report.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("feed.xml", article.Keys);
        Assert.DoesNotContain("feed.xml", article["index.html"], StringComparison.Ordinal);
        Assert.Contains("What CCSVI is said to be", article["index.html"], StringComparison.Ordinal);
    }
}
