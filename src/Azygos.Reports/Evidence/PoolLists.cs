using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Evidence;

/// <summary>Lists of pooled or printed odds ratios with intervals: as the pool grew, without each study, as
/// published.</summary>
internal static class PoolLists
{
    private const double Widest = 500;      // chosen: as in a forest; longer intervals end in an arrow

    private static readonly IntervalColumn Ratio = new("OR\n(95 % interval)", 190);

    /// <summary>The pool as it grew with the years.</summary>
    public static IntervalPlot Cumulative(AssociationDisplays sides) => Plot(
        "cumulative", $"The pooled odds ratio as studies were printed. {CuratedBase.Title}", "Study added",
            [new("Year", 66),
            new("Studies", 62)],
        [.. sides.Cumulative.Select(step => Row(step.Label,
            [step.Year is { } year ? Numerals.AsGiven(year) : "not seen", Numerals.Count(step.Count)],
            step.OddsRatio, step.Lower, step.Upper)), Warning()]);

    /// <summary>The pool without each study in turn, and whole.</summary>
    public static IntervalPlot LeaveOneOut(PoolEstimate pool, IReadOnlyList<OddsRatioInterval> without) => Plot(
        "leave-one-out", $"The pooled odds ratio without each study. {CuratedBase.Title}", "Study left out", [],
        [.. without.Select(one => Row(one.Label, [], one.OddsRatio, one.Lower, one.Upper)),
            Row("None", [], pool.OddsRatio, pool.Lower, pool.Upper) with { Kind = IntervalKind.Pooled }, Warning()]);

    /// <summary>The headline and every named choice of rows.</summary>
    public static IntervalPlot Choices(ClaimResult claim) => Plot(
        "choices", $"The pooled odds ratio under every named choice of rows. {CuratedBase.Title}", "Choice of rows",
        [new("Studies", 62)],
        [.. claim.Sensitivities.Where(one => one.Finding.Association?.Pool is not null)
            .Select(one => Choice(one.Name.Replace('_', ' '), one.Finding.Association!.Pool!)),
            Choice("headline", claim.Finding.Association!.Pool!) with { Kind = IntervalKind.Pooled }, Warning()]);

    /// <summary>Pooled values as published.</summary>
    public static IntervalPlot Published(IEnumerable<PublishedPoolRow> rows) => Plot(
        "published-pools", $"Pooled odds ratios as published; each review counted its own studies. {CuratedBase.Title}",
        "Review", [new("Row", 50), new("Year", 50), new("Studies", 62)],
        [.. rows.Select(row => new IntervalRow
        {
            Kind = IntervalKind.Study,
            Name = row.Review,
            Before = [row.Id, Numerals.AsGiven(row.Year), row.Studies is { } k ? Numerals.Count(k) : "not seen"],
            After = [row is { Lower: { } low, Upper: { } high } ? Interval(row.Effect!.Value, low, high)
                : $"{Numerals.Short(row.Effect!.Value)} (interval not seen)"],
            Estimate = row.Effect,
            Lower = row.Lower ?? row.Effect,
            Upper = row.Upper ?? row.Effect,
            Weight = 1,
        }), Warning()]);

    /// <summary>Primary outcomes of sham-controlled trials on the scale of odds ratios towards benefit.</summary>
    public static IntervalPlot Trials(IReadOnlyList<TrialRow> outcomes)
    {
        IntervalRow[] rows = [.. outcomes.Select(row => row is
            { BenefitScale: "OR", BenefitEstimate: { } odds, BenefitLower: { } low, BenefitUpper: { } high }
            ? Row($"{row.Study}: {row.Outcome}", [Numerals.AsGiven(row.Randomised ?? double.NaN)], odds, low, high)
            : new IntervalRow
            {
                Kind = IntervalKind.Study,
                Name = $"{row.Study}: {row.Outcome}",
                Before = [Numerals.AsGiven(row.Randomised ?? double.NaN)],
                After = [row.BenefitEstimate is null ? "no estimate seen" : "on another scale"],
            })];
        return new IntervalPlot("trials", $"Primary outcomes of trials with a sham procedure. {CuratedBase.Title}",
            $"{rows.Length} primary outcomes; {rows.Count(row => row.Lower > 1)} have an interval above 1.")
        {
            NameHeading = "Trial and outcome",
            NameWidth = 415,
            Before = [new("People", 60)],
            After = [new("OR towards benefit\n(95 % interval)", 160)],
            Rows = rows,
            Scale = new LogAxis(0.2, 5),
            ScaleTitle = "Odds ratio towards benefit",
            Null = 1,
            Margin = (1 / AssociationFinding.LargestMargin, AssociationFinding.LargestMargin),
            Sides = ("sham better", "procedure better"),
            PlotWidth = 260,
        };
    }

    private static IntervalPlot Plot(string id, string title, string names, IntervalColumn[] before,
        IntervalRow[] rows) =>
        new(id, title, $"{rows.Count(row => row.Estimate is not null)} estimates.")
        {
            NameHeading = names,
            NameWidth = Math.Max(170, 7 * rows.Max(row => row.Kind == IntervalKind.Warning ? 0 : row.Name.Length) + 16),
            Before = before,
            After = [Ratio],
            Rows = rows,
            Scale = LogAxis.Covering(rows.SelectMany(row => (double[])[row.Lower ?? 1, row.Upper ?? 1]), 1 / Widest,
                Widest),
            ScaleTitle = "Odds ratio, logarithmic scale",
            Null = 1,
            Sides = ("more in controls", "more in MS"),
        };

    private static IntervalRow Row(string name, IReadOnlyList<string> before, double odds, double low, double high) =>
        new()
        {
            Kind = IntervalKind.Study,
            Name = name,
            Before = before,
            After = [Interval(odds, low, high)],
            Estimate = odds,
            Lower = low,
            Upper = high,
            Weight = 1,
        };

    private static IntervalRow Choice(string name, PoolEstimate pool) =>
        Row(name, [Numerals.Count(pool.Count)], pool.OddsRatio, pool.Lower, pool.Upper);

    private static IntervalRow Warning() =>
        new() { Kind = IntervalKind.Warning, Name = CuratedBase.PoolWarning + " (every row)" };

    private static string Interval(double odds, double low, double high) =>
        $"{Numerals.Ratio(odds)} ({Numerals.Ratio(low)} to {Numerals.Ratio(high)})";
}
