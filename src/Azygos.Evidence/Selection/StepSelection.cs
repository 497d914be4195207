using Azygos.Evidence.Distributions;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Optimisation;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Selection;

/// <summary>Which p value decides whether a study is seen.</summary>
/// <source doi="10.1007/BF02294384" at="Hedges 1992; Vevea and Hedges 1995"/>
public enum SelectionTail
{
    /// <summary>Large effects are wanted: p = P(Z &gt; y/√v).</summary>
    Greater,

    /// <summary>Small effects are wanted: p = P(Z &lt; y/√v).</summary>
    Less,

    /// <summary>Any significant effect is wanted: p = P(|Z| &gt; |y|/√v).</summary>
    TwoSided,
}

/// <summary>A random-effects model in which the chance to be published steps down with the p value.</summary>
/// <param name="Mean">μ with its Wald test.</param>
/// <param name="Tau2">τ².</param>
/// <param name="RelativeChances">δ: chance to be seen in each interval of p, relative to the first, which is 1.</param>
/// <param name="NoSelection">Likelihood-ratio test that all are 1.</param>
/// <param name="LogLikelihood">Log-likelihood.</param>
/// <param name="Iterations">Newton steps.</param>
/// <remarks>
/// Density of yᵢ: δ(pᵢ) N(yᵢ; μ, vᵢ + τ²)/Σ_j δ_j P_ij, P_ij the chance that a study of variance vᵢ falls in interval
/// j.
/// </remarks>
/// <source doi="10.1007/BF02294384" at="Vevea and Hedges 1995, eqs. 3-6"/>
public sealed record StepSelection(
    Coefficient Mean, double Tau2, double[] RelativeChances, OmnibusTest NoSelection,
    double LogLikelihood, int Iterations)
{
    private const double Vanished = 1e-4;     // chosen: relative to the typical sampling error; Newton ends within 1e-6

    /// <summary>The log-likelihood at given μ, τ and δ (without the first), for checks.</summary>
    internal Func<double, double, double[], double>? LogLikelihoodAt { get; init; }

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="table">Effects.</param>
    /// <param name="steps">Ends of the intervals of p, rising, in (0, 1); the last interval ends at 1.</param>
    /// <param name="tail">Which p value.</param>
    /// <param name="level">Confidence level.</param>
    public static Outcome<StepSelection> Fit(EffectTable table, double[] steps, SelectionTail tail, double level = 0.95)
    {
        int k = table.Count, n = steps.Length;
        if (k < n + 3) return new NoAnswer(Refusal.TooFewStudies, $"{k} studies for {n + 2} parameters.");
        double[] y = table.Effects.ToArray(), v = table.Variances.ToArray(), se = [.. v.Select(Math.Sqrt)];
        int[] interval = [.. y.Select((value, i) => Interval(PValue(value / se[i], tail), steps))];
        for (int j = 0; j <= n; j++)
            if (!interval.Contains(j))
                return new NoAnswer(
                    Refusal.NotEstimable,
                    $"No study has its p value in interval {j + 1} of {n + 1}; its chance cannot be estimated.");
        double[][] cuts = [.. se.Select(s => Cuts(s, steps, tail))];
        double typical = Math.Sqrt(v.Average());

        double LogLikelihoodOf(double mu, double tau, double[] delta)
        {
            double sum = 0;
            for (int i = 0; i < k; i++)
            {
                double s = Math.Sqrt(v[i] + tau * tau), chance = Chance(cuts[i], mu, s, delta, tail);
                if (!(chance > 0)) return double.NegativeInfinity;
                sum += Normal.LogDensity((y[i] - mu) / s) - Math.Log(s)
                    + (interval[i] == 0 ? 0 : Math.Log(delta[interval[i] - 1])) - Math.Log(chance);
            }
            return sum;
        }

        var plain =
            RandomEffects.Pool(table, new PoolingOptions { Estimator = HeterogeneityEstimators.MaximumLikelihood });
        if (!plain.TryGet(out PooledFit? without)) return plain.Refused!;
        Outcome<ArrowNewton> best = new NoAnswer(Refusal.NotConverged, "selection model: no start converged.");
        // The likelihood may have several maxima; starts differ in τ and in how strong selection is.
        foreach ((double tau, double strength) in
            (ReadOnlySpan<(double, double)>)[(1, 0), (0.3, 0), (1, -1), (0.1, -1), (0.05, -2), (1, 1)])
        {
            double[] start = [without.Mean.Estimate / typical, tau * Math.Max(0.3, Math.Sqrt(without.Tau2) / typical),
                .. Enumerable.Range(1, n).Select(j => strength * j)];
            var found = ArrowNewton.Maximise(
                (_, _, g) => LogLikelihoodOf(g[0] * typical, g[1] * typical, [.. g[2..].Select(Math.Exp)]),
                [0], start, false, "selection model");
            if (found.HasValue && (!best.HasValue || found.Value.Value > best.Value.Value + 1e-9)) best = found;
        }
        return best.Then<StepSelection>(fit =>
        {
            double tau = Math.Abs(fit.Shared[1]) < Vanished ? 0 : Math.Abs(fit.Shared[1]) * typical;
            return new StepSelection(
                Coefficient.From(
                    "mean", fit.Shared[0] * typical, Math.Sqrt(fit.SharedCovariance[0, 0]) * typical,
                    double.PositiveInfinity, level),
                tau * tau,
                [1, .. fit.Shared[2..].Select(Math.Exp)],
                OmnibusTest.ChiSquare(Math.Max(0, 2 * (fit.Value - without.FullLikelihood.LogLikelihood)), n),
                fit.Value,
                fit.Iterations)
            {
                LogLikelihoodAt = LogLikelihoodOf,
            };
        });
    }

    private static double PValue(double z, SelectionTail tail) => tail switch
    {
        SelectionTail.Greater => Normal.UpperTail(z),
        SelectionTail.Less => Normal.UpperTail(-z),
        _ => Normal.TwoSided(z),
    };

    private static int Interval(double p, double[] steps)
    {
        int j = 0;
        while (j < steps.Length && p > steps[j]) j++;
        return j;
    }

    /// <summary>The effects at which p equals each step: y = √v z(1 − p), or |y| for two tails.</summary>
    private static double[] Cuts(double se, double[] steps, SelectionTail tail)
        => [.. steps.Select(p => se * -Normal.Quantile(tail == SelectionTail.TwoSided ? p / 2 : p))];

    /// <summary>Σ_j δ_j P_ij.</summary>
    private static double Chance(double[] cuts, double mu, double s, double[] delta, SelectionTail tail)
    {
        double sum = 0, before = 0;
        for (int j = 0; j < cuts.Length; j++)
        {
            // P(p ≤ step j): beyond the cut in the wanted direction.
            double beyond = tail switch
            {
                SelectionTail.Greater => Normal.UpperTail((cuts[j] - mu) / s),
                SelectionTail.Less => Normal.UpperTail((cuts[j] + mu) / s),
                _ => Normal.UpperTail((cuts[j] - mu) / s) + Normal.UpperTail((cuts[j] + mu) / s),
            };
            sum += (j == 0 ? 1 : delta[j - 1]) * (beyond - before);
            before = beyond;
        }
        return sum + delta[^1] * (1 - before);
    }
}
