using System.Globalization;
using Azygos.Files.Faults;

namespace Azygos.Files.OpenBf;

/// <summary>A table of two columns, time [s] and flow [m³/s], that spans one period.</summary>
/// <param name="Times">[s], ascending; shape [rows].</param>
/// <param name="Flows">[m³/s]; shape [rows].</param>
internal sealed record InletTable(double[] Times, double[] Flows)
{
    private static readonly char[] Separators = [' ', '\t', ',', ';'];

    /// <summary>T: the time that the rows span [s].</summary>
    public double Period => Times[^1] - Times[0];

    /// <summary>The table, or null with faults.</summary>
    public static InletTable? Read(string text, string file, FaultList faults)
    {
        int before = faults.Count, line = 0;
        List<double> times = [], flows = [];
        foreach (string row in text.Split('\n'))
        {
            line++;
            string[] cells = row.Trim().Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length == 0 || cells[0].StartsWith('#')) continue;
            double[] numbers = [.. cells.Select(cell => double.TryParse(
                cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];
            if (numbers.Length != 2 || !numbers.All(double.IsFinite))
                faults.Add(file, line, "", row.Trim(), "must be two finite numbers: time [s] and flow [m3/s]");
            else if (times.Count > 0 && !(numbers[0] > times[^1]))
                faults.Add(file, line, "time", cells[0], "must be after the time of the row before");
            else
            {
                times.Add(numbers[0]);
                flows.Add(numbers[1]);
            }
        }
        if (faults.Count == before && times.Count < 2)
            faults.Add(file, null, "", "", "needs two rows at least: they span the period");
        return faults.Count > before ? null : new InletTable([.. times], [.. flows]);
    }
}
