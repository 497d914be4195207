using Azygos.Evidence.Linear;
using Azygos.Evidence.Optimisation;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>The highest point of the profile (or restricted) likelihood over τ² ≥ 0.</summary>
/// <remarks>
/// The score 2 dl/dτ² = yᵀPPy − Σw (ML) or − tr P (REML) is scanned over a geometric grid from a hundredth of the
/// smallest variance up; each fall through 0 is a maximum and is refined by Brent's method. Several maxima are
/// possible; the highest is taken, so no start value decides. The scan ends where the score is provably negative for
/// good: from yᵀPPy ≤ RSS/(v_min + τ²)² and tr P ≥ (k − p)/(v_max + τ²), RSS the unweighted residual sum of squares.
/// </remarks>
/// <source choice="global search instead of a start value: the likelihood of τ² may have several maxima"/>
internal static class LikelihoodMaximum
{
    private const double GridRatio = 2;         // chosen: maxima of a sum of terms in 1/(v + τ²) are at least that wide

    internal static Outcome<(double Tau2, int Iterations)> Find(LinearModel model, bool restricted)
    {
        double smallest = double.PositiveInfinity, largest = 0;
        foreach (double v in model.Variances) (smallest, largest) = (Math.Min(smallest, v), Math.Max(largest, v));
        int used = 1;
        double rss = Unweighted(model);
        double score0 = Score(model, 0, restricted), best = 0, bestLikelihood = double.NegativeInfinity;
        bool any = false;
        if (score0 <= 0)
        {
            any = true;
            bestLikelihood = LogLikelihood(model, 0, restricted);
        }

        double left = 0, leftScore = score0;
        for (double right = 0.01 * smallest; ; right *= GridRatio, used++)
        {
            double rightScore = Score(model, right, restricted);
            if (!double.IsFinite(rightScore))
                return new NoAnswer(Refusal.NotConverged, $"The likelihood's slope is not finite at τ² = {right}.");
            if (leftScore > 0 && rightScore <= 0)
            {
                var root = BrentRoot.Find(t => Score(model, t, restricted), (left, leftScore), (right, rightScore));
                if (root.Refused is { } none) return none;
                used += root.Value.Evaluations;
                double height = LogLikelihood(model, root.Value.X, restricted);
                if (!any || height > bestLikelihood) (best, bestLikelihood, any) = (root.Value.X, height, true);
            }
            double v0 = smallest + right;
            if ((largest + right) * rss < model.ResidualDegrees * v0 * v0) return (best, used);
            (left, leftScore) = (right, rightScore);
        }
    }

    private static double Unweighted(LinearModel model)
    {
        double[] ones = new double[model.Count];
        ones.AsSpan().Fill(1);
        return model.Under(ones).Rss;
    }

    internal static double Score(LinearModel model, double tau2, bool restricted)
    {
        if (model.Design.IsInterceptOnly && model.TryMeanScore(tau2, restricted, out double score)) return score;
        ModelSums sums = model.At(tau2);
        return sums.WeightedRss - (restricted ? sums.TraceP : sums.SumW);
    }

    /// <summary>Profile log-likelihood, or restricted log-likelihood, at τ², with all constants.</summary>
    internal static double LogLikelihood(LinearModel model, double tau2, bool restricted)
    {
        ModelSums sums = model.At(tau2);
        double logV = 0;
        foreach (double v in model.Variances) logV += Math.Log(v + tau2);
        const double LogTwoPi = 1.83787706640934548356;
        return restricted
            ? -0.5 * (model.ResidualDegrees * LogTwoPi - model.Design.LogDetCrossProduct
                + logV + sums.LogDetXWX + sums.Rss)
            : -0.5 * (model.Count * LogTwoPi + logV + sums.Rss);
    }
}
