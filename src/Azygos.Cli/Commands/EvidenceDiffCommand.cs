using System.CommandLine;
using System.Globalization;
using Azygos.Cli.Screen;
using Azygos.Evidence.Claims;
using Azygos.Files.EvidenceBase;
using Azygos.Files.EvidenceBase.Changes;
using Azygos.Files.Faults;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence diff OLD NEW</c>: what differs between two bases.</summary>
internal static class EvidenceDiffCommand
{
    public static Command Create(Door door)
    {
        Argument<string> before = new("OLD") { Description = "Folder with the tables of the older base." };
        Argument<string> after = new("NEW") { Description = "Folder with the tables of the newer base." };
        Option<bool> feed = new("--feed")
        {
            Description = "Print an Atom feed of the changes, dated by the newer base, and nothing else.",
        };
        Option<bool> json = new("--json") { Description = "Print the changes as JSON, and nothing else." };
        CommandWithExamples command = new("diff",
            "Compare two evidence bases: verdicts, the numbers behind them, and every row that was added, removed or "
            + "changed.",
            ("azygos evidence diff data/2026-11 data/2027-02", "what changed between two releases"),
            ("azygos evidence diff old new --feed > feed.xml", "the same for a feed reader"))
        {
            before, after, feed, json,
        };
        command.SetAction(parsed => Run(door, parsed.GetValue(before)!, parsed.GetValue(after)!,
            parsed.GetValue(feed), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Door door, string before, string after, bool printsFeed, bool printsJson)
    {
        FaultList faults = new();
        if (printsFeed && printsJson) faults.Add(
            "--json", null, "", "", "cannot stand beside --feed; name one of them");
        EvidenceFolder? old = EvidenceReader.Read(door.Absolute(before), faults);
        EvidenceFolder? now = EvidenceReader.Read(door.Absolute(after), faults);
        if (printsFeed && now is { Base.Releases.Count: 0 })
            faults.Add("--feed", null, "", "",
                $"{after} is not dated: a feed needs the day of the newer base in releases.csv");
        faults.ThrowIfAny();
        EvidenceChanges changes = EvidenceChanges.Between(old!, now!);
        if (printsFeed) door.Out.Write(changes.Feed(changes.Day!.Value, "index.html"));
        else if (printsJson) door.Out.Write(ChangesJson.Write(changes));
        else Print(changes, Screens.ForResults(door));
        return ExitCode.Finished;
    }

    private static void Print(EvidenceChanges changes, IAnsiConsole console)
    {
        console.WriteLine($"Changes of the evidence base. {CuratedBase.Title}.");
        if (changes.Verdicts.Count == 0) console.WriteLine("No verdict and no number behind one changed.");
        foreach (VerdictChange claim in changes.Verdicts)
        {
            console.WriteLine(claim.ToString());
            foreach (NumberChange number in claim.Numbers)
                console.WriteLine($"  {number.Input}: {Number(number.Before)} → {Number(number.After)}");
        }
        if (changes.Rows.Count == 0)
        {
            console.WriteLine("No row changed.");
            return;
        }
        Table table = Screens.Table("table", "row", "study", "change", "column", "before", "now");
        foreach (RowChange row in changes.Rows)
        {
            if (row.Kind == ChangeKind.Changed)
                foreach (CellChange cell in row.Cells)
                    table.Row(row.Table, row.Key, row.Study, "changed", cell.Column, cell.Before, cell.After);
            else table.Row(row.Table, row.Key, row.Study, EvidenceChanges.Word(row.Kind), "", "", "");
        }
        console.Write(table);
        foreach (string line in changes.Tables) console.WriteLine(line);
    }

    private static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture)
        ?? "not computed";
}
