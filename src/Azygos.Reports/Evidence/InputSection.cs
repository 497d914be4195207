using Azygos.Files.EvidenceBase;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Evidence;

/// <summary>Every row of the base, as written, with the place where it was read.</summary>
internal static class InputSection
{
    /// <summary>Writes them, a list a table.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material)
    {
        page.Element("p", "Empty cells are left out. Rows that were not seen are here so that a reader sees what is "
            + "missing; they "
            + "enter nothing.");
        foreach (IGrouping<string, ShownRow> table in material.Folder.Rows.GroupBy(row => row.Table))
        {
            page.Element("h3", $"{table.Key}.csv");
            foreach (ShownRow row in table) Row(page, material.Index, row);
        }
    }

    private static void Row(HtmlWriter page, RowIndex index, ShownRow row)
    {
        string key = row.Cells[0].Text;
        using (page.In("div", ("class", "row"), ("id", RowIndex.Anchor(row.Table, key))))
        {
            page.Element("strong", key).Text(" ");
            if (index.Source(row.Table, key) is { Address.Length: > 0 } source)
                page.Text("(read at ").Element("a", source.Site, ("href", source.Address), ("rel", "noopener"))
                    .Text(") ");
            using (page.In("span", ("class", "cells")))
                foreach (ShownCell cell in row.Cells.Skip(1).Where(cell => cell.Column is not "source_url"))
                    page.Element("i", cell.Column).Text($" {cell.Text}; ");
        }
        page.Line();
    }
}
