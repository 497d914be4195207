using Azygos.Evidence.Claims;
using Azygos.Files.Sheets;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;
using Azygos.Reports.Studies;
using Azygos.Studies.Conflict;

namespace Azygos.Reports;

/// <summary>The page of the conflict explorer: opens with what can be known, then what was found, then how.</summary>
/// <remarks>Self-contained, no clock: the same base and seed give the same bytes.</remarks>
public static class ConflictExplorerPage
{
    /// <summary>Texts by file name: <c>report.html</c> and <c>figures/NAME.svg</c>.</summary>
    /// <param name="found">The result.</param>
    /// <param name="sheet">The same, laid out.</param>
    public static IReadOnlyDictionary<string, string> Write(ConflictExplorer found, ResultSheet sheet)
    {
        List<Figure> figures = [ExplorerFigures.Ratios(found), .. found.Fits.Select(ExplorerFigures.Checks)];
        if (found.Fits.FirstOrDefault(fit => fit.Correlation is not null) is { Correlation: { } correlation } both)
            figures.Insert(1, new TradeOff(both.Joint, correlation));
        Dictionary<string, string> files =
            figures.ToDictionary(figure => $"figures/{figure.Id}.svg", figure => figure.ToFile());
        files["report.html"] = Page(found, sheet, figures);
        return files;
    }

    private static string Page(ConflictExplorer found, ResultSheet sheet, List<Figure> figures) =>
        PageFrame.Document($"Why the studies disagree. {CuratedBase.Title}",
            ["report.css", "figures.css", "evidence.css"], feed: null, page =>
            {
                using (page.In("header"))
                {
                    page.Element("h1", "Why studies of CCSVI and MS disagree");
                    page.Element("p", $"{CuratedBase.Title}. {CuratedBase.PoolWarning}.", ("class", "warning"));
                }
                PageFrame.Section(page, "identifiable", "What can be known from such studies, and what not",
                    inner => List(inner, ConflictStatement.Identifiable));
                PageFrame.Section(page, "statement", "What was found",
                    inner => List(inner, ConflictStatement.Of(found)));
                PageFrame.Section(page, "figures", "Drawings", inner =>
                {
                    foreach (Figure figure in figures)
                        using (inner.In("figure"))
                        {
                            figure.Write(inner);
                            inner.Element("figcaption", $"{figure.Title}. {CuratedBase.PoolWarning}.");
                        }
                });
                PageFrame.Section(page, "numbers", "Before and after, and how it was made",
                    inner => inner.Sheet(sheet.Parts.Where(part => part.Key is not ("identifiable" or "statement"))));
                page.Element("footer", $"Azygos {Origin.Version}. {CuratedBase.Title}. This is not medical advice.");
            });

    private static void List(HtmlWriter page, IEnumerable<string> sentences)
    {
        using (page.In("ul"))
            foreach (string sentence in sentences) page.Element("li", sentence);
    }
}
