using Azygos.Files.Faults;
using Azygos.Files.Studies;

namespace Azygos.Batch;

/// <summary>Runs the shards of a study that are missing as arrays of a Slurm cluster.</summary>
/// <remarks>
/// What is done is what lies complete in the folder; what is under way is what <c>squeue</c> lists under the folder's
/// name; whatever is neither is submitted. No other record is kept, so a submitter, a worker or the cluster itself may
/// be killed at any time: who goes on finds the same two answers.
/// </remarks>
public sealed class SlurmArray
{
    /// <summary>Times that a shard is submitted by one call before its task's fault is told; chosen.</summary>
    private const int MostTries = 3;

    /// <summary>Answers missing in a row before a cluster is given up; chosen, some minutes.</summary>
    private const int MostSilences = 30;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5), Longest = TimeSpan.FromSeconds(15);

    private readonly StudyRunFolder run;
    private readonly SlurmOrder order;
    private readonly SlurmFolder folder;
    private readonly Dictionary<int, int> tries = [];
    private readonly HashSet<int> complete = [], unseen = [];
    private int silences, sent;

    private SlurmArray(StudyRunFolder run, SlurmOrder order) =>
        (this.run, this.order, folder) = (run, order, SlurmFolder.Open(run));

    /// <summary>Submits what is missing, waits for it, and submits again what did not come.</summary>
    /// <param name="run">The run.</param>
    /// <param name="order">What is asked for.</param>
    /// <param name="progress">Told when something changed.</param>
    /// <param name="cancellation">Ends the waiting; the arrays go on.</param>
    /// <returns>Shards made by this call; null where it did not wait for them.</returns>
    /// <exception cref="InputRefusedException">Another submitter is at work, or the cluster refuses the array.</exception>
    /// <exception cref="IOException">A task fails again and again, or the cluster fell silent.</exception>
    public static async Task<int?> RunAsync(
        StudyRunFolder run, SlurmOrder order, IProgress<SlurmProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        using FileStream held = FolderHold.Take(run);
        SlurmArray array = new(run, order);
        array.folder.IsCancelled = false;
        return await array.RunAsync(progress, cancellation);
    }

    /// <summary>Tasks of a run that the cluster still knows; null with the reason where it does not answer.</summary>
    /// <param name="run">The run.</param>
    /// <param name="call">Calls programs.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<(IReadOnlyList<QueuedTask>? Tasks, string Reason)> TasksAsync(
        StudyRunFolder run, ProgramCall call, CancellationToken cancellation) =>
        SlurmFolder.Find(run) is { } folder ? await SlurmQueue.AskAsync(call, folder.Name, cancellation) : ([], "");

    /// <summary>Cancels the arrays of a run and waits until the cluster has let go of them; complete shards
    /// stay.</summary>
    /// <param name="run">The run.</param>
    /// <param name="call">Calls programs.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Tasks that were cancelled.</returns>
    /// <exception cref="InputRefusedException">The run never was on a cluster.</exception>
    /// <exception cref="IOException">The cluster does not answer.</exception>
    public static async Task<int> CancelAsync(
        StudyRunFolder run, ProgramCall call, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (SlurmFolder.Find(run) is not { } folder)
            throw new InputRefusedException(new Fault(run.Folder, null, "", "", "never was on a cluster; nothing to cancel"));
        // First: a submitter that waits elsewhere must not send again what is cancelled here.
        folder.IsCancelled = true;
        int? cancelled = null;
        for (int round = 0; ; round++)
        {
            (IReadOnlyList<QueuedTask>? tasks, string reason) =
                await SlurmQueue.AskAsync(call, folder.Name, cancellation);
            if (tasks is null) throw new IOException($"the cluster does not answer: {reason}");
            cancelled ??= tasks.Count;
            if (tasks.Count == 0) return cancelled.Value;
            if (round == MostSilences) throw new IOException($"{tasks.Count} tasks do not end");
            ProgramAnswer answer = await call(
                "scancel", [.. tasks.Select(task => task.Job).Distinct()], cancellation);
            if (answer.Code == -1) throw new IOException(answer.Error);
            await Task.Delay(Shortest * Math.Min(round + 1, 10), clock, cancellation);
        }
    }

    private async Task<int?> RunAsync(IProgress<SlurmProgress>? progress, CancellationToken cancellation)
    {
        await LookAsync(Enumerable.Range(0, run.Shards), cancellation);
        int before = complete.Count;
        TimeSpan pause = Shortest;
        SlurmProgress told = default;
        while (true)
        {
            if (folder.IsCancelled) throw new OperationCanceledException("The run was cancelled.");
            // The queue first, the folder after it: a task that ends in between has left its shard.
            (IReadOnlyList<QueuedTask>? tasks, string reason) =
                await SlurmQueue.AskAsync(order.Call, folder.Name, cancellation);
            if (tasks is null) Silent(reason);
            else
            {
                silences = 0;
                HashSet<int> alive = [.. tasks.SelectMany(task => folder.ShardsOf(task.Array, task.Task))];
                await LookAsync(Enumerable.Range(0, run.Shards).Where(shard => !complete.Contains(shard)), cancellation);
                SlurmProgress now = new(complete.Count, run.Shards, tasks.Count(task => task.IsRunning),
                    tasks.Count(task => !task.IsRunning), sent);
                if (complete.Count == run.Shards && tasks.Count == 0) break;
                int[] missing = [.. Enumerable.Range(0, run.Shards)
                    .Where(shard => !complete.Contains(shard) && !alive.Contains(shard))];
                if (missing.Length > 0 && IsGone(missing))
                {
                    await SubmitAsync(missing, cancellation);
                    now = now with { Arrays = sent };
                    pause = Shortest;
                }
                if (now != told) (told, pause) = (now, Shortest);
                progress?.Report(now);
                if (!order.Waits) return null;
            }
            await Task.Delay(pause, order.Clock, cancellation);
            pause = pause < Longest ? pause * 1.3 : Longest;
        }
        FolderHold.Tidy(run);
        progress?.Report(told with { Done = run.Shards, Running = 0, Waiting = 0 });
        return run.Shards - before;
    }

    /// <summary>Reads shards that are new, and hashes their rows again.</summary>
    private async Task LookAsync(IEnumerable<int> shards, CancellationToken cancellation)
    {
        foreach (int shard in shards.ToArray())
            if (await ShardWork.IsCompleteAsync(run, shard, cancellation))
                complete.Add(shard);
    }

    /// <summary>True for shards that nobody ever sent, and for ones that were missing without a task twice: a file
    /// server may show a file a moment after its writer has left.</summary>
    private bool IsGone(int[] missing)
    {
        bool isGone = missing.All(shard => !tries.ContainsKey(shard) || unseen.Contains(shard));
        unseen.Clear();
        unseen.UnionWith(missing);
        return isGone;
    }

    private async Task SubmitAsync(int[] missing, CancellationToken cancellation)
    {
        foreach (int shard in missing)
            if ((tries[shard] = tries.GetValueOrDefault(shard) + 1) > MostTries)
                throw new IOException($"shard {shard} was sent {MostTries} times and never came back; its task says: "
                    + folder.LastLineOf(shard));
        int count = Math.Min(missing.Length, order.Profile.Tasks);
        int[][] tasks = [.. Enumerable.Range(0, count).Select(task => missing[
            (int)((long)missing.Length * task / count)..(int)((long)missing.Length * (task + 1) / count)])];
        int number = folder.Write(tasks, order.Program, order.Profile.Cores);
        ProgramAnswer answer = await order.Call("sbatch",
        [
            "--parsable", $"--job-name={folder.Name}-{number}", $"--array=0-{count - 1}", "--requeue",
            $"--output={folder.LogPattern(number)}", $"--chdir={run.Folder}", .. order.Profile.Arguments,
            folder.Script(number),
        ], cancellation);
        // Whether a refused array was taken all the same, the next look at the queue says.
        if (answer.Code == 0)
        {
            sent++;
            return;
        }
        if (sent == 0 || answer.Code == -1)
            throw new InputRefusedException(new Fault(
                "--on slurm", null, "", "", $"the cluster refuses the array: {answer.Error}"));
        foreach (int shard in missing) tries[shard]--;
        Silent(answer.Error);
    }

    private void Silent(string reason)
    {
        if (++silences > MostSilences) throw new IOException($"the cluster does not answer: {reason}");
    }
}
