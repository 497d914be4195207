using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Stratified;

/// <summary>Peto's pooled log odds ratio: observed less expected events over their variance, summed.</summary>
/// <remarks>y = Σ(O − E)/ΣV, variance 1/ΣV; good for rare events and balanced arms, biased for large effects.</remarks>
/// <source doi="10.1016/S0033-0620(85)80003-7" at="statistical appendix"/>
public static class OneStepPeto
{
    /// <summary>Pools; studies with no event, or only events, carry no information and weight 0.</summary>
    public static Outcome<StratifiedFit> OddsRatio(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        double difference = 0, variance = 0;
        double[] weights = new double[tables.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            if (PetoOddsRatio.From(tables[i]) is not { } study) continue;
            weights[i] = 1 / study.Variance;
            difference += study.Value * weights[i];
            variance += weights[i];
        }
        return variance > 0
            ? StratifiedFit.From(
                difference / variance, 1 / variance, weights, tables.Select(static t => PetoOddsRatio.From(t)), level)
            : new NoAnswer(Refusal.NotEstimable,
                "Peto's odds ratio is not estimable: no study has both events and non-events.");
    }
}
