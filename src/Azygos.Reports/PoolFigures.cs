using Azygos.Evidence.Influence;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Resampling;
using Azygos.Evidence.Tables;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports;

/// <summary>The figures of a pooled table of one's own, as files.</summary>
/// <remarks>Drawn from the result that the screen and the JSON print; the same table gives the same bytes.</remarks>
public static class PoolFigures
{
    // Chosen: past 15 studies the subsets take seconds and the drawing says no more.
    private const int MostForSubsets = 15;

    /// <summary>Texts by file name: forest, funnel, cumulative, leave-one-out, Baujat; L'Abbé for counts, GOSH for up
    /// to 15
    /// studies.</summary>
    /// <param name="pooled">The result.</param>
    /// <param name="numbers">The table it was pooled from.</param>
    public static IReadOnlyDictionary<string, string> Write(PooledStudies pooled, IReadOnlyList<StudyNumbers> numbers)
    {
        PooledFit fit = pooled.Fit;
        string measure = pooled.Measure.Name;
        PoolingOptions options = new() { Estimator = fit.Estimator, Test = fit.Test, Level = fit.Level };
        // Effects with variances that were pooled once are pooled again: they cannot be refused.
        EffectTable table = EffectTable.From(Effects(fit), fit.Model.Variances).Value;
        List<Figure> figures =
        [
            ForestPlot.Of(pooled, numbers, new ForestLayout { Id = "forest", Title = $"Forest: {measure}" }),
            new FunnelPlot("funnel", "Funnel with contours of significance", [.. pooled.Studies.Select((study, i) =>
                new FunnelPoint(study.Label, table.Effects[i], Math.Sqrt(table.Variances[i]), IsMarked: false))],
                fit.Mean.Estimate, pooled.Measure.IsRatio, measure),
        ];
        if (table.Count > 1) figures.AddRange(Refitted(pooled, table, options));
        if (Shares(pooled, numbers) is { } shares) figures.Add(shares);
        if (table.Count is > 2 and <= MostForSubsets && Subsets(pooled, table, options) is { } subsets) figures.Add(
            subsets);
        return figures.ToDictionary(figure => figure.Id + ".svg", figure => figure.ToFile());
    }

    private static double[] Effects(PooledFit fit) =>
        [.. fit.Fitted.Zip(fit.Residuals, static (fitted, residual) => fitted + residual)];

    private static IEnumerable<Figure> Refitted(PooledStudies pooled, EffectTable table, PoolingOptions options)
    {
        int[] order = [.. Enumerable.Range(0, table.Count)];
        yield return List(pooled, "cumulative", "The pool as it grows, in the order of the table", "Study added",
            [.. Refits.Cumulative(table, order, options).Index().Where(step => step.Item.HasValue)
                .Select(step => (pooled.Studies[step.Index].Label, step.Item.Value))]);
        yield return List(pooled, "leave-one-out", "The pool without each study", "Study left out",
            [.. Refits.LeaveOneOut(table, options).Index().Where(step => step.Item.HasValue)
                .Select(step => (pooled.Studies[step.Index].Label, step.Item.Value))]);
        (string, double, double)[] points =
            [.. BaujatPoint.Of(table, options).Index().Where(point => point.Item.HasValue)
            .Select(point => (pooled.Studies[point.Index].Label, point.Item.Value.Heterogeneity,
                point.Item.Value.Influence))];
        if (points.Length > 0)
            yield return new BaujatPlot("baujat", "What each study adds to heterogeneity and does to the pool", points);
    }

    private static IntervalPlot List(
        PooledStudies pooled, string id, string title, string names, (string Label, PooledFit Fit)[] fits)
    {
        EffectMeasure measure = pooled.Measure;
        IntervalRow[] rows = [.. fits.Select(one => new IntervalRow
        {
            Kind = IntervalKind.Study,
            Name = one.Label,
            After = [$"{Print(measure.Shown(one.Fit.Mean.Estimate))} ({Print(measure.Shown(one.Fit.Mean.Lower))} to "
                + $"{Print(measure.Shown(one.Fit.Mean.Upper))})"],
            Estimate = measure.Shown(one.Fit.Mean.Estimate),
            Lower = measure.Shown(one.Fit.Mean.Lower),
            Upper = measure.Shown(one.Fit.Mean.Upper),
            Weight = 1,
        })];
        double[] ends = [.. rows.SelectMany(row => (double[])[row.Lower!.Value, row.Upper!.Value])];
        // The first steps of a growing pool can be wider than any paper: estimates, and half of the limits, set the
        // axis.
        double[] seen = [.. rows.Select(row => row.Estimate!.Value), .. ends.Order().Skip(ends.Length / 4)
            .Take(ends.Length / 2)];
        return new IntervalPlot(id, title, $"{rows.Length} estimates.")
        {
            NameHeading = names,
            NameWidth = Math.Max(150, 7.2 * rows.Max(row => row.Name.Length) + 16),
            After = [new($"{char.ToUpperInvariant(measure.Name[0])}{measure.Name[1..]}\n(interval)", 190)],
            Rows = rows,
            Scale = measure.IsRatio ? LogAxis.Covering(ends, 1.0 / 500, 500)
                : Axis.Covering(Math.Min(0, seen.Min()), Math.Max(0, seen.Max()), 1e-6, 6),
            ScaleTitle = char.ToUpperInvariant(measure.Name[0]) + measure.Name[1..]
                + (measure.IsRatio ? ", logarithmic scale" : ""),
            Null = !measure.IsComparison ? null : measure.IsRatio ? 1 : 0,
        };

        string Print(double value) => measure.IsRatio ? Numerals.Ratio(value) : Numerals.Short(value);
    }

    private static LAbbePlot? Shares(PooledStudies pooled, IReadOnlyList<StudyNumbers> numbers)
    {
        if (pooled.Measure.Key != "OR") return null;        // the curve of a pooled value is that of an odds ratio
        HashSet<string> kept = [.. pooled.Studies.Select(study => study.Label)];
        return new LAbbePlot("labbe", "Share with the event in both groups", [.. numbers
            .Where(study => kept.Contains(study.Label)).Select(Share)],
            pooled.Measure.Shown(pooled.Fit.Mean.Estimate), "Group 1, %", "Group 2, %");

        static SharePoint Share(StudyNumbers study)
        {
            ReadOnlySpan<double> n = study.Numbers.Span;
            return new SharePoint(study.Label, n[0] / n[1], n[2] / n[3], (int)(n[1] + n[3]), IsMarked: false);
        }
    }

    private static GoshPlot? Subsets(PooledStudies pooled, EffectTable table, PoolingOptions options)
    {
        if (!AllSubsets.Fit(table, options).TryGet(out SubsetFit[]? subsets)) return null;
        double[] added = [.. BaujatPoint.Of(table, options).Select(point => point.HasValue ? point.Value.Heterogeneity
            : 0)];
        int most = Array.IndexOf(added, added.Max());
        return new GoshPlot("gosh", "Every subset of the studies, pooled", [.. subsets.Select(subset => new SubsetPoint(
            pooled.Measure.Shown(subset.Estimate), subset.I2Percent, (subset.Studies >> most & 1) == 1))],
            pooled.Studies[most].Label, pooled.Measure.IsRatio, pooled.Measure.Name);
    }
}
