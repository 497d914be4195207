using System.Globalization;
using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>The page of lumped networks shows every bar of the own cases without vessels with the number that is
/// measured now.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=validation</c> in the environment the table is written anew first.</remarks>
public sealed class ValidationPageTests
{
    private const string Begin = "<!-- table: written by ValidationPageTests -->", End = "<!-- end of table -->";

    // The page prints three digits. What lies below 1e-11 is rounding and differs between machines.
    private const double Printed = 0.01, Rounding = 1e-11;

    [Fact]
    public void Every_bar_is_on_the_page_with_its_number()
    {
        string path = Path.Combine(CaseSets.Root, "docs", "validation", "zero-d.md");
        // Vessels and models of other programs have pages of their own.
        List<string[]> rows = [.. SetResults.Of("own")
            .Where(result => result.Case.Network.Vessels.Count == 0 && result.Case.Family != CaseFamily.SvZeroD)
            .SelectMany(Rows)];
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "validation")
        {
            string table = string.Concat(rows.Select(row => $"| {string.Join(" | ", row)} |\n"));
            File.WriteAllText(path, $"{page[..begin]}\n\n{Heading}{table}\n{page[end..]}");
            page = File.ReadAllText(path);
            end = page.IndexOf(End, StringComparison.Ordinal);
        }
        string[] shown = [.. page[begin..end].Trim().Split('\n').Skip(2)];
        Assert.Equal(rows.Count, shown.Length);
        foreach ((string[] row, string line) in rows.Zip(shown))
        {
            string[] cells = [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
            Assert.Equal(row[..4], cells[..4]);
            Assert.Equal(row[5..], cells[5..]);
            double now = Number(row[4]), then = Number(cells[4]);
            Assert.True(
                Math.Abs(now - then) <= Printed * Math.Abs(then) || Math.Max(now, then) < Rounding,
                $"{line} but measured now: {row[4]}");
        }
    }

    private const string Heading = "| case | run | metric | probe | measured | bar |\n|---|---|---|---|---|---|\n";

    private static IEnumerable<string[]> Rows(CaseResult result) => result.Bars.Select(bar => (string[])
    [
        result.Case.Name, string.Join(", ", bar.Bar.Runs), BenchmarkNames.Of(bar.Bar.Metric), bar.Bar.Probe,
        Text(bar.Measured!.Value), Limit(bar.Bar),
    ]);

    private static string Limit(Bar bar)
        => $"{(bar.AtMost ? "≤" : "≥")} {Text(bar.Limit)}{(bar.Unit == "1" ? "" : " " + bar.Unit)}";

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
