using System.CommandLine;
using System.Globalization;
using Azygos.Circulation.Verification;
using Azygos.Cli.Screen;
using Azygos.Evidence.Checks;
using Azygos.Files.Benchmarks;
using Azygos.Files.EvidenceCases;
using Azygos.Files.Faults;
using Spectre.Console;
using CaseRunner = Azygos.Circulation.Verification.CaseRunner;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos verify [DIR]</c>: runs verification cases and judges each of their bars.</summary>
internal static class VerifyCommand
{
    /// <summary>Folder beside the program that holds the project's own cases.</summary>
    private const string OwnCases = "benchmarks";

    public static Command Create(Door door) => Create(door, "verify",
        "Run verification cases and print metric, value, bar and verdict. Exit 0: every bar that was run holds; "
        + "2: a case has faults, nothing was run; 3: a bar or an evidence value is missed. Evidence values that are "
        + "disputed, each with its reason, do not change the exit code.",
        ("azygos verify", "the cases that come with the program"),
        ("azygos verify benchmarks/zero-d --json > verification.json", "cases of your own, for another program"));

    /// <summary>The same command under the name <c>check</c>, for the group <c>evidence</c>.</summary>
    public static Command CreateCheck(Door door) => Create(door, "check",
        "Run the cases of a folder, evidence cases among them: another name of azygos verify.",
        ("azygos evidence check my-cases", "every case file of the schema evidence-cases/1 below the folder"));

    private static CommandWithExamples Create(
        Door door, string name, string description, params (string, string)[] examples)
    {
        Argument<string?> folder = new("DIR")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Folder with cases in it or below it: case.json of the schema azygos-benchmark/1, and JSON "
                + "files of the schema evidence-cases/1. Default: the cases that come with the program.",
        };
        Option<bool> json = new("--json") { Description = "Print the results as JSON, and nothing else." };
        Option<bool> warnings = new("--warnings")
        {
            Description = "List what is likely to make results poor: too few cells for the waves, stepped joints, "
                + "unusual units, inflow that does not repeat, slow time constants; each with file and key.",
        };
        Option<string?> pages = new("--pages")
        {
            Description = "Also write Markdown pages that say of each estimator what agrees, and to which digit.",
        };
        CommandWithExamples command = new(name, description, examples) { folder, json, warnings, pages };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(door, new Asked(parsed.GetValue(folder),
            parsed.GetValue(json), parsed.GetValue(warnings), parsed.GetValue(pages)), cancellation), cancellation));
        return command;
    }

    private static int Run(Door door, Asked asked, CancellationToken cancellation)
    {
        string folder = asked.Folder is null ? Path.Combine(door.Home, OwnCases) : door.Absolute(asked.Folder);
        FaultList faults = new();
        string shown = asked.Folder?.Replace('\\', '/') ?? OwnCases;
        IReadOnlyList<VerificationCase> cases = BenchmarkReader.ReadAll(folder, shown, faults);
        IReadOnlyList<ReadEvidenceCase> evidence = EvidenceCaseReader.ReadAll(folder, shown, faults);
        if (asked.Pages is { } pages) ValidationFolder.Check(door.Absolute(pages), pages, faults);
        faults.ThrowIfAny();
        List<CaseResult> results = [.. cases.Select(@case => CaseRunner.Run(@case, cancellation))];
        CaseVerdict[] verdicts = [.. evidence.Select(read => Judge(read, cancellation))];
        if (asked.Json) door.Out.Write(VerificationJson.Write(results, verdicts));
        else
        {
            IAnsiConsole console = Screens.ForResults(door);
            if (results.Count > 0) Print(results, asked.Warnings, console);
            if (verdicts.Length > 0) EvidenceTables.Print(verdicts, console);
        }
        if (asked.Pages is { } written)
            ValidationFolder.Write(door.Absolute(written), ValidationPages.Of(verdicts));
        bool missed = VerificationSummary.Of(results).Missed > 0 || verdicts.Any(static v => !v.Passed);
        return missed ? ExitCode.Missed : ExitCode.Finished;
    }

    private static CaseVerdict Judge(ReadEvidenceCase read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Azygos.Evidence.Checks.CaseRunner.Run(read.Case, read.Table);
    }

    private static void Print(List<CaseResult> results, bool listsWarnings, IAnsiConsole console)
    {
        Table table = Screens.Table("case", "run", "metric", "probe", "value", "bar", "verdict");
        List<string> remarks = [];
        foreach (CaseResult result in results)
        {
            string name = result.Case.Name;
            foreach (BarResult bar in result.Bars.Where(bar => bar.Verdict != Verdict.NotRun))
            {
                table.Row(name, string.Join(", ", bar.Bar.Runs), BenchmarkNames.Of(bar.Bar.Metric), bar.Bar.Probe,
                    bar.Measured is { } value ? Number(value) : "", Limit(bar.Bar), VerificationJson.Of(bar.Verdict));
                if (bar.Reason.Length > 0)
                    remarks.Add($"{name}, {BenchmarkNames.Of(bar.Bar.Metric)} at {bar.Bar.Probe} missed: {bar.Reason}");
            }
            foreach (IGrouping<string, BarResult> group in result.Bars
                .Where(bar => bar.Verdict == Verdict.NotRun).GroupBy(bar => bar.Reason))
                remarks.Add($"{name}, {Count(group.Count(), "bar")} not run: {group.Key}");
            remarks.AddRange(result.Runs.Where(run => !run.Settled).Select(run =>
                $"{name}, run {run.Run} not settled after {run.Periods} periods: judged on its last period"));
            remarks.AddRange(result.Runs.Where(run => run.Converged is not null).Select(run =>
                $"{name}, run {run.Run}: judged at the step and by the integrator of its reference; the converged "
                + $"answer, step {Number(run.Converged!.Step)} s, lies {Number(run.Converged.Distance)} from it"));
        }
        if (table.Rows.Count > 0) console.Write(table);
        foreach (string remark in remarks) console.WriteLine(remark);
        Fault[] warnings = [.. results.SelectMany(CaseWarningPath.Placed)];
        if (listsWarnings)
            foreach (Fault warning in warnings) console.WriteLine($"warning: {warning}");
        else if (warnings.Length > 0)
            console.WriteLine($"{Count(warnings.Length, "warning")} about models; --warnings lists them.");
        VerificationSummary all = VerificationSummary.Of(results);
        console.WriteLine(
            $"{Count(all.Held, "bar")} held, {all.Missed} missed, {all.NotRun} not run; "
            + $"{all.CasesNotRun} of {Count(all.Cases, "case")} not run at all.");
    }

    private static string Limit(Bar bar)
        => $"{(bar.AtMost ? "≤" : "≥")} {Number(bar.Limit)}{(bar.Unit == "1" ? "" : $" {bar.Unit}")}";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    /// <summary>What the command line asks for.</summary>
    private sealed record Asked(string? Folder, bool Json, bool Warnings, string? Pages);
}
