using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>The tables of an evidence base, schema <c>azygos-evidence/1</c>.</summary>
/// <source choice="ranges that catch slips, not judgements"/>
public static class EvidenceTables
{
    /// <summary>Schema word of the tables.</summary>
    public const string Schema = "azygos-evidence/1";

    /// <summary>All tables, in the order in which they are read.</summary>
    public static IReadOnlyList<TableDescription> All { get; } =
    [
        StudyTables.Prevalence, StudyTables.Criteria, TreatmentTables.Trials,
        TreatmentTables.Safety, ClaimTables.Statements,
        StudyTables.PublishedPools, ClaimTables.Claims, ClaimTables.Votes, ClaimTables.Rules, ReleaseTable.Releases,
        ArticleNoteTable.Notes,
    ];

    /// <summary>True for a table that a base may lack.</summary>
    internal static bool IsOptional(TableDescription table) => table == ReleaseTable.Releases
        || table == ArticleNoteTable.Notes;
}
