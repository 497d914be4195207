using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rules;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Evidence;

/// <summary>What the page is, how old, and the verdict on every claim.</summary>
internal static class SummarySection
{
    /// <summary>Writes the head of the page.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material)
    {
        CuratedBase data = material.Synthesis.Base;
        page.Element("p", "Evidence report", ("class", "kicker"));
        page.Element("h1", $"CCSVI and multiple sclerosis: what was published, and what it says. {CuratedBase.Title}");
        using (page.In("p", ("class", "status")))
        {
            page.Element("span", data.Releases is [.., { } last] ? $"Data of {Day(last.Date)}" : "Data not dated",
                ("class", "pill"));
            page.Element("span", $"Rules {data.Rules.Version}", ("class", "pill"));
            page.Element("span", $"Azygos {Origin.Version}", ("class", "pill"));
            page.Element("span", $"Tables’ SHA-256 {data.Hash}", ("class", "pill hash"));
        }
        if (data.Releases is [.., { } newest]) page.Element("p", $"What changed last: {newest.What}");
        page.Sentences("p", """
            We collected these studies by hand, without a search protocol; mostly abstracts were seen. **Every number on
            this page is a link**: a computed one leads to its rows, options, engine version and content hash, a printed
            one to its row and the place
                where it was read. The verdicts come from a table of rules that was written with
            the data known; no person edits them.
            """, "notice");
        page.Table("Verdicts", ["Claim", "Verdict", "Rule", "Would change it",
            "Another verdict under"], material.Synthesis.Claims, (claim, column) =>
        {
            Judgement judged = claim.Finding.Judgement;
            switch (column)
            {
                case 0:
                    page.Element("a", claim.Claim.Id, ("href", "#claim-" + claim.Claim.Id))
                        .Element("span", claim.Claim.Statement, ("class", "note"));
                    break;
                case 1:
                    using (page.In("strong"))
                        page.Made(VerdictWords.OnScreen(judged.Verdict),
                            material.Derivations["claim-" + claim.Claim.Id]);
                    break;
                case 2: page.Text(judged.Rule); break;
                case 3:
                    if (claim.TippingPoints.Count == 0) page.Text("none found near");
                    foreach (TippingPoint point in claim.TippingPoints)
                    {
                        using (page.In("span", ("class", "line")))
                            page.Made(point.ToString(), material.Derivations["claim-" + claim.Claim.Id]);
                    }
                    break;
                default:
                    string[] tipping = [.. claim.TippingStudies.Select(one =>
                        $"without {one.Study}: {VerdictWords.OnScreen(one.Verdict)}")];
                    string[] other = [.. claim.Sensitivities
                        .Where(one => one.Finding.Judgement.Verdict != judged.Verdict)
                        .Select(one => $"{one.Name.Replace('_', ' ')}: "
                            + VerdictWords.OnScreen(one.Finding.Judgement.Verdict))];
                    other = [.. other, .. tipping];
                    page.Text(other.Length == 0 ? "none" : string.Join("; ", other));
                    break;
            }
        });
    }

    /// <summary>A day in words.</summary>
    public static string Day(DateOnly day) =>
        day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
