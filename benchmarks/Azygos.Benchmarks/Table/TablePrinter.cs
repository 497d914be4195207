using System.Globalization;
using System.Text.Json;

namespace Azygos.Benchmarks.Table;

/// <summary>The table of whole runs as text and as JSON.</summary>
internal static class TablePrinter
{
    /// <summary>Prints each row as it comes; the rows.</summary>
    public static TableRow[] Print(IEnumerable<TableRow> rows, double kernel)
    {
        List<TableRow> all = [];
        Console.WriteLine($"{"work",-54} {"value",18} {"cpu s",9} {"kernels",9} {"cells",6} {"steps",7} {"beats",5} {"error",8} "
            + $"{"cell-steps/s",12} {"x real",8} {"MB",6}  {"best public",-22} {"must",6} {"aim",6}  verdict");
        foreach (TableRow row in rows)
        {
            all.Add(row);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Work,-54} {row.Value,6:G3} {row.Unit,-11} {row.Processor,9:G3} {row.Processor / kernel,9:G3} "
                    + $"{row.Cells,6} {row.Steps,7} {row.Beats,5} {row.Error,8:P2} {row.CellStepRate,12:G3} "
                    + $"{row.RealTime,8:G3} {row.Megabytes,6:F0}  {row.Peer,-22} {row.Bar.Must,6} {row.Bar.Aim,6}  "
                    + $"{row.Verdict}{(row.Where.Length > 0 ? $" (error worst at {row.Where})" : "")}"));
        }

        return [.. all];
    }

    /// <summary>The rows for another program.</summary>
    public static string Json(IReadOnlyList<TableRow> rows, string machine, double kernel) => JsonSerializer.Serialize(new
    {
        schema = "azygos-speed-table/1",
        machine,
        reference_kernel_processor_s = kernel,
        rows = rows.Select(row => new
        {
            work = row.Work,
            value = row.Value,
            unit = row.Unit,
            processor_s = row.Processor,
            reference_kernels = row.Processor / kernel,
            cells = row.Cells,
            steps = row.Steps,
            beats = row.Beats,
            norm = row.Norm,
            error = row.Error,
            error_at = row.Where,
            cell_steps_per_s = row.CellStepRate,
            real_time_factor = row.RealTime,
            peak_memory_MB = row.Megabytes,
            best_public = row.Peer,
            must = row.Bar.Must,
            aim = row.Bar.Aim,
            verdict = row.Verdict,
        }),
    }, s_indented) + "\n";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };
}
