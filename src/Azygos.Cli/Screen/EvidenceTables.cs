using System.Globalization;
using Azygos.Evidence.Checks;
using Azygos.Files.EvidenceCases;
using Spectre.Console;

namespace Azygos.Cli.Screen;

/// <summary>Shows what became of evidence cases: one row for the held values of a case, one for each other
/// value.</summary>
internal static class EvidenceTables
{
    /// <summary>Missed or disputed values of one case that are shown; chosen, <c>--json</c> has all of them.</summary>
    private const int Shown = 8;

    public static void Print(IReadOnlyList<CaseVerdict> verdicts, IAnsiConsole console)
    {
        Table table = Screens.Table("evidence case", "value", "result", "bar", "verdict");
        List<string> remarks = [];
        foreach (CaseVerdict verdict in verdicts)
        {
            string name = EvidenceSummary.NameOf(verdict);
            if (verdict.Held > 0)
                table.Row(name, $"{verdict.Held} of {verdict.Compared}, worst difference",
                    $"{verdict.WorstInTolerances.ToString("G2", CultureInfo.InvariantCulture)} tolerances",
                    $"≤ 1 ({verdict.Case.RelativeTolerance.ToString("R", CultureInfo.InvariantCulture)})", "held");
            Rows(table, name, verdict, verdict.Misses, "missed");
            Rows(table, name, verdict, verdict.Disputed, "disputed");
            remarks.AddRange(verdict.Disputed.GroupBy(static d => d.Why)
                .Select(group => $"{name}, {Count(group.Count(), "value")} disputed: {group.Key}"));
        }
        console.Write(table);
        foreach (string remark in remarks) console.WriteLine(remark);
        EvidenceSummary all = EvidenceSummary.Of(verdicts);
        console.WriteLine(
            $"{Count(all.Held, "evidence value")} held, {all.Missed} missed, {all.Disputed} disputed (neither held nor "
            + $"missed); {all.CasesMissed} of {Count(all.Cases, "evidence case")} with a miss.");
    }

    private static void Rows(Table table, string name, CaseVerdict verdict, IReadOnlyList<CaseMiss> values, string word)
    {
        foreach (CaseMiss value in values.Take(Shown))
            table.Row(name, value.Path.Length == 0 ? "all" : value.Path, value.Got,
                $"{value.Expected} ± {verdict.Case.RelativeTolerance.ToString("R", CultureInfo.InvariantCulture)}",
                word);
        if (values.Count > Shown) table.Row(name, $"{values.Count - Shown} more", "", "", word);
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
