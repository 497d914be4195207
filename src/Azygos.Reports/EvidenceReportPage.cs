using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Files.EvidenceBase;
using Azygos.Reports.Evidence;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports;

/// <summary>The report of an evidence base: one self-contained page, and its figures as files.</summary>
/// <remarks>No script, no external resource, no clock: the same base gives the same bytes. Numbers come from one
/// synthesis; the page rounds, and computes nothing.</remarks>
public static class EvidenceReportPage
{
    /// <summary>Texts by file name: <c>report.html</c> and <c>figures/NAME.svg</c>.</summary>
    /// <param name="folder">The base as read.</param>
    /// <param name="synthesis">What was computed from it.</param>
    public static IReadOnlyDictionary<string, string> Write(EvidenceFolder folder, EvidenceSynthesis synthesis)
    {
        ReportMaterial material = new(folder, synthesis);
        Dictionary<string, string> files = new() { ["report.html"] = Page(material) };
        foreach (Figure figure in material.Figures) files.Add($"figures/{figure.Id}.svg", figure.ToFile());
        return files;
    }

    private static string Page(ReportMaterial material)
    {
        List<(string Id, string Heading, Action<HtmlWriter> Body)> sections =
            [("map", "Claims and rows", page => Map(page, material))];
        foreach (ClaimResult claim in material.Synthesis.Claims)
            sections.Add(($"claim-{claim.Claim.Id}", "Claim: " + claim.Claim.Id,
                page => ClaimSection.Write(page, material, claim)));
        sections.Add(("named", "Studies that the debate names", page => NamedStudies.Write(page, material)));
        sections.Add(("statements", "What was published when", page => StatementSection.Write(page, material)));
        sections.Add(("reading", "What was readable and what was not", page => ReadingSection.Write(page, material)));
        sections.Add(("made", "How each number was made", page => MadeSection.Write(page, material)));
        sections.Add(("inputs", "Every row, as written", page => InputSection.Write(page, material)));
        return PageFrame.Document($"CCSVI and multiple sclerosis. {CuratedBase.Title}: Azygos evidence report",
            ["report.css", "figures.css", "evidence.css"], feed: null, page =>
            {
                using (page.In("header")) SummarySection.Write(page, material);
                PageFrame.Contents(page, sections.Select(section => (section.Id, section.Heading)));
                foreach ((string id, string heading, Action<HtmlWriter> body) in sections)
                    PageFrame.Section(page, id, heading, body);
                page.Element("footer", $"Azygos {Origin.Version}. {CuratedBase.Title}. This is not medical advice.");
            });
    }

    private static void Map(HtmlWriter page, ReportMaterial material)
    {
        if (material.Figures.FirstOrDefault(one => one.Id == "claims-map") is { } figure)
            page.Figure(figure, "A dot is a row; one study may have several. Rules give one vote to each cohort.",
                "#inputs");
    }
}
