using Azygos.Reports.Markup;

namespace Azygos.Reports.Drawing;

/// <summary>A faint outline of head and neck, a plain ground for the trunk, behind the veins for orientation.</summary>
/// <source choice="drawn by hand, skull vault 40 cm and chin 18 cm above the right atrium; not data"/>
internal static class BodyOutline
{
    // Points (across, height) in cm: a start, then cubic segments of two handles and an end, two segments a line.
    private static readonly double[] HeadFront =
    [
        -20, 4,
        -15, 8, -6.4, 8.5, -5.6, 12.5, -5.2, 15, -5.6, 18, -6, 20,
        -7, 23, -7.7, 27, -7.7, 31, -7.7, 37, -4.5, 40.5, 0, 40.5,
        4.5, 40.5, 7.7, 37, 7.7, 31, 7.7, 27, 7, 23, 6, 20,
        5.6, 18, 5.2, 15, 5.6, 12.5, 6.4, 8.5, 15, 8, 20, 4,
    ];

    private static readonly double[] SkullFront =
    [
        -6.6, 27.5,
        -7.4, 33, -5, 39.6, 0, 39.6, 5, 39.6, 7.4, 33, 6.6, 27.5,
        5, 25.6, 3, 24.6, 0, 24.2, -3, 24.6, -5, 25.6, -6.6, 27.5,
    ];

    // Seen from the subject's left: the face is at the viewer's left, so across is minus the distance to the front.
    private static readonly double[] HeadSide =
    [
        -6, 4,
        -5.5, 8, -4.6, 12, -5, 16.2, -6.6, 17, -9, 17.2, -9.4, 18.6,
        -9.6, 20.4, -9.2, 21, -9.5, 22.4, -9.7, 23.4, -11.6, 24.4, -11, 25.4,
        -10.2, 27.4, -9.4, 28, -9.6, 30, -9.8, 36, -6, 40.5, 0.6, 40.5,
        7.4, 40.5, 11, 36.5, 11, 31, 11, 27, 9.4, 24.6, 8.2, 22.4,
        7, 20, 7.4, 15, 8.6, 12, 9.4, 9, 9.6, 7, 9.6, 4,
    ];

    private static readonly double[] SkullSide =
    [
        -8.4, 29,
        -8.8, 35.5, -5, 39.6, 0.6, 39.6, 6.8, 39.6, 10, 36, 10, 31,
        10, 28, 8.6, 25.6, 5.6, 24.6, 3.4, 24, 2, 24.2, 0.6, 25.4,
        -1, 27.6, -5.5, 26.6, -8.4, 29,
    ];

    /// <summary>The outline for a view of the head or of the trunk.</summary>
    public static void Write(HtmlWriter page, View view, string? cranialColour)
    {
        if (view.Id == "trunk")
        {
            (double left, double top) = view.Page(-view.HalfWidth, view.Top);
            page.Empty("rect", ("class", "outline"), ("x", left), ("y", top),
                ("width", 2 * view.HalfWidth * view.Scale), ("height", view.Height - top), ("rx", "10"));
            return;
        }
        bool front = view.Id == "front";
        Path(page, view, front ? HeadFront : HeadSide, "outline", null);
        Path(page, view, front ? SkullFront : SkullSide, "skull", cranialColour);
    }

    private static void Path(HtmlWriter page, View view, double[] points, string cssClass, string? fill)
    {
        List<string> d = [];
        for (int i = 0; i < points.Length; i += 2)
        {
            (double x, double y) = view.Page(points[i], points[i + 1]);
            d.Add($"{(i == 0 ? "M" : i == 2 ? "C" : "")}{Numerals.Coordinate(x)} {Numerals.Coordinate(y)}");
        }
        page.Empty("path", ("class", cssClass), ("d", string.Join(' ', d)),
            ("style", fill is null ? null : $"fill:{fill}"));
    }
}
