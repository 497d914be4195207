using Azygos.Evidence.Claims;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;
using Azygos.Studies.Conflict;

namespace Azygos.Reports.Studies;

/// <summary>Drawings of the conflict explorer.</summary>
internal static class ExplorerFigures
{
    // Chosen: an axis of ratios never shows more than a factor of 1,000 either way; longer bars end in an arrow.
    private const double WidestRatio = 1000;

    /// <summary>What each reading says of the true odds ratio, with the prior above.</summary>
    public static IntervalPlot Ratios(ConflictExplorer found)
    {
        List<IntervalRow> rows = [];
        foreach (ConflictFit fit in found.Fits)
        {
            if (fit.Find("odds_ratio") is not { } ratio) continue;
            rows.Add(new IntervalRow { Kind = IntervalKind.Heading, Name = Capital(fit.Reading.Words) });
            rows.Add(Row("before the studies", ratio.Prior, ratio.PriorAbove));
            rows.Add(Row("after them", ratio.Posterior, ratio.PosteriorAbove));
        }
        rows.Add(new IntervalRow { Kind = IntervalKind.Warning, Name = CuratedBase.PoolWarning });
        return new IntervalPlot("true-odds-ratio",
            $"The true odds ratio before and after the studies, by reading. {CuratedBase.Title}",
            string.Join(" ", ConflictStatement.Of(found)))
        {
            NameHeading = "Reading",
            NameWidth = 470,
            After = [new("Median\n(middle 95 %)", 150), new("P(above 1)", 90)],
            Rows = rows,
            Scale = LogAxis.Covering(
                rows.SelectMany(row => new[] { row.Lower, row.Upper }).OfType<double>(), 1 / WidestRatio, WidestRatio),
            ScaleTitle = "True odds ratio, MS against controls, logarithmic scale",
            Null = 1,
        };

        static IntervalRow Row(string name, Azygos.Studies.Results.Spread spread, double above) => new()
        {
            Kind = IntervalKind.Study,
            Name = name,
            Estimate = spread.Median,
            Lower = spread.Low,
            Upper = spread.High,
            Weight = 1,
            After = [$"{Numerals.Ratio(spread.Median)} ({Numerals.Ratio(spread.Low)} to {Numerals.Ratio(spread.High)})",
                Numerals.Percent(above)],
        };
    }

    /// <summary>What a reading expects of each study, and what was published.</summary>
    public static IntervalPlot Checks(ConflictFit fit)
    {
        IntervalRow[] rows =
        [
            .. fit.Checks.OrderBy(check => !check.Study.IsBlinded).ThenBy(check => check.Study.Id, StringComparer.Ordinal)
                .SelectMany((check, at) => new[]
                {
                    new IntervalRow
                    {
                        Kind = IntervalKind.Study,
                        Name = check.Study.Id,
                        Before = [check.Study.IsBlinded ? "blinded" : "not stated"],
                        Estimate = check.Observed,
                        Lower = check.Ratio.Low,
                        Upper = check.Ratio.High,
                        Weight = 1,
                        After = [Numerals.Ratio(check.Observed),
                            $"{Numerals.Ratio(check.Ratio.Low)} to {Numerals.Ratio(check.Ratio.High)}",
                            check.IsWithin ? "yes" : "NO"],
                    },
                }),
        ];
        return new IntervalPlot($"checks-{fit.Reading.Key}",
            $"Published odds ratios (squares) and what the reading expects of such studies (bars): {fit.Reading.Words}",
            $"{fit.Checks.Count(check => check.IsWithin)} of {fit.Checks.Count} studies lie within the middle 95 %.")
        {
            NameHeading = "Study",
            NameWidth = 170,
            Before = [new("Blinding", 90)],
            After = [new("Found", 80), new("Expected,\nmiddle 95 %", 140), new("Within", 60)],
            Rows = rows,
            Scale = LogAxis.Covering(rows.SelectMany(row => new[] { row.Lower, row.Upper, row.Estimate })
                .OfType<double>(), 1 / WidestRatio, WidestRatio),
            ScaleTitle = "Odds ratio, ½ in every cell, logarithmic scale",
            Null = 1,
        };
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
