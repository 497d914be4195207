using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Distributions;
using Azygos.Files.Harms;
using Azygos.Files.Physiology;
using Azygos.Reports.Evidence;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>Harms that happened and trials with a sham procedure, for a body that had a simulated procedure.</summary>
internal static class HarmAccountSection
{
    /// <summary>Writes the section; the same for every such body.</summary>
    public static void Write(HtmlWriter page, HarmAccount account)
    {
        if (account.IsOtherDisease) page.Sentences("p", $"**{HarmAccount.OtherDisease}**", "warning");
        page.Sentences("p", $"**{HarmAccount.LowerBounds}** This page computes what a vein does, and recommends nothing.", "notice");
        page.Sentences("p", $"**{HarmAccount.EffectOnMultipleSclerosis}**");
        Trials(page, account.ShamTrials);
        foreach (IGrouping<string, HarmRate> kind in account.Rates.GroupBy(rate => rate.Row.DenominatorKind))
            Rates(page, HarmPlots.Per(kind.Key), kind);
        if (account.RateUnknown.Count > 0) Unknown(page, account.RateUnknown);
        if (account.Others.Count > 0) Others(page, account.Others);
    }

    /// <summary>A share out of 1,000 with its exact interval.</summary>
    public static string OutOfThousand(double share, ClopperPearson interval) =>
        $"{Numerals.Short(1000 * share)} ({Numerals.Short(1000 * interval.Lower)} to {Numerals.Short(1000 * interval.Upper)})";

    private static void Trials(HtmlWriter page, IReadOnlyList<TrialRow> rows) => page.Table(
        "Trials with a sham procedure: primary outcomes",
        ["Trial", "Outcome", "#People", "#Towards benefit", "#95 % interval", "p"], rows, (row, column) =>
    {
        switch (column)
        {
            case 0: page.Text(row.Study); break;
            case 1: page.Text(row.Outcome); break;
            case 2: page.Text(row.Randomised is { } n ? Numerals.Count(n) : "not seen"); break;
            case 3:
                page.Text(row.BenefitEstimate is { } benefit ? $"{row.BenefitScale} {Numerals.AsGiven(benefit)}" : "not seen");
                break;
            case 4:
                page.Text(row is { BenefitLower: { } low, BenefitUpper: { } high }
                    ? $"{Numerals.AsGiven(low)} to {Numerals.AsGiven(high)}" : "not seen");
                break;
            default: page.Text(row.P.Length > 0 ? row.P : "not seen"); break;
        }
    });

    private static void Rates(HtmlWriter page, string per, IEnumerable<HarmRate> rates)
    {
        page.Element("h3", $"Harms in 1,000 {per}");
        page.Table($"Harms in 1,000 {per}, exact 95 % interval",
            ["Harm", "#Counted", $"#In 1,000 {per}", "#95 % interval", "Study", "Reported by"], rates, (rate, column) =>
        {
            switch (column)
            {
                case 0: page.Text(rate.Row.Event); break;
                case 1: page.Text($"{rate.Row.Events} of {rate.Row.Denominator}"); break;
                case 2: page.Element("b", Numerals.Short(10 * rate.Percent)); break;
                case 3:
                    page.Text(rate.Row.Events == 0
                        ? $"up to {Numerals.Short(10 * rate.UpperPercent)} is possible"
                        : $"{Numerals.Short(10 * rate.LowerPercent)} to {Numerals.Short(10 * rate.UpperPercent)}");
                    break;
                case 4: page.Text(rate.Row.Study); break;
                default:
                    page.Text(rate.Row.SourceLabel + (rate.Row.IsLowerBound ? "; the true rate may be higher" : ""));
                    break;
            }
        });
    }

    private static void Unknown(HtmlWriter page, IReadOnlyList<HarmRow> rows)
    {
        page.Element("h3", "It happened. We do not know how often");
        page.Table("Reported, rate unknown", ["Harm", "#Counted", "Source", "Reported by"], rows, (row, column) =>
        {
            switch (column)
            {
                case 0: page.Text(row.Event); break;
                case 1: page.Text(row.Events is { } x ? $"{Numerals.Count(x)} reported" : "reported, rate unknown"); break;
                case 2: page.Text(row.Study); break;
                default: page.Text(row.SourceLabel); break;
            }
        });
    }

    private static void Others(HtmlWriter page, IReadOnlyList<PublishedProcedure> rows)
    {
        page.Element("h3", "Other diseases, patency, restenosis");
        page.Sentences("p", $"**{HarmAccount.OtherDisease}** This holds for every row but those of CCSVI.");
        page.Table("Other diseases, and what became of dilated veins",
            ["Outcome", "Disease", "#Counted", "#In 1,000", "Of", "Source"], rows, (row, column) =>
        {
            switch (column)
            {
                case 0: page.Text($"{row.Outcome}, {row.When}"); break;
                case 1: page.Text(row.Disease == "CCSVI" ? "CCSVI" : $"{row.Disease} (different disease)"); break;
                case 2:
                    page.Text(row is { Events: { } x, Denominator: { } n } ? $"{x} of {n}" : $"{row.Printed} {row.Unit}".Trim());
                    break;
                case 3:
                    page.Text(row.Interval is { } exact
                        ? OutOfThousand((double)row.Events!.Value / row.Denominator!.Value, exact) : Numerals.None);
                    break;
                case 4: page.Text(HarmPlots.Per(row.DenominatorKind)); break;
                default:
                    if (row.Link.Length > 0) page.Element("a", row.Source, ("href", row.Link));
                    else page.Text(row.Source);
                    page.Element("span", $"{row.Status.Replace('_', ' ')}; {row.Note}", ("class", "note"));
                    break;
            }
        });
    }
}
