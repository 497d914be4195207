using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Article;

/// <summary>Numbers and verdicts that the article may name, each with the computation that made it.</summary>
internal static class ComputedFacts
{
    private const double Wide = 3;      // chosen: from a third to three times is almost anything

    /// <summary>By name; guards begin with a question mark and are there when what they name holds.</summary>
    public static Dictionary<string, (string Text, string Made)> Of(EvidenceSynthesis synthesis)
    {
        Dictionary<string, (string, string)> facts = [];
        foreach (ClaimResult claim in synthesis.Claims)
        {
            string id = claim.Claim.Id, made = "claim-" + id;
            facts[$"verdict {id}"] = (VerdictWords.OnScreen(claim.Finding.Judgement.Verdict), made);
            Cohorts(facts, id, made, claim.Finding.Cohorts);
            foreach (SubClaimResult part in claim.Finding.SubClaims) Cohorts(facts, part.Name, made, part.Cohorts);
            if (claim.Finding.Counted.Count > 0) facts[$"counted {id}"] = ($"{claim.Finding.Counted.Count}", made);
            foreach (HarmRate harm in claim.Harms)
                facts[$"upper {harm.Row.Id}"] = (Numerals.Rate(10 * harm.UpperPercent), "harms");
            if (claim.Finding.Association is { } found) Pools(facts, found);
        }
        facts["rows"] = ($"{synthesis.Base.Studies.Count}", "flow");
        facts["rows not seen"] = ($"{synthesis.Base.Studies.Count(row => row.Status == RowStatus.Unverified)}", "flow");
        facts["last year"] = ($"{LastYear(synthesis.Base)}", "flow");
        return facts;
    }

    private static void Pools(Dictionary<string, (string, string)> facts, AssociationFinding found)
    {
        Pool("pool", found.Pool);
        Pool("low-risk", found.LowRisk);
        if (found.Contrast is not { } contrast) return;
        facts["contrast"] = (Numerals.PlainRatio(contrast.Coded.Ratio), "contrast");
        facts["contrast range"] = (Range(contrast.Coded.Lower, contrast.Coded.Upper), "contrast");
        Guard(facts, "contrast below one", contrast.Coded.Ratio < 1);
        Guard(facts, "contrast holds one", contrast.Coded is { Lower: <= 1, Upper: >= 1 });
        facts["contrast silent"] = ($"{contrast.Silent}", "contrast");

        void Pool(string id, PoolEstimate? pool)
        {
            if (pool is null) return;
            facts[id + " studies"] = ($"{pool.Count}", id);
            facts[id + " ratio"] = (Numerals.PlainRatio(pool.OddsRatio), id);
            facts[id + " range"] = (Range(pool.Lower, pool.Upper), id);
            if (pool is { PredictionLower: { } low, PredictionUpper: { } high })
            {
                facts[id + " next"] = (Range(low, high), id);
                Guard(facts, "next wide", low < 1 / Wide && high > Wide);
            }
        }
    }

    private static string Range(double low, double high) =>
        $"{Numerals.PlainRatio(low)} to {Numerals.PlainRatio(high)}";

    private static void Guard(Dictionary<string, (string, string)> facts, string name, bool holds)
    {
        if (holds) facts["?" + name] = ("", "");
    }

    private static void Cohorts(
        Dictionary<string, (string, string)> facts, string id, string made, IReadOnlyList<CohortVote> cohorts)
    {
        foreach (string vote in (string[])["for", "against", "neutral"])
            if (cohorts.Count > 0) facts[$"{vote} {id}"] = ($"{cohorts.Count(cohort => cohort.Vote == vote)}", made);
    }

    private static int LastYear(CuratedBase data) => data.Studies.Select(row => row.Year ?? 0)
        .Concat(data.PublishedPools.Select(row => row.Year)).DefaultIfEmpty(0).Max();
}
