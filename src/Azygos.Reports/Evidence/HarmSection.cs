using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Evidence;

/// <summary>Harms: a table and a figure for each kind of denominator, then those that nobody counted.</summary>
internal static class HarmSection
{
    /// <summary>Writes them.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material, ClaimResult claim)
    {
        Derivation made = material.Derivations["harms"];
        foreach (IGrouping<string, HarmRate> kind in claim.Harms.GroupBy(harm => harm.Row.DenominatorKind))
        {
            string per = HarmPlots.Per(kind.Key);
            page.Element("h3", $"In 1,000 {per}");
            if (material.Figures.FirstOrDefault(one => one.Id == "harms-" + kind.Key.Replace('_', '-')) is { } figure)
                page.Figure(figure, "Exact 95 % intervals. Rates of other kinds of denominator are never merged with "
                    + "these.",
                "#made-harms");
            page.Table($"Harms in 1,000 {per}", ["Harm", "Study", "#Counted", $"#In 1,000 {per}", "#95 % interval",
                "Reported by",
                "Read", "Note"], kind, (harm, column) =>
            {
                switch (column)
                {
                    case 0: page.Text(harm.Row.Event); break;
                    case 1: page.Text(harm.Row.Study); break;
                    case 2: page.Read($"{harm.Row.Events} of {harm.Row.Denominator}", "safety", harm.Row.Id); break;
                    case 3: page.Made(Numerals.Short(10 * harm.Percent), made); break;
                    case 4:
                        page.Made(NumberLinks.Interval(10 * harm.LowerPercent, 10 * harm.UpperPercent),
                        made); break;
                    case 5:
                        page.Text(harm.Row.SourceLabel + (harm.Row.IsLowerBound ? "; the true rate may be higher"
                        : "")); break;
                    case 6: page.Text(StatusWords.Of(harm.Row.Status)); break;
                    default: page.Text(harm.Row.Note); break;
                }
            });
        }
        page.Element("h3", "It happened. We do not know how often");
        page.Table("Reported without a denominator", ["Harm", "Source", "#Counted", "Reported by", "Read"],
            claim.WithoutDenominator,
            (HarmRow row, int column) =>
        {
            switch (column)
            {
                case 0: page.Text(row.Event); break;
                case 1: page.Text(row.Study); break;
                case 2: page.Read(row.Events is { } x ? Numerals.Count(x) : "not counted", "safety", row.Id); break;
                case 3: page.Text(row.SourceLabel); break;
                default: page.Text(StatusWords.Of(row.Status)); break;
            }
        });
    }
}
