using System.Globalization;
using Azygos.Circulation.Verification;
using Azygos.Files.Tests.Benchmarks;

namespace Azygos.Files.Tests.SvZeroD;

/// <summary>The validation page shows every model with the numbers that are measured now.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=validation</c> in the environment the tables are written anew first.</remarks>
public sealed class ModelPageTests
{
    private const string Heading = "| model | at the step of the reference | bar | converged answer | its step |\n"
        + "|---|---|---|---|---|\n";

    // The page prints three digits; what lies below 1e-6 is rounding and printed digits, and differs between machines.
    private const double Printed = 0.01, Rounding = 1e-6;

    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void Every_model_is_on_the_page_with_its_numbers(string set)
    {
        string path = Path.Combine(CaseSets.Root, "docs", "validation", "svzerod.md");
        string[][] rows = [.. ModelCases.Of(set).Select(Row)];
        string begin = $"<!-- table: {set}, written by ModelPageTests -->", close = $"<!-- end of {set} -->";
        string page = File.ReadAllText(path);
        if (Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "validation")
        {
            string table = string.Concat(rows.Select(row => $"| {string.Join(" | ", row)} |\n"));
            page = string.Concat(
                page.AsSpan(0, page.IndexOf(begin, StringComparison.Ordinal) + begin.Length), "\n\n", Heading + table,
                "\n" + page[page.IndexOf(close, StringComparison.Ordinal)..]);
            File.WriteAllText(path, page);
        }
        int from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        string[] shown = [.. page[from..page.IndexOf(close, StringComparison.Ordinal)].Trim().Split('\n').Skip(2)];
        Assert.Equal(rows.Length, shown.Length);
        foreach ((string[] row, string line) in rows.Zip(shown))
        {
            string[] cells = [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
            Assert.Equal((row[0], row[2], row[4]), (cells[0], cells[2], cells[4]));
            Assert.True(Same(row[1], cells[1]) && Same(row[3], cells[3]), $"{line}, but now {string.Join(" | ", row)}");
        }
    }

    private static string[] Row(CaseResult result)
    {
        ConvergedAnswer? converged = result.Runs[0].Converged;
        return
        [
            result.Case.Name.Split('/')[^1], Text(result.Bars[0].Measured!.Value), Text(result.Bars[0].Bar.Limit),
            converged is null ? "the same" : Text(converged.Distance),
            converged is null ? "" : $"{Text(converged.Step * 1000)} ms",
        ];
    }

    private static bool Same(string now, string then)
    {
        if (now == then) return true;
        if (!double.TryParse(now, CultureInfo.InvariantCulture, out double a)
            || !double.TryParse(then, CultureInfo.InvariantCulture, out double b)) return false;
        return Math.Abs(a - b) <= Printed * Math.Abs(b) || Math.Max(a, b) < Rounding;
    }

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
