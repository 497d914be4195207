using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;

namespace Azygos.Evidence.Claims;

/// <summary>What the pools say of an association: all studies, and the low-risk blinded ones.</summary>
/// <source choice="verdict rules 1.0 §2-3: which numbers the rules of kind estimate are asked about"/>
public sealed record AssociationFinding
{
    /// <summary>All studies that may be pooled; null where there is none.</summary>
    public required PoolEstimate? Pool { get; init; }

    /// <summary>Low-risk blinded studies; null where there is none.</summary>
    public required PoolEstimate? LowRisk { get; init; }

    /// <summary>Each study of the pool left out once.</summary>
    public required IReadOnlyList<OddsRatioInterval> LeaveOneOut { get; init; }

    /// <summary>Each low-risk blinded study left out once.</summary>
    public required IReadOnlyList<OddsRatioInterval> LowRiskLeaveOneOut { get; init; }

    /// <summary>Information of the pool.</summary>
    public required InformationSize? Information { get; init; }

    /// <summary>Information of the low-risk blinded studies; N unadjusted.</summary>
    public required InformationSize? LowRiskInformation { get; init; }

    /// <summary>Blinded against the rest; null where there is none or it was not asked for.</summary>
    public BlindingContrast? Contrast { get; init; }

    /// <summary>The pool from the counts themselves; null where there is none or it was not asked for.</summary>
    public OddsRatioInterval? CountModel { get; init; }

    /// <summary>The numbers that rules are asked about.</summary>
    public RuleInputs Inputs => new(
        Of("k", Pool?.Count ?? 0), Of("ci_low", Pool?.Lower), Of("pi_low", Pool?.PredictionLower),
        Of("lrb_k", LowRisk?.Count ?? 0), Of("lrb_or", LowRisk?.OddsRatio), Of("lrb_ci_low", LowRisk?.Lower),
        Of("lrb_ci_high", LowRisk?.Upper),
        Of("loo_ci_low_min", LeaveOneOut.Count > 0 ? LeaveOneOut.Min(one => one.Lower) : null),
        Of("if_adj", Information?.FractionAdjusted), Of("lrb_if_unadj", LowRiskInformation?.Fraction),
        Of("egger_p", Pool?.SmallStudyP));

    /// <summary>Flags; they never change a verdict.</summary>
    public IReadOnlyList<string> Flags
    {
        get
        {
            List<string> flags = [];
            if (Pool is { Lower: > 1 } && LowRisk is { Lower: <= 1 }) flags.Add("pool_and_low_risk_disagree");
            if (Pool is { PredictionLower: < LeastMargin, PredictionUpper: > LargestMargin }) flags.Add("inconsistent");
            if (Information is { FractionAdjusted: < 1 }) flags.Add("below_information_size");
            flags.Add("probably_biased_towards_association");
            return flags;
        }
    }

    /// <summary>Margin of no important effect, lower end.</summary>
    /// <source choice="verdict rules 1.0 §2.8"/>
    public const double LeastMargin = 0.667;

    /// <summary>Margin of no important effect, upper end.</summary>
    /// <source choice="verdict rules 1.0 §2.8"/>
    public const double LargestMargin = 1.5;

    /// <summary>Finds what studies say, or why they cannot be pooled.</summary>
    /// <param name="rows">Studies that may enter.</param>
    /// <param name="strict">Low risk asks for low risk in how people were chosen as well.</param>
    /// <param name="displays">Also the blinding contrast and the model of the counts, which no rule uses.</param>
    public static Outcome<AssociationFinding> Of(
        IReadOnlyList<StudyRow> rows, bool strict = false, bool displays = false)
    {
        Outcome<StudyPool> all = StudyPool.Of(rows);
        if (all.Refused is { } shared) return shared;
        IReadOnlyList<StudyRow> studies = all.Value.Studies;
        StudyPool blinded = StudyPool.Of(studies.Where(row => StudyPool.IsLowRiskBlinded(row, strict))).Value;
        Outcome<PoolEstimate> pool = PoolEstimate.Of(all.Value), low = PoolEstimate.Of(blinded);
        foreach (Outcome<PoolEstimate> outcome in (ReadOnlySpan<Outcome<PoolEstimate>>)[pool, low])
            if (outcome.Refused is { Code: not Refusal.NoStudies } none) return none;
        PoolEstimate? estimate = pool.HasValue ? pool.Value : null, lowRisk = low.HasValue ? low.Value : null;
        Outcome<BlindingContrast>? contrast = displays && estimate is not null
            ? BlindingContrast.Of(estimate, studies.ToDictionary(row => row.Id))
            : (Outcome<BlindingContrast>?)null;
        Outcome<OddsRatioInterval>? counts = displays && estimate is not null
            ? CountModelEstimate.Of(studies) : (Outcome<OddsRatioInterval>?)null;
        return new AssociationFinding
        {
            Pool = estimate,
            LowRisk = lowRisk,
            LeaveOneOut = Without(estimate),
            LowRiskLeaveOneOut = Without(lowRisk),
            Information = Size(estimate, studies, estimate?.Diversity ?? 0),
            LowRiskInformation = Size(lowRisk, studies, 0),
            Contrast = contrast is { HasValue: true } told ? told.Value : null,
            CountModel = counts is { HasValue: true } counted ? counted.Value : null,
        };
    }

    private static KeyValuePair<string, double?> Of(string key, double? value) => KeyValuePair.Create(key, value);

    private static IReadOnlyList<OddsRatioInterval> Without(PoolEstimate? pool) => pool is not { Count: > 1 } ? [] :
        [.. from study in pool.Studies.Index()
            let rest = pool.Without(study.Index)
            where rest.HasValue
            select new OddsRatioInterval(study.Item.Label, rest.Value.OddsRatio, rest.Value.Lower, rest.Value.Upper)];

    private static InformationSize? Size(PoolEstimate? pool, IReadOnlyList<StudyRow> studies, double diversity)
    {
        if (pool is null) return null;
        HashSet<string> pooled = [.. pool.Studies.Select(study => study.Label)];
        return InformationSize.Of([.. studies.Where(row => pooled.Contains(row.Id))], diversity);
    }
}
