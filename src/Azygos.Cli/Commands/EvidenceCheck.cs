using System.Globalization;
using Azygos.Cli.Screen;
using Azygos.Evidence.Checks;
using Azygos.Files.EvidenceCases;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary>Runs cases of the meta-analysis engine and prints what held, what missed and what is disputed.</summary>
internal static class EvidenceCheck
{
    private const int LongestList = 40;         // chosen: a screen; --json has every value

    internal static List<CaseVerdict> Run(IReadOnlyList<PlacedEvidenceCase> cases, CancellationToken cancellation)
    {
        List<CaseVerdict> verdicts = [];
        foreach (PlacedEvidenceCase placed in cases)
        {
            cancellation.ThrowIfCancellationRequested();
            verdicts.Add(CaseRunner.Run(placed.Case, placed.Table));
        }
        return verdicts;
    }

    internal static void Print(List<CaseVerdict> verdicts, IAnsiConsole console)
    {
        Table table = Screens.Table("data", "task", "cases", "values", "worst difference", "disputed", "verdict");
        foreach (var group in verdicts.GroupBy(static v => (v.Case.Dataset, v.Case.Task)))
        {
            int missed = group.Count(static v => v.Supported && !v.Passed), notRun = group.Count(static v => !v.Supported);
            table.Row(
                group.Key.Dataset, group.Key.Task, Text(group.Count()), Text(group.Sum(static v => v.Compared)),
                group.Max(static v => v.WorstError).ToString("G2", CultureInfo.InvariantCulture),
                Text(group.Sum(static v => v.Disputed.Count)),
                missed > 0 ? $"{missed} missed" : notRun == group.Count() ? "not run" : notRun > 0 ? $"held, {notRun} not run" : "held");
        }
        console.Write(table);
        string[] lines =
        [
            .. verdicts.Where(static v => v.Supported).SelectMany(static v => v.Misses.Select(
                m => $"{Name(v)}: {m.Path} expected {m.Expected}, got {m.Got}, missed")),
            .. verdicts.Where(static v => !v.Supported).Select(static v => $"{Name(v)} not run: {v.NotRun}"),
        ];
        foreach (string line in lines.Take(LongestList)) console.WriteLine(line);
        if (lines.Length > LongestList) console.WriteLine($"… and {lines.Length - LongestList} more; --json has all of them");
        foreach (var why in verdicts.SelectMany(static v => v.Disputed).GroupBy(static d => Kind(d.Why)).OrderBy(static g => g.Key, StringComparer.Ordinal))
            console.WriteLine($"{Count(why.Count(), "value")} disputed: {why.Key}");
        console.WriteLine(
            $"{Count(verdicts.Count(static v => v.Passed), "case")} of the evidence engine held, "
            + $"{verdicts.Count(static v => v.Supported && !v.Passed)} missed, {verdicts.Count(static v => !v.Supported)} not run; "
            + $"{Count(verdicts.Sum(static v => v.Compared), "value")} compared.");
    }

    /// <summary>Reasons that differ only by their numbers are one kind.</summary>
    private static string Kind(string? why)
        => why is null ? "" : why.StartsWith("the expected values lie", StringComparison.Ordinal)
            ? "the expected values lie lower in likelihood than ours" : why;

    private static string Name(CaseVerdict verdict) => $"{verdict.Case.Dataset}/{verdict.Case.Task}/{verdict.Case.Id}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
