using System.CommandLine;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Cli.Screen;
using Azygos.Files.Cases;
using Azygos.Files.Comparisons;
using Azygos.Files.Faults;
using Azygos.Files.Folders;
using Azygos.Files.Harms;
using Azygos.Files.Runs;
using Azygos.Files.Sheets;
using Azygos.Reports;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos compare</c>: what changed between two runs, with the harms of what was done.</summary>
internal sealed class CompareCommand
{
    private readonly Door door;

    private readonly Argument<string> before = new("BEFORE")
    {
        Description = "Folder of a run, or a case by name or file; a case is run first.",
    };

    private readonly Argument<string> after = new("AFTER") { Description = "The same for what it is compared with." };

    private readonly Option<string?> model = new("--model")
    {
        Description = $"Model of cases that name none. Default: {Shelf.DefaultModel}.",
    };

    private readonly Option<string?> output = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder for comparison.html and comparison.json. Default: comparisons/<before>-<after>.",
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print comparison.json to standard output, and nothing else.",
    };

    private CompareCommand(Door door) => this.door = door;

    public static Command Create(Door door)
    {
        CompareCommand compare = new(door);
        CommandWithExamples command = new("compare",
            "Compare two runs: sites, pressures, flows, pull-back, oxygen and, where there is one, the examination. Beside "
            + "every benefit of a procedure stand its harms and the trials with a sham procedure. Nothing is ranked or "
            + "recommended.",
            ("azygos compare left-jugular-90 left-jugular-90-balloon", "a balloon; both cases are run"),
            ("azygos compare before after --out change", "two folders of runs"))
        {
            compare.before, compare.after, compare.model, compare.output, compare.json,
        };
        command.SetAction(compare.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        FaultList faults = new();
        string first = parsed.GetValue(before)!, second = parsed.GetValue(after)!;
        Source? one = Find(first, parsed.GetValue(model), faults), other = Find(second, parsed.GetValue(model), faults);
        string named = parsed.GetValue(output)
            ?? Path.Combine("comparisons", $"{Path.GetFileNameWithoutExtension(first)}-{Path.GetFileNameWithoutExtension(second)}");
        string folder = door.Absolute(named);
        TextFolder.CheckFree(folder, [PageFile, JsonFile], "--out", faults);
        faults.ThrowIfAny();
        bool printsJson = parsed.GetValue(json);
        RunRecord from = await RecordAsync(one!, printsJson, cancellation);
        RunRecord to = await RecordAsync(other!, printsJson, cancellation);
        HarmAccount? harms = to.HasProcedure
            ? HarmAccount.Of(to.IsOtherDisease, EvidenceCommand.Read(door, null).Base)
            : null;
        RunComparison comparison = RunComparison.Of(from, to, harms);
        ResultSheet sheet = comparison.Sheet();
        await TextFolder.WriteAsync(folder, new Dictionary<string, string>
        {
            [PageFile] = ComparisonPage.Write(comparison),
            [JsonFile] = SheetJson.Write(sheet),
        }, "--out", cancellation);
        if (printsJson)
        {
            await door.Out.WriteAsync(SheetJson.Write(sheet));
        }
        else
        {
            SheetScreen.Print(sheet with { Parts = [.. sheet.Parts.Select(Shortened)] }, Screens.ForResults(door));
            door.Out.WriteLine($"page: {Path.Combine(named, PageFile).Replace('\\', '/')}");
        }
        return from.IsFinished && to.IsFinished ? ExitCode.Finished : ExitCode.Stopped;
    }

    private const string PageFile = "comparison.html", JsonFile = "comparison.json";

    // On the screen headlines and oxygen of the brain; all numbers are in the files.
    private static SheetPart Shortened(SheetPart part) => part is SheetTable { Key: "numbers" } table
        ? table with
        {
            Heading = table.Heading + "; all sites are in the page",
            Rows = [.. table.Rows.Where(row => row[0].Text is RunComparison.Headlines or RunComparison.Examination
                || row[1].Text!.StartsWith("brain.", StringComparison.Ordinal))],
        }
        : part;

    /// <summary>A folder of a run, or a run that is ready to start.</summary>
    private sealed record Source(string Name, RunRecord? Record, PreparedRun? Run);

    private Source? Find(string named, string? chosen, FaultList faults)
    {
        string path = door.Absolute(named), name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
        if (Directory.Exists(path))
        {
            return RunRecord.Read(path, named, faults) is { } record ? new Source(name, record, null) : null;
        }
        Shelf shelf = new(door);
        if (shelf.Case(named, faults) is not { } read) return null;
        BodyModel? body = read.Model.Length > 0
            ? shelf.Model(read.Model, read.File, read.ModelLine, faults)
            : shelf.Model(chosen ?? Shelf.DefaultModel, "--model", null, faults);
        return body is not null && PreparedRun.Prepare(body, read, null, [], faults) is { } run
            ? new Source(name, null, run)
            : null;
    }

    private async Task<RunRecord> RecordAsync(Source source, bool isQuiet, CancellationToken cancellation)
    {
        if (source.Record is { } record) return record;
        PreparedRun run = source.Run!;
        long start = door.Clock.GetTimestamp();
        SimulationResult result = await RunWatch.WatchAsync(door, isQuiet, run,
            progress => door.Simulate(run.Model, run.Settings, progress, cancellation));
        cancellation.ThrowIfCancellationRequested();
        return RunRecord.Of(source.Name, result, new RunFacts(door.Clock.GetElapsedTime(start).TotalSeconds, Door.Version)
        {
            Harms = HarmAccount.IsNeededFor(run.Model)
                ? HarmAccount.Of(run.Model, EvidenceCommand.Read(door, null).Base)
                : null,
        });
    }
}
