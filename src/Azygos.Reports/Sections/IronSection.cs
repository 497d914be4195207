using Azygos.Body.Results;
using Azygos.Clinic.Iron;
using Azygos.Files.Runs;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>The iron hypothesis, only where a case asked for it: labelled, with what the model says against it and the
/// competing account.</summary>
internal static class IronSection
{
    private static readonly double[] Ages = [30, 50, 70];

    /// <summary>True when the case asked for it.</summary>
    public static bool IsAsked(SimulationResult result) => IronAccount.Of(result) is not null;

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        if (IronAccount.Of(result) is not { } iron) return;
        page.Sentences("p", $"**{IronHypothesis.Label}.** No human measurement gives its numbers. Iron is raised in the "
            + "basal ganglia in multiple sclerosis and lower in the thalamus; nobody has shown that it comes from the veins.",
            "warning");
        page.Sentences("p", IronAccount.Shielding);
        page.Table("HYPOTHESIS: pressure across the walls of cerebral veins",
            ["Bridging vein", "#Sinus, mmHg", "#Across the wall, mmHg", "#Flow × resistance, mmHg"], result.BridgingVeins,
            (vein, column) =>
        {
            switch (column)
            {
                case 0: page.Text(vein.Vein.Name); break;
                case 1: page.Text(Numerals.Fixed(vein.Sinus, 1)); break;
                case 2: page.Element("b", Numerals.Fixed(vein.Transmural, 2)); break;
                default: page.Text(Numerals.Fixed(vein.Shielded, 2)); break;
            }
        });
        page.Table("HYPOTHESIS: iron, mg in 100 g of wet tissue",
            ["Region", "#Age", "#Healthy", "#HYPOTHESIS: leak from veins", "#Competing account: inflammation"],
            IronBackground.All.SelectMany(region => Ages.Select(age => (region, age))), (row, column) =>
        {
            switch (column)
            {
                case 0: page.Text(row.region.Region); break;
                case 1: page.Text(Numerals.Count((long)row.age)); break;
                case 2: page.Text(Numerals.Fixed(row.region.At(row.age), 2)); break;
                case 3: page.Text(Numerals.Fixed(iron.Law.Total(row.region, row.age, iron.Transmural), 2)); break;
                default: page.Text(Numerals.Fixed(row.region.At(row.age) + iron.Released, 2)); break;
            }
        });
        page.Element("p", IronAccount.Competing + " Gain and threshold of the leak are assumed: "
            + $"{Numerals.Scientific(iron.Law.LeakGain)} mL of red cells for a gram, a year and a mmHg above "
            + $"{Numerals.AsGiven(iron.Law.Threshold)} mmHg.", ("class", "note"));
    }
}
