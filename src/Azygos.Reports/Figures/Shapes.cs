using System.Text;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Figures;

/// <summary>Shapes that figures are made of; colour and weight come from the class.</summary>
internal static class Shapes
{
    /// <summary>A straight line.</summary>
    public static void Stroke(this HtmlWriter page, string kind, double x1, double y1, double x2, double y2) =>
        page.Empty("line", ("class", kind), ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));

    /// <summary>Text; anchor is start, middle or end.</summary>
    public static void Label(
        this HtmlWriter page, string kind, double x, double y, string text, string anchor = "start") =>
        page.Element("text", text, ("class", kind), ("x", x), ("y", y),
            ("text-anchor", anchor == "start" ? null : anchor));

    /// <summary>A rectangle.</summary>
    public static void Box(this HtmlWriter page, string kind, double x, double y, double width, double height) =>
        page.Empty("rect", ("class", kind), ("x", x), ("y", y), ("width", width), ("height", height));

    /// <summary>A circle.</summary>
    public static void Dot(this HtmlWriter page, string kind, double x, double y, double radius) =>
        page.Empty("circle", ("class", kind), ("cx", x), ("cy", y), ("r", radius));

    /// <summary>A diamond from left to right, as pooled estimates are drawn.</summary>
    public static void Diamond(
        this HtmlWriter page, string kind, double left, double middle, double right, double y, double half) =>
        page.Outline(kind, [(left, y), (middle, y - half), (right, y), (middle, y + half)], closed: true);

    /// <summary>A line through points.</summary>
    public static void Outline(
        this HtmlWriter page, string kind, IEnumerable<(double X, double Y)> points, bool closed = false)
    {
        StringBuilder path = new();
        foreach ((double x, double y) in points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Numerals.Coordinate(x)).Append(' ')
                .Append(Numerals.Coordinate(y));
        if (closed) path.Append('Z');
        page.Empty("path", ("class", kind), ("d", path.ToString()));
    }
}
