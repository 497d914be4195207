using System.Text;
using Azygos.Body.Results;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Waves;

/// <summary>Pressure over flow at one site through the last period, on a shared time axis, as SVG.</summary>
internal sealed class WaveChart(SiteResult site, double[] times, Rhythm rhythm)
{
    private const double Width = 340, Left = 44, Right = 8, Panel = 66, Gap = 24, TopEdge = 16, Bottom = 24;

    /// <summary>Least height of a panel's axis, so that a ripple does not fill it; the floors of the periodic
    /// norm.</summary>
    private const double LeastPressureSpan = 1, LeastFlowSpan = 10;

    private double XAt(double time) => Left + (Width - Left - Right) * time / Math.Max(rhythm.Period, 1e-9);

    /// <summary>Writes the chart; a missing wave leaves out its panel.</summary>
    public void Write(HtmlWriter page, double[]? pressure, double[]? flow)
    {
        List<Trace> panels = [];
        if (pressure is not null) panels.Add(new Trace("pressure", "mmHg", pressure, LeastPressureSpan));
        if (flow is not null) panels.Add(new Trace("flow", "mL/min", flow, LeastFlowSpan));
        double height = TopEdge + panels.Count * (Panel + Gap) - Gap + Bottom;
        string id = "wave-" + site.Site.Id;
        string extent = string.Join("; ", panels.Select(p =>
            $"{p.Words} from {Numerals.Short(p.Values.Min())} to {Numerals.Short(p.Values.Max())} {p.Unit}"));
        using (page.In("svg", ("viewBox", $"0 0 {Numerals.Coordinate(Width)} {Numerals.Coordinate(height)}"),
            ("role", "img"), ("aria-labelledby", $"{id}-t"), ("class", "wave")))
        {
            page.Element("title", $"{site.Site.Name}: {extent} over one breath", ("id", $"{id}-t"));
            if (rhythm.Inspiration is { } inspiration)
                page.Empty("rect", ("class", "inspiration"), ("x", Left), ("y", TopEdge),
                    ("width", XAt(inspiration) - Left), ("height", height - TopEdge - Bottom));
            for (int i = 0; i < panels.Count; i++)
                Curve(page, panels[i], TopEdge + i * (Panel + Gap));
            TimeAxis(page, height - Bottom);
        }
        page.Line();
    }

    private void Curve(HtmlWriter page, Trace trace, double top)
    {
        double[] values = trace.Values;
        Axis axis = Axis.Covering(values.Min(), values.Max(), trace.LeastSpan, ticks: 4);
        double YAt(double value) => top + Panel * (1 - axis.Share(value));
        foreach (double tick in axis.Ticks())
        {
            string y = Numerals.Coordinate(YAt(tick));
            page.Empty("path", ("class", Math.Abs(tick) < axis.Step / 1e6 ? "grid zero" : "grid"),
                ("d", $"M{Numerals.Coordinate(Left)} {y}H{Numerals.Coordinate(Width - Right)}"));
            page.Element("text", Numerals.Fixed(tick, axis.Decimals), ("class", "tick"), ("x", Left - 5),
                ("y", YAt(tick) + 3.2), ("text-anchor", "end"));
        }
        string line = Line(values, YAt);
        if (trace.Words == "flow" && values.Min() < 0)
        {
            string reversed = Line([.. values.Select(v => Math.Min(v, 0))], YAt);
            page.Empty("path", ("class", "reverse"),
                ("d", $"{reversed}V{Numerals.Coordinate(YAt(0))}H{Numerals.Coordinate(Left)}Z"));
        }
        page.Empty("path", ("class", "line " + trace.Words), ("d", line));
        page.Element("text", $"{trace.Words}, {trace.Unit}", ("class", "unit " + trace.Words),
            ("x", Left), ("y", top - 5));
    }

    // A drawing unit is about a pixel: samples closer than that are left out, turning points are kept.
    private string Line(double[] values, Func<double, double> yAt)
    {
        StringBuilder path = new();
        double lastX = double.NegativeInfinity;
        for (int i = 0; i < values.Length; i++)
        {
            double x = XAt(times[i]);
            bool inner = i > 0 && i < values.Length - 1;
            bool turns = inner && (values[i] - values[i - 1]) * (values[i + 1] - values[i]) <= 0;
            if (inner && !turns && x - lastX < 1) continue;
            path.Append(i == 0 ? 'M' : 'L').Append(Point(Math.Round(x, 1), Math.Round(yAt(values[i]), 1)));
            lastX = x;
        }
        return path.ToString();
    }

    private void TimeAxis(HtmlWriter page, double y)
    {
        for (int beat = 0; rhythm.Beat is { } length && beat <= rhythm.Beats; beat++)
            page.Empty("path", ("class", "beat"), ("d", $"M{Point(XAt(beat * length), y)}v4"));
        page.Empty("path", ("class", "axis"), ("d", $"M{Point(Left, y)}H{Numerals.Coordinate(Width - Right)}"));
        Axis time = Axis.Covering(0, rhythm.Period, 0.1, ticks: 5);
        foreach (double tick in time.Ticks().Where(t => t <= rhythm.Period * 1.001))
        {
            bool last = tick + time.Step > rhythm.Period * 1.001;
            page.Element("text", Numerals.Fixed(tick, time.Decimals) + (last ? " s" : ""), ("class", "tick"),
                ("x", XAt(tick)), ("y", y + 15), ("text-anchor", last ? "end" : tick == 0 ? "start" : "middle"));
        }
    }

    private static string Point(double x, double y) => Numerals.Coordinate(x) + " " + Numerals.Coordinate(y);

    private sealed record Trace(string Words, string Unit, double[] Values, double LeastSpan);
}
