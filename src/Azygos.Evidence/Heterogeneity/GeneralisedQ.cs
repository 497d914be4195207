using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>The generalised Q statistic as a function of τ², and the τ² at which it takes a given value.</summary>
/// <remarks>
/// Q(τ²) = yᵀPy falls and is convex, slope −yᵀPPy. Newton on 1/Q, which is nearly straight for large τ², from the left
/// with a bracket: quadratic, and no start value to choose.
/// </remarks>
/// <source doi="10.1002/sim.2514" at="eq. 3, generalised Q and its monotonicity"/>
internal static class GeneralisedQ
{
    internal const int IterationLimit = 400;          // chosen: even variances 16 orders apart need fewer than 100

    internal static Outcome<HeterogeneityEstimate> Estimate(LinearModel model, string key, double target)
    {
        if (Solve(model, target, key) is var root && root.Refused is { } none) return none;
        (double tau2, int iterations) = root.Value;
        double k = model.Count;
        double se = Math.Sqrt(2 * k * k / model.ResidualDegrees) / model.At(tau2).SumW;
        return new HeterogeneityEstimate(tau2, se, iterations);
    }

    /// <summary>The τ² with Q(τ²) = target &gt; 0, or 0 when Q(0) is not above it; and the evaluations used.</summary>
    internal static Outcome<(double Tau2, int Iterations)> Solve(LinearModel model, double target, string name)
    {
        ModelSums sums = model.At(0);
        if (!(sums.Rss > target)) return (0.0, 1);
        double low = 0, high = double.PositiveInfinity, t = 0;
        for (int i = 2; i <= IterationLimit; i++)
        {
            double step = sums.Rss / sums.WeightedRss * (sums.Rss / target - 1), next = t + step;
            if (!(next > low && next < high)) next = double.IsInfinity(high) ? Math.Max(2 * t, step) : (low + high) / 2;
            if (Math.Abs(next - t) <= 2e-16 * next || next == low || next == high) return (next, i);
            t = next;
            sums = model.At(t);
            if (sums.Rss > target) low = t;
            else if (sums.Rss < target) high = t;
            else return (t, i);
        }
        return new NoAnswer(Refusal.NotConverged,
            $"{name}: no root after {IterationLimit} steps, bracket {low} to {high}.");
    }
}
