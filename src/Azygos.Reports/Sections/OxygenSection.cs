using Azygos.Body.Results;
using Azygos.Files.Physiology;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>Oxygen: what leaves the tissues, what the veins carry, and what was measured in multiple sclerosis.</summary>
internal static class OxygenSection
{
    // 1 mL of oxygen holds 44.6 µmol: the table of published values is in both units.
    private const double MicromolesPerMillilitre = 44.6;

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        if (result.Oxygen is not { } oxygen) return;
        page.Sentences("p", $"""
            Oxygen is carried by the mean flows of the last breath: arterial blood leaves the lungs
            {Numerals.Percent(oxygen.ArterialSaturation)} full, each tissue takes what it asks for as long as blood and
            capillaries bring it, and veins mix what comes together. All tissue consumes
            {Numerals.Fixed(oxygen.Consumption, 0)} mL a minute; the lungs take up the same, to
            {Numerals.Scientific(oxygen.ConservationError)} of it. Blood returns to the lungs
            {Numerals.Percent(oxygen.MixedVenousSaturation)} full.
            """);
        Published(page, oxygen);
        Tissue(page, oxygen);
        Veins(page, oxygen);
    }

    // What was measured stands before what is computed.
    private static void Published(HtmlWriter page, OxygenResult oxygen)
    {
        page.Element("h3", "What was measured in people");
        page.Sentences("p", """
            **Published oxygen data in multiple sclerosis (MS) point to lower or equal extraction and brighter venous
            blood.** That is the opposite of what a brain starved by blocked veins would show: such a brain takes more
            out of the blood that still reaches it. The data fit tissue that asks for less.
            """, "notice");
        page.Table("Oxygen of the brain: this run, people with MS, healthy people",
            ["Quantity", "#This run", "#MS", "#Healthy", "Unit", "Source"], PublishedOxygen.All, (row, column) =>
        {
            switch (column)
            {
                case 0: page.Text(row.Quantity); break;
                case 1:
                    page.Element("b", Computed(row, oxygen) is { } value ? Numerals.Fixed(value, 1) : Numerals.None);
                    break;
                case 2: Mean(page, row.MultipleSclerosis); break;
                case 3: Mean(page, row.Healthy); break;
                case 4: page.Text(row.Unit); break;
                default:
                    if (row.Link.Length > 0) page.Element("a", row.Source, ("href", row.Link));
                    else page.Text(row.Source);
                    page.Element("span", $"{row.Status.Replace('_', ' ')}; {row.Note}", ("class", "note"));
                    break;
            }
        });
        page.Element("p", "Mean and standard deviation, and number of people where it was seen. The run is of a healthy "
            + "adult; it is no model of MS. Methods differ in scale, so that only pairs of one row can be compared.",
            ("class", "note"));
    }

    private static void Tissue(HtmlWriter page, OxygenResult oxygen)
    {
        page.Element("h3", "Territories of the brain");
        page.Table("Oxygen by territory",
            ["Territory", "#Flow, mL/min", "#Asks for, mL/min", "#Gets", "#Extracted, %", "#Venous saturation, %",
                "#Capillary pO₂, mmHg", "#Tissue pO₂, mmHg"],
            oxygen.Territories.Prepend(oxygen.Brain), (bed, column) =>
        {
            switch (column)
            {
                case 0: page.Text(bed.Name); break;
                case 1: page.Text(Numerals.Fixed(bed.Flow, 1)); break;
                case 2: page.Text(Numerals.Fixed(bed.Demand, 2)); break;
                case 3:
                    page.Text(Numerals.Fixed(bed.Consumption, 2));
                    if (bed.IsLimited) page.Element("span", "less than it asks for", ("class", "note"));
                    break;
                case 4: page.Element("b", Numerals.Fixed(100 * bed.ExtractionFraction, 1)); break;
                case 5: page.Text(Numerals.Fixed(100 * bed.VenousSaturation, 1)); break;
                case 6: page.Text(Numerals.Fixed(bed.CapillaryPressure, 1)); break;
                default:
                    page.Text(bed.TissuePressure is { } p ? Numerals.Fixed(p, 1) : Numerals.None);
                    break;
            }
        });
        page.Element("p", "Every gram asks for the same. Tissue pO₂ is the pressure left at the mitochondria after "
            + "diffusion out of the capillaries; with the published diffusivity it is a few mmHg, which is why a small "
            + "loss of flow already limits what tissue gets in this model.", ("class", "note"));
    }

    private static void Veins(HtmlWriter page, OxygenResult oxygen)
    {
        page.Element("h3", "Veins");
        page.Table("Saturation at the sites of veins", ["Site", "#Saturation, %", "#If beats mixed all, %", "#pO₂, mmHg"],
            oxygen.Sites.Where(site => site.Site.Group != "arteries"), (site, column) =>
        {
            switch (column)
            {
                case 0: page.Text(site.Site.Name); break;
                case 1: page.Element("b", Percent(site.Saturation)); break;
                case 2: page.Text(Percent(site.Mixed)); break;
                default: page.Text(site.Pressure is { } p ? Numerals.Fixed(p, 1) : Numerals.None); break;
            }
        });
        page.Element("p", "Mean flows leave out what beats and breaths mix: blood that passes a place forth and back. "
            + "The second column lets all of it mix; the truth of these flows lies between the two. A dash: no blood "
            + "from the lungs passes. The mean flows were balanced by at most "
            + $"{Numerals.Short(oxygen.FlowCorrection)} mL/min ({oxygen.CorrectedBranch}).", ("class", "note"));
    }

    private static void Mean(HtmlWriter page, MeasuredMean? group)
    {
        if (group is null)
        {
            page.Text(Numerals.None);
            return;
        }
        page.Text(Numerals.AsGiven(group.Mean));
        if (group.Deviation is { } sd) page.Text($" ± {Numerals.AsGiven(sd)}");
        if (group.People is { } n) page.Element("span", $"n {Numerals.Count(n)}", ("class", "note"));
    }

    private static double? Computed(PublishedOxygen row, OxygenResult oxygen) => row.Computed.Split(':') switch
    {
        ["flow"] => PerHundredGrams(oxygen.Brain, oxygen.Brain.Flow),
        ["consumption"] => MicromolesPerMillilitre * PerHundredGrams(oxygen.Brain, oxygen.Brain.Consumption),
        ["oef"] => 100 * oxygen.Brain.ExtractionFraction,
        ["site", var id] => 100 * oxygen.Sites.FirstOrDefault(site => site.Site.Id == id)?.Saturation,
        _ => null,
    };

    private static double? PerHundredGrams(BedOxygen bed, double value) => bed.Mass is > 0 ? 100 * value / bed.Mass : null;

    private static string Percent(double? share) => share is { } s ? Numerals.Fixed(100 * s, 1) : Numerals.None;
}
