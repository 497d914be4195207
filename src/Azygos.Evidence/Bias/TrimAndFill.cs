using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Bias;

/// <summary>Which estimator of the number of missing studies.</summary>
/// <source doi="10.1111/j.0006-341X.2000.00455.x" at="§3, estimators R0, L0, Q0"/>
public enum MissingStudies
{
    /// <summary>Linear in the rank sum; the usual choice.</summary>
    L0,

    /// <summary>From the length of the rightmost run of ranks; has a test.</summary>
    R0,

    /// <summary>Quadratic in the rank sum.</summary>
    Q0,
}

/// <summary>Trim and fill: how many studies a symmetric funnel would lack, and the mean with their mirror
/// images.</summary>
/// <param name="Missing">k₀.</param>
/// <param name="MissingStandardError">Standard error of k₀; null where its variance formula is negative.</param>
/// <param name="MissingPValue">P value of no missing study; only R0 has one.</param>
/// <param name="FilledEffects">Effects of the mirror images.</param>
/// <param name="FilledVariances">Variances of the mirror images.</param>
/// <param name="Fit">Pooled effect with them.</param>
/// <source doi="10.1111/j.0006-341X.2000.00455.x" at="Duval and Tweedie 2000, §3-4"/>
public sealed record TrimAndFill(
    int Missing, double? MissingStandardError, double? MissingPValue,
    double[] FilledEffects, double[] FilledVariances, PooledFit Fit)
{
    private const int IterationLimit = 100;        // chosen: k₀ is a small whole number and settles within a few rounds

    /// <summary>Trims, fills and pools.</summary>
    /// <param name="table">Effects.</param>
    /// <param name="missingOnTheRight">True when large effects are suspected to be missing, false for small
    /// ones.</param>
    /// <param name="estimator">Estimator of k₀.</param>
    /// <param name="options">How the mean is pooled, while trimming and in the end.</param>
    public static Outcome<TrimAndFill> Analyse(
        EffectTable table, bool missingOnTheRight, MissingStudies estimator, PoolingOptions options)
    {
        int k = table.Count;
        double sign = missingOnTheRight ? -1 : 1;
        (double Y, double V)[] sorted = [.. Enumerable.Range(0, k)
            .Select(i => (Y: sign * table.Effects[i], V: table.Variances[i])).OrderBy(static s => s.Y)];
        int missing = 0, before = -1;
        double centre = 0;
        double? se = 0;
        for (int round = 0; missing != before; round++)
        {
            if (round == IterationLimit)
                return new NoAnswer(Refusal.NotConverged,
                    $"Trim and fill: k₀ still moves after {IterationLimit} rounds ({before}, {missing}).");
            before = missing;
            if (k - missing < 1)
                return new NoAnswer(Refusal.TooFewStudies, "Trim and fill: every study would be trimmed.");
            var trimmed = EffectTable.From(
                [.. sorted.Take(k - missing).Select(static s => s.Y)],
                [.. sorted.Take(k - missing).Select(static s => s.V)])
                .Then(t => RandomEffects.Pool(t, options));
            if (trimmed.Refused is { } none) return none;
            centre = trimmed.Value.Mean.Estimate;
            (missing, se) = Count([.. sorted.Select(s => s.Y - centre)], estimator);
        }
        double[] filled = [.. sorted.Skip(k - missing).Select(s => sign * (2 * centre - s.Y))];
        double[] variances = [.. sorted.Skip(k - missing).Select(static s => s.V)];
        return EffectTable.From([.. table.Effects, .. filled], [.. table.Variances, .. variances])
            .Then(t => RandomEffects.Pool(t, options))
            .Then<TrimAndFill>(fit => new TrimAndFill(
                missing, se, estimator == MissingStudies.R0 ? Math.Pow(2, -missing - 1) : null,
                filled, variances, fit));
    }

    private static (int Missing, double? StandardError) Count(double[] centred, MissingStudies estimator)
    {
        int k = centred.Length;
        int[] order = [.. Enumerable.Range(0, k).OrderBy(i => Math.Abs(centred[i]))];
        double positive = 0, largestNegative = double.NegativeInfinity;
        for (int rank = 1; rank <= k; rank++)
        {
            double value = centred[order[rank - 1]];
            if (value > 0) positive += rank;
            if (value < 0) largestNegative = rank;
        }
        double m = estimator switch
        {
            MissingStudies.R0 => double.IsFinite(largestNegative) ? k - largestNegative - 1 : 0,
            MissingStudies.L0 => (4 * positive - k * (k + 1.0)) / (2 * k - 1),
            _ => k - 0.5 - Math.Sqrt(Math.Max(0, 2.0 * k * k - 4 * positive + 0.25)),
        };
        double unrounded = m;
        m = Math.Max(0, Math.Round(m));
        if (estimator == MissingStudies.R0) return ((int)m, Math.Sqrt(2 * Math.Max(0, unrounded) + 2));
        double u = unrounded;
        double rankVariance = (k * (k + 1.0) * (2 * k + 1) + 10 * u * u * u + 27 * u * u + 17 * u
            - 18.0 * k * u * u - 18.0 * k * u + 6.0 * k * k * u) / 24;
        double scale = estimator == MissingStudies.L0 ? 4.0 / (2 * k - 1)
            : 2 / Math.Sqrt((k - 0.5) * (k - 0.5) - u * (2 * k - u - 1));
        double se = scale * Math.Sqrt(rankVariance);
        return ((int)m, double.IsFinite(se) ? se : null);
    }
}
