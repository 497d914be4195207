using Parquet;
using Parquet.Schema;

namespace Azygos.Files.Runs;

/// <summary>Waveforms of a run's folder, read back from <c>waves.parquet</c>.</summary>
/// <param name="Times">Times [s]; shape [samples]; empty where nothing was found.</param>
/// <param name="Waves">Those asked for that are there, in the order of the file.</param>
/// <source choice="quantities of the result format"/>
public sealed record StoredWaves(double[] Times, IReadOnlyList<StoredWave> Waves)
{
    /// <summary>Reads the waves of some sites.</summary>
    /// <param name="folder">Folder of the run.</param>
    /// <param name="sites">Ids of the sites.</param>
    /// <param name="quantity">Quantity, such as <c>flow_mL_min</c>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<StoredWaves> ReadAsync(
        string folder, IReadOnlyCollection<string> sites, string quantity, CancellationToken cancellation)
    {
        await using FileStream stream = File.OpenRead(Path.Combine(folder, "waves.parquet"));
        await using ParquetReader reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellation);
        Dictionary<string, DataField> fields = reader.Schema.DataFields.ToDictionary(field => field.Name);
        List<StoredWave> waves = [];
        double[] times = [];
        for (int index = 0; index < reader.RowGroupCount; index++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(index);
            int rows = checked((int)group.RowCount);
            string[] site = await Texts(group, fields["site"], rows, cancellation);
            string[] what = await Texts(group, fields["quantity"], rows, cancellation);
            double[] time = new double[rows], value = new double[rows];
            await group.ReadAsync<double>(fields["time_s"], time.AsMemory(), cancellationToken: cancellation);
            await group.ReadAsync<double>(fields["value"], value.AsMemory(), cancellationToken: cancellation);
            for (int from = 0; from < rows;)
            {
                int to = from + 1;
                while (to < rows && site[to] == site[from] && what[to] == what[from]) to++;
                if (what[from] == quantity && sites.Contains(site[from]))
                {
                    times = time[from..to];
                    waves.Add(new StoredWave(site[from], quantity, value[from..to]));
                }
                from = to;
            }
        }
        return new StoredWaves(times, waves);
    }

    private static async Task<string[]> Texts(
        ParquetRowGroupReader group, DataField field, int rows, CancellationToken cancellation)
    {
        string?[] texts = new string?[rows];
        await group.ReadAsync(field, texts.AsMemory(), cancellationToken: cancellation);
        return [.. texts.Select(text => text ?? "")];
    }
}

/// <summary>A waveform of a run's folder.</summary>
/// <param name="Site">Site.</param>
/// <param name="Quantity">Quantity, such as <c>flow_mL_min</c>.</param>
/// <param name="Values">Samples; shape [samples].</param>
/// <source choice="quantities of the result format"/>
public sealed record StoredWave(string Site, string Quantity, double[] Values);
