using System.CommandLine;
using System.Globalization;
using Azygos.Batch;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.Runs;
using Azygos.Files.Studies;
using Azygos.Studies.Designs;
using Azygos.Studies.Running;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos study run</c>: runs a study's shards on this machine or a cluster, resumes, collects.</summary>
internal sealed class StudyRunCommand
{
    /// <summary>People of a shard where no number of shards is asked for; chosen: a second's work or so.</summary>
    private const int PeoplePerShard = 10_000;

    /// <summary>The same of people whose bodies are solved; chosen: some seconds' work.</summary>
    private const int SolvedPerShard = 25;

    private const int MostShards = 100_000;

    private const ulong LargestSeed = 1UL << 53;

    private readonly Door door;
    private readonly Argument<string?> study = new("STUDY")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Study to run: a name from 'azygos study list', or the path of a study file.",
    };

    private readonly Option<int> repeat = new("--repeat")
    {
        DefaultValueFactory = _ => 1,
        Description = "How often the study is run, each time with other people. Default: 1.",
    };

    private readonly Option<int?> shards = new("--shards")
    {
        Description = $"Into how many files the work is divided; results do not depend on it. Default: one for "
            + $"{PeoplePerShard} people, or {SolvedPerShard} whose bodies are solved.",
    };

    private readonly Option<int?> workers = new("--workers")
    {
        Description = "Shards at the same time; results do not depend on it. Default: the cores of this machine.",
    };

    private readonly Option<ulong?> seed = new("--seed") { Description = "Seed instead of the study's own." };

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Go on with the run in --out: only what is missing or broken is run.",
    };

    private readonly Option<string?> output = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder of the run; must not exist, or be empty, unless --resume. Default: runs/<study>-<n>.",
    };

    private readonly Option<string> on = new("--on")
    {
        DefaultValueFactory = _ => "local",
        HelpName = "local|slurm",
        Description = "Where shards are made: on this machine, or as an array of a Slurm cluster.",
    };

    private readonly SlurmOptions slurm = new();

    private StudyRunCommand(Door door) => this.door = door;

    public static Command Create(Door door)
    {
        StudyRunCommand run = new(door);
        CommandWithExamples command = new("run",
            "Run a study of virtual people once or often, and write a folder with every person, result and report.",
            ("azygos study run null-blinded --repeat 1000 --out null", "a thousand case-control studies, nothing true"),
            ("azygos study run --resume --out null", "what is missing of them, after an interruption"),
            ("azygos study run mine.yaml --workers 1", "a study of your own on one core"),
            ("azygos study run mine.yaml --shards 400 --on slurm --partition long --time 2:00:00", "on a cluster"))
        {
            run.study, run.repeat, run.shards, run.workers, run.seed, run.resume, run.output, run.on,
        };
        run.slurm.AddTo(command);
        command.SetAction(run.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        FaultList faults = new();
        PopulationFolder people = StudyCommand.Population(door);
        int at = parsed.GetValue(workers) ?? Environment.ProcessorCount;
        InRange("--workers", at, 1024, faults);
        InRange("--repeat", parsed.GetValue(repeat), 1_000_000, faults);
        if (parsed.GetValue(seed) > LargestSeed)
            faults.Add("--seed", null, "", "", $"is above {LargestSeed}, the largest whole number that JSON keeps exactly");
        if (parsed.GetValue(shards) is { } asked) InRange("--shards", asked, MostShards, faults);
        bool isLocal = parsed.GetValue(on) == "local";
        if (!isLocal && parsed.GetValue(on) is not "slurm")
            faults.Add("--on", null, "", "", $"'{parsed.GetValue(on)}' is neither local nor slurm");
        if (!isLocal && parsed.GetResult(workers) is { Implicit: false })
            faults.Add("--workers", null, "", "", "belongs to --on local; a task of a cluster has --cores");
        SlurmOrder? order = slurm.Read(door, parsed, isLocal, faults);
        StudyRunFolder? run = parsed.GetValue(resume)
            ? Opened(parsed, people, faults) : Created(parsed, people, faults);
        faults.ThrowIfAny();
        long start = door.Clock.GetTimestamp();
        int made;
        try
        {
            if (order is null) made = await LocalPool.RunAsync(run!, at, door.Clock, new Told(door), cancellation);
            else if (await SlurmArray.RunAsync(run!, order, new SlurmTold(door), cancellation) is { } came) made = came;
            else
            {
                door.Out.WriteLine("Submitted. azygos study status, run --resume --on slurm, cancel and collect "
                    + $"find it by its folder: {Shown(run!)}");
                return ExitCode.Finished;
            }
        }
        catch (OperationCanceledException)
        {
            door.Error.WriteLine(order is null
                ? "Interrupted. Complete shards stay; azygos study run --resume --out goes on."
                : "Interrupted. What was submitted goes on unless it was cancelled (azygos study cancel); "
                    + "azygos study run --resume --on slurm --out waits for it again.");
            return ExitCode.Interrupted;
        }
        catch (IOException fault)
        {
            door.Error.WriteLine($"{(order is null ? "A shard could not be written" : "Not all shards came")}: "
                + fault.Message);
            door.Error.WriteLine("Complete shards stay; azygos study run --resume --out goes on.");
            return ExitCode.Stopped;
        }
        double seconds = door.Clock.GetElapsedTime(start).TotalSeconds;
        SheetScreen.Print(await StudyCommand.CollectAsync(run!, cancellation), Screens.ForResults(door));
        string where = order is null ? $"{at} workers" : "the cluster";
        door.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{made} of {run!.Shards} shards run now in {seconds:0.0} s on {where}; {Shown(run)}/report.html"));
        return ExitCode.Finished;
    }

    private string Shown(StudyRunFolder run) =>
        Path.GetRelativePath(door.Directory, run.Folder).Replace('\\', '/');

    private StudyRunFolder? Created(ParseResult parsed, PopulationFolder people, FaultList faults)
    {
        if (parsed.GetValue(study) is not { } named)
        {
            faults.Add("STUDY", null, "", "", "is missing; azygos study list lists them");
            return null;
        }
        if (StudyCommand.Read(door, named, people, faults) is not var (design, bytes) || faults.Any) return null;
        StudyDesign seeded = parsed.GetValue(seed) is { } other ? design with { Seed = other } : design;
        long all = (long)design.Size * parsed.GetValue(repeat);
        if (all > int.MaxValue)
        {
            faults.Add("--repeat", null, "", "", $"{all} people are more than one run holds, {int.MaxValue}");
            return null;
        }
        int each = design is { HasBodies: true, Examiner: ExaminerKind.Body } ? SolvedPerShard : PeoplePerShard;
        int count = parsed.GetValue(shards) ?? (int)Math.Clamp((all + each - 1) / each, 1, MostShards);
        string folder = parsed.GetValue(output) is { } given ? door.Absolute(given)
            : RunFolder.NextFree(door.Absolute("runs"), design.Name);
        return StudyRunFolder.Create(folder, new StudyPlan(seeded, people.Population, parsed.GetValue(repeat)),
            (int)Math.Min(count, all), bytes, faults);
    }

    private StudyRunFolder? Opened(ParseResult parsed, PopulationFolder people, FaultList faults)
    {
        if (parsed.GetValue(output) is not { } folder)
        {
            faults.Add("--resume", null, "", "", "needs the folder of the run: --out DIR");
            return null;
        }
        foreach (Option option in new Option[] { repeat, shards, seed })
            if (parsed.GetResult(option) is { Implicit: false })
                faults.Add(option.Name, null, "", "", "is fixed by the run that is resumed; leave it out");
        if (parsed.GetValue(study) is { } named)
            faults.Add("STUDY", null, "", "", $"'{named}' is fixed by the run that is resumed; leave it out");
        return StudyRunFolder.Open(door.Absolute(folder), people.Population, faults);
    }

    private static void InRange(string option, int value, int most, FaultList faults)
    {
        if (value < 1 || value > most)
            faults.Add(option, null, "", "", $"{value} is outside the allowed range: from 1 to {most}");
    }

    /// <summary>Progress on a terminal, one line that is written over.</summary>
    private sealed class Told(Door door) : IProgress<PoolProgress>
    {
        public void Report(PoolProgress value)
        {
            if (!door.ErrorIsTerminal) return;
            string left = value.Left is { } time ? $", {time:hh\\:mm\\:ss} left" : "";
            door.Error.Write(string.Create(CultureInfo.InvariantCulture,
                $"\r{value.Done}/{value.Shards} shards, {value.PeoplePerSecond:0} people/s{left}   "));
            if (value.Done == value.Shards) door.Error.WriteLine();
        }
    }
    /// <summary>Progress of a cluster on a terminal.</summary>
    private sealed class SlurmTold(Door door) : IProgress<SlurmProgress>
    {
        public void Report(SlurmProgress value)
        {
            if (!door.ErrorIsTerminal) return;
            door.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Done}/{value.Shards} shards, "
                + $"{value.Running} tasks running, {value.Waiting} waiting   "));
            if (value.Done == value.Shards) door.Error.WriteLine();
        }
    }
}
