using Azygos.Evidence.Effects;
using Azygos.Files.Sheets;
using Azygos.Files.Studies;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;
using Azygos.Reports.Studies;
using Azygos.Studies.Designs;
using Azygos.Studies.Results;

namespace Azygos.Reports;

/// <summary>The report of a simulated study: one self-contained page, the same bytes for the same rows.</summary>
public static class StudyReportPage
{
    /// <summary>The page.</summary>
    /// <param name="collected">What was collected from the run.</param>
    /// <param name="sheet">The same, laid out.</param>
    public static string Write(CollectedStudy collected, ResultSheet sheet)
    {
        StudySummary found = collected.Summary;
        StudyDesign design = found.Plan.Design;
        return PageFrame.Document($"{design.Name}: Azygos simulated study", ["report.css", "figures.css", "evidence.css"],
            feed: null, page =>
            {
                using (page.In("header"))
                {
                    page.Element("h1", design.Name);
                    page.Element("p", design.Description);
                    page.Element("p", StudySheet.Caution, ("class", "warning"));
                }
                Draw(page, new StudyFlow(design, found.Findings[0].Tally), "The other repetitions differ by chance.");
                if (found.Findings[0].Table is { } table) CrossTable(page, table, design);
                if (found.Ratio() is { } ratio && ratio.Spread.Count > 1)
                    Draw(page, new RatioHistogram([.. found.Findings.Select(one => one.Ratio).OfType<TableIntervals>()
                        .Select(one => Math.Exp(one.Log))], ratio), "Each repetition is a study that could have been "
                        + "published.");
                PageFrame.Section(page, "numbers", "What was found, and the truth that was put in",
                    inner => inner.Sheet(sheet.Parts));
                page.Element("footer", $"Azygos {Origin.Version}. This is not medical advice.");
            });
    }

    private static void CrossTable(HtmlWriter page, TwoByTwo table, StudyDesign design)
    {
        string[] events = design.Treats ? ["improved", "not improved"] : ["positive", "negative"];
        (string Name, double Yes, double No)[] rows = design.Treats
            ? [("Treated", table.A, table.B), ("Sham", table.C, table.D)]
            : [("MS", table.A, table.B), ("Controls", table.C, table.D)];
        page.Table("The 2 × 2 table of the first repetition", ["", "#" + events[0], "#" + events[1]], rows,
            (row, column) => page.Text(column == 0 ? row.Name : Numerals.Count((long)(column == 1 ? row.Yes : row.No))),
            cards: false);
    }

    private static void Draw(HtmlWriter page, Figure figure, string caption)
    {
        using (page.In("figure"))
        {
            figure.Write(page);
            page.Element("figcaption", $"{figure.Title}. {caption}");
        }
    }
}
