using Azygos.Evidence.Claims;
using Azygos.Files.Feeds;

namespace Azygos.Files.EvidenceBase.Changes;

/// <summary>What differs between two bases: rows, verdicts, and the numbers between them.</summary>
/// <param name="HashBefore">SHA-256 of the tables before.</param>
/// <param name="HashAfter">SHA-256 of the tables now.</param>
/// <param name="Day">Day of the newer base; null where it is undated.</param>
/// <param name="Rows">Rows that differ.</param>
/// <param name="Verdicts">Claims that differ.</param>
public sealed record EvidenceChanges(
    string HashBefore, string HashAfter, DateOnly? Day, IReadOnlyList<RowChange> Rows,
    IReadOnlyList<VerdictChange> Verdicts)
{
    /// <summary>Title of the feeds of changes.</summary>
    public const string FeedTitle = "CCSVI and multiple sclerosis: changes of the evidence base";

    /// <summary>Compares two bases.</summary>
    public static EvidenceChanges Between(EvidenceFolder before, EvidenceFolder after) => new(
        before.Base.Hash, after.Base.Hash, after.Base.Releases is [.., { } last] ? last.Date : null,
        RowChange.Between(before, after),
        VerdictChange.Between(ClaimEvaluation.All(before.Base), ClaimEvaluation.All(after.Base)));

    /// <summary>Rows in words, such as <c>prevalence.csv: 1 added, 2 changed</c>; one line a table.</summary>
    public IReadOnlyList<string> Tables => [.. Rows.GroupBy(row => row.Table).Select(table =>
        $"{table.Key}.csv: " + string.Join(", ", from kind in Enum.GetValues<ChangeKind>()
                                                 let count = table.Count(row => row.Kind == kind)
                                                 where count > 0
                                                 select $"{count} {Word(kind)}"))];

    /// <summary>The word for what became of a row.</summary>
    public static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        _ => "changed",
    };

    /// <summary>The changes as an Atom feed: one entry for each claim that differs, one for the rows.</summary>
    /// <param name="day">Day of the entries.</param>
    /// <param name="page">Page they belong to, relative.</param>
    public string Feed(DateOnly day, string page)
    {
        List<FeedEntry> entries = [.. Verdicts.Select(verdict => new FeedEntry(day, verdict.ToString(),
            verdict.Numbers.Count == 0 ? "No number of its rules changed."
                : "Numbers that changed: " + string.Join(", ", verdict.Numbers.Select(number => number.Input)) + "."))];
        entries.Add(new FeedEntry(day, Rows.Count == 0 ? "No row changed" : $"{Rows.Count} rows changed",
            Rows.Count == 0 ? "The tables hold the same rows." : string.Join("; ", Tables) + "."));
        return AtomFeed.Write(FeedTitle, CuratedBase.Title, page, entries);
    }
}
