using System.Globalization;
using Azygos.Studies.Running;
using Parquet;

namespace Azygos.Files.Studies;

/// <summary>One shard of a study as one file: complete, with a hash of its rows, or not there.</summary>
/// <remarks>Written beside its place, flushed to the disk, renamed. What is read is hashed again: a file that was cut
/// off, changed or belongs to another run is not a shard.</remarks>
public static class ShardFile
{
    private const string Study = "study_hash", Seed = "seed", Rows = "rows_sha256", Place = "shard";

    /// <summary>Ending of files that are being written.</summary>
    public const string Partial = ".partial";

    /// <summary>Name of a shard's file.</summary>
    /// <param name="shard">Which shard.</param>
    public static string Name(int shard) => string.Create(CultureInfo.InvariantCulture, $"{shard:D6}.parquet");

    /// <summary>Writes a shard.</summary>
    /// <param name="folder">Folder of the shards.</param>
    /// <param name="plan">The study.</param>
    /// <param name="shard">Which shard.</param>
    /// <param name="shards">How many there are.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="cancellation">Ends the writing and leaves nothing.</param>
    public static async Task WriteAsync(string folder, StudyPlan plan, int shard, int shards,
        IReadOnlyList<PersonRow> rows, CancellationToken cancellation)
    {
        string target = Path.Combine(folder, Name(shard));
        string aside = $"{target}.{Guid.NewGuid():N}{Partial}";
        try
        {
            await using (FileStream stream = new(aside, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await using (ParquetWriter writer = await PersonTable.CreateAsync(stream, cancellation))
                {
                    writer.CustomMetadata = new Dictionary<string, string>
                    {
                        [Study] = plan.Hash,
                        [Seed] = plan.Design.Seed.ToString(CultureInfo.InvariantCulture),
                        [Place] = PlaceOf(plan, shard, shards),
                        [Rows] = RowHash.Of(rows),
                    };
                    foreach (PersonRow[] group in rows.Chunk(PersonTable.GroupRows))
                        await PersonTable.WriteAsync(writer, group, cancellation);
                }
                stream.Flush(flushToDisk: true);
            }
            cancellation.ThrowIfCancellationRequested();
            File.Move(aside, target, overwrite: true);
        }
        finally
        {
            if (File.Exists(aside)) File.Delete(aside);
        }
    }

    /// <summary>Reads a shard; null with the reason where it is not one of this run.</summary>
    /// <param name="folder">Folder of the shards.</param>
    /// <param name="plan">The study.</param>
    /// <param name="shard">Which shard.</param>
    /// <param name="shards">How many there are.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<(PersonRow[]? Rows, string Reason)> ReadAsync(
        string folder, StudyPlan plan, int shard, int shards, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, Name(shard));
        if (!File.Exists(path)) return (null, "is not there");
        try
        {
            await using FileStream stream = File.OpenRead(path);
            await using ParquetReader reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellation);
            IReadOnlyDictionary<string, string> marks = reader.CustomMetadata;
            string seed = plan.Design.Seed.ToString(CultureInfo.InvariantCulture);
            if (marks.GetValueOrDefault(Study) != plan.Hash || marks.GetValueOrDefault(Seed) != seed
                || marks.GetValueOrDefault(Place) != PlaceOf(plan, shard, shards))
                return (null, "belongs to another study, seed or division");
            List<PersonRow> rows = [];
            for (int group = 0; group < reader.RowGroupCount; group++)
                rows.AddRange(await PersonTable.ReadAsync(reader, group, cancellation));
            (long from, long to) = plan.Range(shard, shards);
            return rows.Count == to - from && RowHash.Of(rows) == marks.GetValueOrDefault(Rows)
                ? ([.. rows], "") : (null, "does not hold the rows that its hash says");
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            // Whatever a broken file makes the reader of Parquet throw, it is not a shard.
            return (null, $"cannot be read: {fault.Message}");
        }
    }

    private static string PlaceOf(StudyPlan plan, int shard, int shards) =>
        string.Create(CultureInfo.InvariantCulture, $"{shard}/{shards} of {plan.Repeat}x{plan.Design.Size}");
}
