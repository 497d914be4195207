using System.CommandLine;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Cli.Screen;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.Operators;
using Azygos.Files.Overrides;
using Azygos.Files.Runs;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos exam</c>: runs a body lying and sitting with a protocol's timeline, examines it, writes the
/// folder.</summary>
internal sealed class ExamCommand
{
    private readonly Door door;

    private readonly Argument<string?> subject = new("CASE|BODY")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Who is examined: a case (name or file) or a model (name or folder). "
            + $"Default: {Shelf.DefaultModel}.",
    };

    private readonly Option<string> protocol = new("--protocol")
    {
        HelpName = "zamboni2009|isnvd2011",
        Description = "Version of the criteria. Default: zamboni2009.",
        DefaultValueFactory = _ => CriteriaRules.Zamboni2009.Version,
    };

    private readonly Option<string?> operatorFile = new("--operator")
    {
        HelpName = "FILE",
        Description = "Who examines, and how: an operator file. Default: the standard operator.",
    };

    private readonly Option<bool> blinded = new("--blinded")
    {
        Description = "The operator does not know who is examined: the belief of the file does nothing.",
    };

    private readonly Option<long> seed = new("--seed")
    {
        HelpName = "N",
        Description = "Seed of speckle, readings and calls. Default: 1.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> detail = DetailOption.Create();

    private readonly Option<string[]> set = new("--set")
    {
        HelpName = "path=value",
        Arity = ArgumentArity.OneOrMore,
        Description = "Replace a number of the body, as in 'azygos simulate'; may be given often.",
    };

    private readonly Option<string?> output = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder to write; must not exist, or be empty. Default: runs/<model>-exam-<n>.",
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print result.json to standard output, and nothing else.",
    };

    private readonly Option<bool> quiet = new("--quiet") { Description = "Print nothing but what goes wrong." };

    private readonly Option<bool> sweep = new("--sweep")
    {
        Description = "Examine the same body in many ways (probe pressure, site, dead-band, hydration, …) and print the "
            + "count of criteria for each, as a table in Markdown; writes nothing.",
    };

    private ExamCommand(Door door)
    {
        this.door = door;
        ModelArgument.RefuseOptions(subject);
    }

    public static Command Create(Door door)
    {
        ExamCommand exam = new(door);
        CommandWithExamples command = new("exam",
            "Simulate an ultrasound examination of a body by the historical CCSVI criteria. It is not a diagnosis.",
            ("azygos exam", "the healthy adult, by the standard operator"),
            ("azygos exam --operator heavy-hand.yaml --seed 2", "another hand, other noise"),
            ("azygos exam healthy-adult-lumped --sweep", "the same body in other hands"),
            ("azygos exam --protocol isnvd2011 --set blood.volume=\"4.6 L\"", "the version of 2011, a drier body"))
        {
            exam.subject, exam.protocol, exam.operatorFile, exam.blinded, exam.seed, exam.detail, exam.set, exam.output,
            exam.json, exam.quiet, exam.sweep,
        };
        command.SetAction(exam.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        FaultList faults = new();
        ExaminationProtocol? rules = Protocol(parsed.GetValue(protocol)!, faults);
        Operator? who = parsed.GetValue(operatorFile) is { } file
            ? OperatorReader.Read(door.Absolute(file), faults)
            : new Operator();
        PreparedRun? run = Prepare(parsed, faults);
        string? folder = parsed.GetValue(output) is { } named ? door.Absolute(named) : null;
        if (folder is not null)
        {
            RunFolder.CheckFree(folder, "--out", faults);
        }
        if (parsed.GetValue(sweep))
        {
            foreach (Option option in new Option[] { operatorFile, blinded, seed, output, json })
            {
                if (parsed.GetResult(option) is { Implicit: false })
                {
                    faults.Add(option.Name, null, "", "", "does nothing with --sweep, which brings its own operators");
                }
            }
            faults.ThrowIfAny();
            return await Task.Run(() => Sweep(rules!, run!, cancellation), cancellation);
        }
        faults.ThrowIfAny();
        Examiner examiner = new()
        {
            Protocol = rules!,
            Operator = parsed.GetValue(blinded) ? who! with { Blinded = true } : who!,
            Seed = parsed.GetValue(seed),
        };
        bool printsJson = parsed.GetValue(json), isQuiet = parsed.GetValue(quiet);
        long start = door.Clock.GetTimestamp();
        ExaminationResult result = await ExamineAsync(examiner, run!, isQuiet || printsJson, cancellation);
        RunFacts facts = new(door.Clock.GetElapsedTime(start).TotalSeconds, Door.Version);

        // The folder tells the run lying at rest; its timeline served the examination.
        SimulationResult supine = result.Supine with { Timeline = null };
        folder ??= RunFolder.NextFree(door.Absolute("runs"), $"{run!.Model.Id}-exam");
        await RunFolder.WriteAsync(
            folder, supine, facts, door.ExaminationReport(supine, result), csv: false, cancellation, result);
        if (printsJson)
        {
            await door.Out.WriteAsync(RunFolder.Json(supine, facts, result));
        }
        else if (!isQuiet)
        {
            ExaminationScreen.Print(
                result, facts, Path.GetRelativePath(door.Directory, folder), Screens.ForResults(door));
        }
        if (result.Stopped is { } stopped)
        {
            door.Error.WriteLine(RunSummary.Stopped(stopped.Ending));
        }
        return result.Stopped is null ? ExitCode.Finished : ExitCode.Stopped;
    }

    private int Sweep(ExaminationProtocol rules, PreparedRun run, CancellationToken cancellation)
    {
        ExaminationSweep all = new()
        {
            Protocol = rules,
            Simulate = (model, settings) => door.Simulate(model, settings, null, cancellation),
        };
        door.Out.WriteLine(SweepTable.Heading);
        bool finished = true;
        foreach ((ExaminationSetting way, ExaminationResult result) in
            all.Run(run.Model, run.Settings, ExaminationSetting.All))
        {
            cancellation.ThrowIfCancellationRequested();
            door.Out.WriteLine(SweepTable.Row(way, result));
            finished &= result.Stopped is null;
        }
        door.Out.WriteLine();
        door.Out.WriteLine(CriteriaResult.Statement);
        return finished ? ExitCode.Finished : ExitCode.Stopped;
    }

    // The two postures are two runs that know nothing of each other.
    private async Task<ExaminationResult> ExamineAsync(
        Examiner examiner, PreparedRun run, bool isQuiet, CancellationToken cancellation)
    {
        SimulationSettings lying = examiner.Settings(run.Model, run.Settings, ExaminedPosture.Supine);
        SimulationSettings upright = examiner.Settings(run.Model, run.Settings, ExaminedPosture.Sitting);
        Task<SimulationResult> sitting =
            Task.Run(() => door.Simulate(run.Model, upright, null, cancellation), cancellation);
        SimulationResult supine = await RunWatch.WatchAsync(door, isQuiet, run,
            progress => door.Simulate(run.Model, lying, progress, cancellation));
        SimulationResult second = await sitting;
        cancellation.ThrowIfCancellationRequested();
        return examiner.Examine(run.Model, supine, second);
    }

    private static ExaminationProtocol? Protocol(string name, FaultList faults)
    {
        ExaminationProtocol? found = ExaminationProtocol.All.FirstOrDefault(one => one.Name == name);
        if (found is null)
        {
            string[] known = [.. ExaminationProtocol.All.Select(one => one.Name)];
            faults.Add("--protocol", null, "", "", $"'{name}' is not a protocol{Nearest.Suggestion(name, known)}; "
                + $"protocols: {string.Join(", ", known)}");
        }
        return found;
    }

    /// <summary>The body as a case or a model names it.</summary>
    private PreparedRun? Prepare(ParseResult parsed, FaultList faults)
    {
        Shelf shelf = new(door);
        AnatomicalDetail? level = DetailOption.Read(parsed.GetValue(detail), faults);
        List<Override> overrides =
            [.. (parsed.GetValue(set) ?? []).Select(text => Override.Parse(text, faults)).OfType<Override>()];
        string named = parsed.GetValue(subject) ?? Shelf.DefaultModel;
        bool isModel = shelf.Models.Contains(named) || Directory.Exists(door.Absolute(named));
        CaseFile? read = isModel ? null : shelf.Case(named, faults);
        if (!isModel && read is null)
        {
            return null;
        }
        PreparedRun.CheckExamined(read, faults);
        BodyModel? body = read is { Model.Length: > 0 }
            ? shelf.Model(read.Model, read.File, read.ModelLine, faults)
            : shelf.Model(isModel ? named : Shelf.DefaultModel, "CASE|BODY", null, faults);
        return body is null ? null : PreparedRun.Prepare(body, read, null, overrides, faults, level);
    }
}
