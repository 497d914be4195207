using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>How a forest is laid out, beside the pooled studies themselves.</summary>
internal sealed record ForestLayout
{
    /// <summary>Short name.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>Headings of the two groups of people or values.</summary>
    public (string First, string Second) Groups { get; init; } = ("Group 1", "Group 2");

    /// <summary>What lies to the left and to the right of no difference.</summary>
    public (string Left, string Right)? Sides { get; init; }

    /// <summary>Judgements of bias of a study; null leaves the columns out.</summary>
    public Func<string, IReadOnlyList<RiskOfBias>>? Risks { get; init; }

    /// <summary>Heading of a subgroup from its word.</summary>
    public Func<string, string> GroupWords { get; init; } = static word => word;

    /// <summary>I² of all studies [%]; null takes the fit's own.</summary>
    public double? I2Percent { get; init; }

    /// <summary>Words below the pooled estimates; none for none.</summary>
    public string Warning { get; init; } = "";
}

/// <summary>A forest: studies in their subgroups with weights, pooled estimates, prediction interval.</summary>
internal static class ForestPlot
{
    // Chosen: an axis of ratios never shows more than a factor of 500 either way; longer intervals end in an arrow.
    private const double WidestRatio = 500;

    /// <summary>The plot.</summary>
    /// <param name="pooled">The result.</param>
    /// <param name="numbers">The table it was pooled from.</param>
    /// <param name="layout">Layout.</param>
    public static IntervalPlot Of(PooledStudies pooled, IReadOnlyList<StudyNumbers> numbers, ForestLayout layout)
    {
        Dictionary<string, StudyNumbers> byLabel = numbers.ToDictionary(study => study.Label);
        bool counts = HasCounts(pooled.Measure);
        List<IntervalRow> rows = [];
        foreach (IGrouping<string, StudyEffect> group in pooled.Studies.GroupBy(study => study.Group)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (group.Key.Length > 0)
                rows.Add(new IntervalRow { Kind = IntervalKind.Heading, Name = layout.GroupWords(group.Key) });
            rows.AddRange(group.Select(study => Study(study, byLabel[study.Label], pooled.Measure, layout)));
            if (pooled.Subgroups is { } parts && parts.Levels.ToList().IndexOf(group.Key) is >= 0 and var at)
                rows.AddRange(Pooled($"Pooled, {group.Count()} {(group.Count() == 1 ? "study" : "studies")}",
                    pooled.Measure, parts.Fits[at], layout.Warning));
        }
        rows.AddRange(Pooled($"All {pooled.Studies.Count} studies", pooled.Measure, pooled.Fit, layout.Warning));
        if (pooled.Prediction is { } prediction)
        {
            double low = pooled.Measure.Shown(prediction.Lower), high = pooled.Measure.Shown(prediction.Upper);
            rows.Add(new IntervalRow
            {
                Kind = IntervalKind.Prediction,
                Name = "Prediction interval",
                Lower = low,
                Upper = high,
                After = [$"({Print(pooled.Measure, low)} to {Print(pooled.Measure, high)})"],
            });
        }
        rows.Add(Note(Heterogeneity(pooled.Fit, layout.I2Percent ?? pooled.Fit.I2Percent)));
        if (pooled.Subgroups is { } subgroups)
            rows.Add(Note($"Between groups: Q {Numerals.Short(subgroups.Between.Statistic)}, "
                + $"{Numerals.AsGiven(subgroups.Between.Degrees)} df, p {P(subgroups.Between.PValue)}"));
        return new IntervalPlot(layout.Id, layout.Title, Words(pooled))
        {
            NameHeading = "Study",
            NameWidth = Math.Max(150, 7.2 * rows.Where(row => row.Kind == IntervalKind.Study)
                .Max(row => row.Name.Length) + 16),
            Before = counts ? [new(layout.Groups.First, 78), new(layout.Groups.Second, 78)] : [],
            After = [new($"{Symbol(pooled.Measure)}\n({Level(pooled.Fit)} interval)", 158), new("Weight\n%", 62)],
            Rows = rows,
            Scale = Scale(pooled),
            ScaleTitle = Capital(pooled.Measure.Name) + (pooled.Measure.IsRatio ? ", logarithmic scale" : ""),
            Null = !pooled.Measure.IsComparison ? null : pooled.Measure.IsRatio ? 1 : 0,
            Sides = layout.Sides,
        };
    }

    private static IntervalRow Study(StudyEffect study, StudyNumbers numbers, EffectMeasure measure,
        ForestLayout layout) => new()
        {
            Kind = IntervalKind.Study,
            Name = study.Label,
            Before = HasCounts(measure) ? [Share(numbers, 0), Share(numbers, 2)] : [],
            After = [Interval(measure, study.Effect, study.Lower, study.Upper), Numerals.Fixed(study.WeightPercent, 1)],
            Estimate = study.Effect,
            Lower = study.Lower,
            Upper = study.Upper,
            Weight = study.WeightPercent,
            Risks = layout.Risks?.Invoke(study.Label) ?? [],
        };

    private static IEnumerable<IntervalRow> Pooled(string name, EffectMeasure measure, PooledFit fit, string warning)
    {
        (double mean, double low, double high) = (measure.Shown(fit.Mean.Estimate), measure.Shown(fit.Mean.Lower),
            measure.Shown(fit.Mean.Upper));
        yield return new IntervalRow
        {
            Kind = IntervalKind.Pooled,
            Name = name,
            After = [Interval(measure, mean, low, high)],
            Estimate = mean,
            Lower = low,
            Upper = high,
        };
        if (warning.Length > 0) yield return new IntervalRow { Kind = IntervalKind.Warning, Name = "  " + warning };
    }

    private static IntervalRow Note(string words) => new() { Kind = IntervalKind.Note, Name = words };

    private static string Heterogeneity(PooledFit fit, double i2) =>
        $"Heterogeneity: τ² {Numerals.Short(fit.Tau2)}, I² {Numerals.Fixed(i2, 0)} %, "
        + $"Q {Numerals.Short(fit.Heterogeneity.Statistic)} ({Numerals.AsGiven(fit.Heterogeneity.Degrees)} df, "
        + $"p {P(fit.Heterogeneity.PValue)}); {fit.Estimator.Name}";

    private static string Words(PooledStudies pooled) =>
        $"{pooled.Studies.Count} studies; pooled {pooled.Measure.Name} "
        + Interval(pooled.Measure, pooled.Measure.Shown(pooled.Fit.Mean.Estimate),
            pooled.Measure.Shown(pooled.Fit.Mean.Lower),
            pooled.Measure.Shown(pooled.Fit.Mean.Upper)) + ".";

    private static IScale Scale(PooledStudies pooled)
    {
        EffectMeasure measure = pooled.Measure;
        List<double> ends = [measure.Shown(pooled.Fit.Mean.Lower), measure.Shown(pooled.Fit.Mean.Upper)];
        ends.AddRange(pooled.Studies.SelectMany(study => (double[])[study.Lower, study.Upper]));
        if (pooled.Prediction is { } prediction)
            ends.AddRange([measure.Shown(prediction.Lower), measure.Shown(prediction.Upper)]);
        return measure.IsRatio ? LogAxis.Covering(ends, 1 / WidestRatio, WidestRatio)
            : Axis.Covering(Math.Min(0, ends.Min()), Math.Max(0, ends.Max()), 1e-6, 6);
    }

    private static bool HasCounts(EffectMeasure measure) => measure.Columns[0].Holds == StudyNumber.Events;

    private static string Share(StudyNumbers study, int at) =>
        $"{Numerals.AsGiven(study.Numbers.Span[at])}/{Numerals.AsGiven(study.Numbers.Span[at + 1])}";

    private static string Interval(EffectMeasure measure, double estimate, double low, double high) =>
        $"{Print(measure, estimate)} ({Print(measure, low)} to {Print(measure, high)})";

    private static string Print(EffectMeasure measure, double value) =>
        measure.IsRatio ? Numerals.Ratio(value) : Numerals.Short(value);

    private static string Symbol(EffectMeasure measure) => measure.Key == "GEN" ? "Effect" : measure.Key;

    private static string Level(PooledFit fit) => Numerals.AsGiven(100 * fit.Level) + " %";

    private static string P(double p) => p < 0.001 ? "< 0.001" : Numerals.Fixed(p, 3);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
