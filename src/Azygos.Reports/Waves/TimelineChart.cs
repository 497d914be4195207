using System.Text;
using Azygos.Body.Timeline;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Waves;

/// <summary>One curve over the whole of a timeline, its events as bands behind it, as SVG.</summary>
/// <remarks>A drawing unit holds many samples: what is drawn of it reaches from the smallest to the largest of
/// them.</remarks>
internal sealed class TimelineChart(double[] times, IReadOnlyList<EventMark> marks)
{
    private const double Width = 1060, Left = 52, Right = 10, Panel = 86, TopEdge = 26, Bottom = 22;

    private double Seconds => Math.Max(times[^1], 1e-9);

    private double XAt(double time) => Left + (Width - Left - Right) * time / Seconds;

    /// <summary>Writes a panel.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="id">Anchor of the title.</param>
    /// <param name="title">What is shown, for who cannot see it.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="kind">Class of the line: <c>pressure</c> or <c>flow</c>.</param>
    /// <param name="values">Shape [samples].</param>
    /// <param name="leastSpan">Least height of the axis.</param>
    public void Write(
        HtmlWriter page, string id, string title, string unit, string kind, double[] values, double leastSpan)
    {
        double height = TopEdge + Panel + Bottom;
        Axis axis = Axis.Covering(values.Min(), values.Max(), leastSpan, ticks: 4);
        double YAt(double value) => TopEdge + Panel * (1 - axis.Share(value));
        using (page.In("svg", ("viewBox", $"0 0 {Numerals.Coordinate(Width)} {Numerals.Coordinate(height)}"),
            ("role", "img"), ("aria-labelledby", $"{id}-t"), ("class", "wave")))
        {
            page.Element("title", $"{title}: from {Numerals.Short(values.Min())} to {Numerals.Short(values.Max())} {unit} "
                + $"in {Numerals.Plain(Seconds)} s", ("id", $"{id}-t"));
            foreach (EventMark mark in marks) Band(page, mark);
            foreach (double tick in axis.Ticks())
            {
                page.Empty("path", ("class", Math.Abs(tick) < axis.Step / 1e6 ? "grid zero" : "grid"),
                    ("d", $"M{Numerals.Coordinate(Left)} {Numerals.Coordinate(YAt(tick))}H{Numerals.Coordinate(Width - Right)}"));
                page.Element("text", Numerals.Fixed(tick, axis.Decimals), ("class", "tick"), ("x", Left - 5),
                    ("y", YAt(tick) + 3.2), ("text-anchor", "end"));
            }
            page.Empty("path", ("class", "line " + kind), ("d", Line(values, YAt)));
            page.Element("text", unit, ("class", "unit " + kind), ("x", Left), ("y", TopEdge - 14));
            TimeAxis(page, height - Bottom);
        }
        page.Line();
    }

    private void Band(HtmlWriter page, EventMark mark)
    {
        double from = XAt(mark.From), until = XAt(Math.Min(mark.Until, Seconds));
        if (until <= from) return;
        page.Empty("rect", ("class", "inspiration"), ("x", from), ("y", TopEdge), ("width", until - from),
            ("height", Panel));
        page.Element("text", EventWords.Of(mark.Word), ("class", "tick"), ("x", from), ("y", TopEdge - 3));
    }

    private string Line(double[] values, Func<double, double> yAt)
    {
        StringBuilder path = new();
        for (int i = 0; i < values.Length;)
        {
            double x = Math.Floor(XAt(times[i])), low = values[i], high = values[i];
            int first = i;
            for (; i < values.Length && Math.Floor(XAt(times[i])) <= x; i++)
                (low, high) = (Math.Min(low, values[i]), Math.Max(high, values[i]));
            // The turn of the curve in this unit: from where it came.
            (double start, double end) = values[first] <= values[i - 1] ? (low, high) : (high, low);
            path.Append(first == 0 ? 'M' : 'L').Append(Point(XAt(times[first]), yAt(start)));
            if (start != end) path.Append('L').Append(Point(XAt(times[i - 1]), yAt(end)));
        }
        return path.ToString();
    }

    private void TimeAxis(HtmlWriter page, double y)
    {
        page.Empty("path", ("class", "axis"), ("d", $"M{Point(Left, y)}H{Numerals.Coordinate(Width - Right)}"));
        Axis time = Axis.Covering(0, Seconds, 0.1, ticks: 10);
        foreach (double tick in time.Ticks().Where(t => t <= Seconds * 1.001))
        {
            bool last = tick + time.Step > Seconds * 1.001;
            page.Element("text", Numerals.Fixed(tick, time.Decimals) + (last ? " s" : ""), ("class", "tick"),
                ("x", XAt(tick)), ("y", y + 15), ("text-anchor", last ? "end" : tick == 0 ? "start" : "middle"));
        }
    }

    private static string Point(double x, double y) =>
        Numerals.Coordinate(Math.Round(x, 1)) + " " + Numerals.Coordinate(Math.Round(y, 1));
}

/// <summary>Events in words.</summary>
internal static class EventWords
{
    /// <summary>A word of a file as people write it.</summary>
    public static string Of(string word) =>
        word == "valsalva" ? "Valsalva" : word.Replace('_', ' ');
}
