using System.Globalization;
using System.Text;
using Azygos.Body.Results;
using Parquet;
using Parquet.Schema;

namespace Azygos.Files.Runs;

/// <summary>The waveforms in long form: site, quantity, time_s, value: of the timeline where there was one, else of the
/// last period.</summary>
/// <remarks>A long timeline is written in several row groups, so that it needs no second copy of itself.</remarks>
internal static class WaveTable
{
    private static readonly DataField Site = new DataField<string>("site", nullable: false);
    private static readonly DataField Quantity = new DataField<string>("quantity", nullable: false);
    private static readonly DataField Time = new DataField<double>("time_s");
    private static readonly DataField Value = new DataField<double>("value");

    /// <summary>Writes Parquet, one row group.</summary>
    public static async Task WriteParquetAsync(SimulationResult result, Stream stream, CancellationToken cancellation)
    {
        ParquetSchema schema = new(Site, Quantity, Time, Value);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(
            schema, stream, cancellationToken: cancellation);
        (double[] times, IReadOnlyList<Wave> all) = Of(result);
        foreach (Wave[] waves in all.Chunk(Math.Max(1, MostRows / Math.Max(1, times.Length))))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync(Site, Repeat(waves, wave => wave.Site));
            await group.WriteAsync(Quantity, Repeat(waves, wave => wave.Quantity));
            double[] time = [.. waves.SelectMany(_ => times)];
            await group.WriteAsync<double>(Time, time.AsMemory(), cancellationToken: cancellation);
            double[] values = [.. waves.SelectMany(wave => wave.Values)];
            await group.WriteAsync<double>(Value, values.AsMemory(), cancellationToken: cancellation);
            group.CompleteValidate();
        }
    }

    // Chosen: rows of a row group, some tens of megabytes; the last period of a run fits into one.
    private const int MostRows = 2_000_000;

    private static (double[] Times, IReadOnlyList<Wave> Waves) Of(SimulationResult result) =>
        result.Timeline is { } timeline ? (timeline.Times, timeline.Waves) : (result.Times, result.Waves);

    /// <summary>Writes CSV by RFC 4180 with LF line ends.</summary>
    public static async Task WriteCsvAsync(SimulationResult result, Stream stream, CancellationToken cancellation)
    {
        await using StreamWriter writer = new(
            stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync("site,quantity,time_s,value\n");
        (double[] times, IReadOnlyList<Wave> waves) = Of(result);
        foreach (Wave wave in waves)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < wave.Values.Length; i++)
            {
                // Site ids and quantities hold letters, digits, _ and - only: no field needs quotes.
                await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{wave.Site},{wave.Quantity},{times[i]},{wave.Values[i]}\n"));
            }
        }
    }

    private static string[] Repeat(IEnumerable<Wave> waves, Func<Wave, string> text) =>
        [.. waves.SelectMany(wave => Enumerable.Repeat(text(wave), wave.Values.Length))];
}
