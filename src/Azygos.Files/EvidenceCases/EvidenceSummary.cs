using Azygos.Evidence.Checks;

namespace Azygos.Files.EvidenceCases;

/// <summary>Counts over evidence cases; a disputed value is neither held nor missed.</summary>
/// <param name="Cases">Cases that were run.</param>
/// <param name="CasesMissed">Cases with a value outside its tolerance.</param>
/// <param name="Held">Values within tolerance.</param>
/// <param name="Missed">Values outside.</param>
/// <param name="Disputed">Values that differ from the expected one for a stated reason that lies with the
/// latter.</param>
/// <source choice="three counts, so that a disputed value is never counted as agreement"/>
public sealed record EvidenceSummary(int Cases, int CasesMissed, int Held, int Missed, int Disputed)
{
    /// <summary>Counts.</summary>
    public static EvidenceSummary Of(IReadOnlyList<CaseVerdict> verdicts) => new(
        verdicts.Count,
        verdicts.Count(static v => !v.Passed),
        verdicts.Sum(static v => v.Held),
        verdicts.Sum(static v => v.Misses.Count),
        verdicts.Sum(static v => v.Disputed.Count));

    /// <summary>The name of a case: data set, task and id.</summary>
    public static string NameOf(CaseVerdict verdict) => $"{verdict.Case.Dataset}/{verdict.Case.Task}/{verdict.Case.Id}";
}
