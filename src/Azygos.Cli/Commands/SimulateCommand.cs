using System.CommandLine;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Cli.Screen;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.Harms;
using Azygos.Files.ModelFolder;
using Azygos.Files.Overrides;
using Azygos.Files.Runs;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos simulate</c>: reads model, case and options, runs, writes the run's folder.</summary>
internal sealed class SimulateCommand
{
    private readonly Door door;
    private readonly Argument<string?> model = new(ModelArgument.Name)
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Model to run: a name from 'azygos models', or the path of a model folder, or of a model of svZeroDSolver "
            + "(.json), openBF (.yaml) or svOneDSolver (.in). "
            + $"Default: {Shelf.DefaultModel}. Refused when the case names one.",
    };

    private readonly Option<string?> @case = new("--case")
    {
        HelpName = "FILE|NAME",
        Description = "Case to run: a file, or a name from 'azygos cases'.",
    };

    private readonly Option<string?> posture = new("--posture")
    {
        HelpName = "supine|sitting|upright|DEGREES",
        Description = "Posture, or tilt from the horizontal, head-down negative. Default: the case's, else supine.",
    };

    private readonly Option<string?> detail = DetailOption.Create();

    private readonly Option<string[]> set = new("--set")
    {
        HelpName = "path=value",
        Arity = ArgumentArity.OneOrMore,
        Description = "Replace a number: a parameter (heart.rate_per_min=80) or TABLE.ROW.COLUMN; may be given often. "
            + "A unit is converted (blood.volume=4.5 L).",
    };

    private readonly Option<string?> output = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder to write; must not exist, or be empty. Default: runs/<model>-<posture>-<n>.",
    };

    private readonly Option<bool> csv = new("--csv") { Description = "Write the waveforms as waves.csv too." };
    private readonly Option<bool> json = new("--json")
    {
        Description = "Print result.json to standard output, and nothing else.",
    };

    private readonly Option<bool> quiet = new("--quiet") { Description = "Print nothing but what goes wrong." };

    private readonly Option<string?> units = ForeignModels.UnitsOption();

    private SimulateCommand(Door door)
    {
        this.door = door;
        ModelArgument.RefuseOptions(model);
    }

    public static Command Create(Door door)
    {
        SimulateCommand simulate = new(door);
        CommandWithExamples command = new("simulate",
            "Run a beating body to a periodic state and write a folder with result, waveforms and report.",
            ("azygos simulate", "the healthy adult, supine"),
            ("azygos simulate --posture upright --out upright", "standing; the folder is named upright"),
            ("azygos simulate --set heart.rate=90 --set blood.volume=\"4.2 L\"", "two parameters replaced"),
            ("azygos simulate --set vessels.ijv_right_j2.rest_area_cm2=0", "one vein closed"),
            ("azygos simulate aorta.json --out aorta", "a model of svZeroDSolver, as its own file says"),
            ("azygos simulate --case head-down --json --quiet > result.json", "a case, its result for another program"))
        {
            simulate.model, simulate.@case, simulate.detail, simulate.posture, simulate.set, simulate.output, simulate.csv,
            simulate.json, simulate.quiet, simulate.units,
        };
        command.SetAction(simulate.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        FaultList faults = new();
        if (ForeignModels.IsOne(parsed.GetValue(model)))
        {
            RefuseOptionsOfABody(parsed, faults);
            return await ForeignModels.SimulateAsync(
                door, parsed.GetValue(model)!, parsed.GetValue(units), parsed.GetValue(output), parsed.GetValue(quiet),
                cancellation);
        }
        if (parsed.GetResult(units) is { Implicit: false })
        {
            faults.Add("--units", null, "", "", "belongs to models of other programs; a body is in units of its own");
        }
        PreparedRun? run = Prepare(parsed, faults);
        string? folder = parsed.GetValue(output) is { } named ? door.Absolute(named) : null;
        if (folder is not null)
        {
            RunFolder.CheckFree(folder, "--out", faults);
        }
        faults.ThrowIfAny();
        bool printsJson = parsed.GetValue(json), isQuiet = parsed.GetValue(quiet);
        if (!isQuiet)
        {
            foreach (Fault doubt in ModelWarnings.Of(run!.Model))
            {
                door.Error.WriteLine($"warning: {doubt}");
            }
        }

        long start = door.Clock.GetTimestamp();
        SimulationResult result = await RunWatch.WatchAsync(door, isQuiet, run!,
            progress => door.Simulate(run!.Model, run.Settings, progress, cancellation));
        cancellation.ThrowIfCancellationRequested();
        HarmAccount? harms = HarmAccount.IsNeededFor(run!.Model)
            ? HarmAccount.Of(run.Model, EvidenceCommand.Read(door, null).Base)
            : null;
        RunFacts facts = new(door.Clock.GetElapsedTime(start).TotalSeconds, Door.Version) { Harms = harms };

        folder ??= RunFolder.NextFree(
            door.Absolute("runs"), $"{run!.Model.Id}-{Posture.Name(run.Settings.TiltDegrees)}");
        string report = harms is null ? door.Report(result) : door.TreatedReport(result, harms);
        await RunFolder.WriteAsync(folder, result, facts, report, parsed.GetValue(csv), cancellation);

        if (printsJson)
        {
            await door.Out.WriteAsync(RunFolder.Json(result, facts));
        }
        else if (!isQuiet)
        {
            RunSummary.Print(result, facts, Path.GetRelativePath(door.Directory, folder), Screens.ForResults(door));
        }
        if (!result.Ending.Finished)
        {
            door.Error.WriteLine(RunSummary.Stopped(result.Ending));
        }
        return result.Ending.Finished ? ExitCode.Finished : ExitCode.Stopped;
    }

    private void RefuseOptionsOfABody(ParseResult parsed, FaultList faults)
    {
        foreach (Option option in new Option[] { @case, detail, posture, set, csv, json })
        {
            if (parsed.GetResult(option) is { Implicit: false })
            {
                faults.Add(option.Name, null, "", "", "belongs to a body; a model of another program says itself how it "
                    + "is run");
            }
        }
        faults.ThrowIfAny();
    }

    /// <summary>Everything that can be wrong before a run, told together.</summary>
    private PreparedRun? Prepare(ParseResult parsed, FaultList faults)
    {
        Shelf shelf = new(door);
        CaseFile? read = parsed.GetValue(@case) is { } named ? shelf.Case(named, faults) : null;
        AnatomicalDetail? level = DetailOption.Read(parsed.GetValue(detail), faults);
        double? tilt = Tilt(parsed.GetValue(posture), faults);
        List<Override> overrides =
            [.. (parsed.GetValue(set) ?? []).Select(text => Override.Parse(text, faults)).OfType<Override>()];
        string? argument = parsed.GetValue(model);
        if (argument is not null && read is { Model.Length: > 0 })
        {
            faults.Add(ModelArgument.Name, null, "", "",
                $"'{argument}' is refused, because {read.File} names {read.Model}; leave one out");
        }
        BodyModel? body = read is { Model.Length: > 0 }
            ? shelf.Model(read.Model, read.File, read.ModelLine, faults)
            : shelf.Model(argument ?? Shelf.DefaultModel, ModelArgument.Name, null, faults);
        return body is null ? null : PreparedRun.Prepare(body, read, tilt, overrides, faults, level);
    }

    private static double? Tilt(string? text, FaultList faults)
    {
        if (text is null)
        {
            return null;
        }
        if (Posture.TryRead(text, out double tilt, out string reason))
        {
            return tilt;
        }
        faults.Add("--posture", null, "", "", $"'{text}' {reason}");
        return null;
    }
}
