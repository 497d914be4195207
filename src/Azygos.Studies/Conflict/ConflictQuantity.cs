using Azygos.Studies.Examiners;

namespace Azygos.Studies.Conflict;

/// <summary>A quantity that the explorer reports, read off a state of the chains.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Words">Name for people.</param>
/// <param name="IsRatio">True: on a logarithmic scale.</param>
/// <param name="Of">Its value.</param>
/// <param name="NeedsEffect">Only in readings with a true difference.</param>
/// <param name="NeedsBias">Only in readings with expectation.</param>
/// <param name="NeedsRecruitment">Only in readings with recruitment that errs.</param>
internal sealed record ConflictQuantity(string Key, string Words, bool IsRatio, Func<ConflictState, double> Of,
    bool NeedsEffect = false, bool NeedsBias = false, bool NeedsRecruitment = false)
{
    public static readonly ConflictQuantity OddsRatio =
        new("odds_ratio", "true odds ratio, MS against controls", true, x => Math.Exp(x.Effect), NeedsEffect: true);

    public static readonly ConflictQuantity Difference = new("difference",
        "true difference of shares with a narrowing, p₁ − p₀", false, x => First(x) - Second(x), NeedsEffect: true);

    public static readonly IReadOnlyList<ConflictQuantity> All =
    [
        OddsRatio,
        Difference,
        new("prevalence", "share of controls with a narrowing, p₀", false, Second, NeedsEffect: true),
        new("sensitivity", "sensitivity of a usual centre", false, x => Logit.Probability(x.SensitivityMean),
            NeedsEffect: true),
        new("specificity", "specificity of a usual centre", false, x => 1 - Logit.Probability(x.FalsePositiveMean),
            NeedsEffect: true),
        new("youden", "what a usual examination tells, J = s + c − 1", false, Youden,
            NeedsEffect: true),
        new("identified", "J·(p₁ − p₀) of a usual centre: all that blinded studies say", false,
            x => Youden(x) * (First(x) - Second(x)), NeedsEffect: true),
        new("bias_ratio", "odds ratio that a usual biased centre makes of nothing, e^2β", true,
            // Half of half-normal biases lie below 0.6745 of their scale.
            x => Math.Exp(2 * 0.67449 * Math.Exp(x.LogBiasScale)), NeedsBias: true),
        new("recruitment_ratio", "factor by which recruitment usually moves an odds ratio, either way, e^2γ", true,
            x => Math.Exp(2 * 0.67449 * Math.Exp(x.LogRecruitmentScale)), NeedsRecruitment: true),
        new("spread_sensitivity", "deviation of centres' sensitivity, log odds", false,
            x => Math.Exp(x.LogSensitivitySpread), NeedsEffect: true),
        new("spread_false_positive", "deviation of centres' false positive calls, log odds", false,
            x => Math.Exp(x.LogFalsePositiveSpread)),
    ];

    public bool IsIn(ConflictReading reading) => (!NeedsEffect || reading.HasEffect)
        && (!NeedsBias || reading.HasBias) && (!NeedsRecruitment || reading.HasRecruitment);

    private static double First(ConflictState x) => Logit.Probability(x.Prevalence + x.Effect);

    private static double Second(ConflictState x) => Logit.Probability(x.Prevalence);

    private static double Youden(ConflictState x) =>
        Logit.Probability(x.SensitivityMean) - Logit.Probability(x.FalsePositiveMean);
}
