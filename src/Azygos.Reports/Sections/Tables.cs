using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>Tables; the wide ones turn into cards on a narrow screen, where every cell shows the heading of its
/// column.</summary>
internal static class Tables
{
    /// <summary>Writes a table; <paramref name="cell"/> writes the content of one cell.</summary>
    /// <param name="page">The page.</param>
    /// <param name="caption">Caption, read out and shown.</param>
    /// <param name="columns">Headings; one that starts with # holds numbers.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="cell">Writes a cell, given its row and column.</param>
    /// <param name="cssClass">Further class.</param>
    /// <param name="cards">True: rows become cards on a narrow screen; false: short tables stay tables.</param>
    public static void Table<T>(this HtmlWriter page, string caption, string[] columns, IEnumerable<T> rows, Action<T,
        int> cell,
        string cssClass = "", bool cards = true)
    {
        using (page.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)))
        using (page.In("table", ("class", $"{(cards ? "cards" : "plain")} {cssClass}".TrimEnd())))
        {
            page.Element("caption", caption);
            using (page.In("thead"))
            using (page.In("tr"))
                foreach (string column in columns)
                    page.Element("th", column.TrimStart('#'), ("scope", "col"), ("class", Kind(column)));
            using (page.In("tbody"))
                foreach (T row in rows)
                {
                    using (page.In("tr")) Row(page, columns, row, cell);
                    page.Line();
                }
        }
    }

    private static void Row<T>(HtmlWriter page, string[] columns, T row, Action<T, int> cell)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            using (page.In(i == 0 ? "th" : "td", ("scope", i == 0 ? "row" : null), ("class", Kind(columns[i])),
                ("data-label", columns[i].TrimStart('#'))))
                cell(row, i);
        }
    }

    private static string? Kind(string column) => column.StartsWith('#') ? "number" : null;
}
