using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rules;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Reads an evidence base, changing nothing: the base, or every fault at once.</summary>
public static class EvidenceReader
{
    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputRefusedException">The folder has faults; all of them.</exception>
    public static EvidenceFolder Read(string folder)
    {
        FaultList faults = new();
        EvidenceFolder? read = Read(folder, faults);
        faults.ThrowIfAny();
        return read!;
    }

    /// <summary>Reads a folder; null when something is wrong with it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="faults">Where faults go.</param>
    public static EvidenceFolder? Read(string folder, FaultList faults)
    {
        Dictionary<string, byte[]> contents = [];
        if (!Directory.Exists(folder))
        {
            faults.Add(folder, null, "", "", "is not a folder");
            return null;
        }
        foreach (TableDescription table in EvidenceTables.All)
        {
            string path = Path.Combine(folder, table.File);
            try
            {
                if (File.Exists(path)) contents.Add(table.File, File.ReadAllBytes(path));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add(path, null, "", "", $"cannot be read: {fault.Message}");
                return null;
            }
        }
        return Read(folder, contents, faults);
    }

    /// <summary>Reads a base from the bytes of its files.</summary>
    internal static EvidenceFolder? Read(string folder, IReadOnlyDictionary<string, byte[]> contents, FaultList faults)
    {
        int before = faults.Count;
        Dictionary<string, ReadTable> tables = [];
        foreach (TableDescription table in EvidenceTables.All)
        {
            string path = Path.Combine(folder, table.File);
            bool there = contents.TryGetValue(table.File, out byte[]? bytes);
            bool lacks = !there && !EvidenceTables.IsOptional(table);
            if (lacks) faults.Add(path, null, "", "", "this file is missing");
            tables.Add(table.Name, there ? ReadTable.Read(table, bytes, path, faults)
                : new ReadTable(table, path, [], Whole: false));
        }
        CountChecks.Run(tables, faults);
        IntervalChecks.Run(tables, faults);
        CohortChecks.Run(tables, faults);
        References.Check(tables, faults);
        LinkChecks.Run(tables, faults);
        IReadOnlyList<VerdictRule> rules = RuleChecks.Run(tables, faults);
        ReleaseTable.Check(tables, rules is [{ } first, ..] ? first.Version : "", faults);
        return faults.Count > before ? null : new EvidenceFolder(
            new CuratedBase
            {
                Studies = Rows(StudyTables.Prevalence),
                Criteria = Rows(StudyTables.Criteria),
                Trials = Rows(TreatmentTables.Trials),
                Harms = Rows(TreatmentTables.Safety),
                Statements = Rows(ClaimTables.Statements),
                PublishedPools = Rows(StudyTables.PublishedPools),
                Votes = Rows(ClaimTables.Votes),
                Claims = Rows(ClaimTables.Claims),
                Rules = new RuleTable(rules),
                Releases = Rows(ReleaseTable.Releases),
                Notes = Rows(ArticleNoteTable.Notes),
                Hash = Hash(contents),
            },
            [.. tables.Values.SelectMany(table => table.Rows.Select(row => Shown(table, row)))]);

        IReadOnlyList<TRow> Rows<TRow>(Table<TRow> table) where TRow : class =>
            [.. tables[table.Name].Rows.Select(row => row.As(table))];
    }

    private static ShownRow Shown(ReadTable table, ReadRow row)
    {
        string study = row.Cells.TryGetValue("study_id", out CellValue cell) ? cell.Text
            : row.Cells.TryGetValue("review_id", out CellValue review) ? review.Text : "";
        return new ShownRow(table.Description.Name, row.Line, study,
            [.. table.Description.Columns.Where(column => row.Cells[column.Name].Text.Length > 0)
                .Select(column => new ShownCell(column.Name, column.Meaning, row.Cells[column.Name].Text))]);
    }

    /// <summary>SHA-256 over the tables in name order: name, a zero byte, length (8 bytes, little-endian),
    /// bytes.</summary>
    private static string Hash(IReadOnlyDictionary<string, byte[]> contents)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach ((string name, byte[] bytes) in contents.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
