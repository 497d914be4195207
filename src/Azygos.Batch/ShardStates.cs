using Azygos.Files.Studies;

namespace Azygos.Batch;

/// <summary>Which shards of a run are complete.</summary>
/// <param name="Complete">Complete ones.</param>
/// <param name="Absent">Ones that are not there.</param>
/// <param name="Broken">Ones that are there and are not shards of this run, with the reason.</param>
public sealed record ShardStates(
    IReadOnlyList<int> Complete, IReadOnlyList<int> Absent, IReadOnlyList<(int Shard, string Reason)> Broken)
{
    /// <summary>Reads every shard and hashes its rows again.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<ShardStates> OfAsync(StudyRunFolder run, CancellationToken cancellation)
    {
        List<int> complete = [], absent = [];
        List<(int, string)> broken = [];
        for (int shard = 0; shard < run.Shards; shard++)
        {
            if (!File.Exists(Path.Combine(run.ShardFolder, ShardFile.Name(shard))))
            {
                absent.Add(shard);
                continue;
            }
            (var rows, string reason) =
                await ShardFile.ReadAsync(run.ShardFolder, run.Plan, shard, run.Shards, cancellation);
            if (rows is null) broken.Add((shard, reason));
            else complete.Add(shard);
        }
        return new ShardStates(complete, absent, broken);
    }
}
