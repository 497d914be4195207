using System.Text;
using Azygos.Files.Csv;
using Azygos.Files.Faults;
using CsCheck;

namespace Azygos.Files.Tests;

public sealed class CsvReaderTests
{
    private static (IReadOnlyList<CsvRecord> Records, IReadOnlyList<Fault> Faults) Read(string text)
    {
        FaultList faults = new();
        return (CsvReader.Read(Encoding.UTF8.GetBytes(text), "t.csv", faults), faults.Found);
    }

    [Fact]
    public void Fields_are_separated_by_commas_and_lines_end_with_LF_or_CRLF()
    {
        (IReadOnlyList<CsvRecord> records, IReadOnlyList<Fault> faults) = Read("a,b\r\n1,\n,2\n");
        Assert.Empty(faults);
        Assert.Equal([["a", "b"], ["1", ""], ["", "2"]], records.Select(record => record.Fields));
        Assert.Equal([1, 2, 3], records.Select(record => record.Line));
    }

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_ends_and_lines_are_counted_through_them()
    {
        (IReadOnlyList<CsvRecord> records, IReadOnlyList<Fault> faults) = Read(
            "\"a,b\",\"say \"\"x\"\"\"\n\"two\nlines\",2\nlast,3\n");
        Assert.Empty(faults);
        Assert.Equal([["a,b", "say \"x\""], ["two\nlines", "2"], ["last", "3"]],
            records.Select(record => record.Fields));
        Assert.Equal([1, 2, 4], records.Select(record => record.Line));
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_field() =>
        Assert.Equal("a", Read("\uFEFFa,b\n").Records[0].Fields[0]);

    [Theory]
    [InlineData("a,b\n1,\"open", 2, "never closed")]
    [InlineData("a,b\n\n1,2\n", 2, "blank line")]
    [InlineData("a,b\n1,2", 2, "cut off")]
    [InlineData("a,b\n1,x\"y\n", 2, "quote inside")]
    [InlineData("a,b\n\"1\"x,2\n", 2, "after its closing quote")]
    [InlineData("a,b\n1,\u0000\n", 2, "control character")]
    [InlineData("a,b\rc\n", 1, "control character")]
    public void Malformed_text_is_a_fault_with_its_line(string text, int line, string message)
    {
        Fault fault = Assert.Single(Read(text).Faults);
        Assert.Equal(line, fault.Line);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_a_fault_with_their_line()
    {
        FaultList faults = new();
        CsvReader.Read([(byte)'a', (byte)'\n', 0xC3, 0x28, (byte)'\n'], "t.csv", faults);
        Assert.Equal("t.csv:2: is not UTF-8 text", Assert.Single(faults.Found).ToString());
    }

    [Fact]
    public void Whatever_is_written_by_the_RFC_is_read_back()
    {
        Gen<string> field = Gen.Int[0, 6].Select(i => "ab,\"\n ü"[i]).Array[0, 6]
            .Select(letters => new string(letters));
        field.Array[2, 4].Array[1, 6].Sample(rows =>
        {
            string text = string.Concat(rows.Select(row =>
                string.Join(',', row.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
            (IReadOnlyList<CsvRecord> records, IReadOnlyList<Fault> faults) = Read(text);
            Assert.Empty(faults);
            Assert.Equal(rows, records.Select(record => record.Fields.ToArray()));
        }, iter: 500);
    }
}
