using System.Globalization;
using System.Text;
using Azygos.Body.Results;
using Parquet;
using Parquet.Schema;

namespace Azygos.Files.Runs;

/// <summary>The waveforms in long form: site, quantity, time_s, value.</summary>
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
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        await group.WriteAsync(Site, Repeat(result, wave => wave.Site));
        await group.WriteAsync(Quantity, Repeat(result, wave => wave.Quantity));
        double[] times = [.. result.Waves.SelectMany(_ => result.Times)];
        await group.WriteAsync<double>(Time, times.AsMemory(), cancellationToken: cancellation);
        double[] values = [.. result.Waves.SelectMany(wave => wave.Values)];
        await group.WriteAsync<double>(Value, values.AsMemory(), cancellationToken: cancellation);
        group.CompleteValidate();
    }

    /// <summary>Writes CSV by RFC 4180 with LF line ends.</summary>
    public static async Task WriteCsvAsync(SimulationResult result, Stream stream, CancellationToken cancellation)
    {
        await using StreamWriter writer = new(
            stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync("site,quantity,time_s,value\n");
        foreach (Wave wave in result.Waves)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < wave.Values.Length; i++)
            {
                // Site ids and quantities hold letters, digits, _ and - only: no field needs quotes.
                await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{wave.Site},{wave.Quantity},{result.Times[i]},{wave.Values[i]}\n"));
            }
        }
    }

    private static string[] Repeat(SimulationResult result, Func<Wave, string> text) =>
        [.. result.Waves.SelectMany(wave => Enumerable.Repeat(text(wave), wave.Values.Length))];
}
