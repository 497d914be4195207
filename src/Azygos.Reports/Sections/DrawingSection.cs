using Azygos.Body.Results;
using Azygos.Reports.Drawing;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Sections;

/// <summary>The drawing of the veins, once by pressure and once by flow, with legends and what stands out.</summary>
internal static class DrawingSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        VeinMap map = new(result);
        if (map.Curves.Count == 0)
        {
            page.Element("p", "No vessel of this run can be drawn.");
            return;
        }
        page.Sentences("p", "The model’s veins from its node coordinates, drawn to scale: **line width is the computed calibre**. "
            + "As on a radiograph, **the subject’s right is at your left**. Arteries are faint; heights are centimetres above the right atrium along the body. "
            + "The course of a vein between its nodes, and the outline of the body, only guide the eye.");
        using (page.In("figure", ("class", "drawing")))
        {
            Choice(page, "by-pressure", "Pressure", chosen: true);
            Choice(page, "by-flow", "Flow and direction", chosen: false);
            foreach (Shown shown in new[] { Shown.Pressure, Shown.Flow })
            {
                using (page.In("div", ("class", shown == Shown.Pressure ? "face face-pressure" : "face face-flow")))
                {
                    if (shown == Shown.Pressure) PressureLegend(page, map);
                    else FlowLegend(page);
                    using (page.In("div", ("class", "views")))
                        foreach (View view in map.Views)
                        {
                            using (page.In("div", ("class", "view")))
                            {
                                page.Element("h3", view.Title);
                                new SvgDrawing(map, view, shown).Write(page);
                            }
                        }
                }
            }
            page.Element("figcaption", Findings(map));
        }
    }

    private static void Choice(HtmlWriter page, string id, string words, bool chosen)
    {
        page.Empty("input", ("type", "radio"), ("name", "drawing"), ("id", id), ("class", "choice"), ("checked", chosen ? "checked" : null));
        page.Element("label", words, ("for", id), ("class", "choice"));
    }

    private static void PressureLegend(HtmlWriter page, VeinMap map)
    {
        Axis axis = Axis.Covering(map.Pressure.Low, map.Pressure.High, 0, ticks: 6);
        using (page.In("div", ("class", "legend")))
        {
            page.Element("span", "Mean pressure, mmHg", ("class", "legend-title"));
            using (page.In("svg", ("viewBox", "0 0 320 34"), ("class", "bar"), ("role", "img"), ("aria-label", $"Colour scale from {Numerals.Short(map.Pressure.Low)} to {Numerals.Short(map.Pressure.High)} mmHg")))
            {
                using (page.In("defs"))
                using (page.In("linearGradient", ("id", "pressure-bar")))
                    foreach ((double share, string colour) in ColourScale.Legend())
                        page.Empty("stop", ("offset", Numerals.Coordinate(share)), ("stop-color", colour));
                page.Empty("rect", ("x", "10"), ("y", "3"), ("width", "300"), ("height", "11"), ("rx", "2"), ("fill", "url(#pressure-bar)"), ("class", "swatch"));
                foreach (double tick in axis.Ticks())
                    page.Element("text", Numerals.Fixed(tick, axis.Decimals), ("x", Numerals.Coordinate(10 + 300 * axis.Share(tick))), ("y", "28"), ("text-anchor", "middle"));
            }
            Signs(page, flow: false);
        }
    }

    private static void FlowLegend(HtmlWriter page)
    {
        using (page.In("div", ("class", "legend")))
        {
            page.Element("span", "Mean flow, mL/min", ("class", "legend-title"));
            using (page.In("div", ("class", "classes")))
            {
                page.Element("span", "", ("class", "corner"));
                foreach ((_, _, string words) in FlowClasses.Legend()) page.Element("span", words, ("class", "class-words"));
                page.Element("span", "toward the heart", ("class", "row-words"));
                foreach ((string forward, _, _) in FlowClasses.Legend()) page.Element("span", "", ("class", "swatch"), ("style", "background:" + forward));
                page.Element("span", "reversed", ("class", "row-words"));
                foreach ((_, string backward, _) in FlowClasses.Legend()) page.Element("span", "", ("class", "swatch"), ("style", "background:" + backward));
            }
            Signs(page, flow: true);
        }
    }

    private static void Signs(HtmlWriter page, bool flow)
    {
        using (page.In("ul", ("class", "signs")))
        {
            Sign(page, "ghost", "collapsed: the pale band is its calibre at rest");
            Sign(page, "cross", "carries no flow");
            Sign(page, "bridging", "bridging veins (Starling resistors)");
            Sign(page, "artery", "arteries");
            if (flow) Sign(page, "arrow", "arrows point the way the blood runs");
        }
    }

    private static void Sign(HtmlWriter page, string sign, string words)
    {
        using (page.In("li"))
        {
            using (page.In("svg", ("viewBox", "0 0 26 12"), ("class", "sign veins"), ("aria-hidden", "true")))
                switch (sign)
                {
                    case "ghost":
                        page.Empty("path", ("class", "ghost"), ("d", "M1 6H25"), ("stroke-width", "10"));
                        page.Empty("path", ("class", "casing"), ("d", "M1 6H25"), ("stroke-width", "3"));
                        break;
                    case "cross":
                        page.Empty("path", ("class", "casing"), ("d", "M1 6H25"), ("stroke-width", "2"));
                        page.Empty("path", ("class", "cross"), ("d", "M9 2L17 10M9 10L17 2"));
                        break;
                    case "arrow":
                        page.Empty("path", ("class", "arrow"), ("d", "M20 6L8 1L11 6L8 11Z"));
                        break;
                    default:
                        page.Empty("path", ("class", sign), ("d", "M1 6H25"), ("stroke-width", sign == "artery" ? "5" : null));
                        break;
                }
            page.Text(words);
        }
    }

    private static string Findings(VeinMap map)
    {
        string[] veins = [.. map.Curves.Where(c => c.Vessel.Kind != "artery").Select(c => c.Vessel.Id)];
        VesselMean[] means = [.. map.Result.Vessels.Where(m => veins.Contains(m.Vessel.Id))];
        return List("Mean flow against the drawn direction (veins are drawn toward the heart; anastomoses may run either way)", means.Where(m => m.Flow < 0))
            + " " + List("Collapsed (below three tenths of the area at rest)", means.Where(VeinMap.Collapsed))
            + " " + List("Without any flow", means.Where(VeinMap.Still));
    }

    private static string List(string what, IEnumerable<VesselMean> means)
    {
        string[] names = [.. means.Select(m => m.Vessel.Name)];
        return $"{what}: {(names.Length == 0 ? "none" : string.Join(", ", names))}.";
    }
}
