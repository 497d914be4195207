using System.Globalization;
using System.Text;
using System.Text.Json;
using Azygos.Circulation.Verification;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>Writes the exact solution into a case: the columns of its tables, and the numbers its bars
/// expect.</summary>
internal static class ExactCaseFile
{
    /// <summary>Rewrites tables and numbers in place; rows of a table and everything else of the case stay.</summary>
    public static void Rewrite(string set, VerificationCase @case)
    {
        string folder = Path.Combine(set, @case.Name), file = Path.Combine(folder, "case.json");
        byte[] text = File.ReadAllBytes(file);
        using JsonDocument json = JsonDocument.Parse(text);
        foreach (JsonElement reference in json.RootElement.GetProperty("references").EnumerateArray())
            if (!reference.TryGetProperty("factor", out _)
                && ExactAnswer.Of(@case, reference.GetProperty("run").GetString()!) is { } answer)
                WriteTable(folder, @case, reference, answer);
        Dictionary<int, string> numbers = [];
        for (int i = 0; i < @case.Bars.Count; i++)
        {
            Bar bar = @case.Bars[i];
            if (bar.ExpectedValue is null || ExactAnswer.Of(@case, bar.Runs[0]) is not { } answer) continue;
            if (answer.Number(bar, @case.ForRun(bar.Runs[0]).Probe(bar.Probe)) is { } number)
                numbers[i] = Printed(number);
        }
        File.WriteAllBytes(file, WithNumbers(text, numbers));
    }

    private static void WriteTable(string folder, VerificationCase @case, JsonElement reference, ExactAnswer answer)
    {
        string path = Path.Combine(folder, reference.GetProperty("file").GetString()!);
        string abscissa = reference.GetProperty("abscissa").GetString()!;
        double[] rows = [.. File.ReadAllLines(path).Skip(1)
            .Select(line => double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture))];
        List<(string Column, double[] Values)> columns = [.. reference.GetProperty("columns").EnumerateObject()
            .Select(column => (column.Value.GetString()!, answer.Series(@case.Probe(column.Name), rows)))];
        StringBuilder table = new();
        table.AppendJoin(',', columns.Select(column => column.Column).Prepend(abscissa)).Append('\n');
        for (int i = 0; i < rows.Length; i++)
            table.AppendJoin(',', columns.Select(column => column.Values[i]).Prepend(rows[i]).Select(Printed))
                .Append('\n');
        File.WriteAllText(path, table.ToString());
    }

    /// <summary>Replaces the number <c>expected</c> of some entries of <c>bars</c>, by index.</summary>
    private static byte[] WithNumbers(byte[] text, Dictionary<int, string> numbers)
    {
        MemoryStream result = new();
        Utf8JsonReader reader = new(text);
        int copied = 0, bar = -1;
        bool inBars = false;
        string property = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                property = reader.GetString()!;
                if (reader.CurrentDepth == 1) inBars = property == "bars";
            }
            else if (inBars && reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2) bar++;
            else if (inBars && reader.TokenType == JsonTokenType.Number && reader.CurrentDepth == 3
                && property == "expected" && numbers.TryGetValue(bar, out string? number))
            {
                result.Write(text.AsSpan(copied..(int)reader.TokenStartIndex));
                result.Write(Encoding.UTF8.GetBytes(number));
                copied = (int)reader.BytesConsumed;
            }
        }
        result.Write(text.AsSpan(copied..));
        return result.ToArray();
    }

    private static string Printed(double value) => value.ToString("G12", CultureInfo.InvariantCulture);
}
