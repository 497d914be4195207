using System.Globalization;
using System.Text.Json;
using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>The validation page of each family shows every bar of the own cases with what is measured now, and every bar
/// of the reference set with what the last full verification measured.</summary>
/// <remarks>
/// With <c>AZYGOS_REGENERATE=validation</c> in the environment the own tables and the figures are made anew first, and those
/// of the reference set from the file that <c>AZYGOS_VERIFICATION</c> names, written by <c>azygos verify --json</c>: that
/// set takes minutes, so that the tests do not run its vessels each time.
/// </remarks>
public sealed class FamilyPagesTests
{
    private const string Heading = "| case | run | metric | probe | measured | bar | verdict |\n|---|---|---|---|---|---|---|\n";

    // Errors move with every change of a kernel: the page says how large they are, not their digits. What lies a hundred times below its bar may be rounding or
    // where a steady state was left: there the page need only stay that far below.
    private const double Moved = 0.5, Far = 0.01;

    private static readonly bool Regenerates = Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "validation";

    public static TheoryData<string> Families =>
    [
        "rest", "riemann", "junction-riemann", "linear-waves", "pulse", "steady", "starling", "stenosis", "womersley",
        "network",
    ];

    public static TheoryData<string> OwnFamilies =>
        ["rest", "riemann", "junction-riemann", "linear-waves", "pulse", "steady", "starling"];

    [Theory]
    [MemberData(nameof(OwnFamilies))]
    public void Every_own_bar_is_on_the_page_with_its_number(string family)
    {
        CaseResult[] results = [.. SetResults.Of("own").Where(result => Belongs(result.Case, family))];
        Assert.NotEmpty(results);
        BarResult[] bars = [.. results.SelectMany(result => result.Bars)];
        string[][] rows = [.. results.SelectMany(result => result.Bars.Select(bar =>
            Row(result.Case, bar.Bar, bar.Measured!.Value)))];
        if (Regenerates) Write(family, "own cases", rows);
        string[][] shown = Shown(family, "own cases");
        Assert.Equal(rows.Length, shown.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(rows[i][..4].Concat(rows[i][5..]), shown[i][..4].Concat(shown[i][5..]));
            double now = bars[i].Measured!.Value, then = Number(shown[i][4]);
            bool isFar = bars[i].Bar.AtMost && Math.Max(now, then) <= Far * bars[i].Bar.Limit;
            Assert.True(isFar || Math.Abs(now - then) <= Moved * Math.Abs(then),
                $"{string.Join(" | ", shown[i])}, but now {rows[i][4]}");
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_bar_of_the_reference_set_is_on_the_page_and_judged_by_its_number(string family)
    {
        FaultList faults = new();
        VerificationCase[] cases = [.. BenchmarkReader.ReadAll(CaseSets.Folder("shared"), "shared", faults)
            .Where(@case => BenchmarkNames.Of(@case.Family) == family)];
        faults.ThrowIfAny();
        Assert.NotEmpty(cases);
        if (Regenerates)
        {
            if (Environment.GetEnvironmentVariable("AZYGOS_VERIFICATION") is { } file)
            {
                Dictionary<string, double[]> measured = Measured(file);
                Write(family, "reference set", [.. cases.SelectMany(@case => @case.Bars.Select((bar, i) =>
                    Row(@case, bar, measured[@case.Name][i])))]);
            }

            string path = Path.Combine(Folder, "images", $"{family}.svg");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, FamilyFigures.Of(family, cases));
        }

        Assert.Contains($"images/{family}.svg", Page(family), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Folder, "images", $"{family}.svg")));
        string[][] shown = Shown(family, "reference set");
        (VerificationCase Case, Bar Bar)[] bars = [.. cases.SelectMany(@case => @case.Bars.Select(bar => (@case, bar)))];
        Assert.Equal(bars.Length, shown.Length);
        foreach (((VerificationCase @case, Bar bar), string[] cells) in bars.Zip(shown))
        {
            string[] row = Row(@case, bar, Number(cells[4]));
            Assert.Equal(row, cells);   // the verdict too follows from the number beside it
        }
    }

    private static bool Belongs(VerificationCase @case, string family) =>
        @case.Network.Vessels.Count > 0 && BenchmarkNames.Of(@case.Family) == family;

    private static string Folder => Path.Combine(CaseSets.Root, "docs", "validation");

    private static string Page(string family) => File.ReadAllText(Path.Combine(Folder, $"{family}.md"));

    private static (string Begin, string End) Marks(string table) =>
        ($"<!-- table: {table}, written by FamilyPagesTests -->", $"<!-- end of {table} -->");

    private static string[][] Shown(string family, string table)
    {
        (string begin, string end) = Marks(table);
        string page = Page(family);
        int from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return [.. page[from..page.IndexOf(end, StringComparison.Ordinal)].Trim().Split('\n').Skip(2)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }

    private static void Write(string family, string table, string[][] rows)
    {
        (string begin, string end) = Marks(table);
        string page = Page(family);
        File.WriteAllText(Path.Combine(Folder, $"{family}.md"), string.Concat(
            page.AsSpan(0, page.IndexOf(begin, StringComparison.Ordinal) + begin.Length), "\n\n", Heading,
            string.Concat(rows.Select(row => $"| {string.Join(" | ", row)} |\n"))
                + "\n" + page[page.IndexOf(end, StringComparison.Ordinal)..]));
    }

    // Values of every case's bars, in their order.
    private static Dictionary<string, double[]> Measured(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.GetProperty("cases").EnumerateArray().ToDictionary(
            @case => @case.GetProperty("case").GetString()!,
            @case => @case.GetProperty("bars").EnumerateArray()
                .Select(bar => bar.GetProperty("value").GetDouble()).ToArray());
    }

    private static string[] Row(VerificationCase @case, Bar bar, double measured) =>
    [
        @case.Name.Split('/')[^1], string.Join(", ", bar.Runs), BenchmarkNames.Of(bar.Metric), bar.Probe, Text(measured),
        $"{(bar.AtMost ? "≤" : "≥")} {Text(bar.Limit)}{(bar.Unit == "1" ? "" : " " + bar.Unit)}",
        bar.Holds(measured) ? "held" : "missed",
    ];

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
