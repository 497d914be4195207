using Azygos.Evidence.Bias;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.Sheets;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.EvidenceSheets;

/// <summary>Lays out bias and robustness: tests, pools that allow for bias, each study's influence.</summary>
/// <source choice="all side by side: none of them decides"/>
public static class BiasSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="result">The result.</param>
    /// <param name="title">One line for people.</param>
    public static ResultSheet Of(BiasAnalysis result, string title)
    {
        EffectMeasure measure = result.Measure;
        string level = EffectParts.Level(result.Fit.Level);
        return new ResultSheet("azygos-bias/1", title,
        [
            Table("tests", "Do small studies differ from large ones?", ["key", "test", "statistic", "p", "why|"],
                result.Tests.Select(one => (IReadOnlyList<SheetValue>)[one.Key, one.Name,
                    SheetValue.Or(one.Statistic, ""), SheetValue.Or(one.PValue, ""), one.Why])),
            Table("adjusted", "Pools that allow for one kind of bias:",
                ["key", "analysis", $"effect|{measure.Name}", $"ci|{level} interval", "remark|"],
                result.Adjusted.Select(one => (IReadOnlyList<SheetValue>)[one.Key, one.Name,
                    one.Estimate is { } effect ? measure.Shown(effect) : SheetValue.None(""),
                    one is { Lower: { } low, Upper: { } high } ? EffectParts.Limits(measure, low, high)
                        : SheetValue.None(""), one.Remark])),
            Table("fail_safe", "Studies without effect that would undo the result:", ["rule", "studies"],
                result.FailSafe.Select(one => (IReadOnlyList<SheetValue>)[one.Rule,
                    one.Studies is { } number && double.IsFinite(number) ? number : SheetValue.None("none")])),
            Table("influence", "What each study does to the pool:",
                ["study", $"without|{measure.Name} without it", $"without_ci|{level} interval", "without_tau2|τ²",
                    "residual|deleted residual", "cooks_distance|Cook's distance", "hat|share of weight",
                    "covariance_ratio|covariance ratio"],
                result.Influence.Select(one => Row(one, measure))),
            new SheetRemarks("caution", "", [.. Cautions(result)]),
            EffectParts.LeftOut(result.Effects.LeftOut),
        ]);
    }

    private static IReadOnlyList<SheetValue> Row(StudyInfluence one, EffectMeasure measure) =>
    [
        one.Study,
        one.Without is { } fit ? measure.Shown(fit.Mean.Estimate) : SheetValue.None(""),
        one.Without is { } rest ? EffectParts.Limits(measure, rest.Mean.Lower, rest.Mean.Upper) : SheetValue.None(""),
        SheetValue.Or(one.Without?.Tau2, ""), SheetValue.Or(one.Diagnostics?.DeletedResidual, ""),
        SheetValue.Or(one.Diagnostics?.CooksDistance, ""), SheetValue.Or(one.Diagnostics?.Hat, ""),
        SheetValue.Or(one.Diagnostics?.CovarianceRatio, ""),
    ];

    private static IEnumerable<string> Cautions(BiasAnalysis result)
    {
        yield return $"Pool: {result.Fit.Estimator.Key}, {IntervalKeys.Of(result.Fit.Test)}.";
        yield return "Small studies may differ for other reasons than bias; no test here proves it or rules it out.";
        if (result.Effects.Table.Count < BiasAnalysis.FewestStudies)
            yield return $"Fewer than {BiasAnalysis.FewestStudies} studies: these tests have hardly any power.";
    }
}
