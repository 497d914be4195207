using Azygos.Evidence.Counts;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Optimisation;

namespace Azygos.Evidence.Accuracy;

/// <summary>Sensitivity and specificity pooled together from the binomial counts: no correction at zero
/// cells.</summary>
/// <param name="LogitSensitivity">Mean logit sensitivity.</param>
/// <param name="LogitSpecificity">Mean logit specificity.</param>
/// <param name="MeanCovariance">Covariance of the two means.</param>
/// <param name="Between">Between-study covariance of the two logits.</param>
/// <param name="LogLikelihood">Laplace log-likelihood, all constants included.</param>
/// <param name="Iterations">Newton steps.</param>
/// <remarks>TP ~ Bin(N₁, sens), TN ~ Bin(N₂, spec), logits bivariate normal; random effects integrated by
/// Laplace.</remarks>
/// <source doi="10.1016/j.jclinepi.2006.06.011" at="Chu and Cole 2006"/>
public sealed record BivariateBinomial(
    double LogitSensitivity, double LogitSpecificity, Covariance2 MeanCovariance,
    Covariance2 Between, double LogLikelihood, int Iterations)
{
    private const double Vanished = 1e-5;             // chosen: Newton ends within 1e-7 of a vanishing factor

    /// <summary>Fits tables (A true positives, B false negatives, C false positives, D true negatives).</summary>
    public static Outcome<BivariateBinomial> Fit(IReadOnlyList<TwoByTwo> tables)
    {
        if (tables.Count < 3)
            return new NoAnswer(Refusal.TooFewStudies, $"A bivariate model needs three studies; here {tables.Count}.");
        CountLikelihood[][] arms = [.. tables.Select(static t => new CountLikelihood[]
        {
            new BinomialCount(t.A, t.N1), new BinomialCount(t.D, t.N2),
        })];
        double m1 = tables.Average(static t => Math.Log((t.A + 0.5) / (t.B + 0.5)));
        double m2 = tables.Average(static t => Math.Log((t.D + 0.5) / (t.C + 0.5)));
        Outcome<ArrowNewton> best = new NoAnswer(Refusal.NotConverged, "bivariate binomial model: no start converged.");
        foreach (double correlation in (ReadOnlySpan<double>)[-0.5, 0.3])
        {
            var found = ArrowNewton.Maximise(
                (i, _, g) => MarginalLikelihood.TwoEffects(arms[i], [g[0], g[1]], [g[2], g[3]], [0, g[4]]),
                new double[arms.Length], [m1, m2, 0.8, 0.8 * correlation, 0.7], false, "bivariate binomial model");
            if (found.HasValue && (!best.HasValue || found.Value.Value > best.Value.Value)) best = found;
        }
        return best.Then<BivariateBinomial>(static fit =>
        {
            double[] g = [.. fit.Shared.Select(static x => Math.Abs(x) < Vanished ? 0 : x)];
            var v = fit.SharedCovariance;
            return new BivariateBinomial(
                g[0], g[1], new Covariance2(v[0, 0], v[0, 1], v[1, 1]),
                new Covariance2(g[2] * g[2], g[2] * g[3], g[3] * g[3] + g[4] * g[4]),
                fit.Value, fit.Iterations);
        });
    }
}
