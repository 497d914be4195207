using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Evidence;

/// <summary>Trials with a sham procedure, then people treated without a comparison group.</summary>
internal static class TrialSection
{
    /// <summary>Writes them.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material, ClaimResult claim)
    {
        if (material.Figures.FirstOrDefault(one => one.Id == "trials") is { } figure)
            page.Figure(figure, "Band: no important effect (chosen). No benefit was shown; a small benefit is not "
                + "excluded. "
                + "Outcomes without an estimate are listed, not drawn.",
                "#made-trials");
        page.Table("Primary outcomes", ["Trial", "Outcome", "#People", "Treated", "Sham", "#Towards benefit",
            "#95 % interval", "p"],
            claim.PrimaryOutcomes, (row, column) => Cell(page, material, row, column));
        TrialRow[] open = [.. material.Synthesis.Base.Trials.Where(row => !row.ShamControlled
            && row.Status != RowStatus.Unverified)];
        if (open.Length == 0) return;
        page.Element("p", "People felt better after it. Without a comparison group we cannot know why. No rule "
            + "counts these rows.");
        page.Table("Treated without a comparison group", ["Study", "Outcome", "#People", "What was printed", "Read"],
            open,
            (row, column) =>
        {
            switch (column)
            {
                case 0: page.Text(row.Study); break;
                case 1: page.Text(row.Outcome); break;
                case 2: page.Read(row.Treated is { } n ? Numerals.Count(n) : "not seen", "trials", row.Id); break;
                case 3:
                    string printed = material.Index.Cell("trials", row.Id, "treated_value");
                    page.Read(printed.Length > 0 ? printed : "no numbers", "trials", row.Id);
                    break;
                default: page.Text(StatusWords.Of(row.Status)); break;
            }
        });
    }

    private static void Cell(HtmlWriter page, ReportMaterial material, TrialRow row, int column)
    {
        string Printed(string name) => material.Index.Cell("trials", row.Id, name) is { Length: > 0 } text ? text
            : "not seen";
        switch (column)
        {
            case 0: page.Text(row.Study); break;
            case 1: page.Text(row.Outcome); break;
            case 2: page.Read(row.Randomised is { } n ? Numerals.Count(n) : "not seen", "trials", row.Id); break;
            case 3: page.Read(Printed("treated_value"), "trials", row.Id); break;
            case 4: page.Read(Printed("control_value"), "trials", row.Id); break;
            case 5:
                page.Read(row.BenefitEstimate is { } benefit ? $"{row.BenefitScale} {Numerals.AsGiven(benefit)}"
                    : "not seen",
                    "trials", row.Id);
                break;
            case 6:
                page.Read(row is { BenefitLower: { } low, BenefitUpper: { } high }
                    ? $"{Numerals.AsGiven(low)} to {Numerals.AsGiven(high)}" : "not seen", "trials", row.Id);
                break;
            default: page.Read(row.P.Length > 0 ? row.P : "not seen", "trials", row.Id); break;
        }
    }
}
