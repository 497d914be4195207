using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;

namespace Azygos.Evidence.Claims;

/// <summary>What the rules say when one study, or cohort, is left out.</summary>
/// <param name="Study">What is left out.</param>
/// <param name="Verdict">The verdict without it.</param>
/// <param name="Rule">The rule that gives it.</param>
/// <param name="Tips">True when the verdict is another than with it.</param>
/// <source choice="one at a time: how far a verdict hangs on a single study"/>
public sealed record LeftOutVerdict(string Study, Verdict Verdict, string Rule, bool Tips)
{
    /// <summary>Leaves out each study, or cohort, that counts for a claim.</summary>
    /// <param name="data">The base.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="judged">Its verdict with all of them.</param>
    public static IReadOnlyList<LeftOutVerdict> Of(CuratedBase data, ClaimNode claim, Judgement judged)
    {
        string[] counted = claim.Kind == "estimate"
            ? [.. RowChoice.Headline.Of(data.Studies).Select(row => row.Id)]
            : [.. data.Votes.Where(vote => vote.Claim == claim.Id && vote.Counts
                    && StudyPool.Enters(vote.Status, withSecondary: false))
                .Select(vote => vote.Voter).Distinct().Order(StringComparer.Ordinal)];
        return [.. from one in counted
                   let without = ClaimEvaluation.Headline(Without(data, claim, one), claim)
                   select new LeftOutVerdict(one, without.Verdict, without.Rule, without.Verdict != judged.Verdict)];
    }

    private static CuratedBase Without(CuratedBase data, ClaimNode claim, string one) => claim.Kind == "estimate"
        ? data with { Studies = [.. data.Studies.Where(row => row.Id != one)] }
        : data with
        {
            Votes = [.. data.Votes.Where(vote => vote.Voter != one)],
            Trials = [.. data.Trials.Where(row => row.CohortGroup != one)],
        };
}
