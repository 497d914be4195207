using Azygos.Files.Studies;
using Azygos.Studies.Running;

namespace Azygos.Batch;

/// <summary>Makes shards of a run, whoever asks: a pool, a task of a cluster, a person.</summary>
public static class ShardWork
{
    /// <summary>Makes one shard, complete or absent.</summary>
    /// <param name="run">The run.</param>
    /// <param name="shard">Which shard.</param>
    /// <param name="cancellation">Ends the work and leaves nothing.</param>
    /// <returns>People of the shard.</returns>
    public static async Task<int> MakeAsync(StudyRunFolder run, int shard, CancellationToken cancellation)
    {
        IReadOnlyList<PersonRow> rows = StudyShard.Rows(run.Plan, shard, run.Shards, cancellation);
        await ShardFile.WriteAsync(run.ShardFolder, run.Plan, shard, run.Shards, rows, cancellation);
        return rows.Count;
    }

    /// <summary>Makes those of some shards that are not complete.</summary>
    /// <param name="run">The run.</param>
    /// <param name="shards">Which shards.</param>
    /// <param name="workers">Shards at the same time, at least 1.</param>
    /// <param name="cancellation">Ends the work; complete shards stay.</param>
    /// <returns>Shards made now.</returns>
    public static async Task<int> MakeAsync(
        StudyRunFolder run, IReadOnlyList<int> shards, int workers, CancellationToken cancellation)
    {
        int made = 0;
        await Parallel.ForEachAsync(shards,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation },
            async (shard, token) =>
            {
                if (await IsCompleteAsync(run, shard, token)) return;
                await MakeAsync(run, shard, token);
                Interlocked.Increment(ref made);
            });
        return made;
    }

    /// <summary>Reads a shard and hashes its rows again.</summary>
    /// <param name="run">The run.</param>
    /// <param name="shard">Which shard.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<bool> IsCompleteAsync(StudyRunFolder run, int shard, CancellationToken cancellation) =>
        (await ShardFile.ReadAsync(run.ShardFolder, run.Plan, shard, run.Shards, cancellation)).Rows is not null;
}
