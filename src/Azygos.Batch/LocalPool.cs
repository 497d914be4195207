using Azygos.Files.Faults;
using Azygos.Files.Studies;

namespace Azygos.Batch;

/// <summary>Runs the shards of a study that are missing on the cores of this machine.</summary>
/// <remarks>
/// One pool at a time works in a folder, held by a lock that ends with its process, however that ends. Files that a
/// killed pool left half-written are removed; shards that are complete stay; a broken one is made again.
/// </remarks>
public static class LocalPool
{
    /// <summary>Runs what is missing.</summary>
    /// <param name="run">The run.</param>
    /// <param name="workers">Shards at the same time, at least 1.</param>
    /// <param name="clock">Clock for the progress.</param>
    /// <param name="progress">Told after every shard.</param>
    /// <param name="cancellation">Ends the run; complete shards stay.</param>
    /// <returns>Shards made now.</returns>
    /// <exception cref="InputRefusedException">Another pool is at work in the folder.</exception>
    /// <exception cref="IOException">A shard cannot be written; complete ones stay.</exception>
    public static async Task<int> RunAsync(StudyRunFolder run, int workers, TimeProvider clock,
        IProgress<PoolProgress>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workers);
        using FileStream held = FolderHold.Take(run);
        FolderHold.Tidy(run);
        ShardStates states = await ShardStates.OfAsync(run, cancellation);
        int[] missing = [.. states.Absent.Concat(states.Broken.Select(one => one.Shard)).Order()];
        double all = missing.Sum(shard => Size(run, shard)), people = 0;
        long start = clock.GetTimestamp();
        int done = states.Complete.Count;
        Lock counting = new();
        progress?.Report(new PoolProgress(done, run.Shards, 0, null));
        await Parallel.ForEachAsync(missing,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation },
            async (shard, token) =>
            {
                int made = await ShardWork.MakeAsync(run, shard, token);
                lock (counting)
                {
                    done++;
                    people += made;
                    double seconds = Math.Max(clock.GetElapsedTime(start).TotalSeconds, 1e-3);
                    progress?.Report(new PoolProgress(done, run.Shards, people / seconds,
                        people > 0 ? TimeSpan.FromSeconds((all - people) * seconds / people) : null));
                }
            });
        return missing.Length;
    }

    private static double Size(StudyRunFolder run, int shard)
    {
        (long from, long to) = run.Plan.Range(shard, run.Shards);
        return to - from;
    }
}
