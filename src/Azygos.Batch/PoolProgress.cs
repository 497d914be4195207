namespace Azygos.Batch;

/// <summary>How far a pool is.</summary>
/// <param name="Done">Shards that are complete.</param>
/// <param name="Shards">Shards in all.</param>
/// <param name="PeoplePerSecond">People run a second, by this run; 0 before the first shard.</param>
/// <param name="Left">Time left at this rate; null before the first shard.</param>
public readonly record struct PoolProgress(int Done, int Shards, double PeoplePerSecond, TimeSpan? Left);
