using Azygos.Quantities;

namespace Azygos.Clinic.Criteria;

/// <summary>Judges an examination by a version of the criteria.</summary>
/// <source ref="PMC3061048" at="table 2"/>
public static class CriteriaJudge
{
    /// <summary>Judges.</summary>
    /// <param name="signals">The examination.</param>
    /// <param name="rules">The version.</param>
    public static CriteriaResult Judge(ExaminationSignals signals, CriteriaRules rules)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(rules);
        CriterionResult[] criteria =
        [
            NeckReflux.Judge(signals, rules),
            DeepVeinReflux.Judge(signals, rules),
            NarrowJugular.Judge(signals, rules),
            AbsentFlow.Judge(signals, rules),
            ReversedPosturalControl.Judge(signals),
        ];
        return new CriteriaResult
        {
            Version = rules.Version,
            Flavour = signals.Flavour,
            Criteria = criteria,
            VhissLike = VhissLikeScore.Of(criteria, signals.Defects),
            PosturalFlowChange = FlowIndices.PosturalChange(signals) is { } change
                ? Flow.FromCubicMetresPerSecond(change).MillilitresPerMinute
                : null,
            CollateralFlowIndex = FlowIndices.Collateral(signals),
        };
    }
}
