using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>Where the brain's blood leaves: at the skull base, and what the neck's published sites carry.</summary>
internal static class Routes
{
    private static readonly (string Route, string[] Sites)[] NeckRoutes =
    [
        ("internal jugular", ["ijv_right_j2", "ijv_left_j2"]),
        ("vertebral veins", ["vertebral_vein_right", "vertebral_vein_left"]),
        ("deep cervical veins", ["deep_cervical_right", "deep_cervical_left"]),
        ("plexus inside the spinal canal", ["epidural_plexus_cervical"]),
        ("external jugular: face and scalp, little of the brain", ["external_jugular_right", "external_jugular_left"]),
    ];

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        Outflow outflow = Outflow.Of(result);
        if (outflow.Exits.Count == 0) page.Element("p", "No vessel of the model leads out of a dural sinus.");
        else Skull(page, outflow);
        using (page.In("div", ("class", "pair")))
        {
            if (outflow.Exits.Count > 0) Exits(page, outflow);
            Neck(page, result);
        }
    }

    private static void Skull(HtmlWriter page, Outflow outflow)
    {
        page.Element("p", "Every vessel that leads from a dural sinus out of the skull, with its mean flow over the "
            + "last breath. Blood can change route further down: neck veins are joined to each other.");
        Bar(page, outflow);
        page.Sentences("p", $"Together **{Numerals.Fixed(outflow.Total, 0)} mL/min**: "
            + $"{Numerals.Fixed(outflow.Jugular, 0)} by the jugular veins, "
            + $"{Numerals.Fixed(outflow.Other, 0)} by all others.");
    }

    private static void Exits(HtmlWriter page, Outflow outflow) =>
        page.Table("Out of the skull", ["Route", "#Flow, mL/min", "#Share", "#Area, cm²"], outflow.Exits,
            (exit, column) =>
        {
            switch (column)
            {
                case 0:
                    string route = exit.Jugular ? "jugular" : exit.Vein.Flow < 0 ? "other, runs inward" : "other";
                    page.Text(exit.Vein.Vessel.Name).Element("span", route, ("class", "note"));
                    break;
                case 1: page.Element("b", Numerals.Fixed(exit.Vein.Flow, 0)); break;
                case 2: page.Text(Numerals.Percent(exit.Vein.Flow / outflow.Total)); break;
                default: page.Text(Numerals.Short(exit.Vein.Area)); break;
            }
        }, cards: false);

    private static void Bar(HtmlWriter page, Outflow outflow)
    {
        var outward = outflow.Exits.Where(e => e.Vein.Flow > 0).OrderByDescending(e => e.Jugular).ToArray();
        double total = outward.Sum(e => e.Vein.Flow);
        if (total <= 0) return;
        using (page.In("div", ("class", "routes"), ("aria-hidden", "true")))
        {
            foreach (var exit in outward)
                page.Element("span", "", ("class", exit.Jugular ? "jugular" : "other"),
                    ("title", $"{exit.Vein.Vessel.Name}: {Numerals.Fixed(exit.Vein.Flow, 0)} mL/min"),
                    ("style", $"flex-grow:{Numerals.Coordinate(1000 * exit.Vein.Flow / total)}"));
        }
        using (page.In("p", ("class", "route-key")))
            foreach (bool jugular in new[] { true, false })
            {
                page.Element("span", $"{(jugular ? "jugular" : "other routes")} "
                    + $"{Numerals.Percent(outward.Where(e => e.Jugular == jugular).Sum(e => e.Vein.Flow) / total)}",
                    ("class", jugular ? "jugular" : "other"));
            }
    }

    private static void Neck(HtmlWriter page, SimulationResult result)
    {
        (SiteResult Site, string Route)[] sites = [.. NeckRoutes.SelectMany(route => route.Sites
            .Select(id => result.Sites.FirstOrDefault(s => s.Site.Id == id)).OfType<SiteResult>()
            .Where(site => site.Flow is not null).Select(site => (site, route.Route)))];
        if (sites.Length == 0) return;
        CollateralBands bands = CollateralBands.Of(result);
        page.Table("Routes through the neck", ["Site", "#Flow, mL/min", "#Area, cm²", "#Velocity, cm/s",
            .. bands.Any ? ["#Assumed collaterals, mL/min"] : Array.Empty<string>()], sites, (row, column) =>
        {
            SiteResult site = row.Site;
            switch (column)
            {
                case 0: page.Text(site.Site.Name).Element("span", row.Route, ("class", "note")); break;
                case 1: page.Element("b", Numerals.Fixed(site.Flow!.Value.Mean, 0)); break;
                case 2: page.Text(site.Area is { } area ? Numerals.Short(area.Mean) : Numerals.None); break;
                case 3:
                    page.Text(site.Velocity is { } velocity ? Numerals.Fixed(velocity.Mean, 1) : Numerals.None);
                    break;
                default:
                    page.Text(bands.For(site.Site.Id + ".flow_mL_min") is { } band ? Moves.Range(band)
                        : Numerals.None);
                    break;
            }
        }, cards: false);
    }
}
