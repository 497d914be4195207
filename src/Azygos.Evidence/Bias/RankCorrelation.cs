using Azygos.Evidence.Distributions;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Bias;

/// <summary>Begg and Mazumdar's test: Kendall's τ between standardised deviates and variances.</summary>
/// <param name="Tau">Kendall's τ-b.</param>
/// <param name="PValue">Two-sided: exact without ties and below 50 studies, else normal without continuity
/// correction.</param>
/// <param name="IsExact">Whether the p value is exact.</param>
/// <remarks>Deviates (yᵢ − μ)/√(vᵢ − 1/Σ(1/v)), μ the equal-effects mean.</remarks>
/// <source doi="10.2307/2533446" at="Begg and Mazumdar 1994; null distribution: 10.1093/biomet/30.1-2.81"/>
public sealed record RankCorrelation(double Tau, double PValue, bool IsExact)
{
    private const int ExactBelow = 50;             // chosen: the count table stays small; the normal is good from there

    /// <summary>The test on a table of effects.</summary>
    public static Outcome<RankCorrelation> Test(EffectTable table)
    {
        int k = table.Count;
        if (k < 3) return new NoAnswer(Refusal.TooFewStudies, $"A rank correlation needs three studies; here {k}.");
        double sum = 0, mean = 0;
        for (int i = 0; i < k; i++)
        {
            sum += 1 / table.Variances[i];
            mean += table.Effects[i] / table.Variances[i];
        }
        mean /= sum;
        double[] deviates = new double[k];
        for (int i = 0; i < k; i++) deviates[i] = (table.Effects[i] - mean) / Math.Sqrt(table.Variances[i] - 1 / sum);
        return Kendall(deviates, table.Variances.ToArray());
    }

    internal static Outcome<RankCorrelation> Kendall(double[] x, double[] y)
    {
        int n = x.Length;
        double s = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) s += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
        double pairs = n * (n - 1) / 2.0;
        Ties tx = Ties.Of(x), ty = Ties.Of(y);
        if (tx.Pairs == pairs || ty.Pairs == pairs)
            return new NoAnswer(Refusal.NotEstimable, "All studies have the same variance or the same deviate.");
        double tau = s / Math.Sqrt((pairs - tx.Pairs) * (pairs - ty.Pairs));
        if (tx.Pairs == 0 && ty.Pairs == 0 && n < ExactBelow)
        {
            int concordant = (int)Math.Round((s + pairs) / 2);
            double lower = Cumulative(n, concordant), upper = Cumulative(n, (int)pairs - concordant);
            return new RankCorrelation(tau, Math.Min(1, 2 * Math.Min(lower, upper)), true);
        }
        double v0 = n * (n - 1.0) * (2 * n + 5);
        double variance = (v0 - tx.Cubic - ty.Cubic) / 18 + 4 * tx.Pairs * ty.Pairs / (2 * n * (n - 1.0))
            + tx.Triples * ty.Triples / (9 * n * (n - 1.0) * (n - 2.0));
        return new RankCorrelation(tau, Normal.TwoSided(s / Math.Sqrt(variance)), false);
    }

    /// <summary>P(concordant pairs ≤ q) under independence: the distribution of inversions of a random
    /// permutation.</summary>
    private static double Cumulative(int n, int q)
    {
        double[] probability = [1];
        for (int m = 2; m <= n; m++)
        {
            double[] next = new double[probability.Length + m - 1];
            for (int i = 0; i < probability.Length; i++)
                for (int j = 0; j < m; j++) next[i + j] += probability[i] / m;
            probability = next;
        }
        double sum = 0;
        for (int i = 0; i <= Math.Min(q, probability.Length - 1); i++) sum += probability[i];
        return sum;
    }

    private readonly record struct Ties(double Pairs, double Cubic, double Triples)
    {
        internal static Ties Of(double[] values)
        {
            double pairs = 0, cubic = 0, triples = 0;
            foreach (double t in values.GroupBy(static v => v).Select(static g => (double)g.Count()))
            {
                pairs += t * (t - 1) / 2;
                cubic += t * (t - 1) * (2 * t + 5);
                triples += t * (t - 1) * (t - 2);
            }
            return new Ties(pairs, cubic, triples);
        }
    }
}
