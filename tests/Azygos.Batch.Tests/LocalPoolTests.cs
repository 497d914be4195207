using Azygos.Files.Faults;
using Azygos.Files.Studies;
using Azygos.Studies.Running;

namespace Azygos.Batch.Tests;

/// <summary>A run of shards: complete or absent, whatever ends it, the same bits for any division.</summary>
public sealed class LocalPoolTests : IDisposable
{
    private readonly StudyRuns runs = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StudyRunFolder Make(string name, int shards, int repeat = 3) => runs.Make(name, shards, repeat);

    private static Task<int> RunAsync(StudyRunFolder run, int workers = 2) =>
        LocalPool.RunAsync(run, workers, TimeProvider.System, null, Cancellation);

    private static async Task<(string Hash, byte[] People, string Json)> CollectAsync(StudyRunFolder run)
    {
        CollectedStudy collected = await CollectedStudy.ReadAsync(run, Cancellation);
        return (collected.RowsHash,
            await File.ReadAllBytesAsync(Path.Combine(run.Folder, "people.parquet"), Cancellation),
            Files.Sheets.SheetJson.Write(StudySheet.Of(collected, "test")));
    }

    [Fact]
    public async Task Any_number_of_shards_and_workers_collects_the_same_bits()
    {
        StudyRunFolder one = Make("one", 1), many = Make("many", 11);
        Assert.Equal(1, await RunAsync(one, workers: 1));
        Assert.Equal(11, await RunAsync(many, workers: 4));
        (string Hash, byte[] People, string Json) a = await CollectAsync(one), b = await CollectAsync(many);
        Assert.Equal(a.Hash, b.Hash);
        Assert.Equal(a.People, b.People);
        Assert.Equal(a.Json, b.Json);
    }

    [Fact]
    public async Task Only_what_is_missing_or_broken_is_run_again()
    {
        StudyRunFolder run = Make("resumed", 6);
        await RunAsync(run);
        string before = (await CollectAsync(run)).Hash;
        File.Delete(Path.Combine(run.ShardFolder, ShardFile.Name(1)));
        string cut = Path.Combine(run.ShardFolder, ShardFile.Name(4));
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(cut, Cancellation))[..200], Cancellation);
        File.Copy(Path.Combine(run.ShardFolder, ShardFile.Name(0)),
            Path.Combine(run.ShardFolder, ShardFile.Name(2)), overwrite: true);
        File.WriteAllText(Path.Combine(run.ShardFolder, "000003.parquet.dead.partial"), "half");
        ShardStates states = await ShardStates.OfAsync(run, Cancellation);
        Assert.Equal([0, 3, 5], states.Complete);
        Assert.Equal([1], states.Absent);
        Assert.Equal([2, 4], states.Broken.Select(one => one.Shard));
        Assert.Equal(3, await RunAsync(run));
        Assert.Equal(before, (await CollectAsync(run)).Hash);
        Assert.Empty(Directory.GetFiles(run.ShardFolder, "*" + ShardFile.Partial));
    }

    /// <summary>A byte of the data changed, the file still Parquet: its rows are not those of its hash.</summary>
    [Fact]
    public async Task A_changed_shard_is_found()
    {
        StudyRunFolder run = Make("changed", 1);
        await RunAsync(run);
        string path = Path.Combine(run.ShardFolder, ShardFile.Name(0));
        byte[] bytes = await File.ReadAllBytesAsync(path, Cancellation);
        int refused = 0;
        for (int at = 40; at < bytes.Length; at += bytes.Length / 12)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= 0x10;
            await File.WriteAllBytesAsync(path, changed, Cancellation);
            (PersonRow[]? rows, string reason) =
                await ShardFile.ReadAsync(run.ShardFolder, run.Plan, 0, 1, Cancellation);
            // A byte that no reader looks at changes no row, and so harms nothing.
            if (rows is null) refused++;
            else Assert.Equal(StudyShard.Rows(run.Plan, 0, 1, Cancellation), rows);
        }
        Assert.True(refused > 4, $"{refused} of 12 changes were found");
    }

    [Fact]
    public async Task An_ended_run_leaves_complete_shards_and_goes_on_from_them()
    {
        StudyRunFolder run = Make("ended", 8, repeat: 20);
        using CancellationTokenSource ending = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LocalPool.RunAsync(
            run, 1, TimeProvider.System, new Ending(ending, after: 3), ending.Token));
        ShardStates states = await ShardStates.OfAsync(run, Cancellation);
        Assert.InRange(states.Complete.Count, 3, 7);
        Assert.Empty(states.Broken);
        Assert.Equal(8 - states.Complete.Count, await RunAsync(run));
        Assert.Equal((await CollectAsync(run)).Hash, await runs.HashOfWholeAsync(20));
    }

    [Fact]
    public async Task Two_runs_do_not_work_in_one_folder()
    {
        StudyRunFolder run = Make("two", 2);
        using FileStream other = new(Path.Combine(run.Folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
            FileShare.None);
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(() => RunAsync(run));
        Assert.Contains("another run is at work", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_collectors_at_once_write_the_same_whole_files()
    {
        StudyRunFolder run = Make("collected", 4);
        await RunAsync(run);
        CollectedStudy[] both = await Task.WhenAll(
            Task.Run(() => CollectedStudy.ReadAsync(run, Cancellation), Cancellation),
            Task.Run(() => CollectedStudy.ReadAsync(run, Cancellation), Cancellation));
        Assert.Equal(both[0].RowsHash, both[1].RowsHash);
        byte[] left = await File.ReadAllBytesAsync(Path.Combine(run.Folder, "people.parquet"), Cancellation);
        Assert.Equal((await CollectAsync(run)).People, left);
        Assert.Empty(Directory.GetFiles(run.Folder, "*" + ShardFile.Partial));
    }

    [Fact]
    public async Task What_is_missing_is_told_and_nothing_is_collected()
    {
        StudyRunFolder run = Make("missing", 3);
        InputRefusedException refused =
            await Assert.ThrowsAsync<InputRefusedException>(() => CollectedStudy.ReadAsync(run, Cancellation));
        Assert.Equal(3, refused.Faults.Count);
        Assert.False(File.Exists(Path.Combine(run.Folder, "people.parquet")));
    }

    [Fact]
    public void A_run_is_opened_as_it_was_made_and_refused_when_its_study_changed()
    {
        StudyRunFolder run = Make("opened", 3);
        FaultList faults = new();
        StudyRunFolder? opened = StudyRunFolder.Open(run.Folder, StudyRuns.People.Value.Population, faults);
        Assert.Equal((run.Plan.Hash, 3, run.Plan.Design.Name, run.Plan.Design.Seed),
            (opened!.Plan.Hash, opened.Shards, opened.Plan.Design.Name, opened.Plan.Design.Seed));
        string study = Path.Combine(run.Folder, "study.yaml");
        File.WriteAllText(study, File.ReadAllText(study).Replace("ms: 65", "ms: 66", StringComparison.Ordinal));
        Assert.Null(StudyRunFolder.Open(run.Folder, StudyRuns.People.Value.Population, faults));
        Assert.Contains("changed since this run began", Assert.Single(faults.Found).Message, StringComparison.Ordinal);
    }

    public void Dispose() => runs.Dispose();

    private sealed class Ending(CancellationTokenSource source, int after) : IProgress<PoolProgress>
    {
        public void Report(PoolProgress value)
        {
            if (value.Done == after) source.Cancel();
        }
    }
}
