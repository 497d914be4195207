using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;
using Azygos.Evidence.Distributions;

namespace Azygos.Evidence.Claims;

/// <summary>From rows to the numbers that each kind of rule is asked about, and to its verdict.</summary>
/// <remarks>Only rows that count and whose status enters; one vote a cohort. Claims inherit nothing from each
/// other.</remarks>
/// <source choice="verdict rules 1.0 §1 and §3"/>
internal sealed class ClaimJudges(CuratedBase data, bool withSecondary)
{
    private const double AgreementMargin = 0.60;     // chosen: kappa, verdict rules 1.0 §2.8

    private const double ConfirmationMargin = 0.5;     // chosen: half confirmed, verdict rules 1.0 §2.8

    private const double SmallestStandardisedBenefit = 0.3;     // chosen: standard deviations, verdict rules 1.0 §2.8

    /// <summary>Judges a claim that is not one of an association.</summary>
    public ClaimFinding Judge(ClaimNode claim) => claim.Kind switch
    {
        "agreement" => Agreement(claim),
        "direction" => claim.SubClaims.Count == 0 ? Direction(claim) : SubClaims(claim),
        "trial" => Trial(claim),
        "existence" => Existence(claim),
        _ => throw new ArgumentException($"'{claim.Kind}' is not a kind of claim."),
    };

    /// <summary>Judges a claim of an association on given studies.</summary>
    public ClaimFinding Estimate(ClaimNode claim, Outcome<AssociationFinding> found)
    {
        AssociationFinding association = found.Value;
        return new ClaimFinding
        {
            Judgement = data.Rules.Judge(claim.Kind, association.Inputs),
            Flags = association.Flags,
            Association = association,
        };
    }

    private ClaimFinding Agreement(ClaimNode claim)
    {
        CriterionRow[] rows =
            [.. Counted(claim).SelectMany(Criteria).Where(row => StudyPool.Enters(row.Status, withSecondary))];
        var kappas = rows.Where(row => row is { Unit: "kappa", Lower: not null, Upper: not null }).ToArray();
        // Shares of different patients: each has its own vote, also where the centre is the same.
        var shares = rows.Where(row => row is { Unit: "percent", Positive: not null, Total: not null })
            .Select(row => ClopperPearson.Of(row.Positive!.Value, row.Total!.Value)).ToArray();
        return new ClaimFinding
        {
            Judgement = data.Rules.Judge(claim.Kind, Inputs(
                ("n_kappa", kappas.Length),
                ("kappa_high_below", kappas.Count(row => row.Upper < AgreementMargin)),
                ("kappa_low_above", kappas.Count(row => row.Lower >= AgreementMargin)),
                ("n_confirm", shares.Length),
                ("confirm_high_below", shares.Count(share => share.Upper < ConfirmationMargin)),
                ("confirm_low_above", shares.Count(share => share.Lower >= ConfirmationMargin)))),
        };
    }

    private ClaimFinding Direction(ClaimNode claim)
    {
        (Judgement judged, IReadOnlyList<CohortVote> cohorts) = Direction(claim.Kind, Counted(claim));
        return new ClaimFinding { Judgement = judged, Cohorts = cohorts };
    }

    private ClaimFinding SubClaims(ClaimNode claim)
    {
        List<SubClaimResult> parts = [];
        foreach (string name in claim.SubClaims)
        {
            (Judgement judged, IReadOnlyList<CohortVote> cohorts) =
                Direction(claim.Kind, Counted(claim).Where(vote => vote.SubClaim == name));
            parts.Add(new SubClaimResult(name, judged, cohorts));
        }
        return new ClaimFinding
        {
            Judgement = data.Rules.Join([.. parts.Select(part => (part.Name, part.Judgement.Verdict))]),
            SubClaims = parts,
        };
    }

    private (Judgement Judged, IReadOnlyList<CohortVote> Cohorts) Direction(string kind, IEnumerable<VoteRow> votes)
    {
        VoteRow[] counted = [.. votes];
        CohortVote[] cohorts =
            [.. counted.GroupBy(vote => vote.Voter).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new CohortVote(
                group.Key, [.. group.Select(vote => vote.Direction).Distinct().Order(StringComparer.Ordinal)]))];
        HashSet<string> strong = [.. counted.Where(vote => vote.Direction == "for"
            && vote.DesignClass is "longitudinal" or "randomised").Select(vote => vote.Voter)];
        return (data.Rules.Judge(kind, Inputs(
            ("for", cohorts.Count(cohort => cohort.Vote == "for")),
            ("against", cohorts.Count(cohort => cohort.Vote == "against")),
            ("neutral", cohorts.Count(cohort => cohort.Vote == "neutral")),
            ("for_longitudinal_or_randomised",
                cohorts.Count(cohort => cohort.Vote == "for" && strong.Contains(cohort.Cohort))))), cohorts);
    }

    private ClaimFinding Trial(ClaimNode claim)
    {
        HashSet<string> counted =
            [.. Counted(claim).Where(vote => vote.DesignClass == "randomised").Select(vote => vote.Voter)];
        TrialRow[] rows = [.. data.Trials.Where(row => StudyPool.Enters(row.Status, withSecondary))];
        var trials = rows.Where(row => row is { ShamControlled: true, PrimaryEfficacy: true }
            && counted.Contains(row.CohortGroup))
            .GroupBy(row => row.CohortGroup).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        Judgement judged = data.Rules.Judge(claim.Kind, Inputs(
            ("trials", trials.Length),
            ("n_excluding", trials.Count(trial => Excludes([.. trial.Where(HasInterval)]))),
            ("n_benefit",
                trials.Count(trial => trial.Any(row => HasInterval(row) && row.BenefitLower > NoEffect(row)))),
            ("n_harm", trials.Count(trial => trial.Any(row => HasInterval(row) && row.BenefitUpper < NoEffect(row)))),
            ("uncontrolled", rows.Where(row => !row.ShamControlled)
                .Select(row => row.CohortGroup).Distinct().Count())));
        bool smallBenefitOpen = judged is { Verdict: Verdict.NotSupported } && judged.Inputs["n_excluding"] == 0;
        return new ClaimFinding
        {
            Judgement = judged,
            Flags = smallBenefitOpen ? ["small_benefit_not_excluded"] : [],
            Counted = [.. trials.Select(trial => trial.Key)],
        };
    }

    private static bool HasInterval(TrialRow row) => row is { BenefitLower: not null, BenefitUpper: not null };

    private static double NoEffect(TrialRow row) => row.BenefitScale == "OR" ? 1 : 0;

    private static bool Excludes(TrialRow[] intervals) => intervals.Length > 0 && intervals.All(row => row.BenefitUpper
        < (row.BenefitScale == "OR" ? AssociationFinding.LargestMargin : SmallestStandardisedBenefit));

    private ClaimFinding Existence(ClaimNode claim)
    {
        VoteRow[] votes = [.. Counted(claim).Where(vote => vote.Direction == "for")];
        Dictionary<string, HarmRow> harms = data.Harms.ToDictionary(row => row.Id);
        string[] cohorts = [.. from vote in votes
                               where vote.DesignClass == "cohort"
                               from id in DataReference.Parse(vote.DataRef).Rows
                               where harms.TryGetValue(id, out HarmRow? row)
                                   && row is { Events: > 0, Denominator: not null }
                                   && StudyPool.Enters(row.Status, withSecondary)
                               select vote.Voter];
        cohorts = [.. cohorts.Distinct().Order(StringComparer.Ordinal)];
        return new ClaimFinding
        {
            Judgement = data.Rules.Judge(claim.Kind, Inputs(
                ("serious_cohorts", cohorts.Length), ("regulators", Voters("regulator")),
                ("case_reports", Voters("case_report")))),
            Flags = data.Harms.Any(row => row.IsLowerBound && row.Status != RowStatus.Unverified)
                ? ["rates_are_lower_bounds"] : [],
            Counted = cohorts,
        };

        int Voters(string design) =>
            votes.Where(vote => vote.DesignClass == design).Select(vote => vote.Voter).Distinct().Count();
    }

    /// <summary>Votes on a claim that may enter.</summary>
    private IEnumerable<VoteRow> Counted(ClaimNode claim) => data.Votes.Where(vote =>
        vote.Claim == claim.Id && vote.Counts && StudyPool.Enters(vote.Status, withSecondary));

    private IEnumerable<CriterionRow> Criteria(VoteRow vote)
    {
        DataReference reference = DataReference.Parse(vote.DataRef);
        return reference.Table == "criteria" ? data.Criteria.Where(row => reference.Rows.Contains(row.Id)) : [];
    }

    private static RuleInputs Inputs(params IEnumerable<(string Key, int Value)> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, (double?)value.Value)));
}
