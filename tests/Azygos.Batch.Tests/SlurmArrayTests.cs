using Azygos.Files.Faults;
using Azygos.Files.Studies;

namespace Azygos.Batch.Tests;

/// <summary>Arrays of a cluster, whatever becomes of submitter, tasks and cluster. A real one is in <c>.ci/cluster</c>.</summary>
public sealed class SlurmArrayTests : IDisposable
{
    private readonly StudyRuns runs = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static SlurmOrder Order(PretendCluster cluster) =>
        new() { Program = ["azygos"], Call = cluster.Call, Clock = new HastyClock() };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1000)]
    [InlineData(11, 3)]
    public async Task An_array_collects_the_same_bits_as_this_machine(int shards, int tasks)
    {
        StudyRunFolder run = runs.Make("array", shards);
        PretendCluster cluster = new(run);
        FaultList faults = new();
        SlurmProfile profile = SlurmProfile.Plain.With("tasks", $"{tasks}", "test", null, faults);
        Assert.Equal(shards, await SlurmArray.RunAsync(
            run, Order(cluster) with { Profile = profile }, null, Cancellation));
        Assert.Equal(await runs.HashOfWholeAsync(3), await StudyRuns.HashAsync(run));
        Assert.Equal(Math.Min(shards, tasks), cluster.Submitted.Count);
        Assert.Equal(Enumerable.Range(0, shards), cluster.Submitted.SelectMany(some => some).Order());
    }

    [Fact]
    public async Task Only_what_did_not_come_is_sent_again()
    {
        StudyRunFolder run = runs.Make("again", 6);
        PretendCluster cluster = new(run);
        HashSet<int> killed = [1, 4];
        cluster.Work = async (shards, _) =>
        {
            if (killed.Remove(shards[0]))
                File.WriteAllText(Path.Combine(run.ShardFolder, $"{ShardFile.Name(shards[0])}.dead.partial"), "half");
            else await ShardWork.MakeAsync(run, shards, 1, Cancellation);
        };
        Assert.Equal(6, await SlurmArray.RunAsync(run, Order(cluster), null, Cancellation));
        Assert.Equal([0, 1, 2, 3, 4, 5, 1, 4], cluster.Submitted.SelectMany(some => some));
        Assert.Equal(await runs.HashOfWholeAsync(3), await StudyRuns.HashAsync(run));
        Assert.Empty(Directory.GetFiles(run.ShardFolder, "*" + ShardFile.Partial));
    }

    [Fact]
    public async Task Who_goes_on_after_a_killed_submitter_finds_its_array_and_sends_nothing_again()
    {
        StudyRunFolder run = runs.Make("killed", 5);
        PretendCluster cluster = new(run) { IsHeld = true };
        Assert.Null(await SlurmArray.RunAsync(run, Order(cluster) with { Waits = false }, null, Cancellation));
        (IReadOnlyList<QueuedTask>? tasks, _) = await SlurmArray.TasksAsync(run, cluster.Call, Cancellation);
        Assert.Equal([0, 1, 2, 3, 4], tasks!.Select(task => task.Task));
        cluster.IsHeld = false;
        Assert.Equal(5, await SlurmArray.RunAsync(run, Order(cluster), null, Cancellation));
        Assert.Equal(5, cluster.Submitted.Count);
        Assert.Equal(await runs.HashOfWholeAsync(3), await StudyRuns.HashAsync(run));
    }

    [Fact]
    public async Task A_cluster_that_does_not_answer_for_a_while_loses_nothing_and_doubles_nothing()
    {
        StudyRunFolder run = runs.Make("silent", 4);
        PretendCluster cluster = new(run);
        int looks = 0;
        cluster.Instead = program => program == "squeue" && ++looks is > 2 and < 12
            ? new ProgramAnswer(1, "", "slurm_load_jobs error: Unable to contact slurm controller") : null;
        Assert.Equal(4, await SlurmArray.RunAsync(run, Order(cluster), null, Cancellation));
        Assert.Equal(4, cluster.Submitted.Count);
    }

    [Fact]
    public async Task A_shard_that_never_comes_ends_the_run_with_what_its_task_said()
    {
        StudyRunFolder run = runs.Make("never", 3);
        PretendCluster cluster = new(run);
        cluster.Work = async (shards, log) =>
        {
            if (shards[0] == 2) await File.WriteAllTextAsync(log, "A shard could not be written: No space left\n", Cancellation);
            else await ShardWork.MakeAsync(run, shards, 1, Cancellation);
        };
        IOException fault = await Assert.ThrowsAsync<IOException>(
            () => SlurmArray.RunAsync(run, Order(cluster), null, Cancellation));
        Assert.Contains("shard 2 was sent 3 times", fault.Message, StringComparison.Ordinal);
        Assert.Contains("No space left", fault.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1], (await ShardStates.OfAsync(run, Cancellation)).Complete);
    }

    [Fact]
    public async Task A_refused_array_is_a_fault_and_a_silent_cluster_in_the_end_too()
    {
        StudyRunFolder run = runs.Make("refused", 3);
        PretendCluster cluster = new(run);
        cluster.Instead = program => program == "sbatch"
            ? new ProgramAnswer(1, "", "sbatch: error: invalid partition specified: lng") : null;
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(
            () => SlurmArray.RunAsync(run, Order(cluster), null, Cancellation));
        Assert.Contains("invalid partition", refused.Message, StringComparison.Ordinal);
        cluster.Instead = _ => new ProgramAnswer(1, "", "Unable to contact");
        await Assert.ThrowsAsync<IOException>(() => SlurmArray.RunAsync(run, Order(cluster), null, Cancellation));
        refused = await Assert.ThrowsAsync<InputRefusedException>(() => SlurmArray.RunAsync(
            run, Order(cluster) with { Call = NoSlurm }, null, Cancellation));
        Assert.Contains("sbatch", refused.Message, StringComparison.Ordinal);

        // squeue is asked first, and answers; sbatch is the one that is not there.
        static Task<ProgramAnswer> NoSlurm(string program, IReadOnlyList<string> arguments, CancellationToken token) =>
            program == "squeue" ? Task.FromResult(new ProgramAnswer(0, "", ""))
                : ProgramAnswer.OfAsync("sbatch-that-is-nowhere", arguments, token);
    }

    [Fact]
    public async Task A_cancelled_run_ends_its_tasks_and_its_submitter_and_keeps_what_is_whole()
    {
        StudyRunFolder run = runs.Make("cancelled", 4);
        PretendCluster cluster = new(run);
        cluster.Work = async (shards, _) =>
        {
            await ShardWork.MakeAsync(run, shards, 1, Cancellation);
            if (shards[0] != 1) return;
            Assert.InRange(await SlurmArray.CancelAsync(run, Held(cluster), new HastyClock(), Cancellation), 1, 4);
        };
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => SlurmArray.RunAsync(run, Order(cluster), null, Cancellation));
        Assert.Equal([0, 1], (await ShardStates.OfAsync(run, Cancellation)).Complete);
        Assert.Equal(2, await SlurmArray.RunAsync(run, Order(cluster), null, Cancellation));

        static ProgramCall Held(PretendCluster cluster) => async (program, arguments, token) =>
        {
            cluster.IsHeld = true;
            ProgramAnswer answer = await cluster.Call(program, arguments, token);
            cluster.IsHeld = false;
            return answer;
        };
    }

    [Fact]
    public async Task What_never_was_on_a_cluster_cannot_be_cancelled()
    {
        StudyRunFolder run = runs.Make("local", 1);
        await Assert.ThrowsAsync<InputRefusedException>(() => SlurmArray.CancelAsync(
            run, new PretendCluster(run).Call, TimeProvider.System, Cancellation));
    }

    [Fact]
    public async Task Two_submitters_do_not_work_in_one_folder()
    {
        StudyRunFolder run = runs.Make("two", 1);
        using FileStream other = FolderHold.Take(run);
        await Assert.ThrowsAsync<InputRefusedException>(
            () => SlurmArray.RunAsync(run, Order(new PretendCluster(run)), null, Cancellation));
    }

    public void Dispose() => runs.Dispose();

    /// <summary>A clock on which every pause is over at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
