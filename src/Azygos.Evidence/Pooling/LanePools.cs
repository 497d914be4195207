using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Azygos.Evidence.Heterogeneity;

namespace Azygos.Evidence.Pooling;

/// <summary>Four pooled means at once, a table a lane; lanes do not know of each other.</summary>
/// <remarks>
/// The sums are those of <see cref="Linear.LinearModel"/> with an intercept alone. τ² by likelihood: the score is
/// scanned as there, over a grid that doubles until it provably stays negative, and its one fall through 0 is refined
/// by Chandrupatla's method. A lane that is not ordinary is handed back and fitted by itself: one study outweighs the
/// rest, two falls (two maxima), a score that is not finite, no root. Each lane runs the same operations whatever its
/// neighbours, and stops when it has converged, so that bits do not depend on company.
/// </remarks>
/// <source doi="10.1016/S0965-9978(96)00051-8" at="Chandrupatla 1997, root finding without derivatives; grid and model
/// as in LikelihoodMaximum"/>
internal static class LanePools
{
    /// <summary>Tables at once, whatever the machine: the same bits everywhere.</summary>
    internal const int Lanes = 4;

    /// <summary>Largest table; chosen so that weights fit on the stack.</summary>
    internal const int LargestTable = 128;

    private const double GridRatio = 2;

    private const int MostSteps = 1200;              // chosen: doublings that a double has, and roots in about ten

    /// <summary>True for the estimators that lanes know.</summary>
    internal static bool Knows(HeterogeneityEstimator estimator) =>
        estimator == HeterogeneityEstimators.EqualEffects || estimator == HeterogeneityEstimators.DerSimonianLaird
        || estimator == HeterogeneityEstimators.MaximumLikelihood
        || estimator == HeterogeneityEstimators.RestrictedMaximumLikelihood;

    /// <summary>Fits four tables; lanes that are not ordinary are marked and have no result.</summary>
    /// <param name="y">Effects less the first study's; shape [studies], a table a lane.</param>
    /// <param name="v">Variances, above 0; shape [studies].</param>
    /// <param name="options">Estimator, one that lanes know, and test.</param>
    /// <returns>Mean less the first study's effect, its standard error, τ², I² [%], and whether a lane holds.</returns>
    internal static LaneFit Fit(
        ReadOnlySpan<Vector256<double>> y, ReadOnlySpan<Vector256<double>> v, PoolingOptions options)
    {
        Debug.Assert(y.Length == v.Length && y.Length is > 0 and <= LargestTable);
        int free = y.Length - 1;
        Sums zero = At(y, v, Vector256<double>.Zero);
        Vector256<double> holds = zero.IsOrdinary, tau2 = Vector256<double>.Zero;
        bool equal = options.Estimator == HeterogeneityEstimators.EqualEffects;
        if (free == 0) holds = Vector256<double>.AllBitsSet;
        else if (options.Estimator == HeterogeneityEstimators.DerSimonianLaird)
            tau2 = Vector256.Max(Vector256<double>.Zero, (zero.Rss - Vector256.Create((double)free)) / zero.TraceP);
        else if (!equal)
            (tau2, holds) = Likelihood(y, v, zero, holds, free,
                options.Estimator == HeterogeneityEstimators.RestrictedMaximumLikelihood);
        Sums at = At(y, v, tau2);
        Vector256<double> variance = Vector256<double>.One / at.Weight;
        if (free > 0 && options.Test is CoefficientTest.KnappHartung or CoefficientTest.KnappHartungFloor)
        {
            Vector256<double> scale = at.Rss / Vector256.Create((double)free);
            variance *= options.Test == CoefficientTest.KnappHartung ? scale
                : Vector256.Max(Vector256<double>.One, scale);
        }
        return new LaneFit(at.Mean, Vector256.Sqrt(variance), tau2, Relative(zero, tau2, free, !equal), holds);
    }

    /// <summary>I² [%], as <see cref="RandomEffects"/> defines it.</summary>
    private static Vector256<double> Relative(Sums zero, Vector256<double> tau2, int free, bool estimated)
    {
        if (free == 0) return Vector256<double>.Zero;
        Vector256<double> degrees = Vector256.Create((double)free), hundred = Vector256.Create(100.0);
        if (estimated) return hundred * tau2 / (tau2 + degrees / zero.TraceP);
        Vector256<double> q = Vector256.ConditionalSelect(
            Vector256.GreaterThan(zero.Rss, Vector256<double>.Zero), zero.Rss, Vector256<double>.One);
        return Vector256.Max(Vector256<double>.Zero, hundred * (zero.Rss - degrees) / q);
    }

    private static (Vector256<double> Tau2, Vector256<double> Holds) Likelihood(
        ReadOnlySpan<Vector256<double>> y, ReadOnlySpan<Vector256<double>> v, Sums zero, Vector256<double> holds,
        int free, bool restricted)
    {
        Vector256<double> smallest = v[0], largest = v[0], sum = y[0], squares = Vector256<double>.Zero;
        for (int i = 1; i < v.Length; i++)
        {
            smallest = Vector256.Min(smallest, v[i]);
            largest = Vector256.Max(largest, v[i]);
            sum += y[i];
        }
        Vector256<double> centre = sum / Vector256.Create((double)v.Length);
        foreach (Vector256<double> one in y) squares += (one - centre) * (one - centre);

        Vector256<double> none = Vector256<double>.Zero, score = zero.Score(restricted);
        Vector256<double> rising = Vector256.GreaterThan(score, none), bracketed = none, open = holds;
        Vector256<double> left = none, leftScore = score, low = none, lowScore = none, high = none, highScore = none;
        Vector256<double> right = Vector256.Create(0.01) * smallest, degrees = Vector256.Create((double)free);
        for (int step = 0; step < MostSteps && Any(open); step++)
        {
            score = At(y, v, right).Score(restricted);
            // Not finite: the difference of a number from itself is then not 0.
            holds &= Vector256.Equals(score - score, none);
            Vector256<double> falls = open & Vector256.GreaterThan(leftScore, none)
                & Vector256.LessThanOrEqual(score, none);
            holds = Vector256.AndNot(holds, falls & bracketed);          // a second fall: two maxima
            low = Vector256.ConditionalSelect(falls, left, low);
            lowScore = Vector256.ConditionalSelect(falls, leftScore, lowScore);
            high = Vector256.ConditionalSelect(falls, right, high);
            highScore = Vector256.ConditionalSelect(falls, score, highScore);
            bracketed |= falls;
            Vector256<double> span = smallest + right;
            open &= holds & Vector256.GreaterThanOrEqual((largest + right) * squares, degrees * span * span);
            (left, leftScore) = (right, score);
            right *= Vector256.Create(GridRatio);
        }
        holds = Vector256.AndNot(holds, open);
        // One maximum: at 0, or at the one fall of a score that rises from 0.
        holds = Vector256.AndNot(holds, bracketed ^ rising);
        Vector256<double> wanted = holds & bracketed & rising;
        (Vector256<double> root, Vector256<double> found) = Root(
            y, v, restricted, low, lowScore, high, highScore, wanted);
        holds &= found | Vector256.AndNot(Vector256<double>.AllBitsSet, wanted);
        return (Vector256.ConditionalSelect(wanted, root, none), holds);
    }

    /// <summary>Chandrupatla's method in each lane that is wanted; a lane that has converged stands still.</summary>
    private static (Vector256<double> Root, Vector256<double> Found) Root(
        ReadOnlySpan<Vector256<double>> y, ReadOnlySpan<Vector256<double>> v, bool restricted,
        Vector256<double> x2, Vector256<double> f2, Vector256<double> x1, Vector256<double> f1,
        Vector256<double> wanted)
    {
        Vector256<double> none = Vector256<double>.Zero, half = Vector256.Create(0.5), one = Vector256<double>.One;
        Vector256<double> t = half, open = wanted, found = none, best = none;
        for (int step = 0; step < MostSteps && Any(open); step++)
        {
            Vector256<double> x = x1 + t * (x2 - x1), f = At(y, v, x).Score(restricted);
            Vector256<double> same = Vector256.Equals(
                Vector256.GreaterThan(f, none).AsInt64(), Vector256.GreaterThan(f1, none).AsInt64()).AsDouble();
            Vector256<double> x3 = Vector256.ConditionalSelect(same, x1, x2), f3 = Vector256.ConditionalSelect(
                same, f1, f2);
            (x2, f2) = (Vector256.ConditionalSelect(same, x2, x1), Vector256.ConditionalSelect(same, f2, f1));
            (x1, f1) = (x, f);
            Vector256<double> nearer = Vector256.LessThan(Vector256.Abs(f1), Vector256.Abs(f2));
            Vector256<double> middle = Vector256.ConditionalSelect(nearer, x1, x2);
            Vector256<double> height = Vector256.ConditionalSelect(nearer, f1, f2);
            Vector256<double> tolerance = Vector256.Create(2.3e-16) * Vector256.Abs(middle)
                + Vector256.Create(double.Epsilon);
            Vector256<double> least = tolerance / Vector256.Abs(x2 - x1);
            Vector256<double> ends = open & (Vector256.GreaterThan(least, half) | Vector256.Equals(height, none));
            best = Vector256.ConditionalSelect(ends, middle, best);
            found |= ends;
            open = Vector256.AndNot(open, ends);
            Vector256<double> ξ = (x1 - x2) / (x3 - x2), φ = (f1 - f2) / (f3 - f2);
            Vector256<double> smooth = Vector256.LessThan(φ * φ, ξ)
                & Vector256.LessThan((one - φ) * (one - φ), one - ξ);
            Vector256<double> inverse = f1 / (f2 - f1) * (f3 / (f2 - f3))
                + (x3 - x1) / (x2 - x1) * (f1 / (f3 - f1)) * (f2 / (f3 - f2));
            t = Vector256.ConditionalSelect(smooth, inverse, half);
            t = Vector256.Min(one - least, Vector256.Max(least, t));
        }
        return (best, found);
    }

    /// <summary>The sums of the weighted fit at τ², of four tables.</summary>
    private static Sums At(
        ReadOnlySpan<Vector256<double>> y, ReadOnlySpan<Vector256<double>> v, Vector256<double> tau2)
    {
        Span<Vector256<double>> weights = stackalloc Vector256<double>[LargestTable];
        Vector256<double> s = Vector256<double>.Zero, s2 = s, sy = s;
        for (int i = 0; i < y.Length; i++)
        {
            Vector256<double> w = Vector256<double>.One / (v[i] + tau2);
            weights[i] = w;
            s += w;
            s2 += w * w;
            sy += w * y[i];
        }
        Vector256<double> mean = sy / s, rss = Vector256<double>.Zero, weighted = rss;
        for (int i = 0; i < y.Length; i++)
        {
            Vector256<double> r = y[i] - mean, wr = weights[i] * r;
            rss += wr * r;
            weighted += wr * wr;
        }
        return new Sums(s, s2, mean, rss, weighted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Any(Vector256<double> mask) => Vector256.ExtractMostSignificantBits(mask) != 0;

    /// <summary>Σw, Σw², the mean, yᵀPy, yᵀPPy of four tables.</summary>
    private readonly record struct Sums(Vector256<double> Weight, Vector256<double> Squares, Vector256<double> Mean,
        Vector256<double> Rss, Vector256<double> WeightedRss)
    {
        internal Vector256<double> TraceP => Weight - Squares / Weight;

        /// <summary>Lanes in which no study outweighs the rest so far that tr P would cancel.</summary>
        internal Vector256<double> IsOrdinary =>
            Vector256.LessThan(Squares, Vector256.Create(0.9) * Weight * Weight);

        internal Vector256<double> Score(bool restricted) => WeightedRss - (restricted ? TraceP : Weight);
    }
}

/// <summary>Four pooled means.</summary>
/// <param name="Mean">μ less the first study's effect.</param>
/// <param name="StandardError">Standard errors.</param>
/// <param name="Tau2">τ².</param>
/// <param name="I2Percent">I² [%].</param>
/// <param name="Holds">All bits set in lanes that have a result.</param>
internal readonly record struct LaneFit(Vector256<double> Mean, Vector256<double> StandardError,
    Vector256<double> Tau2, Vector256<double> I2Percent, Vector256<double> Holds);
