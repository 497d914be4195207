using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Evidence;

/// <summary>What bodies said and when, and the timeline.</summary>
internal static class StatementSection
{
    /// <summary>Writes both.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material)
    {
        if (material.Figures.FirstOrDefault(one => one.Id == "timeline") is { } figure)
            page.Figure(figure, "Filled: blinded, or sham-controlled. Rows that were not seen are left out.",
                "#inputs");
        page.Element("p", "Statements are not evidence: no rule counts them.");
        page.Table("Statements", ["Date", "Body", "Country", "Position, in our words", "Read"],
            material.Synthesis.Base.Statements,
            (row, column) =>
        {
            switch (column)
            {
                case 0: page.Read(row.Date, "statements", row.Id); break;
                case 1: page.Text(row.Body); break;
                case 2: page.Text(row.Country); break;
                case 3: page.Text(row.Summary); break;
                default: page.Text(StatusWords.Of(row.Status)); break;
            }
        });
    }
}
