using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.Sheets;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.EvidenceSheets;

/// <summary>Lays out a pooled table, on the scale shown; τ² stays on the analysis scale.</summary>
/// <source choice="the pool with its prediction interval and heterogeneity, then each study, then other models"/>
public static class PoolSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="pooled">The result.</param>
    /// <param name="title">One line for people.</param>
    public static ResultSheet Of(PooledStudies pooled, string title)
    {
        (EffectMeasure measure, PooledFit fit) = (pooled.Measure, pooled.Fit);
        string level = EffectParts.Level(fit.Level);
        List<SheetPart> parts =
        [
            Table("studies", "", ["study", $"effect|{measure.Name}", $"ci|{level} interval",
                    "weight_percent|weight, %", "group"],
                pooled.Studies.Select(study => (IReadOnlyList<SheetValue>)[study.Label, study.Effect,
                    (study.Lower, study.Upper), study.WeightPercent,
                    study.Group.Length > 0 ? study.Group : SheetValue.None("")])),
            Facts("pool", "Pooled:",
            [
                [
                    ("k", "studies, k", fit.Model.Count),
                    ("effect", measure.Name, measure.Shown(fit.Mean.Estimate)),
                    ("ci", $"{level} interval", EffectParts.Limits(measure, fit.Mean.Lower, fit.Mean.Upper)),
                ],
                NoEffect(measure, fit),
                [
                    ("pi", $"{level} prediction interval", pooled.Prediction is { } prediction
                        ? EffectParts.Limits(measure, prediction.Lower, prediction.Upper)
                        : SheetValue.None("none from fewer than three studies")),
                ],
                EffectParts.Heterogeneity(fit, pooled.Heterogeneity),
            ]),
            Facts("method", "How:", ("measure", "measure", measure.Key), ("scale", "scale", EffectParts.Scale(measure)),
                ("model", "model", fit.Estimator.Key), ("interval", "interval", IntervalKeys.Of(fit.Test)),
                ("level", "level", fit.Level),
                ("zero_cells", "zero cells", measure.HasZeroCells ? pooled.Zero.Key : SheetValue.None("not asked"))),
        ];
        if (pooled.Subgroups is { } groups)
        {
            parts.Add(Table("subgroups", "Subgroups, each with its own τ²:",
                ["group", "k", $"effect|{measure.Name}", $"ci|{level} interval", "p", "tau2|τ²", "i2_percent|I², %"],
                groups.Levels.Zip(groups.Fits, (name, own) => (IReadOnlyList<SheetValue>)[name, own.Model.Count,
                    measure.Shown(own.Mean.Estimate), EffectParts.Limits(measure, own.Mean.Lower, own.Mean.Upper),
                    own.Mean.PValue, own.Tau2, own.I2Percent])));
            parts.Add(Facts("between_subgroups", "Do they differ?", ("q", "Q between", groups.Between.Statistic),
                ("df", "degrees of freedom", groups.Between.Degrees), ("p", "p", groups.Between.PValue)));
        }
        if (pooled.Others.Count > 0)
            parts.Add(Table("other_models", "The same counts, nothing added to a zero; normal intervals:",
                ["model", "key", $"effect|{measure.Name}", $"ci|{level} interval", "p"],
                pooled.Others.Select(one => (IReadOnlyList<SheetValue>)(one.Mean is { } mean
                    ? [one.Model.Name, one.Model.Key, measure.Shown(mean.Estimate),
                        EffectParts.Limits(measure, mean.Lower, mean.Upper), mean.PValue]
                    : [one.Model.Name, one.Model.Key, SheetValue.None(one.Why), SheetValue.None(""),
                        SheetValue.None("")]))));
        parts.Add(EffectParts.LeftOut(pooled.LeftOut));
        parts.Add(EffectParts.Remarks(fit.Remarks));
        return new ResultSheet("azygos-pool/1", title, parts);
    }

    /// <summary>p of no effect, where the measure has one.</summary>
    private static (string, string, SheetValue)[] NoEffect(EffectMeasure measure, PooledFit fit) =>
        measure.IsComparison || measure.Scale == EffectScale.FisherZ
            ? [("p", "p of no effect", fit.Mean.PValue)] : [];
}
