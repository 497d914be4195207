using System.Buffers.Binary;
using System.Security.Cryptography;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Tables;
using Azygos.Studies.Populations;

namespace Azygos.Files.Studies;

/// <summary>Reads a population's tables, changing nothing: the population, or every fault at once.</summary>
public static class PopulationReader
{
    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder with <c>population.csv</c>, <c>correlations.csv</c>,
    /// <c>population-checks.csv</c>.</param>
    /// <exception cref="InputRefusedException">The folder has faults; all of them.</exception>
    public static PopulationFolder Read(string folder)
    {
        FaultList faults = new();
        Dictionary<string, byte[]> contents = [];
        foreach (TableDescription table in PopulationTables.All)
        {
            string path = Path.Combine(folder, table.File);
            try
            {
                contents.Add(table.File, File.ReadAllBytes(path));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add(path, null, "", "", $"cannot be read: {fault.Message}");
            }
        }
        faults.ThrowIfAny();
        PopulationFolder? read = Read(folder, contents, faults);
        faults.ThrowIfAny();
        return read!;
    }

    /// <summary>Reads the tables from bytes.</summary>
    internal static PopulationFolder? Read(
        string folder, IReadOnlyDictionary<string, byte[]> contents, FaultList faults)
    {
        int before = faults.Count;
        ReadTable Table(TableDescription table) =>
            ReadTable.Read(table, contents[table.File], Path.Combine(folder, table.File), faults);
        ReadTable people = Table(PopulationTables.Distributions), pairs = Table(PopulationTables.Correlations);
        ReadTable checks = Table(PopulationTables.Checks);
        foreach ((ReadTable table, ReadRow row) in new[] { people, pairs }
            .SelectMany(table => table.Rows.Select(row => (table, row))))
            if (row.Cells.TryGetValue("basis", out CellValue basis) && basis.Text != "assumed"
                && row.Cells.TryGetValue("source", out CellValue source) && source.Text.Length == 0)
                faults.Add(table.File, row.Line, "source", "", $"is empty; a row that is {basis.Text} has a source");
        if (faults.Count > before) return null;
        List<PopulationFault> found = [];
        Population? population = Population.From(
            [.. people.Rows.Select(row => row.As(PopulationTables.Distributions))],
            [.. pairs.Rows.Select(row => row.As(PopulationTables.Correlations))], Hash(contents), found);
        foreach (PopulationFault fault in found)
        {
            ReadTable table = fault.Table == "population" ? people : pairs;
            faults.Add(table.File, fault.Row is { } row ? table.Rows[row].Line : null, fault.Column, fault.Value,
                fault.Message);
        }
        return population is null ? null
            : new PopulationFolder(population, [.. people.Rows.Select(row => row.As(PopulationTables.Distributions))],
                [.. checks.Rows.Select(row => row.As(PopulationTables.Checks))]);
    }

    /// <summary>SHA-256 of what people are drawn from: names and contents of the first two tables, in order.</summary>
    private static string Hash(IReadOnlyDictionary<string, byte[]> contents)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (TableDescription table in (TableDescription[])
            [PopulationTables.Distributions, PopulationTables.Correlations])
        {
            byte[] length = new byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, contents[table.File].Length);
            hash.AppendData(length);
            hash.AppendData(contents[table.File]);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
