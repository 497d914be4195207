using Azygos.Evidence.Claims.Rows;

namespace Azygos.Evidence.Claims.Pools;

/// <summary>Studies that may be pooled together: each with all four counts, and nobody in two of them.</summary>
/// <source choice="one row a cohort: the same patients counted twice make an average look surer than it is"/>
public sealed class StudyPool
{
    private StudyPool(IReadOnlyList<StudyRow> studies) => Studies = studies;

    /// <summary>The studies, ordered by identifier.</summary>
    public IReadOnlyList<StudyRow> Studies { get; }

    /// <summary>Rows that may enter: of the primary pool, verified, and secondary ones where asked for.</summary>
    public static IReadOnlyList<StudyRow> Eligible(IEnumerable<StudyRow> rows, bool withSecondary) =>
        [.. rows.Where(row => row.InPrimaryPool && Enters(row.Status, withSecondary))];

    /// <summary>True for rows that may count.</summary>
    public static bool Enters(RowStatus status, bool withSecondary) =>
        status == RowStatus.Verified || (withSecondary && status == RowStatus.Secondary);

    /// <summary>Low-risk blinded: blinded and not disputed, the venous test read at low risk, no domain at high
    /// risk.</summary>
    /// <param name="row">The study.</param>
    /// <param name="strict">Asks for low risk in how people were chosen as well.</param>
    public static bool IsLowRiskBlinded(StudyRow row, bool strict = false) =>
        row.Blinding == Blinding.Blinded && !row.BlindingDisputed && row.IndexTest == RiskOfBias.Low
        && row.Selection != RiskOfBias.High && row.ReferenceTest != RiskOfBias.High && row.Flow != RiskOfBias.High
        && (!strict || row.Selection == RiskOfBias.Low);

    /// <summary>Joins rows, or says which of them share patients or lack a count.</summary>
    public static Outcome<StudyPool> Of(IEnumerable<StudyRow> rows)
    {
        StudyRow[] studies = [.. rows.OrderBy(row => row.Id, StringComparer.Ordinal)];
        List<string> faults =
            [.. studies.Where(row => !row.HasTable).Select(row => $"{row.Id} lacks one of its four counts")];
        faults.AddRange(SharedPatients(studies).Select(pair => pair.Why));
        return faults.Count == 0 ? new StudyPool(studies)
            : new NoAnswer(Refusal.BadValue, string.Join("; ", faults) + ".");
    }

    /// <summary>Pairs of rows that hold the same people.</summary>
    public static IEnumerable<(StudyRow First, StudyRow Second, string Why)> SharedPatients(
        IReadOnlyList<StudyRow> rows)
    {
        for (int i = 0; i < rows.Count; i++)
            for (int j = i + 1; j < rows.Count; j++)
            {
                StudyRow a = rows[i], b = rows[j];
                if (a.CohortGroup.Length > 0 && a.CohortGroup == b.CohortGroup)
                    yield return (a, b, $"{a.Id} and {b.Id} are both of the cohort {a.CohortGroup}");
                else if (Names(a, b) || Names(b, a))
                    yield return (a, b, $"{a.Id} and {b.Id} hold the same people");
            }

        static bool Names(StudyRow one, StudyRow other) => one.Overlaps.Any(o => o.IsCertain && o.Study == other.Id);
    }
}
