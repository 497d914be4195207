using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>Where the brain's blood leaves: at the skull base, and what the neck's published sites carry.</summary>
internal static class Routes
{
    private static readonly string[] NeckSites =
        ["ijv_right_j2", "ijv_left_j2", "vertebral_vein_right", "vertebral_vein_left", "epidural_plexus_cervical"];

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        Outflow outflow = Outflow.Of(result);
        if (outflow.Exits.Count == 0) page.Element("p", "The model has no vein that leads out of a dural sinus; no routes are listed.");
        else Exits(page, outflow);
        Neck(page, result);
    }

    private static void Exits(HtmlWriter page, Outflow outflow)
    {
        page.Element("p", "Every vessel that leads from a dural sinus out of the skull, with its mean flow over the last breath. Blood can change route further down: neck veins are joined to each other.");
        Bar(page, outflow);
        page.Table("Out of the skull", ["Route", "#Flow, mL/min", "#Share", "#Area, cm²"], outflow.Exits, (exit, column) =>
        {
            switch (column)
            {
                case 0: page.Text(exit.Vein.Vessel.Name).Element("span", exit.Jugular ? "jugular" : exit.Vein.Flow < 0 ? "other, runs inward" : "other", ("class", "note")); break;
                case 1: page.Element("b", Numerals.Fixed(exit.Vein.Flow, 0)); break;
                case 2: page.Text(Numerals.Percent(exit.Vein.Flow / outflow.Total)); break;
                default: page.Text(Numerals.Short(exit.Vein.Area)); break;
            }
        }, "narrow");
        page.Sentences("p", $"Together **{Numerals.Fixed(outflow.Total, 0)} mL/min**: {Numerals.Fixed(outflow.Jugular, 0)} by the jugular veins, {Numerals.Fixed(outflow.Other, 0)} by all others.");
    }

    private static void Bar(HtmlWriter page, Outflow outflow)
    {
        double outward = outflow.Exits.Sum(e => Math.Max(0, e.Vein.Flow)), x = 0;
        if (outward <= 0) return;
        using (page.In("svg", ("viewBox", "0 0 600 44"), ("class", "routes"), ("role", "img"),
            ("aria-label", $"Jugular veins {Numerals.Percent(outflow.Jugular / outflow.Total)}, other routes {Numerals.Percent(outflow.Other / outflow.Total)}")))
            foreach (bool jugular in new[] { true, false })
            {
                double start = x;
                foreach (var exit in outflow.Exits.Where(e => e.Jugular == jugular && e.Vein.Flow > 0))
                {
                    double width = 600 * exit.Vein.Flow / outward;
                    using (page.In("rect", ("class", jugular ? "jugular" : "other"), ("x", Numerals.Coordinate(x)), ("y", "0"), ("width", Numerals.Coordinate(Math.Max(0.5, width - 1))), ("height", "22")))
                        page.Element("title", $"{exit.Vein.Vessel.Name}: {Numerals.Fixed(exit.Vein.Flow, 0)} mL/min");
                    x += width;
                }
                if (x > start) page.Element("text", $"{(jugular ? "jugular" : "other routes")} {Numerals.Percent((x - start) / outward)}",
                    ("x", Numerals.Coordinate(jugular ? start : x)), ("y", "38"), ("text-anchor", jugular ? "start" : "end"));
            }
    }

    private static void Neck(HtmlWriter page, SimulationResult result)
    {
        SiteResult[] sites = [.. NeckSites.Select(id => result.Sites.FirstOrDefault(s => s.Site.Id == id)).OfType<SiteResult>().Where(s => s.Flow is not null)];
        if (sites.Length == 0) return;
        page.Table("In the middle of the neck, where ultrasound measures", ["Site", "#Flow, mL/min", "#Area, cm²", "#Velocity, cm/s"], sites, (site, column) =>
        {
            switch (column)
            {
                case 0: page.Text(site.Site.Name); break;
                case 1: page.Element("b", Numerals.Fixed(site.Flow!.Value.Mean, 0)); break;
                case 2: page.Text(site.Area is { } area ? Numerals.Short(area.Mean) : Numerals.None); break;
                default: page.Text(site.Velocity is { } velocity ? Numerals.Fixed(velocity.Mean, 1) : Numerals.None); break;
            }
        }, "narrow");
    }
}
