using Azygos.Evidence.Bias;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Accuracy;

/// <summary>Accuracy of a test in one study of a table.</summary>
/// <param name="Study">The study.</param>
/// <param name="Table">A true positives, B false negatives, C false positives, D true negatives.</param>
/// <param name="Sensitivity">With its Wilson interval; null where nobody had the disease.</param>
/// <param name="Specificity">With its Wilson interval; null where everybody had it.</param>
public sealed record AccuracyOfStudy(
    string Study, TwoByTwo Table, ProportionInterval? Sensitivity, ProportionInterval? Specificity);

/// <summary>A mean sensitivity and specificity with intervals.</summary>
/// <param name="Model">The model.</param>
/// <param name="Sensitivity">Estimate and limits [1].</param>
/// <param name="Specificity">Estimate and limits [1].</param>
/// <param name="Between">Between-study covariance of the two logits (second: specificity).</param>
/// <param name="MeanCovariance">Covariance of the two means, in the same order.</param>
public sealed record SummaryPoint(
    string Model, ProportionInterval Sensitivity, ProportionInterval Specificity, Covariance2 Between,
    Covariance2 MeanCovariance);

/// <summary>A table of a diagnostic test pooled: the one object that table, JSON and figure are filled from.</summary>
/// <source doi="10.1016/j.jclinepi.2005.02.022" at="Reitsma et al. 2005; binomial counts:
/// 10.1016/j.jclinepi.2006.06.011"/>
public sealed record PooledAccuracy
{
    /// <summary>Columns of a table of accuracy: true positives, false negatives, false positives, true
    /// negatives.</summary>
    public static EffectMeasure Columns { get; } = EffectMeasure.Of("DOR", "diagnostic odds ratio", EffectScale.Ratio,
        [("tp", StudyNumber.Count), ("fn", StudyNumber.Count), ("fp", StudyNumber.Count), ("tn", StudyNumber.Count)],
        static (cells, policy, anyZero) => Table(cells).Then(table =>
            OddsRatio.From(policy.Apply(table, anyZero)) is { } effect ? (Outcome<EffectEstimate>)effect
                : new NoAnswer(Refusal.NotEstimable, "a cell is 0")));

    /// <summary>Studies.</summary>
    public required IReadOnlyList<AccuracyOfStudy> Studies { get; init; }

    /// <summary>The bivariate normal model by REML, ½ in every cell if any is 0; or why there is none.</summary>
    public required Outcome<BivariateNormal> Normal { get; init; }

    /// <summary>Summary points: of the counts themselves, and of their logits; none where a model gives none.</summary>
    public required IReadOnlyList<SummaryPoint> Points { get; init; }

    /// <summary>The summary curve; or why there is none.</summary>
    public required Outcome<SummaryCurve> Curve { get; init; }

    /// <summary>Ratios of accuracy by DerSimonian and Laird, logarithms.</summary>
    public required IReadOnlyList<(AccuracyRatio Ratio, Outcome<PooledFit> Fit)> Ratios { get; init; }

    /// <summary>Deeks' test of a leaning funnel; or why there is none.</summary>
    public required Outcome<FunnelRegression> Deeks { get; init; }

    /// <summary>Why models gave no point.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>Pools a table, or says why not.</summary>
    /// <param name="studies">Studies with the four counts, in the order of <see cref="Columns"/>.</param>
    /// <param name="level">Confidence level.</param>
    public static Outcome<PooledAccuracy> Of(IReadOnlyList<StudyNumbers> studies, double level)
    {
        TwoByTwo[] tables = [.. studies.Select(study => Table(study.Numbers).Value)];
        NoAnswer? empty = studies.Zip(tables).Where(one => one.Second.N1 == 0 || one.Second.N2 == 0)
            .Select(one => new NoAnswer(Refusal.NotEstimable,
                $"{one.First.Label} examined nobody with, or nobody without, the disease")).FirstOrDefault();
        if (empty is not null) return empty;
        Outcome<BivariateNormal> normal = BivariateNormal.Fit(
            AccuracyRatios.Corrected(tables), BivariateEstimator.RestrictedMaximumLikelihood);
        Outcome<BivariateBinomial> binomial = BivariateBinomial.Fit(tables);
        List<SummaryPoint> points = [];
        if (binomial.TryGet(out BivariateBinomial? counts))
            points.Add(Point("binomial counts", counts.LogitSensitivity, counts.LogitSpecificity,
                counts.MeanCovariance, counts.Between, level));
        if (normal.TryGet(out BivariateNormal? logits))
            points.Add(Point("normal logits, REML", logits.LogitSensitivity, -logits.LogitFalsePositiveRate,
                Turned(logits.MeanCovariance), Turned(logits.Between), level));
        return new PooledAccuracy
        {
            Studies = [.. studies.Zip(tables, (study, table) => new AccuracyOfStudy(study.Label, table,
                ProportionInterval.Wilson(table.A, table.N1, level),
                ProportionInterval.Wilson(table.D, table.N2, level)))],
            Normal = normal,
            Points = points,
            Curve = normal.Then(SummaryCurve.From),
            Ratios = [.. Enum.GetValues<AccuracyRatio>().Select(ratio =>
                (ratio, AccuracyRatios.RandomEffects(tables, ratio, level)))],
            Deeks = BinaryFunnelTests.Deeks(tables, level),
            Remarks = [.. from why in (NoAnswer?[])[binomial.Refused, normal.Refused]
                          where why is not null select why.Reason],
            Level = level,
        };
    }

    private static Outcome<TwoByTwo> Table(ReadOnlyMemory<double> cells)
    {
        ReadOnlySpan<double> c = cells.Span;
        return TwoByTwo.FromCells(c[0], c[1], c[2], c[3]);
    }

    /// <summary>Of logit false positive rate to logit specificity: the sign of what both share turns.</summary>
    private static Covariance2 Turned(Covariance2 c) => new(c.A, -c.B, c.C);

    private static SummaryPoint Point(
        string model, double sensitivity, double specificity, Covariance2 means, Covariance2 between, double level)
    {
        double z = Distributions.Normal.TwoSidedQuantile(level);
        return new SummaryPoint(model, Share(sensitivity, means.A), Share(specificity, means.C), between, means);

        ProportionInterval Share(double logit, double variance) => new(Expit(logit),
            Expit(logit - z * Math.Sqrt(variance)), Expit(logit + z * Math.Sqrt(variance)));
    }

    private static double Expit(double logit) => 1 / (1 + Math.Exp(-logit));
}
