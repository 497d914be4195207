using Azygos.Files.Studies;
using Azygos.Studies.Running;
using Parquet;
using Parquet.Schema;

namespace Azygos.Files.Tests.Studies;

public sealed class PersonTableTests
{
    private static readonly PersonRow[] Rows =
    [
        new(0, 0, 1, 0, 1, 0, 44.5, 31.25, 1, -1, 0.3, 1, -1, 0, 0),
        new(0, 1, 0, 2, 3, 1, 61, 12.5, 0, 1, 0.9, 0, 1, -0.25, 1),
    ];

    /// <summary>A file of another program, with columns in another order: read by the names that it has itself.</summary>
    [Fact]
    public async Task People_are_read_by_the_file_s_own_columns()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        DataField[] fields =
        [
            .. PersonRow.Numbers.Select(column => new DataField<double>(column.Name)).Reverse(),
            .. PersonRow.Integers.Select(column => new DataField<int>(column.Name)).Reverse(),
        ];
        using MemoryStream stream = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(fields), stream, cancellationToken: cancellation))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            foreach ((string name, Func<PersonRow, double> of) in PersonRow.Numbers.Reverse())
                await group.WriteAsync<double>(fields.Single(field => field.Name == name),
                    Rows.Select(of).ToArray().AsMemory(), cancellationToken: cancellation);
            foreach ((string name, Func<PersonRow, int> of) in PersonRow.Integers.Reverse())
                await group.WriteAsync<int>(fields.Single(field => field.Name == name),
                    Rows.Select(of).ToArray().AsMemory(), cancellationToken: cancellation);
            group.CompleteValidate();
        }
        stream.Position = 0;
        await using ParquetReader reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellation);
        Assert.Equal(Rows, await PersonTable.ReadAsync(reader, 0, cancellation));
    }
}
