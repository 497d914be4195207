using Azygos.Reports.Markup;

namespace Azygos.Reports.Evidence;

/// <summary>Numbers that lead, by one click, to how they were made or to the row that they stand in.</summary>
internal static class NumberLinks
{
    /// <summary>A computed number.</summary>
    public static HtmlWriter Made(this HtmlWriter page, string text, Derivation from) =>
        page.Element("a", text, ("class", "n"), ("href", "#" + from.Anchor), ("title", from.What));

    /// <summary>A number that stands in a row as it is.</summary>
    public static HtmlWriter Read(this HtmlWriter page, string text, string table, string key) =>
        page.Element("a", text, ("class", "n"), ("href", "#" + RowIndex.Anchor(table, key)),
            ("title", $"row {key} of {table}.csv"));

    /// <summary>A figure with its caption.</summary>
    /// <param name="page">The page.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="caption">What a reader must know.</param>
    /// <param name="origin">Address of where its numbers come from.</param>
    public static void Figure(this HtmlWriter page, Figures.Figure figure, string caption, string origin)
    {
        using (page.In("figure", ("class", "plot"), ("id", "figure-" + figure.Id)))
        {
            using (page.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"),
                ("aria-label", figure.Title)))
                figure.Write(page);
            using (page.In("figcaption"))
            {
                page.Element("strong", figure.Title + ". ");
                page.Text(caption + " ").Element("a", "Where its numbers come from", ("href", origin)).Text(".");
            }
        }
        page.Line();
    }

    /// <summary>An interval in words.</summary>
    public static string Interval(double low, double high) => $"{Numerals.Short(low)} to {Numerals.Short(high)}";

    /// <summary>A p value.</summary>
    public static string P(double p) => p < 0.001 ? "< 0.001" : Numerals.Fixed(p, 3);
}
