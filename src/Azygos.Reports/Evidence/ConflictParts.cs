using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Conflict;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Resampling;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Evidence;

/// <summary>Why studies conflict: pools by blinding, centre and controls, with p values of rearrangements.</summary>
internal static class ConflictParts
{
    /// <summary>Writes them, on each choice of rows.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material)
    {
        foreach (ConflictDisplay display in material.Synthesis.Conflict)
        {
            Derivation made = material.Derivations["conflict"];
            using (page.In("details", ("class", "more"), ("open", display.Rows == RowChoice.Headline ? "open" : null)))
            {
                page.Element("summary", $"Pools by group: {display.Rows.Name}");
                if (display.ContrastPermutation is { } p)
                    using (page.In("p"))
                        page.Text("Blinded against the rest, p over ").Made(Numerals.Count(p.Arrangements), made)
                            .Text(p.IsExact ? " rearrangements (all): " : " rearrangements (drawn): ")
                            .Made(NumberLinks.P(p.PValue), made).Text(". ").Text(ConflictDisplay.Caution + ".");
                page.Table($"By group: {display.Rows.Name}", ["Group", "#k", "#Odds ratio", "#95 % interval",
                    "#Prediction interval", "#p, rearranged", "Warning"],
                    display.Comparisons.SelectMany(comparison =>
                        comparison.Groups.Select(group => (comparison, group))),
                    (row, column) => Cell(page, made, row.comparison, row.group, column));
            }
        }
    }

    private static void Cell(HtmlWriter page, Derivation made, GroupComparison comparison, GroupPool group, int column)
    {
        PermutationP? p = ReferenceEquals(group, comparison.Groups[0]) ? comparison.Permutation : null;
        switch (column, group.Pool)
        {
            case (0, _): page.Text($"{comparison.Grouping.Words}: {group.Level}"); break;
            case (5, _): _ = p is null ? page.Text("") : page.Made(NumberLinks.P(p.PValue), made); break;
            case (6, { }): page.Text(CuratedBase.PoolWarning); break;
            case (1, { } pool): page.Made(Numerals.Count(pool.Count), made); break;
            case (2, { } pool): page.Made(Numerals.Ratio(pool.OddsRatio), made); break;
            case (3, { } pool):
                page.Made($"{Numerals.Ratio(pool.Lower)} to {Numerals.Ratio(pool.Upper)}", made);
                break;
            case (4, { PredictionLower: { } low, PredictionUpper: { } high }):
                page.Made($"{Numerals.Ratio(low)} to {Numerals.Ratio(high)}", made);
                break;
            default: page.Text(Numerals.None); break;
        }
    }
}
