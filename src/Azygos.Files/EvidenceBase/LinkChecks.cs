using Azygos.Evidence.Claims;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Files.EvidenceBase;

/// <summary>Pointers from claims and notes to rows of other tables, and sub-claims that a claim has.</summary>
internal static class LinkChecks
{
    public static void Run(IReadOnlyDictionary<string, ReadTable> tables, FaultList faults)
    {
        Dictionary<string, string[]> parts = [];
        foreach (CheckedRow row in CheckedRow.Of(tables, ClaimTables.Claims, faults))
            parts.TryAdd(row.Text("claim_id"), [.. row.Row.As(ClaimTables.Claims).SubClaims]);
        foreach (CheckedRow row in CheckedRow.Of(tables, ArticleNoteTable.Notes, faults)) Pointer(row, tables);
        foreach (CheckedRow row in CheckedRow.Of(tables, ClaimTables.Votes, faults))
        {
            Pointer(row, tables);
            if (parts.TryGetValue(row.Text("claim_id"), out string[]? known) && known.Length > 0
                && !known.Contains(row.Text("sub_claim")))
                row.Fault("sub_claim", $"is not a part of the claim: {string.Join(", ", known)}");
        }
    }

    private static void Pointer(CheckedRow row, IReadOnlyDictionary<string, ReadTable> tables)
    {
        DataReference reference = DataReference.Parse(row.Text("data_ref"));
        if (reference.Table.Length > 0 && !tables.ContainsKey(reference.Table))
            row.Fault("data_ref",
                $"names a table that there is not{Nearest.Suggestion(reference.Table, tables.Keys)}");
        else if (reference.Table.Length > 0 && tables[reference.Table] is { Whole: true } table)
            foreach (string missing in reference.Rows.Except(table.Keys))
                row.Fault("data_ref", $"names {missing}, which {reference.Table}.csv does not hold");
    }
}
