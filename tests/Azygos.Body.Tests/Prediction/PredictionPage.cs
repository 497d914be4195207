using System.Globalization;
using Azygos.Body.Model;
using Azygos.Body.Prediction;

namespace Azygos.Body.Tests.Prediction;

/// <summary>Tables of docs/validation/body.md: one line a prediction, and what became of a body at its edges.</summary>
internal static class PredictionPage
{
    private const string Heading = "| prediction | | tilt | people | measured | band | computed | unit | verdict | blind |\n"
        + "|---|---|---|---|---|---|---|---|---|---|\n";

    public static string Folder { get; } = Find();

    public static string File { get; } = Path.Combine(Folder, "body.md");

    public static bool IsRegenerated => Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "validation";

    /// <summary>Cells of a table's lines.</summary>
    public static List<string[]> Rows(string table) =>
        [.. Between(System.IO.File.ReadAllText(File), table).Trim().Split('\n').Skip(2)
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];

    public static string[] Row(PredictionOutcome outcome)
    {
        PredictionRow row = outcome.Row;
        return
        [
            row.Id, row.Label, Text(row.Tilt), row.People is { } people ? Text(people) : "",
            row.Value is { } value ? Text(value) : "",
            !row.HasDatum ? "" : row.Low is not { } low ? $"up to {Text(row.High!.Value)}"
                : row.High is not { } high ? $"from {Text(low)}" : $"{Text(low)} to {Text(high)}",
            outcome.Computed is { } computed ? Text(computed) : "none", row.Unit, Verdict(outcome),
            row.Blind ? "yes" : "no",
        ];
    }

    public static void Write(IEnumerable<PredictionOutcome> outcomes) =>
        Replace("predictions", Heading + string.Concat(outcomes.Select(o => $"| {string.Join(" | ", Row(o))} |\n")));

    // Tests of several classes write at the same time.
    private static readonly Lock Writing = new();

    public static void Replace(string table, string text)
    {
        lock (Writing)
        {
            string page = System.IO.File.ReadAllText(File);
            (int from, int to) = Span(page, table);
            System.IO.File.WriteAllText(File, $"{page[..from]}\n\n{text}\n{page[to..]}");
        }
    }

    public static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Verdict(PredictionOutcome outcome) => outcome.Hit switch
    {
        true => "hit",
        false => $"**missed**, {Text(Math.Abs(outcome.Miss!.Value))} {(outcome.Miss < 0 ? "below" : "above")}",
        _ => outcome.Computed is null ? "not computed" : "no datum",
    };

    private static string Between(string page, string table)
    {
        (int from, int to) = Span(page, table);
        return page[from..to];
    }

    private static (int From, int To) Span(string page, string table)
    {
        string begin = $"<!-- {table}: written by tests -->", end = $"<!-- end of {table} -->";
        return (
            page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
    }

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Azygos.slnx")))
                return Path.Combine(at.FullName, "docs", "validation");
        throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }
}
