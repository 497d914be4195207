using System.Globalization;
using Azygos.Evidence.Distributions;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Files.EvidenceBase;

/// <summary>Counts that cannot be: cells above their totals, percentages and exact intervals that are not those of the
/// counts.</summary>
internal static class CountChecks
{
    private static readonly (string Positive, string Total)[] Groups =
        [("ms_pos", "n_ms"), ("hc_pos", "n_hc"), ("ond_pos", "n_ond"), ("cis_pos", "n_cis"), ("sib_pos", "n_sib")];

    public static void Run(IReadOnlyDictionary<string, ReadTable> tables, FaultList faults)
    {
        foreach (CheckedRow row in CheckedRow.Of(tables, StudyTables.Prevalence, faults))
        {
            foreach ((string positive, string total) in Groups) Share(row, positive, total);
            if (row.Text("in_primary_pool") != "1") continue;
            foreach (string cell in (string[])["n_ms", "ms_pos", "n_hc", "hc_pos"])
                if (row.Number(cell) is null)
                    row.Fault(cell, "is empty, and in_primary_pool is 1: all four counts are needed");
            if (row.Text("endpoint_class") != "ccsvi_us")
                row.Fault("endpoint_class",
                    "in_primary_pool is 1: only ccsvi_us may be pooled; measures are not mixed");
        }
        foreach (CheckedRow row in CheckedRow.Of(tables, StudyTables.Criteria, faults))
        {
            Share(row, "n_pos", "n_total");
            if (row.Text("unit") == "percent") Percentage(row, "value", "n_pos", "n_total");
        }
        foreach (CheckedRow row in CheckedRow.Of(tables, TreatmentTables.Safety, faults))
        {
            Share(row, "n_events", "denominator");
            if (row.Number("denominator") is null != (row.Text("denominator_kind").Length == 0))
                row.Fault("denominator_kind", "a denominator and its kind stand together or not at all");
            if (row.Text("display_group") == "rate"
                && (row.Number("n_events") is null || row.Number("denominator") is null))
                row.Fault("display_group", "a rate needs n_events and denominator");
            Percentage(row, "percent_printed", "n_events", "denominator");
            Exact(row);
        }
        foreach (CheckedRow row in CheckedRow.Of(tables, TreatmentTables.Trials, faults))
        {
            if (row is { } r && r.Number("n_randomised") is { } all && r.Number("n_treated") is { } treated
                && r.Number("n_control") is { } sham && all != treated + sham)
                row.Fault("n_randomised", Invariant($"is not n_treated + n_control = {treated + sham}"));
        }
        foreach (CheckedRow row in CheckedRow.Of(tables, StudyTables.PublishedPools, faults))
        {
            if (row.Number("n_total") is { } all && row.Number("n_ms") is { } cases
                && row.Number("n_hc") is { } controls
                && all != cases + controls)
                row.Fault("n_total", Invariant($"is not n_ms + n_hc = {cases + controls}"));
        }
    }

    private static void Share(CheckedRow row, string positive, string total)
    {
        if (row.Number(positive) is not { } x) return;
        if (row.Number(total) is { } n && x > n)
            row.Fault(positive, Invariant($"is above {total} = {n}: a part cannot exceed its whole"));
        else if (row.Number(total) is null && row.Table.Description.Name == StudyTables.Prevalence.Name)
            row.Fault(positive, $"has no {total}: a count of positives needs the size of its group");
    }

    private static void Percentage(CheckedRow row, string percent, string positive, string total)
    {
        if (row.Number(percent) is not { } printed || row.Number(positive) is not { } x
            || row.Number(total) is not { } n || x > n)
            return;
        double exact = 100 * x / n, rounding = 0.5 * Math.Pow(10, -row.Decimals(percent));
        if (Math.Abs(printed - exact) > rounding * (1 + 1e-9))
            row.Fault(percent, Invariant($"is not {x}/{n} = {exact:0.###} %"));
    }

    private static void Exact(CheckedRow row)
    {
        if (row.Number("n_events") is not { } x || row.Number("denominator") is not { } n || x > n) return;
        ClopperPearson exact = ClopperPearson.Of((int)x, (int)n);
        foreach ((string column, double limit) in (ReadOnlySpan<(string, double)>)
            [("cp_low_pct", 100 * exact.Lower), ("cp_high_pct", 100 * exact.Upper)])
            if (row.Number(column) is not { } printed)
                row.Fault(column, Invariant($"is empty; the exact limit of {x}/{n} is {limit:0.00} %"));
            else if (Math.Abs(printed - limit) > 0.5 * Math.Pow(10, -row.Decimals(column)) * (1 + 1e-9))
                row.Fault(column, Invariant($"is not the exact limit of {x}/{n}, {limit:0.00} %"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
