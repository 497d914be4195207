using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Evidence;

/// <summary>What was and what was not readable.</summary>
internal static class ReadingSection
{
    private static readonly string[] Seen = ["yes", "secondary", "unverified"];

    /// <summary>Writes the flow, and how the rows of each table were seen.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material)
    {
        if (material.Figures.FirstOrDefault(one => one.Id == "flow") is { } figure)
            page.Figure(figure, "There was no search protocol, so the flow starts at the rows of the table.",
                "#made-flow");
        var tables = material.Folder.Rows.Select(row => (row.Table,
                Seen: RowIndex.Cell(row, "verified") is { Length: > 0 } seen ? seen : RowIndex.Cell(row, "status")))
            .Where(row => row.Seen.Length > 0).GroupBy(row => row.Table).ToArray();
        page.Table("How the rows of each table were seen", ["Table", "#Primary text", "#Second-hand", "#Not seen"],
            tables,
            (table, column) =>
        {
            if (column == 0) page.Text(table.Key + ".csv");
            else
                page.Element("a", Numerals.Count(table.Count(row => row.Seen == Seen[column - 1])),
                    ("class", "n"), ("href", "#inputs"));
        }, "narrow", cards: false);
    }
}
