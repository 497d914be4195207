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
        page.Sentences("p", """
            The model’s veins from its node coordinates, drawn to scale: **line width is the computed calibre**. As on
            a radiograph, **the subject’s right is at your left**. Arteries are faint; heights are centimetres above
            the right atrium along the body. The course of a vein between its nodes, and the outline of the body, only
            guide the eye.
            """);
        using (page.In("figure", ("class", "drawing")))
        {
            Choice(page, "by-pressure", "Pressure", chosen: true);
            Choice(page, "by-flow", "Flow and direction", chosen: false);
            foreach (Shown shown in new[] { Shown.Pressure, Shown.Flow })
            {
                using (page.In("div", ("class", shown == Shown.Pressure ? "face face-pressure" : "face face-flow")))
                {
                    using (page.In("div", ("class", "legend")))
                        if (shown == Shown.Pressure) PressureLegend(page, map);
                        else FlowLegend(page);
                    using (page.In("div", ("class", "views")))
                    {
                        foreach (View view in map.Views)
                        {
                            using (page.In("div", ("class", "view")))
                            {
                                page.Element("h3", view.Title);
                                new SvgDrawing(map, view, shown).Write(page);
                            }
                        }
                        using (page.In("div", ("class", "reading")))
                        {
                            page.Element("h3", "Reading the drawing");
                            Signs(page, shown);
                            if (map.Result.Marks.Count > 0)
                                page.Element("p", "Numbered circles: places that the case changed, listed below.",
                                    ("class", "note"));
                            Findings(page, map);
                        }
                    }
                }
            }
            page.Element("figcaption", "Computed, not observed. Numbers at the labels are means over the last breath, "
                + "in the unit of the legend.");
        }
    }

    private static void Choice(HtmlWriter page, string id, string words, bool chosen)
    {
        page.Empty("input", ("type", "radio"), ("name", "drawing"), ("id", id), ("class", "choice"),
            ("checked", chosen ? "checked" : null));
        page.Element("label", words, ("for", id), ("class", "choice"));
    }

    private static void PressureLegend(HtmlWriter page, VeinMap map)
    {
        double low = map.Pressure.Low, high = map.Pressure.High;
        Axis axis = Axis.Covering(low, high, 0, ticks: 6);
        page.Element("span", "Mean pressure, mmHg", ("class", "legend-title"));
        using (page.In("svg", ("viewBox", "0 0 332 34"), ("class", "bar"), ("role", "img"),
            ("aria-label", $"Colours from {Numerals.Plain(low)} to {Numerals.Plain(high)} mmHg")))
        {
            using (page.In("defs"))
            using (page.In("linearGradient", ("id", "pressure-bar")))
                foreach ((double share, string colour) in ColourScale.Legend())
                    page.Empty("stop", ("offset", share), ("stop-color", colour));
            page.Empty("rect", ("x", "16"), ("y", "3"), ("width", "296"), ("height", "12"), ("rx", "2"),
                ("fill", "url(#pressure-bar)"), ("class", "swatch"));
            foreach (double tick in axis.Ticks().Where(t => t >= low && t <= high))
                page.Element("text", Numerals.Fixed(tick, axis.Decimals),
                    ("x", 16 + 296 * (tick - low) / (high - low)), ("y", "29"), ("text-anchor", "middle"));
        }
        if (!map.PressureAbove) return;
        page.Element("span", "Veins upstream of the bridging veins lie above the scale: yellow.", ("class", "note"));
    }

    private static void FlowLegend(HtmlWriter page)
    {
        page.Element("span", "Mean flow, mL/min", ("class", "legend-title"));
        using (page.In("div", ("class", "classes")))
        {
            page.Element("span", "", ("class", "corner"));
            foreach ((_, _, string words) in FlowClasses.Legend())
                page.Element("span", words, ("class", "class-words"));
            page.Element("span", "toward the heart", ("class", "row-words"));
            foreach ((string forward, _, _) in FlowClasses.Legend()) Swatch(forward);
            page.Element("span", "reversed", ("class", "row-words"));
            foreach ((_, string backward, _) in FlowClasses.Legend()) Swatch(backward);
        }

        void Swatch(string colour) => page.Element("span", "", ("class", "swatch"), ("style", "background:" + colour));
    }

    private static void Signs(HtmlWriter page, Shown shown)
    {
        using (page.In("ul", ("class", "signs")))
        {
            if (shown == Shown.Flow)
            {
                Sign(page, "arrow", "arrows point the way the blood runs");
                Sign(page, "arrow against", "against the drawn direction (drawn toward the heart)");
            }
            Sign(page, "ghost", "collapsed: the pale band is its calibre at rest");
            Sign(page, "cross", "carries no flow");
            Sign(page, "bridging", "bridging veins, which act as Starling resistors");
            Sign(page, "artery", "arteries, for orientation");
            if (shown == Shown.Pressure) Sign(page, "skull", "skull, in the colour of the intracranial pressure");
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
                    case "arrow" or "arrow against":
                        page.Empty("path", ("class", sign), ("d", "M20 6L8 1L11 6L8 11Z"));
                        break;
                    case "skull":
                        page.Empty("rect", ("class", "skull"), ("x", "1"), ("y", "1"), ("width", "24"),
                            ("height", "10"), ("rx", "4"), ("style", "fill:#21918c"));
                        break;
                    default:
                        page.Empty("path", ("class", sign), ("d", "M1 6H25"),
                            ("stroke-width", sign == "artery" ? "5" : null));
                        break;
                }
            page.Text(words);
        }
    }

    private static void Findings(HtmlWriter page, VeinMap map)
    {
        HashSet<string> drawn = [.. map.Curves.Where(c => c.Vessel.Kind != "artery").Select(c => c.Vessel.Id)];
        VesselMean[] veins = [.. map.Result.Vessels.Where(m => drawn.Contains(m.Vessel.Id))];
        using (page.In("dl", ("class", "findings")))
        {
            List(page, "Mean flow against the drawn direction", veins.Where(m => m.Flow < 0),
                "; a link between two veins may run either way");
            List(page, "Collapsed, below three tenths of the area at rest", veins.Where(VeinMap.Collapsed), "");
            List(page, "Without any flow", veins.Where(VeinMap.Still), "");
        }
    }

    private static void List(HtmlWriter page, string what, IEnumerable<VesselMean> means, string remark)
    {
        string[] names = [.. means.Select(m => m.Vessel.Name)];
        page.Element("dt", what).Element("dd", names.Length == 0 ? "none" : string.Join(", ", names) + remark + ".");
    }
}
