namespace Azygos.Studies.Conflict;

/// <summary>Whether chains tell the same, and how many independent draws theirs are worth.</summary>
/// <param name="RHat">√ of the variance of all draws over that within half-chains [1]; 1 when they agree.</param>
/// <param name="EffectiveDraws">Draws over 1 + 2 Σ of the autocorrelations.</param>
/// <remarks>
/// Chains are cut in two. W mean variance within, B/n variance of the means, V = (n − 1)/n W + B/n, R̂ = √(V/W). ρ_t = 1 − (W −
/// mean autocovariance)/V, summed in pairs while they are above 0 and falling.
/// </remarks>
/// <source doi="10.1214/20-BA1221" at="Vehtari et al. 2021, eqs 1-4, 10-13, without rank normalisation"/>
public sealed record ChainQuality(double RHat, double EffectiveDraws)
{
    /// <summary>Of draws, chain by chain, chains of one length.</summary>
    /// <param name="chains">Draws of each chain, at least 8.</param>
    public static ChainQuality Of(IReadOnlyList<double[]> chains)
    {
        int n = chains[0].Length / 2;
        double[][] halves = [.. chains.SelectMany(chain => (double[][])[chain[..n], chain[n..(2 * n)]])];
        double[] means = [.. halves.Select(half => half.Average())];
        double[] variances =
            [.. halves.Select((half, at) => half.Sum(v => (v - means[at]) * (v - means[at])) / (n - 1))];
        double within = variances.Average(), grand = means.Average();
        double between = means.Sum(m => (m - grand) * (m - grand)) / (halves.Length - 1);
        double total = (n - 1.0) / n * within + between;
        if (!(within > 0)) return new ChainQuality(between > 0 ? double.PositiveInfinity : 1, halves.Length * n);
        double sum = 0, last = double.PositiveInfinity;
        for (int lag = 0; lag + 1 < n; lag += 2)
        {
            double pair = Rho(lag) + Rho(lag + 1);
            if (pair < 0) break;
            last = Math.Min(last, pair);
            sum += last;
        }
        double all = (double)halves.Length * n;
        return new ChainQuality(Math.Sqrt(total / within), Math.Min(all * Math.Log10(all), all / Math.Max(2 * sum - 1, 1e-9)));

        double Rho(int lag)
        {
            double covariance = 0;
            for (int c = 0; c < halves.Length; c++)
            {
                double own = 0;
                for (int i = lag; i < n; i++) own += (halves[c][i] - means[c]) * (halves[c][i - lag] - means[c]);
                covariance += own / n;
            }
            return 1 - (within - covariance / halves.Length * n / (n - 1.0)) / total;
        }
    }
}
