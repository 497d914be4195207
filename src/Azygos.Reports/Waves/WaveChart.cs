using System.Text;
using Azygos.Body.Results;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Waves;

/// <summary>Pressure over flow at one site through the last period, on a shared time axis, as SVG.</summary>
internal sealed class WaveChart(SiteResult site, double[] times, Rhythm rhythm)
{
    private const double Width = 340, Left = 44, Right = 8, Panel = 66, Gap = 20, TopEdge = 8, Bottom = 24;

    /// <summary>Least height of a panel's axis, so that a ripple does not fill it; the floors of the periodic norm.</summary>
    private const double LeastPressureSpan = 1, LeastFlowSpan = 10;

    private double XAt(double time) => Left + (Width - Left - Right) * time / Math.Max(rhythm.Period, 1e-9);

    /// <summary>Writes the chart; a missing wave leaves out its panel.</summary>
    public void Write(HtmlWriter page, double[]? pressure, double[]? flow)
    {
        (string Words, string Unit, double[] Values, double Least, string Tone)[] panels =
        [
            .. pressure is null ? [] : new[] { ("pressure", "mmHg", pressure, LeastPressureSpan, "pressure") },
            .. flow is null ? [] : new[] { ("flow", "mL/min", flow, LeastFlowSpan, "flow") },
        ];
        double height = TopEdge + panels.Length * (Panel + Gap) - Gap + Bottom;
        string id = "wave-" + site.Site.Id;
        using (page.In("svg", ("viewBox", $"0 0 {Numerals.Coordinate(Width)} {Numerals.Coordinate(height)}"), ("role", "img"),
            ("aria-labelledby", $"{id}-t"), ("class", "wave")))
        {
            page.Element("title", $"{site.Site.Name}: {string.Join("; ", panels.Select(p => $"{p.Words} from {Numerals.Short(p.Values.Min())} to {Numerals.Short(p.Values.Max())} {p.Unit}"))} over one breath", ("id", $"{id}-t"));
            if (rhythm.Inspiration is { } inspiration)
                page.Empty("rect", ("class", "inspiration"), ("x", Numerals.Coordinate(Left)), ("y", Numerals.Coordinate(TopEdge)),
                    ("width", Numerals.Coordinate(XAt(inspiration) - Left)), ("height", Numerals.Coordinate(height - TopEdge - Bottom)));
            for (int i = 0; i < panels.Length; i++)
                Curve(page, panels[i].Values, panels[i].Unit, panels[i].Least, panels[i].Tone, TopEdge + i * (Panel + Gap));
            TimeAxis(page, height - Bottom);
        }
        page.Line();
    }

    private void Curve(HtmlWriter page, double[] values, string unit, double least, string tone, double top)
    {
        Axis axis = Axis.Covering(values.Min(), values.Max(), least, ticks: 3);
        double YAt(double value) => top + Panel * (1 - axis.Share(value));
        foreach (double tick in axis.Ticks())
        {
            string y = Numerals.Coordinate(YAt(tick));
            page.Empty("path", ("class", Math.Abs(tick) < axis.Step / 1e6 ? "grid zero" : "grid"), ("d", $"M{Numerals.Coordinate(Left)} {y}H{Numerals.Coordinate(Width - Right)}"));
            page.Element("text", Numerals.Fixed(tick, axis.Decimals), ("class", "tick"), ("x", Numerals.Coordinate(Left - 5)),
                ("y", Numerals.Coordinate(YAt(tick) + 3.2)), ("text-anchor", "end"));
        }
        string line = Line(values, YAt);
        if (tone == "flow" && values.Min() < 0)
            page.Empty("path", ("class", "reverse"), ("d", $"{Line([.. values.Select(v => Math.Min(v, 0))], YAt)}V{Numerals.Coordinate(YAt(0))}H{Numerals.Coordinate(Left)}Z"));
        page.Empty("path", ("class", "line " + tone), ("d", line));
        page.Element("text", unit, ("class", "unit " + tone), ("x", Numerals.Coordinate(Width - Right)), ("y", Numerals.Coordinate(top - 1.5)), ("text-anchor", "end"));
    }

    // Half a drawing unit is finer than the eye sees: samples that add less are left out, extremes are kept.
    private string Line(double[] values, Func<double, double> yAt)
    {
        StringBuilder path = new();
        double lastX = double.NegativeInfinity;
        for (int i = 0; i < values.Length; i++)
        {
            double x = XAt(times[i]);
            bool turn = i > 0 && i < values.Length - 1 && (values[i] - values[i - 1]) * (values[i + 1] - values[i]) <= 0;
            if (i > 0 && i < values.Length - 1 && !turn && x - lastX < 1) continue;
            path.Append(i == 0 ? 'M' : 'L').Append(Numerals.Coordinate(Math.Round(x, 1))).Append(' ').Append(Numerals.Coordinate(Math.Round(yAt(values[i]), 1)));
            lastX = x;
        }
        return path.ToString();
    }

    private void TimeAxis(HtmlWriter page, double y)
    {
        for (int beat = 0; rhythm.Beat is { } length && beat <= rhythm.Beats; beat++)
            page.Empty("path", ("class", "beat"), ("d", $"M{Numerals.Coordinate(XAt(beat * length))} {Numerals.Coordinate(y)}v4"));
        page.Empty("path", ("class", "axis"), ("d", $"M{Numerals.Coordinate(Left)} {Numerals.Coordinate(y)}H{Numerals.Coordinate(Width - Right)}"));
        Axis time = Axis.Covering(0, rhythm.Period, 0.1, ticks: 5);
        foreach (double tick in time.Ticks().Where(t => t <= rhythm.Period * 1.001))
        {
            bool last = tick + time.Step > rhythm.Period * 1.001;
            page.Element("text", Numerals.Fixed(tick, time.Decimals) + (last ? " s" : ""), ("class", "tick"), ("x", Numerals.Coordinate(XAt(tick))),
                ("y", Numerals.Coordinate(y + 15)), ("text-anchor", last ? "end" : tick == 0 ? "start" : "middle"));
        }
    }
}
