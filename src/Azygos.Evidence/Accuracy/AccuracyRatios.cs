using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Accuracy;

/// <summary>Which single number of accuracy is pooled.</summary>
/// <source doi="10.1136/bmj.323.7305.157" at="Deeks 2001, summary measures of test accuracy"/>
public enum AccuracyRatio
{
    /// <summary>Diagnostic odds ratio.</summary>
    DiagnosticOddsRatio,

    /// <summary>Positive likelihood ratio.</summary>
    Positive,

    /// <summary>Negative likelihood ratio.</summary>
    Negative,
}

/// <summary>Pools one ratio of accuracy; the bivariate model says more and is preferred.</summary>
/// <source doi="10.1136/bmj.323.7305.157" at="pooling of likelihood ratios and diagnostic odds ratios"/>
public static class AccuracyRatios
{
    /// <summary>Random effects by DerSimonian and Laird on the log scale; ½ on every cell if any cell of any study is
    /// 0.</summary>
    public static Outcome<PooledFit> RandomEffects(
        IReadOnlyList<TwoByTwo> tables, AccuracyRatio ratio, double level = 0.95)
    {
        RatioInterval[] own = [.. Corrected(tables).Select(t => Own(t, ratio))];
        return EffectTable.From([.. own.Select(static o => o.Log)], [.. own.Select(static o => o.LogVariance)])
            .Then(table => Pooling.RandomEffects.Pool(table, new PoolingOptions
            {
                Estimator = HeterogeneityEstimators.DerSimonianLaird,
                Level = level,
            }));
    }

    /// <summary>Mantel-Haenszel weights from the counts as they are, ratios from the corrected counts; log
    /// scale.</summary>
    /// <remarks>
    /// ln(Σ w r/Σ w), w = FP·FN/N, FP·N₁/N, TN·N₁/N. Variances of Robins et al. and of Greenland and Robins, counts as
    /// they are.
    /// </remarks>
    /// <source doi="10.2307/2531052" at="odds ratio; likelihood ratios as risk ratios: 10.2307/2530797"/>
    public static Outcome<Coefficient> MantelHaenszel(
        IReadOnlyList<TwoByTwo> tables, AccuracyRatio ratio, double level = 0.95)
    {
        TwoByTwo[] corrected = Corrected(tables);
        double sum = 0, weighted = 0;
        for (int i = 0; i < corrected.Length; i++)
        {
            (double tp, double fn, double fp, double tn) = tables[i];
            double w = ratio switch
            {
                AccuracyRatio.DiagnosticOddsRatio => fp * fn,
                AccuracyRatio.Positive => fp * (tp + fn),
                _ => tn * (tp + fn),
            } / tables[i].N;
            sum += w;
            weighted += w * Own(corrected[i], ratio).Value;
        }
        // A likelihood ratio is a risk ratio of the diseased against the others: of a positive or of a negative test.
        var pooled = ratio switch
        {
            AccuracyRatio.DiagnosticOddsRatio => Stratified.MantelHaenszel.OddsRatio(tables, level),
            AccuracyRatio.Positive => Stratified.MantelHaenszel.RiskRatio(tables, level),
            _ => Stratified.MantelHaenszel.RiskRatio([.. tables.Select(static t => new TwoByTwo(t.B, t.A, t.D, t.C))],
                level),
        };
        return pooled.Then<Coefficient>(fit => Coefficient.From(
            $"ln {ratio}", Math.Log(weighted / sum), fit.Effect.StandardError, double.PositiveInfinity, level));
    }

    /// <summary>½ on every cell of every study, if any cell of any study is 0.</summary>
    internal static TwoByTwo[] Corrected(IReadOnlyList<TwoByTwo> tables)
        => [.. new ZeroCells { Target = ZeroCellTarget.AllIfAnyZero }.Apply(tables).Select(static t => t!.Value)];

    internal static RatioInterval Own(TwoByTwo table, AccuracyRatio ratio)
    {
        StudyAccuracy study = StudyAccuracy.From(table).Value;
        return ratio switch
        {
            AccuracyRatio.DiagnosticOddsRatio => study.DiagnosticOddsRatio,
            AccuracyRatio.Positive => study.PositiveRatio,
            _ => study.NegativeRatio,
        };
    }
}
