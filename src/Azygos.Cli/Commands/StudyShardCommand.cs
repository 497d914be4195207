using System.CommandLine;
using Azygos.Batch;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.Studies;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos study shard</c>: what a task of a cluster does, and what anybody may do who shares the
/// folder.</summary>
internal static class StudyShardCommand
{
    public static Command Create(Door door)
    {
        Argument<string> folder = new("DIR") { Description = "Folder of the run." };
        Argument<int[]> numbers = new("N")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Numbers of shards, from 0.",
        };
        Option<int> workers = new("--workers")
        {
            DefaultValueFactory = _ => 1,
            Description = "Shards at the same time. Default: 1.",
        };
        CommandWithExamples command = new("shard",
            "Make some shards of a run, those of them that are not complete: what a task of a cluster does. Any program "
            + "that shares out numbers over machines with one folder can run a study so.",
            ("azygos study shard runs/mine-1 0 1 2", "the first three shards"))
        {
            folder, numbers, workers,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            FaultList faults = new();
            StudyRunFolder? run = StudyRunFolder.Open(
                door.Absolute(parsed.GetValue(folder)!), StudyCommand.Population(door).Population, faults);
            int[] asked = parsed.GetValue(numbers)!;
            int at = parsed.GetValue(workers);
            if (at is < 1 or > 1024) faults.Add("--workers", null, "", "", $"{at} is outside the allowed range: from 1 to 1024");
            if (run is not null)
                foreach (int number in asked.Where(number => number < 0 || number >= run.Shards))
                    faults.Add("N", null, "", "", $"{number} is not a shard of this run: from 0 to {run.Shards - 1}");
            faults.ThrowIfAny();
            try
            {
                int made = await ShardWork.MakeAsync(run!, [.. asked.Distinct()], at, cancellation);
                door.Out.WriteLine($"{made} of {asked.Length} shards made, the others were complete");
                return ExitCode.Finished;
            }
            catch (IOException fault)
            {
                door.Error.WriteLine($"A shard could not be written: {fault.Message}");
                return ExitCode.Stopped;
            }
        });
        return command;
    }
}
