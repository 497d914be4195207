using Azygos.Files.Comparisons;
using Azygos.Files.Harms;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports;

/// <summary>Two runs side by side: what changed, and beside it, at the same size, the harms and trials of what was
/// done.</summary>
/// <remarks>No order by merit, no recommendation. No script, no external resource, no clock.</remarks>
public static class ComparisonPage
{
    // Chosen: sites that change least are folded away below, not left out.
    private const int MostDrawn = 14;

    /// <summary>Writes the page.</summary>
    /// <param name="comparison">The comparison.</param>
    public static string Write(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return PageFrame.Document($"{comparison.Before.Name} and {comparison.After.Name}: Azygos comparison",
            ["report.css", "figures.css"], feed: null, page =>
        {
            Header(page, comparison);
            using (page.In("div", ("class", "pair")))
            {
                using (page.In("section", ("id", "change")))
                {
                    page.Element("h2", "What the body does");
                    Table(page, "Headlines before and after", comparison, RunComparison.Headlines);
                }
                using (page.In("section", ("id", "harm")))
                {
                    page.Element("h2", "What happened to people");
                    Beside(page, comparison);
                }
            }
            page.Line();
            Figures(page, comparison);
            foreach ((string group, string heading) in Groups)
                if (comparison.Numbers.Any(number => number.Group == group))
                    PageFrame.Section(page, "all-" + group, heading, _ => Table(page, heading, comparison, group));
            if (comparison.Harms is { } harms)
                PageFrame.Section(page, "harms", "Harms and trials of such procedures",
                    _ => HarmAccountSection.Write(page, harms));
            page.Element("footer", "Research software: it simulates, it does not diagnose, it ranks nothing and recommends "
                + "nothing, and it gives no medical advice.");
        });
    }

    private static readonly (string Group, string Heading)[] Groups =
    [
        (RunComparison.PullBack, "Pull-back, mmHg"), (RunComparison.Sites, "Sites"), (RunComparison.Oxygen, "Oxygen"),
        (RunComparison.Examination, "Examination (simulated, not a diagnosis)"),
    ];

    private static void Header(HtmlWriter page, RunComparison comparison)
    {
        using (page.In("header", ("class", "top")))
        {
            page.Element("p", "Azygos comparison", ("class", "kicker"));
            page.Element("h1", $"{comparison.Before.Name} → {comparison.After.Name}");
            using (page.In("dl", ("class", "facts")))
                foreach ((string which, RunRecord run) in ((string, RunRecord)[])
                    [("Before", comparison.Before), ("After", comparison.After)])
                    using (page.In("div"))
                        page.Element("dt", which).Element("dd", run.Words, ("class", "figure"))
                            .Element("dd", run.Changes.Count == 0 ? "nothing changed in the body"
                                : string.Join("; ", run.Changes), ("class", "note"));
            if (comparison.OtherDifferences.Count > 0)
                page.Sentences("p", "**The runs differ besides, so that a change may come from that:** "
                    + $"{string.Join("; ", comparison.OtherDifferences)}.", "warning");
            page.Sentences("p", "**Computed, not observed.** Means over the last breath of two simulated bodies. A difference "
                + "here is no benefit to a person.", "notice");
        }
        page.Line();
    }

    private static void Beside(HtmlWriter page, RunComparison comparison)
    {
        if (comparison.Harms is not { } harms)
        {
            page.Element("p", "No procedure was done in the run after.");
            return;
        }
        if (harms.IsOtherDisease) page.Sentences("p", $"**{HarmAccount.OtherDisease}**", "warning");
        page.Sentences("p", $"**{HarmAccount.EffectOnMultipleSclerosis}**");
        page.Sentences("p", $"**{HarmAccount.LowerBounds}**");
        (string What, string Rate)[] rows =
        [
            .. harms.Rates.Select(rate => (rate.Row.Event,
                $"{rate.Row.Events} of {rate.Row.Denominator} ({Evidence.HarmPlots.Per(rate.Row.DenominatorKind)}); in 1,000: "
                + $"{Numerals.Short(10 * rate.Percent)} ({Numerals.Short(10 * rate.LowerPercent)} to "
                + $"{Numerals.Short(10 * rate.UpperPercent)})")),
            .. harms.Others.Where(row => row.IsHarm && (harms.IsOtherDisease || row.Disease == "CCSVI")
                && row.Interval is not null).Select(row => (row.Outcome,
                $"{row.Events} of {row.Denominator} ({Evidence.HarmPlots.Per(row.DenominatorKind)}); in 1,000: "
                + HarmAccountSection.OutOfThousand((double)row.Events!.Value / row.Denominator!.Value, row.Interval!))),
            .. harms.RateUnknown.Select(row => (row.Event, "reported, rate unknown")),
        ];
        page.Table("Harms, exact 95 % intervals; kinds of denominator are never mixed", ["Harm", "Counted"], rows,
            (row, column) => page.Text(column == 0 ? row.What : row.Rate), "steps", cards: false);
    }

    private static void Figures(HtmlWriter page, RunComparison comparison)
    {
        IReadOnlyList<ComparedNumber> Both(string group, string unit) =>
            [.. comparison.Numbers.Where(n => n.Group == group && n.Unit == unit && n.Change is not null)];
        (string Id, string Title, string Unit, IReadOnlyList<ComparedNumber> Numbers)[] figures =
        [
            ("change-pull-back", "Pull-back, pressure", "mmHg", Both(RunComparison.PullBack, "mmHg")),
            ("change-flow", "Flows that changed most", "mL/min", Most(Both(RunComparison.Sites, "mL/min"))),
            ("change-saturation", "Saturations that changed most", "%", Most(Both(RunComparison.Oxygen, "%"))),
        ];
        foreach ((string id, string title, string unit, IReadOnlyList<ComparedNumber> numbers) in figures)
            if (numbers.Count > 0)
                using (page.In("figure", ("class", "plot")))
                {
                    using (page.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", title)))
                        new ChangeFigure(id, title, unit, numbers).Write(page);
                    page.Element("figcaption", $"{title}. Open mark: before; filled: after.");
                }
        page.Line();

        // Those that change most, in the order of the results.
        static IReadOnlyList<ComparedNumber> Most(IReadOnlyList<ComparedNumber> numbers)
        {
            HashSet<string> most = [.. numbers.OrderByDescending(n => Math.Abs(n.Change!.Value)).Take(MostDrawn).Select(n => n.Id)];
            return [.. numbers.Where(n => most.Contains(n.Id))];
        }
    }

    private static void Table(HtmlWriter page, string caption, RunComparison comparison, string group) => page.Table(
        caption, ["Quantity", "#Before", "#After", "#Change", "Unit"],
        comparison.Numbers.Where(number => number.Group == group), (number, column) =>
    {
        switch (column)
        {
            case 0: page.Text(number.Name); break;
            case 1: page.Text(Print(number.Before)); break;
            case 2: page.Text(Print(number.After)); break;
            case 3: page.Element("b", Print(number.Change)); break;
            default: page.Text(number.Unit); break;
        }
    }, "steps", cards: false);

    private static string Print(double? value) => value is { } number
        ? Numerals.Fixed(number, Math.Abs(number) >= 99.5 ? 0 : Math.Abs(number) >= 9.95 ? 1 : 2) : Numerals.None;
}
