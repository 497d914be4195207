using Azygos.Evidence.Accuracy;
using Azygos.Evidence.Bias;
using Azygos.Files.Sheets;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.EvidenceSheets;

/// <summary>Lays out the accuracy of a test: studies, summary points, curve, ratios.</summary>
/// <source choice="the model of the counts first: it corrects nothing"/>
public static class AccuracySheet
{
    /// <summary>The sheet.</summary>
    /// <param name="result">The result.</param>
    /// <param name="title">One line for people.</param>
    public static ResultSheet Of(PooledAccuracy result, string title)
    {
        string level = EffectParts.Level(result.Level);
        List<SheetPart> parts =
        [
            Table("studies", "", ["study", "tp", "fn", "fp", "tn", "sensitivity", $"sensitivity_ci|{level} interval",
                    "specificity", $"specificity_ci|{level} interval"],
                result.Studies.Select(one => (IReadOnlyList<SheetValue>)[one.Study, one.Table.A, one.Table.B,
                    one.Table.C, one.Table.D, .. Share(one.Sensitivity), .. Share(one.Specificity)])),
            Table("summary", "Summary points, bivariate models:",
                ["model", "sensitivity", $"sensitivity_ci|{level} interval", "specificity",
                    $"specificity_ci|{level} interval", "tau2_sensitivity|τ² logit sensitivity",
                    "tau2_specificity|τ² logit specificity", "covariance|their covariance"],
                result.Points.Select(one => (IReadOnlyList<SheetValue>)[one.Model, .. Share(one.Sensitivity),
                    .. Share(one.Specificity), one.Between.A, one.Between.C, one.Between.B])),
            Curve(result),
            Table("ratios", "Single ratios, DerSimonian-Laird; the summary points say more:",
                ["ratio", "estimate", $"ci|{level} interval", "tau2|τ²"],
                from one in result.Ratios
                where one.Fit.HasValue
                let mean = one.Fit.Value.Mean
                select (IReadOnlyList<SheetValue>)[Name(one.Ratio), Math.Exp(mean.Estimate),
                    (Math.Exp(mean.Lower), Math.Exp(mean.Upper)), one.Fit.Value.Tau2]),
            Facts("deeks", "Deeks' test of a leaning funnel:",
                ("t", "t", result.Deeks.TryGet(out FunnelRegression? line) ? EffectParts.Statistic(line.Slope.Statistic)
                    : SheetValue.None(result.Deeks.Refused!.Reason)),
                ("p", "p", SheetValue.Or(line?.Slope.PValue, "no test"))),
            EffectParts.Remarks(result.Remarks),
        ];
        return new ResultSheet("azygos-accuracy/1", title, parts);
    }

    private static SheetFacts Curve(PooledAccuracy result)
    {
        string why = result.Curve.Refused?.Reason ?? "";
        SummaryCurve? curve = result.Curve.HasValue ? result.Curve.Value : null;
        return Facts("summary_curve", "Summary curve (HSROC), from the normal model:",
            ("threshold", "mean threshold Θ", SheetValue.Or(curve?.Threshold, why)),
            ("accuracy", "mean accuracy Λ", SheetValue.Or(curve?.Accuracy, why)),
            ("shape", "shape β", SheetValue.Or(curve?.Shape, why)),
            ("threshold_variance", "variance of thresholds", SheetValue.Or(curve?.ThresholdVariance, why)),
            ("accuracy_variance", "variance of accuracy", SheetValue.Or(curve?.AccuracyVariance, why)));
    }

    private static IReadOnlyList<SheetValue> Share(ProportionInterval? share) => share is { } one
        ? [one.Value, (one.Lower, one.Upper)] : [SheetValue.None("nobody"), SheetValue.None("")];

    private static string Name(AccuracyRatio ratio) => ratio switch
    {
        AccuracyRatio.DiagnosticOddsRatio => "diagnostic odds ratio",
        AccuracyRatio.Positive => "positive likelihood ratio",
        _ => "negative likelihood ratio",
    };
}
