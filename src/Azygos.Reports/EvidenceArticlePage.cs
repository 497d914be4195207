using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Evidence.Claims.Rows;
using Azygos.Files.EvidenceBase;
using Azygos.Files.EvidenceBase.Changes;
using Azygos.Files.Feeds;
using Azygos.Reports.Article;
using Azygos.Reports.Evidence;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports;

/// <summary>The living article: one page for the public, filled from the base, with a feed of its changes.</summary>
/// <remarks>No script, no external resource, no clock. It tells what was studied; it tells nobody what to do.</remarks>
public static class EvidenceArticlePage
{
    private const string Feed = "feed.xml";

    /// <summary>Texts by file name: <c>index.html</c>, <c>feed.xml</c> where the base is dated, and the report to which
    /// computed numbers lead.</summary>
    /// <param name="folder">The base as read.</param>
    /// <param name="synthesis">What was computed from it.</param>
    public static IReadOnlyDictionary<string, string> Write(EvidenceFolder folder, EvidenceSynthesis synthesis)
    {
        ReportMaterial material = new(folder, synthesis);
        IReadOnlyList<ReleaseRow> releases = synthesis.Base.Releases;
        Dictionary<string, string> files = new()
        {
            ["index.html"] = Page(material),
            [ArticleFacts.Report] = EvidenceReportPage.Write(folder, synthesis)[ArticleFacts.Report],
        };
        if (releases.Count > 0)
            files.Add(Feed, AtomFeed.Write(EvidenceChanges.FeedTitle, CuratedBase.Title, "index.html",
                releases.Select(release =>
                new FeedEntry(release.Date, $"Data of {SummarySection.Day(release.Date)}, rules {release.RulesVersion}",
                    release.What))));
        return files;
    }

    private static string Page(ReportMaterial material)
    {
        CuratedBase data = material.Synthesis.Base;
        string? feed = data.Releases.Count > 0 ? Feed : null;
        return PageFrame.Document($"CCSVI and MS: what was studied, and what was found. {CuratedBase.Title}",
            ["report.css", "figures.css", "evidence.css", "article.css"], feed, page =>
        {
            ArticleWriter text = new(page, new ArticleFacts(material, new SourceList(material.Index)));
            using (page.In("header")) Head(text, data, feed);
            PageFrame.Contents(page, ArticleSections.All.Select(section => (section.Id, section.Heading)));
            foreach (ArticleSection section in ArticleSections.All)
                PageFrame.Section(page, section.Id, section.Heading, _ => section.Body(text, material));
            page.Element("footer", $"{CuratedBase.Title}. Not medical advice. Azygos {Origin.Version}. "
                + $"Tables’ SHA-256 {data.Hash}.");
        });
    }

    private static void Head(ArticleWriter text, CuratedBase data, string? feed)
    {
        HtmlWriter page = text.Page;
        page.Element("p", "For people with MS, families and readers", ("class", "kicker"));
        using (page.In("h1"))
            page.Text("CCSVI and MS: what was studied, and what was found. ")
                .Element("span", CuratedBase.Title, ("class", "subtitle"));
        using (page.In("p", ("class", "status")))
        {
            page.Element("span", data.Releases is [.., { } last] ? $"Data of {SummarySection.Day(last.Date)}"
                : "Data not dated",
                ("class", "pill"));
            page.Element("span", $"Rules version {data.Rules.Version}", ("class", "pill"));
            if (feed is not null)
                using (page.In("span", ("class", "pill")))
                    page.Element("a", "Feed of changes", ("href", feed));
        }
        if (data.Releases is [.., { } newest]) text.Paragraph($"What changed last: {newest.What}");
        text.Notice("We collected these studies by hand.", "This is a curated set, not a systematic review.",
            "We mostly saw abstracts.");
        text.Element("p", "warning", "This page cannot tell you what to do.", "It is not medical advice.",
            "Do not stop or change your MS treatment because of this page.", "Talk to your MS team first.");
    }
}
