using System.Numerics;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Drawing;

/// <summary>What a drawing's colours show.</summary>
internal enum Shown
{
    /// <summary>Mean pressure along each vein.</summary>
    Pressure,

    /// <summary>Mean flow and its direction.</summary>
    Flow,
}

/// <summary>One view of the veins as SVG: true calibre, colour by pressure or flow, arrows, labelled sites.</summary>
internal sealed class SvgDrawing(VeinMap map, View view, Shown shown)
{
    private readonly string _id = $"{view.Id}-{(shown == Shown.Pressure ? "pressure" : "flow")}";
    private readonly (SiteResult Site, Vector3 Place)[] _sites = [.. map.Sites(view)];
    private int _gradients;

    /// <summary>Writes the drawing.</summary>
    public void Write(HtmlWriter page)
    {
        string size = $"0 0 {Numerals.Coordinate(View.Width)} {Numerals.Coordinate(view.Height)}";
        using (page.In("svg", ("viewBox", size), ("role", "img"), ("aria-labelledby", $"{_id}-t {_id}-d"),
            ("class", "veins")))
        {
            page.Element("title", $"{view.Title}: mean {(shown == Shown.Pressure ? "pressure" : "flow")}",
                ("id", _id + "-t"));
            page.Element("desc", Description(), ("id", _id + "-d"));
            Window(page);
            using (page.In("g", ("clip-path", $"url(#{_id}-w)")))
            {
                SiteResult? cranium = shown == Shown.Pressure ? map.Site("icp") : null;
                BodyOutline.Write(page, view, cranium is null ? null : map.Pressure.At(cranium.Pressure.Mean));
                BridgingVeins(page);
                foreach (VesselCurve curve in InOrder()) Vessel(page, curve);
                Changes(page);
            }
            Fluid(page);
            Labels(page);
        }
        page.Line();
    }

    private string Description() => $"{view.LeftSide} of the subject is at the viewer's left. "
        + string.Join("; ", _sites.Select(s => $"{s.Site.Site.Name}: {Value(s.Site)}")) + ".";

    private string Value(SiteResult site) => shown == Shown.Pressure ? Numerals.Fixed(site.Pressure.Mean, 1) + " mmHg"
        : site.Flow is { } flow ? Numerals.Fixed(flow.Mean, 0) + " mL/min" : "no flow is recorded";

    private void Window(HtmlWriter page)
    {
        double left = View.Margin, right = View.Width - View.Margin;
        using (page.In("defs"))
        using (page.In("clipPath", ("id", _id + "-w")))
            page.Empty("rect", ("x", left), ("y", View.Head),
                ("width", right - left), ("height", view.Height - View.Head));
        page.Element("text", view.LeftSide, ("class", "aside"), ("x", left), ("y", "12"));
        page.Element("text", view.RightSide, ("class", "aside"), ("x", right), ("y", "12"), ("text-anchor", "end"));
        for (double z = 10 * Math.Ceiling(view.Bottom / 10); z < view.Top; z += 10)
        {
            string y = Numerals.Coordinate(view.Page(0, z).Y);
            page.Empty("path", ("class", z == 0 ? "height zero" : "height"),
                ("d", $"M{Numerals.Coordinate(left)} {y}H{Numerals.Coordinate(right)}"));
            page.Element("text", Numerals.Fixed(z, 0) + (z == 0 ? " cm" : ""), ("class", "height"), ("x", left + 2),
                ("y", view.Page(0, z).Y - 2));
        }
    }

    private IEnumerable<VesselCurve> InOrder() => map.Curves
        .Where(c => view.Shows(c.Start) || view.Shows(c.End) || view.Shows(c.At(0.5)))
        .OrderBy(c => c.Vessel.Kind == "artery" ? 0 : 1)
        .ThenBy(c => view.Nearness(c.At(0.5)))
        .ThenBy(c => c.Vessel.Id, StringComparer.Ordinal);

    private void Vessel(HtmlWriter page, VesselCurve curve)
    {
        VesselMean mean = map.Mean(curve.Vessel);
        string d = Path(curve);
        double width = Calibre(mean.Area);
        using (page.In("g"))
        {
            page.Element("title", $"{mean.Vessel.Name}: {Numerals.Fixed(mean.PressureFrom, 1)} to "
                + $"{Numerals.Fixed(mean.PressureTo, 1)} mmHg, "
                + $"{Numerals.Fixed(mean.Flow, 0)} mL/min, {Numerals.Short(mean.Area)} cm²{Remark(mean)}");
            if (curve.Vessel.Kind == "artery")
            {
                page.Empty("path", ("class", "artery"), ("d", d), ("stroke-width", width));
                return;
            }
            if (VeinMap.Collapsed(mean))
                page.Empty("path", ("class", "ghost"), ("d", d), ("stroke-width", Calibre(mean.Vessel.RestArea)));
            page.Empty("path", ("class", "casing"), ("d", d), ("stroke-width", width + 1.3));
            page.Empty("path", ("class", VeinMap.Still(mean) ? "vein still" : "vein"), ("d", d),
                ("stroke", Colour(page, curve, mean)), ("stroke-width", width));
            if (VeinMap.Still(mean)) Cross(page, curve);
            else if (shown == Shown.Flow) Arrow(page, curve, mean, width);
        }
    }

    private static string Remark(VesselMean mean) =>
        (VeinMap.Still(mean) ? ", no flow" : mean.Flow < 0 ? ", flow against the drawn direction" : "")
            + (VeinMap.Collapsed(mean) ? ", collapsed" : "");

    private double Calibre(double area) => Math.Max(1.3, 2 * Math.Sqrt(Math.Max(0, area) / Math.PI) * view.Scale);

    private string Colour(HtmlWriter page, VesselCurve curve, VesselMean mean)
    {
        if (shown == Shown.Flow) return FlowClasses.At(mean.Flow);
        string from = map.Pressure.At(mean.PressureFrom), to = map.Pressure.At(mean.PressureTo);
        if (from == to) return from;
        string id = $"{_id}-g{_gradients++}";
        (double x1, double y1) = view.Project(curve.Start);
        (double x2, double y2) = view.Project(curve.End);
        string middle = map.Pressure.At((mean.PressureFrom + mean.PressureTo) / 2);
        if (Math.Abs(x1 - x2) + Math.Abs(y1 - y2) < 1) return middle;
        using (page.In("linearGradient", ("id", id), ("gradientUnits", "userSpaceOnUse"), ("x1", x1),
            ("y1", y1), ("x2", x2), ("y2", y2)))
        {
            page.Empty("stop", ("offset", "0"), ("stop-color", from));
            page.Empty("stop", ("offset", "0.5"), ("stop-color", middle));
            page.Empty("stop", ("offset", "1"), ("stop-color", to));
        }
        return $"url(#{id})";
    }

    private void Arrow(HtmlWriter page, VesselCurve curve, VesselMean mean, double width)
    {
        (double xa, double ya) = view.Project(curve.Start);
        (double xb, double yb) = view.Project(curve.End);
        double middle = Clear(curve), reach = Distance(xa - xb, ya - yb);
        (double x0, double y0) = view.Project(curve.At(middle - 0.04));
        (double x1, double y1) = view.Project(curve.At(middle + 0.04));
        double run = Distance(x1 - x0, y1 - y0);
        if (reach < 9 || run < 1e-6) return;                       // seen end on, or too short to carry an arrow
        double sign = Math.Sign(mean.Flow), ux = sign * (x1 - x0) / run, uy = sign * (y1 - y0) / run;
        double size = Math.Clamp(width * 0.55, 3, 7), cx = (x0 + x1) / 2, cy = (y0 + y1) / 2;
        string Corner(double along, double aside) =>
            Point(cx + size * (along * ux - aside * uy), cy + size * (along * uy + aside * ux));
        page.Empty("path", ("class", mean.Flow < 0 ? "arrow against" : "arrow"),
            ("d", $"M{Corner(1, 0)}L{Corner(-1, 0.85)}L{Corner(-0.45, 0)}L{Corner(-1, -0.85)}Z"));
    }

    // The middle of the curve, or a little off it where the dot of a site would lie under the arrow.
    private double Clear(VesselCurve curve)
    {
        foreach (double middle in new[] { 0.5, 0.3, 0.7 })
        {
            (double x, double y) = view.Project(curve.At(middle));
            if (!_sites.Any(s => view.Project(s.Place) is var p && Distance(p.X - x, p.Y - y) < 9)) return middle;
        }
        return 0.5;
    }

    private static double Distance(double x, double y) => Math.Sqrt(x * x + y * y);

    private void Cross(HtmlWriter page, VesselCurve curve)
    {
        (double x, double y) = view.Project(curve.At(0.5));
        page.Empty("path", ("class", "cross"), ("d", $"M{Point(x - 4, y - 4)}l8 8M{Point(x - 4, y + 4)}l8 -8"));
    }

    private void BridgingVeins(HtmlWriter page)
    {
        foreach (BridgingVeinRow bridge in map.Result.Model.BridgingVeins)
        {
            if (map.Node(bridge.From) is not { } from || map.Node(bridge.To) is not { } to) continue;
            if (!view.Shows(from) && !view.Shows(to)) continue;
            (double x1, double y1) = view.Project(from);
            (double x2, double y2) = view.Project(to);
            page.Empty("path", ("class", "bridging"), ("d", $"M{Point(x1, y1)}L{Point(x2, y2)}"));
        }
    }

    private void Changes(HtmlWriter page)
    {
        foreach ((int number, MarkResult mark, Vector3 place) in map.Changes(view))
        {
            (double x, double y) = view.Project(place);
            using (page.In("g", ("class", "change")))
            {
                page.Element("title", mark.Mark.Text);
                page.Empty("circle", ("cx", x), ("cy", y), ("r", "6"));
                page.Element("text", Numerals.Fixed(number, 0), ("x", x), ("y", y + 3), ("text-anchor", "middle"));
            }
        }
    }

    // Pressure of the cerebrospinal fluid: a badge, since it belongs to a space and not to a vessel.
    private void Fluid(HtmlWriter page)
    {
        if (shown != Shown.Pressure || map.Site(view.Id == "trunk" ? "csf_spinal" : "icp") is not { } fluid) return;
        (double x, double y, double half) = view.Id == "trunk" ? (View.Width / 2, view.Height - 9, 84)
            : (View.Width / 2, View.Head + 4, 64);
        using (page.In("g", ("class", "badge")))
        {
            page.Empty("rect", ("x", x - half), ("y", y - 12), ("width", 2 * half), ("height", "17"), ("rx", "8"));
            page.Empty("circle", ("cx", x - half + 9), ("cy", y - 3), ("r", "4"),
                ("fill", map.Pressure.At(fluid.Pressure.Mean)));
            page.Element("text", $"{(view.Id == "trunk" ? "Spinal CSF" : "ICP")} "
                + $"{Numerals.Fixed(fluid.Pressure.Mean, 1)} mmHg",
                ("x", x + 5), ("y", y), ("text-anchor", "middle"));
        }
    }

    private void Labels(HtmlWriter page)
    {
        MarginLabels labels = new(view);
        foreach ((SiteResult site, Vector3 place) in _sites)
        {
            if (shown == Shown.Flow && site.Flow is null) continue;
            (double x, double y) = view.Project(place);
            string value = shown == Shown.Pressure ? Numerals.Fixed(site.Pressure.Mean, 1)
                : Numerals.Fixed(site.Flow!.Value.Mean, 0);
            bool against = shown == Shown.Flow && site.Flow!.Value.Mean < 0;
            labels.Add(SiteNames.Short(site.Site), value, x, y, against ? "against" : "",
                SiteNames.IsLeading(site.Site));
        }
        labels.Write(page);
    }

    private string Path(VesselCurve curve)
    {
        string[] points = [.. new[] { curve.Start, curve.FirstHandle, curve.SecondHandle, curve.End }
            .Select(view.Project).Select(p => Point(p.X, p.Y))];
        return $"M{points[0]}C{points[1]} {points[2]} {points[3]}";
    }

    private static string Point(double x, double y) => Numerals.Coordinate(x) + " " + Numerals.Coordinate(y);
}
