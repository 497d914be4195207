using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Stratified;

/// <summary>A common effect of stratified counts, pooled from the counts themselves.</summary>
/// <param name="Effect">Effect on its analysis scale (logarithm for ratios), with test and interval.</param>
/// <param name="Heterogeneity">Σ (yᵢ − y)²/vᵢ over the studies that have an effect of their own.</param>
/// <param name="StudiesInHeterogeneity">How many those are.</param>
/// <param name="I2Percent">max(0, 1 − df/Q) [%].</param>
/// <param name="H2">Q/df; 1 with one study.</param>
/// <param name="WeightsPercent">Weight of each study [%].</param>
/// <source doi="10.1093/jnci/22.4.719" at="Mantel and Haenszel 1959: pooling strata without pooling people"/>
public sealed record StratifiedFit(
    Coefficient Effect, OmnibusTest Heterogeneity, int StudiesInHeterogeneity,
    double I2Percent, double H2, double[] WeightsPercent)
{
    internal static StratifiedFit From(
        double estimate, double variance, ReadOnlySpan<double> weights,
        IEnumerable<EffectEstimate?> studies, double level)
    {
        double q = 0, total = 0;
        int used = 0;
        foreach (EffectEstimate? study in studies)
        {
            if (study is not { } s || s.Variance <= 0) continue;
            q += (s.Value - estimate) * (s.Value - estimate) / s.Variance;
            used++;
        }
        foreach (double weight in weights) total += weight;
        double[] percent = new double[weights.Length];
        for (int i = 0; i < percent.Length; i++) percent[i] = 100 * weights[i] / total;
        int df = Math.Max(used - 1, 0);
        return new StratifiedFit(
            Coefficient.From("effect", estimate, Math.Sqrt(variance), double.PositiveInfinity, level),
            OmnibusTest.ChiSquare(df > 0 ? q : 0, df),
            used,
            df > 0 && q > 0 ? Math.Max(0, 100 * (q - df) / q) : 0,
            df > 0 ? q / df : 1,
            percent);
    }
}
