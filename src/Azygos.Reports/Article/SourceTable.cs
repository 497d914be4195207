using Azygos.Reports.Evidence;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Article;

/// <summary>The rows that the article cites, with where each was read.</summary>
internal static class SourceTable
{
    /// <summary>Writes the list; call it last.</summary>
    public static void Write(ArticleWriter text, ReportMaterial material)
    {
        HtmlWriter page = text.Page;
        using (page.In("ol", ("class", "sources")))
            foreach (CitedRow row in text.Facts.Sources.Cited)
            {
                using (page.In("li", ("id", $"source-{row.Number}")))
                {
                    page.Text(Words(material.Index, row) + ". ");
                    if (row.From.Identifier.Length > 0) page.Identifier(row.From.Identifier).Text(". ");
                    if (row.From.Address.Length > 0)
                        page.Text("Read at ").Element("a", row.From.Site, ("href", row.From.Address));
                    if (text.Facts.Seen(row.Table, row.Key) is { Length: > 0 } seen) page.Text($" (seen in {seen})");
                    page.Text(" ").Element("a", row.Key, ("class", "row-name"),
                        ("href", $"{ArticleFacts.Report}#{RowIndex.Anchor(row.Table, row.Key)}"));
                }
                page.Line();
            }
    }

    private static string Words(RowIndex index, CitedRow row)
    {
        string Cell(string column) => index.Cell(row.Table, row.Key, column);
        string name = Cell("study_id") is { Length: > 0 } study ? study : Cell("review_id") is { Length: > 0 } review
            ? review
            : Cell("body") is { Length: > 0 } body ? body : row.Key;
        string[] parts = [name, Cell("journal"), Cell("year") is { Length: > 0 } year ? year : Cell("date")];
        return string.Join(", ", parts.Where(part => part.Length > 0 && part != "not seen"));
    }
}
