using Azygos.Files.Sheets;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Studies;

/// <summary>A result sheet on a page: the third printer of a sheet, after the screen and the JSON.</summary>
internal static class SheetMarkup
{
    /// <summary>Writes the parts.</summary>
    public static void Sheet(this HtmlWriter page, IEnumerable<SheetPart> parts)
    {
        foreach (SheetPart part in parts)
        {
            string caption = part.Heading.TrimEnd(':');
            switch (part)
            {
                case SheetFacts facts:
                    page.Table(caption, ["", "#"], facts.Facts.Where(fact => fact.Value.Text != ""),
                        (fact, column) => page.Text(column == 0 ? fact.Words : Shown(fact.Value)), cards: false);
                    break;
                case SheetTable { Rows.Count: > 0 } table:
                    page.Table(caption, [.. table.Columns.Select((column, at) => (at == 0 ? "" : "#") + column.Words)],
                        table.Rows, (row, column) => page.Text(Shown(row[column])));
                    break;
                case SheetRemarks remarks:
                    foreach (string text in remarks.Texts) page.Element("p", text);
                    break;
            }
        }
    }

    /// <summary>A value as a page shows it.</summary>
    public static string Shown(SheetValue value) =>
        value.Number is { } number ? Numerals.Short(number)
        : value.Limits is { } limits ? $"{Numerals.Short(limits.Lower)} to {Numerals.Short(limits.Upper)}"
        : value.Text ?? "";
}
