using Azygos.Evidence.Bias;
using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Claims.Pools;

/// <summary>A pooled odds ratio by the method that the rules name.</summary>
/// <remarks>
/// Log odds ratios, ½ added to the cells of a study with a zero; τ² by REML; Knapp-Hartung interval whose scale is
/// never below 1, t with k − 1 degrees of freedom; prediction interval μ ± t √(τ² + SE²) from five studies on; one
/// study: normal.
/// I² = max(0, (Q − k + 1)/Q) with weights 1/v. Diversity D² = 1 − V_fixed/V_random, both without the Knapp-Hartung
/// scale.
/// </remarks>
/// <source doi="10.1002/sim.1482" at="Knapp and Hartung, eqs. 7-9; D²: 10.1186/1471-2288-9-86; the rest chosen, verdict
/// rules 1.0 §2"/>
public sealed record PoolEstimate
{
    private const int FewestForPrediction = 5;     // chosen: verdict rules 1.0 §2.4

    private const int FewestForSmallStudyTest = 10;     // chosen: verdict rules 1.0 §2.5

    /// <summary>Studies pooled, in order.</summary>
    public required IReadOnlyList<OddsRatioInterval> Studies { get; init; }

    /// <summary>Studies left out because nobody, or everybody, has the finding in both groups.</summary>
    public required IReadOnlyList<string> Uninformative { get; init; }

    /// <summary>Odds ratio.</summary>
    public required double OddsRatio { get; init; }

    /// <summary>Lower limit, 95 %.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper limit, 95 %.</summary>
    public required double Upper { get; init; }

    /// <summary>τ², of log odds ratios.</summary>
    public required double Tau2 { get; init; }

    /// <summary>I² [%].</summary>
    public required double I2Percent { get; init; }

    /// <summary>Cochran's Q.</summary>
    public required double Q { get; init; }

    /// <summary>q of Knapp and Hartung, before the floor; null for one study.</summary>
    public required double? KnappHartungScale { get; init; }

    /// <summary>Lower limit for the true odds ratio of a new study; null below five studies.</summary>
    public required double? PredictionLower { get; init; }

    /// <summary>Upper limit for it.</summary>
    public required double? PredictionUpper { get; init; }

    /// <summary>D² [1].</summary>
    public required double Diversity { get; init; }

    /// <summary>p of the small-study test; null below ten studies.</summary>
    public required double? SmallStudyP { get; init; }

    /// <summary>Effects and variances pooled, for further analyses.</summary>
    public required EffectTable Table { get; init; }

    /// <summary>Number of studies pooled.</summary>
    public int Count => Studies.Count;

    /// <summary>How every pool here is pooled.</summary>
    public static PoolingOptions Options { get; } = new() { Test = CoefficientTest.KnappHartungFloor };

    /// <summary>Pools, or says why not.</summary>
    public static Outcome<PoolEstimate> Of(StudyPool pool)
    {
        List<string> labels = [], uninformative = [];
        List<double> effects = [], variances = [];
        foreach (var row in pool.Studies)
        {
            var table = TwoByTwo.FromEvents(row.CasesPositive!.Value, row.Cases!.Value,
                row.ControlsPositive!.Value, row.Controls!.Value);
            if (table.Refused is { } bad) return bad with { Reason = $"{row.Id}: {bad.Reason}" };
            if (table.Value.IsUninformative)
            {
                uninformative.Add(row.Id);
                continue;
            }
            EffectEstimate effect = LogOddsRatio(table.Value);
            labels.Add(row.Id);
            effects.Add(effect.Value);
            variances.Add(effect.Variance);
        }
        return EffectTable.From(effects.ToArray(), variances.ToArray()).Then(table => Of(labels, uninformative, table));
    }

    /// <summary>The same pool without one of its studies.</summary>
    public Outcome<PoolEstimate> Without(int study) => Table.Without(study).Then(table =>
        Of([.. Studies.Select(one => one.Label).Where((_, i) => i != study)], Uninformative, table));

    private static Outcome<PoolEstimate> Of(IReadOnlyList<string> labels,
        IReadOnlyList<string> uninformative, EffectTable table) =>
        RandomEffects.Pool(table, Options).Then<PoolEstimate>(fit =>
        {
            int k = table.Count;
            double fixedWeights = 0, randomWeights = 0, spread = 0, mean = fit.Mean.Estimate,
                q = fit.Heterogeneity.Statistic;
            for (int i = 0; i < k; i++)
            {
                double w = 1 / (table.Variances[i] + fit.Tau2);
                fixedWeights += 1 / table.Variances[i];
                randomWeights += w;
                spread += w * (table.Effects[i] - mean) * (table.Effects[i] - mean);
            }
            PredictionInterval? prediction = k >= FewestForPrediction ? PredictionInterval.AsFitted(fit) : null;
            Outcome<FunnelRegression>? lean = k >= FewestForSmallStudyTest
                ? FunnelRegression.Egger(table) : (Outcome<FunnelRegression>?)null;
            return new PoolEstimate
            {
                Studies = [.. labels.Select((label, i) => Interval(label, table.Effects[i], table.Variances[i]))],
                Uninformative = uninformative,
                OddsRatio = Math.Exp(mean),
                Lower = Math.Exp(fit.Mean.Lower),
                Upper = Math.Exp(fit.Mean.Upper),
                Tau2 = fit.Tau2,
                I2Percent = q > 0 ? Math.Max(0, 100 * (q - k + 1) / q) : 0,
                Q = q,
                KnappHartungScale = k > 1 ? spread / (k - 1) : null,
                PredictionLower = prediction is null ? null : Math.Exp(prediction.Lower),
                PredictionUpper = prediction is null ? null : Math.Exp(prediction.Upper),
                Diversity = 1 - randomWeights / fixedWeights,
                SmallStudyP = lean is { HasValue: true } test ? test.Value.Slope.PValue : null,
                Table = table,
            };
        });

    private static EffectEstimate LogOddsRatio(TwoByTwo table) =>
        Effects.OddsRatio.From(table.HasZero ? table.Plus(0.5) : table)!.Value;

    private static OddsRatioInterval Interval(string label, double effect, double variance)
    {
        double half = Normal.TwoSidedQuantile(Options.Level) * Math.Sqrt(variance);
        return new OddsRatioInterval(label, Math.Exp(effect), Math.Exp(effect - half), Math.Exp(effect + half));
    }
}
