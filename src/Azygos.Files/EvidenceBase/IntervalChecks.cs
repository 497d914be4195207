using System.Globalization;
using Azygos.Evidence.Distributions;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Intervals out of order or without their estimate, and p values that do not belong to their
/// interval.</summary>
/// <remarks>
/// p from the interval: z = (y − y₀)/SE, SE = (upper − lower)/(2 z₀.₉₇₅), in logarithms for ratios. A printed p must
/// lie on the same side of 0.05 and within a factor of 3 of it (chosen: limits printed with one or two digits move p by
/// up to 2).
/// </remarks>
internal static class IntervalChecks
{
    private const double PrintedFactor = 3;

    private static readonly (TableDescription Table, string Value, string Lower, string Upper, string P)[] Intervals =
    [
        (StudyTables.Prevalence, "reported_or", "reported_or_low", "reported_or_high", "reported_p"),
        (StudyTables.Criteria, "value", "ci_low", "ci_high", ""),
        (TreatmentTables.Trials, "effect", "ci_low", "ci_high", "p_value"),
        (TreatmentTables.Trials, "benefit_estimate", "benefit_low", "benefit_high", ""),
        (StudyTables.PublishedPools, "effect", "ci_low", "ci_high", "p_value"),
    ];

    public static void Run(IReadOnlyDictionary<string, ReadTable> tables, FaultList faults)
    {
        foreach ((TableDescription table, string value, string lower, string upper, string p) in Intervals)
            foreach (CheckedRow row in CheckedRow.Of(tables, table, faults))
                Check(row, value, lower, upper, p);
        foreach (CheckedRow row in CheckedRow.Of(tables, TreatmentTables.Trials, faults))
            if (row.Text("benefit_scale").Length > 0 != row.Number("benefit_estimate") is not null)
                row.Fault("benefit_scale", "a benefit and its scale stand together or not at all");
    }

    private static void Check(CheckedRow row, string value, string lower, string upper, string p)
    {
        double? low = row.Number(lower), high = row.Number(upper);
        if (low is null != high is null)
            row.Fault(low is null ? lower : upper, "is empty: an interval has two limits");
        if (p.Length > 0 && row.Text(p) is { Length: > 0 } written && !TryReadP(written, out _, out _))
            row.Fault(p, "is not a p value: a number from 0 to 1, or < and a number");
        if (low is not { } a || high is not { } b) return;
        if (a > b) row.Fault(lower, Invariant($"is above {upper} = {b}"));
        else if (row.Number(value) is not { } y) row.Fault(value, "is empty, but its interval is not");
        else if (y < a || y > b) row.Fault(value, Invariant($"lies outside its own interval, {a} to {b}"));
        else if (p.Length > 0 && row.Text(p).Length > 0) CheckP(row, y, a, b, p);
    }

    private static void CheckP(CheckedRow row, double value, double lower, double upper, string column)
    {
        if (!TryReadP(row.Text(column), out double printed, out bool isBound)) return;
        bool ratio = !row.Row.Cells.TryGetValue("effect_measure", out CellValue measure)
            || !measure.Text.StartsWith("SMD", StringComparison.Ordinal);
        if (ratio && lower <= 0)
        {
            row.Fault(column, "belongs to a ratio whose lower limit is not above 0");
            return;
        }
        (double y, double a, double b) = ratio ? (Math.Log(value), Math.Log(lower), Math.Log(upper))
            : (value, lower, upper);
        if (b <= a) return;
        double p = Normal.TwoSided(y * 2 * Normal.TwoSidedQuantile(0.95) / (b - a));
        bool sideIsWrong = isBound ? printed <= 0.05 && a <= 0 && b >= 0 : (printed < 0.05) != (a > 0 || b < 0);
        bool sizeIsWrong = isBound ? p > PrintedFactor * printed
            : p > PrintedFactor * printed || p < printed / PrintedFactor;
        if (sideIsWrong || sizeIsWrong)
            row.Fault(column,
                Invariant($"does not belong to the interval {lower} to {upper}, whose p is about {p:G2}"));
    }

    private static bool TryReadP(string text, out double p, out bool isBound)
    {
        isBound = text.StartsWith('<');
        return CellText.TryParse(isBound ? text[1..] : text, out p) && p is >= 0 and <= 1;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
