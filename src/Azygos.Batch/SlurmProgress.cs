namespace Azygos.Batch;

/// <summary>How far a run on a cluster is.</summary>
/// <param name="Done">Shards that are complete.</param>
/// <param name="Shards">Shards in all.</param>
/// <param name="Running">Tasks that have begun.</param>
/// <param name="Waiting">Tasks that wait.</param>
/// <param name="Arrays">Arrays submitted by this call.</param>
public readonly record struct SlurmProgress(int Done, int Shards, int Running, int Waiting, int Arrays);
