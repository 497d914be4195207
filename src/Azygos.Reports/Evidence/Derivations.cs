using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Evidence.Claims.Pools;

namespace Azygos.Reports.Evidence;

/// <summary>Every computation of the report, with its rows and options.</summary>
internal sealed class Derivations
{
    private const string Studies = "prevalence";

    private readonly List<Derivation> _all = [];

    /// <summary>Those of a synthesis.</summary>
    public Derivations(EvidenceSynthesis synthesis)
    {
        foreach (ClaimResult claim in synthesis.Claims)
        {
            Add($"claim-{claim.Claim.Id}", $"verdict on the claim: {claim.Claim.Statement}",
                [("claim-nodes", claim.Claim.Id), .. synthesis.Base.Votes.Where(vote => vote.Claim == claim.Claim.Id)
                    .Select(vote => ("claims", vote.Id)), .. synthesis.Base.Rules.Rules
                    .Where(rule => rule.Kind == claim.Claim.Kind).Select(rule => ("verdict-rules", rule.Id))],
                [("rules", synthesis.Base.Rules.Version), ("rows", "verified; one vote a cohort"),
                    ("order", "first rule that holds, by priority")]);
            if (claim.Finding.Association is { } found) Association(claim, found);
            if (claim.PrimaryOutcomes.Count > 0)
                Add("trials", "primary outcomes of sham-controlled trials, turned towards benefit",
                    claim.PrimaryOutcomes.Select(row => ("trials", row.Id)),
                    [("values", "as printed"), ("margin", claim.Claim.Margin)]);
            if (claim.Harms.Count > 0)
                Add("harms", "rates of harms, one row each", claim.Harms.Select(harm => ("safety", harm.Row.Id)),
                    [("interval", "exact (Clopper-Pearson), 95 %"), ("denominator", "as printed; kinds never merged")]);
        }
        if (synthesis.Multiverse is { } multiverse)
            Add("multiverse", "every defensible analysis of the same studies",
                RowChoice.Secondary.Of(synthesis.Base.Studies)
                .Select(row => (Studies, row.Id)), [("choices of rows", string.Join(", ", multiverse.Inclusions)),
                    ("specifications", $"{multiverse.Results.Count} with a result, {multiverse.Refused.Count} "
                        + $"without")]);
        if (synthesis.Conflict.Count > 0)
            Add("conflict", "pools by group, and p values of rearrangements",
                RowChoice.Secondary.Of(synthesis.Base.Studies)
                .Select(row => (Studies, row.Id)),
                    [("groups", "each with its own τ²"), ("test", "REML meta-regression on the "
                    + "group, F with Knapp-Hartung floor; and every rearrangement of the groups over the studies")]);
        Add("flow", "which rows were readable", synthesis.Base.Studies.Select(row => (Studies, row.Id)),
            [("order", "seen, counted, endpoint, cohort, first-hand, low risk")]);
    }

    /// <summary>All, in the order in which the report uses them.</summary>
    public IReadOnlyList<Derivation> All => _all;

    /// <summary>One by its short name.</summary>
    public Derivation this[string id] => _all.First(one => one.Id == id);

    private void Association(ClaimResult claim, AssociationFinding found)
    {
        (string, string)[] options =
        [
            ("measure", "log odds ratio"), ("zero cells", "½ in the four cells of a study with a zero"),
            ("heterogeneity", "REML"), ("interval", "Knapp-Hartung, scale never below 1, t with k − 1 df, 95 %"),
            ("prediction interval", "μ ± t √(τ² + SE²), k − 1 df, from five studies on"),
        ];
        Pool("pool", "pooled odds ratio of all verified studies", found.Pool);
        Pool("low-risk", "pooled odds ratio of the low-risk blinded studies", found.LowRisk);
        if (found.CountModel is not null)
            Add("count-model", "pooled odds ratio from the counts themselves", Of(found.Pool),
                [("model", "binomial GLMM, fixed study effects"), ("zero cells", "as counted")]);
        if (found.Contrast is not null)
            Add("contrast", "blinded studies against the rest, as a ratio of odds ratios", Of(found.Pool),
                [.. options[..4], ("regression", "one predictor, blinded or not"),
                    ("silent studies", "every coding tried")]);
        Add("by-blinding", "pooled odds ratio of each state of blinding", Of(found.Pool),
            [.. options[..4], ("groups", "each with its own τ²")]);
        Add("information", "people needed to see an odds ratio of 1.5", Of(found.Pool),
            [("test", "two-sided 5 %, power 80 %"), ("adjustment", "diversity D²")]);
        Add("leave-one-out", "the pool without each study in turn", Of(found.Pool), options);
        Add("cumulative", "the pool as it grew", Of(found.Pool),
            [.. options, ("order", "year of print, then identifier")]);
        Add("small-studies", "p of the small-study test", Of(found.Pool),
            [("test", "Egger: effect over its standard error on precision, t with k − 2 df")]);
        Add("influence", "heterogeneity and influence of each study", Of(found.Pool), options);
        Add("subsets", "the pool of every subset of the studies", Of(found.Pool), options);
        Add("accuracy", "the criteria read as a test", Of(found.Pool),
            [("model", "bivariate normal, REML"), ("zero cells", "½ in the four cells of a study with a zero")]);
        foreach (Sensitivity one in claim.Sensitivities)
            Pool($"sensitivity-{one.Name.Replace('_', '-')}", $"sensitivity {one.Name}", one.Finding.Association?.Pool);

        void Pool(string id, string what, PoolEstimate? pool)
        {
            if (pool is not null) Add(id, what, Of(pool), options);
        }
    }

    private static IEnumerable<(string, string)> Of(PoolEstimate? pool) =>
        pool is null ? [] : pool.Studies.Select(study => (Studies, study.Label));

    private void Add(
        string id, string what, IEnumerable<(string, string)> rows, IReadOnlyList<(string, string)> options) =>
        _all.Add(new Derivation(id, what, [.. rows], options));
}
