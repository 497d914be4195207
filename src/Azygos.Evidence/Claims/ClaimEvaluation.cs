using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;

namespace Azygos.Evidence.Claims;

/// <summary>Judges the claims of a base: verdict, rule, trace, sensitivities, tipping points.</summary>
/// <remarks>A verdict is a pure function of the tables; no person edits it.</remarks>
/// <source choice="verdict rules 1.0: verified rows make the headline, every other choice of rows is a named
/// sensitivity"/>
public static class ClaimEvaluation
{
    private const string Secondary = "secondary";

    /// <summary>All claims, in the order of the table.</summary>
    public static IReadOnlyList<ClaimResult> All(CuratedBase data) => [.. data.Claims.Select(claim => Of(data, claim))];

    /// <summary>One claim.</summary>
    public static ClaimResult Of(CuratedBase data, ClaimNode claim) =>
        claim.Kind == "estimate" ? Association(data, claim) : Other(data, claim);

    /// <summary>What the rules say of one claim on verified rows, without displays and sensitivities.</summary>
    internal static Judgement Headline(CuratedBase data, ClaimNode claim)
    {
        ClaimJudges judges = new(data, withSecondary: false);
        return claim.Kind != "estimate" ? judges.Judge(claim).Judgement
            : judges.Estimate(claim,
                AssociationFinding.Of(StudyPool.Eligible(data.Studies, withSecondary: false))).Judgement;
    }

    private static ClaimResult Other(CuratedBase data, ClaimNode claim)
    {
        ClaimFinding finding = new ClaimJudges(data, withSecondary: false).Judge(claim);
        ClaimFinding secondary = new ClaimJudges(data, withSecondary: true).Judge(claim);
        return new ClaimResult
        {
            Claim = claim,
            Finding = finding,
            Sensitivities = [new Sensitivity(Secondary, secondary)],
            TippingPoints = TippingPoint.Of(data.Rules, claim.Kind, finding.Judgement),
            LeftOut = LeftOutVerdict.Of(data, claim, finding.Judgement),
            Harms = claim.Kind == "existence" ? HarmRate.Of(data.Harms) : [],
            WithoutDenominator = claim.Kind == "existence" ? HarmRate.WithoutDenominator(data.Harms) : [],
            PrimaryOutcomes = claim.Kind != "trial" ? [] :
                [.. data.Trials.Where(
                    row => row is { ShamControlled: true, PrimaryEfficacy: true, Status: RowStatus.Verified }
                    && finding.Counted.Contains(row.CohortGroup))],
        };
    }

    private static ClaimResult Association(CuratedBase data, ClaimNode claim)
    {
        ClaimJudges judges = new(data, withSecondary: false);
        IReadOnlyList<StudyRow> rows = StudyPool.Eligible(data.Studies, withSecondary: false);
        IReadOnlyList<StudyRow> more = StudyPool.Eligible(data.Studies, withSecondary: true);
        ClaimFinding finding = Finding(rows, displays: true);
        return new ClaimResult
        {
            Claim = claim,
            Finding = finding,
            Sensitivities =
            [
                new(Secondary, Finding(more, displays: true)),
                new("strict_low_risk", Finding(rows, strict: true)),
                .. RowChoice.Sensitivities.Select(choice =>
                    new Sensitivity(choice.Name, Finding(choice.Of(data.Studies)))),
            ],
            TippingPoints = TippingPoint.Of(data.Rules, claim.Kind, finding.Judgement),
            LeftOut = LeftOutVerdict.Of(data, claim, finding.Judgement),
        };

        ClaimFinding Finding(IReadOnlyList<StudyRow> studies, bool strict = false, bool displays = false) =>
            judges.Estimate(claim, AssociationFinding.Of(studies, strict, displays));
    }
}
