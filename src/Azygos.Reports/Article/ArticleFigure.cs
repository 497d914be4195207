using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Pools;
using Azygos.Reports.Evidence;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Article;

/// <summary>The two averages and what one more study could find, on one line.</summary>
internal static class ArticleFigure
{
    /// <summary>The figure; null where nothing was pooled.</summary>
    public static IntervalPlot? Of(ReportMaterial material)
    {
        AssociationFinding? found = material.Synthesis.Claims.Select(claim => claim.Finding.Association)
            .FirstOrDefault(one => one?.Pool is not null);
        if (found?.Pool is not { } pool) return null;
        List<IntervalRow> rows = [Row($"All {pool.Count} studies", pool)];
        if (found.LowRisk is { } low) rows.Add(Row($"The {low.Count} careful, blinded studies", low));
        if (pool is { PredictionLower: { } least, PredictionUpper: { } most })
            rows.Add(new IntervalRow
            {
                Kind = IntervalKind.Prediction,
                Name = "What one more study could find",
                After = [$"{Numerals.PlainRatio(least)} to {Numerals.PlainRatio(most)}"],
                Lower = least,
                Upper = most,
            });
        rows.Add(new IntervalRow { Kind = IntervalKind.Warning, Name = "Probably too high" });
        return new IntervalPlot("averages", $"How often CCSVI is seen with and without MS. {CuratedBase.Title}",
            $"All studies {Numerals.PlainRatio(pool.OddsRatio)}.")
        {
            NameHeading = "Average of",
            NameWidth = 230,
            After = [new("Odds ratio\n(range that fits)", 158)],
            Rows = rows,
            Scale = LogAxis.Covering(rows.SelectMany(row => (double[])[row.Lower ?? 1, row.Upper ?? 1]), 0.05, 100),
            ScaleTitle = "Odds ratio",
            Null = 1,
            Sides = ("more often without MS", "more often with MS"),
            PlotWidth = 360,
        };
    }

    private static IntervalRow Row(string name, PoolEstimate pool) => new()
    {
        Kind = IntervalKind.Pooled,
        Name = name,
        After = [$"{Numerals.PlainRatio(pool.OddsRatio)} ({Numerals.PlainRatio(pool.Lower)} to "
            + $"{Numerals.PlainRatio(pool.Upper)})"],
        Estimate = pool.OddsRatio,
        Lower = pool.Lower,
        Upper = pool.Upper,
    };
}
