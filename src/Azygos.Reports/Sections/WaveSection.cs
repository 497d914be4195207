using Azygos.Body.Results;
using Azygos.Reports.Markup;
using Azygos.Reports.Waves;

namespace Azygos.Reports.Sections;

/// <summary>Waveforms at the main sites, and the numbers of every site.</summary>
internal static class WaveSection
{
    // Chosen: one site for each step of the way from the aorta through the skull to the right atrium, then the routes
    // beside the jugular veins.
    private static readonly string[] Main =
    [
        "aorta", "internal_carotid_right", "middle_cerebral_right", "icp", "csf_spinal", "sss", "straight_sinus",
        "transverse_sinus_right", "ijv_right_j3", "ijv_right_j2", "ijv_right_j1", "ijv_left_j2",
        "external_jugular_right", "vertebral_vein_right", "deep_cervical_right", "epidural_plexus_cervical", "azygos",
        "brachiocephalic_right", "svc", "ivc", "right_atrium",
    ];

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        Rhythm rhythm = Rhythm.Of(result);
        SiteResult[] main = [.. Main.Select(id => result.Sites.FirstOrDefault(s => s.Site.Id == id))
            .OfType<SiteResult>()];
        if (main.Length == 0) main = [.. result.Sites.Take(12)];
        if (result.Times.Length > 1 && main.Length > 0)
        {
            page.Element("p", $"The last breath ({Numerals.Plain(rhythm.Period)} s) at each site."
                + (rhythm.Inspiration is null ? "" : " The shaded part is inspiration.")
                + (rhythm.Beat is null ? "" : " Small marks on the time axis are heart beats.")
                + " Every panel has its own scale, so compare shapes, not heights. Flow is positive toward the heart "
                    + "in veins, away from it in arteries; reverse flow is filled.");
            using (page.In("div", ("class", "waves")))
                foreach (SiteResult site in main) Chart(page, result, site, rhythm);
        }
        if (result.Sites.Count == 0)
        {
            page.Element("p", "No site was recorded.");
            return;
        }
        using (page.In("details", ("class", "more")))
        {
            page.Element("summary", $"Numbers of all {result.Sites.Count} sites");
            SiteTable(page, result);
        }
    }

    private static void Chart(HtmlWriter page, SimulationResult result, SiteResult site, Rhythm rhythm)
    {
        double[]? Wave(string quantity) => result.Waves.FirstOrDefault(w => w.Site == site.Site.Id
            && w.Quantity == quantity) is { } wave
            && wave.Values.Length == result.Times.Length && wave.Values.All(double.IsFinite) ? wave.Values : null;
        double[]? pressure = Wave("pressure_mmHg"), flow = Wave("flow_mL_min");
        if (pressure is null && flow is null) return;
        using (page.In("div", ("class", "panel")))
        {
            page.Element("h3", site.Site.Name);
            new WaveChart(site, result.Times, rhythm).Write(page, pressure, flow);
            page.Element("p", $"mean {Numerals.Fixed(site.Pressure.Mean, 1)} mmHg"
                + (site.Flow is { } q ? $", {Numerals.Fixed(q.Mean, 0)} mL/min" : "")
                + (site.ReverseFlow is > 0 ? $"; reversed for {Numerals.Fixed(site.ReverseFlow.Value, 2)} s" : ""),
                    ("class", "note"));
        }
    }

    private static void SiteTable(HtmlWriter page, SimulationResult result)
    {
        string[] columns = ["Site", "#Pressure, mmHg", "#Flow, mL/min", "#Area, cm²", "#Velocity, cm/s",
            "#Reverse flow, s"];
        page.Table("Mean (minimum to maximum) over the last breath", columns, result.Sites, (site, column) =>
        {
            switch (column)
            {
                case 0:
                    page.Text(site.Site.Name + " ").Element("code", site.Site.Id);
                    if (site.Site.Note.Length > 0) page.Element("span", site.Site.Note, ("class", "note"));
                    break;
                case 1: Spread(page, site.Pressure, 1); break;
                case 2: Spread(page, site.Flow, 0); break;
                case 3: Spread(page, site.Area, 3); break;
                case 4: Spread(page, site.Velocity, 1); break;
                default: page.Text(site.ReverseFlow is { } seconds ? Numerals.Fixed(seconds, 2) : Numerals.None); break;
            }
        });
    }

    private static void Spread(HtmlWriter page, Summary? summary, int decimals)
    {
        if (summary is not { } s) page.Text(Numerals.None);
        else page.Element("b", Numerals.Fixed(s.Mean, decimals)).Text(" ")
            .Element("span", $"({Numerals.Fixed(s.Minimum, decimals)} to {Numerals.Fixed(s.Maximum, decimals)})",
                ("class", "range"));
    }
}
