using System.Globalization;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.Sheets;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.EvidenceSheets;

/// <summary>Parts that the sheets of pooled tables share.</summary>
internal static class EffectParts
{
    public static SheetTable LeftOut(IReadOnlyList<(string Label, string Why)> studies) => Table(
        "left_out", studies.Count > 0 ? "Left out:" : "", ["study", "why"],
        studies.Select(one => (IReadOnlyList<SheetValue>)[one.Label, one.Why]));

    public static SheetRemarks Remarks(IEnumerable<string> remarks)
    {
        string[] all = [.. remarks];
        return new SheetRemarks("remarks", all.Length > 0 ? "Remarks:" : "", all);
    }

    public static string Level(double level) => $"{(100 * level).ToString("G4", CultureInfo.InvariantCulture)} %";

    public static string Scale(EffectMeasure measure) => measure.Scale switch
    {
        EffectScale.Ratio => "ratio, pooled as logarithm",
        EffectScale.Logit => "share, pooled as logit",
        EffectScale.Arcsine => "share, pooled as arcsine of its root",
        EffectScale.FisherZ => "correlation, pooled as Fisher's z",
        _ => "as given",
    };

    /// <summary>Limits on the scale shown.</summary>
    public static SheetValue Limits(EffectMeasure measure, double lower, double upper) =>
        (measure.Shown(lower), measure.Shown(upper));

    /// <summary>A statistic that may be infinite where an error is 0.</summary>
    public static SheetValue Statistic(double value) =>
        double.IsFinite(value) ? value : SheetValue.None("infinite: the standard error is 0");

    /// <summary>Facts of τ² and Q.</summary>
    public static (string, string, SheetValue)[] Heterogeneity(PooledFit fit, HeterogeneityRange? range) =>
    [
        ("tau2", "τ²", fit.Tau2),
        ("tau2_ci", "its Q-profile interval", range is null ? SheetValue.None("does not exist") : range.Tau2),
        ("i2_percent", "I², %", fit.I2Percent),
        ("h2", "H²", fit.H2),
        ("q", "Q", fit.Heterogeneity.Statistic),
        ("q_df", "its degrees of freedom", fit.Heterogeneity.Degrees),
        ("q_p", "p of Q", fit.Heterogeneity.PValue),
    ];
}
