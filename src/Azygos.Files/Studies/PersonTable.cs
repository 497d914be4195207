using Azygos.Studies.Running;
using Parquet;
using Parquet.Schema;

namespace Azygos.Files.Studies;

/// <summary>People of a study as Parquet: the columns of <see cref="PersonRow"/>, row groups of one size.</summary>
internal static class PersonTable
{
    /// <summary>Rows of a group; chosen, some megabytes.</summary>
    public const int GroupRows = 65_536;

    private static readonly DataField[] Fields =
    [
        .. PersonRow.Integers.Select(column => new DataField<int>(column.Name)),
        .. PersonRow.Numbers.Select(column => new DataField<double>(column.Name)),
    ];

    // A field can be written only once it belongs to a schema.
    private static readonly ParquetSchema Schema = new(Fields);

    public static Task<ParquetWriter> CreateAsync(Stream stream, CancellationToken cancellation) =>
        ParquetWriter.CreateAsync(Schema, stream, cancellationToken: cancellation);

    /// <summary>Writes one group.</summary>
    public static async Task WriteAsync(
        ParquetWriter writer, IReadOnlyList<PersonRow> rows, CancellationToken cancellation)
    {
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        int integers = PersonRow.Integers.Count;
        for (int i = 0; i < Fields.Length; i++)
        {
            if (i < integers)
            {
                int[] cells = [.. rows.Select(PersonRow.Integers[i].Of)];
                await group.WriteAsync<int>(Fields[i], cells.AsMemory(), cancellationToken: cancellation);
            }
            else
            {
                double[] cells = [.. rows.Select(PersonRow.Numbers[i - integers].Of)];
                await group.WriteAsync<double>(Fields[i], cells.AsMemory(), cancellationToken: cancellation);
            }
        }
        group.CompleteValidate();
    }

    /// <summary>Reads one group.</summary>
    public static async Task<PersonRow[]> ReadAsync(ParquetReader reader, int index, CancellationToken cancellation)
    {
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(index);
        int count = checked((int)group.RowCount);
        // The file's own fields: a program that only reads has made no schema of its own.
        Dictionary<string, DataField> fields = reader.Schema.DataFields.ToDictionary(field => field.Name);
        int[][] integers = new int[PersonRow.Integers.Count][];
        double[][] numbers = new double[PersonRow.Numbers.Count][];
        for (int i = 0; i < integers.Length; i++)
        {
            integers[i] = new int[count];
            await group.ReadAsync<int>(
                fields[PersonRow.Integers[i].Name], integers[i].AsMemory(), cancellationToken: cancellation);
        }
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = new double[count];
            await group.ReadAsync<double>(
                fields[PersonRow.Numbers[i].Name], numbers[i].AsMemory(), cancellationToken: cancellation);
        }
        PersonRow[] rows = new PersonRow[count];
        int[] wholes = new int[integers.Length];
        double[] reals = new double[numbers.Length];
        for (int r = 0; r < count; r++)
        {
            for (int i = 0; i < wholes.Length; i++) wholes[i] = integers[i][r];
            for (int i = 0; i < reals.Length; i++) reals[i] = numbers[i][r];
            rows[r] = PersonRow.Of(wholes, reals);
        }
        return rows;
    }
}
