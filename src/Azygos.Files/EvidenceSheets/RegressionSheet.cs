using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.Sheets;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.EvidenceSheets;

/// <summary>Lays out a meta-regression: coefficients on the analysis scale, predictions on the scale shown.</summary>
/// <source choice="a coefficient of a ratio is shown as logarithm and as ratio, so that neither is mistaken"/>
public static class RegressionSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="result">The result.</param>
    /// <param name="title">One line for people.</param>
    public static ResultSheet Of(RegressedStudies result, string title)
    {
        (EffectMeasure measure, PooledFit fit) = (result.Measure, result.Fit);
        string level = EffectParts.Level(fit.Level);
        string[] predictors = [.. result.Predictors.Select(one => one.Name)];
        List<SheetPart> parts =
        [
            Table("coefficients", "Coefficients, on the analysis scale:",
                ["coefficient", "estimate", "se", $"ci|{level} interval", "statistic", "p",
                    .. measure.IsRatio ? (string[])["ratio|as ratio", "ratio_ci|its interval"] : []],
                fit.Coefficients.Select(one => (IReadOnlyList<SheetValue>)[one.Name, one.Estimate, one.StandardError,
                    (one.Lower, one.Upper), EffectParts.Statistic(one.Statistic), one.PValue,
                    .. measure.IsRatio ? (SheetValue[])[measure.Shown(one.Estimate),
                        EffectParts.Limits(measure, one.Lower, one.Upper)] : []])),
            Facts("fit", "",
            [
                [
                    ("k", "studies, k", fit.Model.Count),
                    ("moderators", fit.DegreesOfFreedom is null ? "all predictors, Q" : "all predictors, F",
                        SheetValue.Or(fit.Moderators?.Statistic, "no test")),
                    ("moderators_df", "its degrees of freedom", SheetValue.Or(fit.Moderators?.Degrees, "no test")),
                    ("residual_df", "residual degrees of freedom", fit.Model.ResidualDegrees),
                    ("moderators_p", "p of it", SheetValue.Or(fit.Moderators?.PValue, "no test")),
                    ("permutation_p", result.Permutation is { IsExact: false } ? "p over a sample of rearrangements"
                        : "exact permutation p", SheetValue.Or(result.Permutation?.PValue, "not asked (--permute)")),
                    ("permutations", "rearrangements", SheetValue.Or(result.Permutation?.Arrangements, "not asked")),
                    ("r2_percent", "R², %", SheetValue.Or(result.ExplainedPercent, "does not exist")),
                ],
                EffectParts.Heterogeneity(fit, HeterogeneityInterval.QProfile(fit.Model, fit.Level)
                    is { HasValue: true } range ? range.Value : null),
            ]),
            Table("predictions", "Predicted where studies are:",
                [.. predictors, "studies", $"effect|{measure.Name}", $"ci|{level} interval",
                    "pi|prediction interval"],
                result.Predictions.Select(one => (IReadOnlyList<SheetValue>)
                    [.. one.Values.Select(value => (SheetValue)value), one.Studies, measure.Shown(one.Value.Estimate),
                        EffectParts.Limits(measure, one.Value.Lower, one.Value.Upper),
                        EffectParts.Limits(measure, one.Value.PredictionLower, one.Value.PredictionUpper)])),
            Facts("method", "How:", ("measure", "measure", measure.Key), ("model", "model", fit.Estimator.Key),
                ("interval", "interval", IntervalKeys.Of(fit.Test)), ("level", "level", fit.Level),
                ("zero_cells", "zero cells", measure.HasZeroCells ? result.Zero.Key : SheetValue.None("not asked")),
                ("references", "categories are compared with", References(result))),
            EffectParts.LeftOut(result.Effects.LeftOut),
            EffectParts.Remarks(fit.Remarks),
        ];
        return new ResultSheet("azygos-regression/1", title, parts);
    }

    private static SheetValue References(RegressedStudies result)
    {
        string[] levels =
            [.. result.Predictors.Where(one => one.IsFactor).Select(one => $"{one.Name}={one.Reference}")];
        return levels.Length > 0 ? string.Join(", ", levels) : SheetValue.None("no category");
    }
}
