using System.CommandLine;
using Azygos.Batch;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.Sheets;
using Azygos.Files.Studies;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos study status</c>, <c>collect</c>, <c>cancel</c>, <c>report</c>: what is done with the folder of a run.</summary>
internal static class StudyFolderCommands
{
    public static Command Status(Door door) => Create(door, "status",
        "Say which shards of a run are complete; every one is read and its rows are hashed again.",
        async (run, cancellation) =>
        {
            ShardStates states = await ShardStates.OfAsync(run, cancellation);
            door.Out.WriteLine($"{run.Plan.Design.Name}: {states.Complete.Count} of {run.Shards} shards complete, "
                + $"{states.Absent.Count} absent, {states.Broken.Count} broken");
            foreach ((int shard, string reason) in states.Broken)
                door.Out.WriteLine($"{ShardFile.Name(shard)}: {reason}");
            (IReadOnlyList<QueuedTask>? tasks, string why) = await SlurmArray.TasksAsync(run, door.Call, cancellation);
            if (tasks is null) door.Out.WriteLine($"cluster: does not answer: {why}");
            else if (tasks.Count > 0)
                door.Out.WriteLine($"cluster: {tasks.Count(task => task.IsRunning)} tasks running, "
                    + $"{tasks.Count(task => !task.IsRunning)} waiting");
            return ExitCode.Finished;
        });

    public static Command Collect(Door door) => Create(door, "collect",
        "Collect the shards of a run: people.parquet, studies.csv, result.json, report.html.",
        async (run, cancellation) =>
        {
            ResultSheet sheet = await StudyCommand.CollectAsync(run, cancellation);
            SheetScreen.Print(sheet, Screens.ForResults(door));
            return ExitCode.Finished;
        });

    public static Command Cancel(Door door) => Create(door, "cancel",
        "Cancel a run's tasks on a cluster; complete shards stay.",
        async (run, cancellation) =>
        {
            try
            {
                int tasks = await SlurmArray.CancelAsync(run, door.Call, door.Clock, cancellation);
                door.Out.WriteLine($"{tasks} tasks cancelled; complete shards stay; azygos study run --resume goes on.");
                return ExitCode.Finished;
            }
            catch (IOException fault)
            {
                door.Error.WriteLine($"Not cancelled: {fault.Message}");
                return ExitCode.Stopped;
            }
        });

    public static Command Report(Door door) => Create(door, "report", "Write the report of a run anew.",
        async (run, cancellation) =>
        {
            await StudyCommand.CollectAsync(run, cancellation);
            door.Out.WriteLine(Path.Combine(Path.GetRelativePath(door.Directory, run.Folder), "report.html")
                .Replace('\\', '/'));
            return ExitCode.Finished;
        });

    private static Command Create(
        Door door, string name, string description, Func<StudyRunFolder, CancellationToken, Task<int>> act)
    {
        Argument<string> folder = new("DIR") { Description = "Folder of the run." };
        Command command = new(name, description) { folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            FaultList faults = new();
            StudyRunFolder? run = StudyRunFolder.Open(
                door.Absolute(parsed.GetValue(folder)!), StudyCommand.Population(door).Population, faults);
            faults.ThrowIfAny();
            return await act(run!, cancellation);
        });
        return command;
    }
}
