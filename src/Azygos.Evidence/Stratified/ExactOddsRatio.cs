using Azygos.Evidence.Effects;
using Azygos.Evidence.Optimisation;

namespace Azygos.Evidence.Stratified;

/// <summary>The common odds ratio of stratified tables by the exact distribution of all events in the first
/// group.</summary>
/// <param name="Estimate">Conditional maximum-likelihood ln ψ; null where it is infinite.</param>
/// <param name="Lower">Lower end of ln ψ; null where it is −∞.</param>
/// <param name="Upper">Upper end of ln ψ; null where it is +∞.</param>
/// <param name="PValue">Two-sided p of ψ = 1: all outcomes no likelier than the observed one.</param>
/// <param name="MidP">Twice the smaller tail with half of the observed outcome.</param>
/// <remarks>
/// T = Σ A given all margins: P(T = t) ∝ c_t ψᵗ, c the convolution of the tables' C(N₁, a) C(N₂, m − a). The interval
/// has P(T ≥ t) = P(T ≤ t) = (1 − level)/2 at its ends, so that it covers at least as often as it says.
/// </remarks>
/// <source doi="10.1093/biomet/57.3.471" at="Gart 1970; one table: Fisher's exact test"/>
public sealed record ExactOddsRatio(double? Estimate, double? Lower, double? Upper, double PValue, double MidP)
{
    private const double Tie = 1 + 1e-7;    // chosen: outcomes whose probabilities agree to 7 digits are equally likely

    /// <summary>Estimate, interval and tests; refused when no table has both events and non-events.</summary>
    public static Outcome<ExactOddsRatio> Fit(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        TwoByTwo[] used = [.. tables.Where(static t => !t.IsUninformative && t.N1 > 0 && t.N2 > 0)];
        if (used.Length == 0)
            return new NoAnswer(Refusal.NotEstimable, "No study has both events and non-events in two groups.");
        if (used.Any(static t => t.A % 1 != 0 || t.B % 1 != 0 || t.C % 1 != 0 || t.D % 1 != 0))
            return new NoAnswer(Refusal.BadValue, "Exact methods need whole counts; do not correct zero cells first.");
        (double[] logC, int observed) = Convolution(used);
        double tail = (1 - level) / 2;
        int last = logC.Length - 1;
        double[] null1 = Probabilities(logC, 0);
        double twoSided = null1.Where(p => p <= null1[observed] * Tie).Sum();
        double below = null1[..observed].Sum(), above = null1[(observed + 1)..].Sum();
        return new ExactOddsRatio(
            observed == 0 || observed == last ? null : Root(psi => Mean(Probabilities(logC, psi)) - observed),
            observed == 0 ? null : Root(psi => Probabilities(logC, psi)[observed..].Sum() - tail),
            observed == last ? null : Root(psi => tail - Probabilities(logC, psi)[..(observed + 1)].Sum()),
            Math.Min(1, twoSided),
            Math.Min(1, 2 * (Math.Min(below, above) + null1[observed] / 2)));
    }

    /// <summary>The interval of ln ψ with half of the observed outcome in either tail; a null end is
    /// infinite.</summary>
    /// <remarks>P(T &gt; t) + ½ P(T = t) = (1 − level)/2 at the lower end, and likewise at the upper: covers about as
    /// often as it says, where the exact interval covers more often.</remarks>
    /// <param name="table">Whole counts.</param>
    /// <param name="level">Level in (0, 1).</param>
    /// <source doi="10.2307/2348891" at="Berry and Armitage 1995, mid-p intervals"/>
    public static Outcome<(double? Lower, double? Upper)> MidPInterval(TwoByTwo table, double level = 0.95)
    {
        if (table.IsUninformative || table.N1 == 0 || table.N2 == 0)
            return new NoAnswer(Refusal.NotEstimable, "The study lacks events, non-events or a group.");
        if (table.A % 1 != 0 || table.B % 1 != 0 || table.C % 1 != 0 || table.D % 1 != 0)
            return new NoAnswer(Refusal.BadValue, "Exact methods need whole counts; do not correct zero cells first.");
        (double[] logC, int observed) = Convolution([table]);
        double tail = (1 - level) / 2;
        int last = logC.Length - 1;
        double Above(double psi)
        {
            double[] p = Probabilities(logC, psi);
            return p[(observed + 1)..].Sum() + p[observed] / 2;
        }
        return (observed == 0 ? null : Root(psi => Above(psi) - tail),
            observed == last ? null : Root(psi => Above(psi) - 1 + tail));
    }

    private static double? Root(Func<double, double> rising)
    {
        double low = -1, high = 1;
        while (rising(low) > 0 && low > -1e3) low *= 2;
        while (rising(high) < 0 && high < 1e3) high *= 2;
        return BrentRoot.Find(rising, (low, rising(low)), (high, rising(high))).TryGet(out var root) ? root.X : null;
    }

    /// <summary>ln c_t from the smallest possible t up, and where the observed T lies.</summary>
    private static (double[] LogC, int Observed) Convolution(TwoByTwo[] tables)
    {
        double[] log = [0];
        int observed = 0;
        foreach (TwoByTwo t in tables)
        {
            double m = t.A + t.C;
            int lowest = (int)Math.Max(0, m - t.N2), highest = (int)Math.Min(t.N1, m);
            double[] next = new double[log.Length + highest - lowest];
            double[] own = [.. Enumerable.Range(lowest, highest - lowest + 1).Select(
                a => Counts.BinomialCount.LogChoose(t.N1, a) + Counts.BinomialCount.LogChoose(t.N2, m - a))];
            double topOwn = own.Max(), top = log.Max();
            for (int i = 0; i < log.Length; i++)
                for (int j = 0; j < own.Length; j++) next[i + j] += Math.Exp(log[i] - top + own[j] - topOwn);
            log = [.. next.Select(p => Math.Log(p) + top + topOwn)];
            observed += (int)t.A - lowest;
        }
        return (log, observed);
    }

    private static double[] Probabilities(double[] logC, double logPsi)
    {
        double[] p = [.. logC.Select((c, t) => c + t * logPsi)];
        double top = p.Max(), sum = 0;
        for (int t = 0; t < p.Length; t++) sum += p[t] = Math.Exp(p[t] - top);
        for (int t = 0; t < p.Length; t++) p[t] /= sum;
        return p;
    }

    private static double Mean(double[] p)
    {
        double mean = 0;
        for (int t = 0; t < p.Length; t++) mean += t * p[t];
        return mean;
    }
}
