using System.Globalization;
using System.Text;
using Azygos.Files.Faults;
using Azygos.Studies.Results;
using Azygos.Studies.Running;
using Parquet;

namespace Azygos.Files.Studies;

/// <summary>What is collected from a run's shards: everybody in one table, and what the repetitions found.</summary>
/// <param name="Summary">What was found.</param>
/// <param name="RowsHash">SHA-256 of all rows in the order of people: one value for any division of the work.</param>
public sealed record CollectedStudy(StudySummary Summary, string RowsHash)
{
    /// <summary>Reads the shards in order, one at a time, and writes <c>people.parquet</c> beside its place.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Ends the work and leaves what was there before.</param>
    /// <exception cref="InputRefusedException">Shards are missing or broken; all of them.</exception>
    public static async Task<CollectedStudy> ReadAsync(StudyRunFolder run, CancellationToken cancellation)
    {
        string target = Path.Combine(run.Folder, "people.parquet");
        string aside = $"{target}.{Guid.NewGuid():N}{ShardFile.Partial}";
        FaultList faults = new();
        StudySummary.Builder builder = new(run.Plan);
        using RowHash hash = new();
        try
        {
            await using (FileStream stream = new(aside, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await using ParquetWriter writer = await PersonTable.CreateAsync(stream, cancellation);
                List<PersonRow> waiting = new(PersonTable.GroupRows);
                for (int shard = 0; shard < run.Shards; shard++)
                {
                    (PersonRow[]? rows, string reason) =
                        await ShardFile.ReadAsync(run.ShardFolder, run.Plan, shard, run.Shards, cancellation);
                    if (rows is null)
                        faults.Add(Path.Combine(run.ShardFolder, ShardFile.Name(shard)), null, "", "", reason);
                    if (faults.Any) continue;
                    foreach (PersonRow row in rows!)
                    {
                        builder.Add(row);
                        hash.Add(row);
                        waiting.Add(row);
                        if (waiting.Count < PersonTable.GroupRows) continue;
                        await PersonTable.WriteAsync(writer, waiting, cancellation);
                        waiting.Clear();
                    }
                }
                if (!faults.Any && waiting.Count > 0) await PersonTable.WriteAsync(writer, waiting, cancellation);
            }
            faults.ThrowIfAny();
            File.Move(aside, target, overwrite: true);
        }
        finally
        {
            if (File.Exists(aside)) File.Delete(aside);
        }
        return new CollectedStudy(builder.Finish(), hash.Finish());
    }

    /// <summary>The repetitions as a table of studies that <c>azygos evidence pool</c> reads; empty where they compare
    /// no two groups.</summary>
    public string StudyTable()
    {
        StringBuilder text = new("study,events_1,n_1,events_2,n_2\n");
        foreach (StudyFinding one in Summary.Findings)
            if (one.Table is { } table)
                text.Append(CultureInfo.InvariantCulture,
                    $"{Summary.Plan.Design.Name}-{one.Number + 1},{table.A},{table.N1},{table.C},{table.N2}\n");
        return text.ToString();
    }
}
