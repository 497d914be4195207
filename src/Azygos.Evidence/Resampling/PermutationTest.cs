using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Resampling;

/// <summary>An exact permutation test.</summary>
/// <param name="Permutations">How many rearrangements there are.</param>
/// <param name="Observed">Observed statistics, one a coefficient.</param>
/// <param name="AtLeastAsExtreme">How many rearrangements give a statistic at least as far from 0; one a
/// coefficient.</param>
/// <param name="Parametric">P values of the ordinary fit.</param>
/// <param name="OmnibusAtLeast">The same count for the test of all moderators; null without moderators.</param>
/// <source doi="10.1002/jrsm.1082" at="§2, permutation tests for meta-analysis and meta-regression"/>
public sealed record PermutationTest(
    long Permutations, double[] Observed, long[] AtLeastAsExtreme, double[] Parametric, long? OmnibusAtLeast)
{
    private const int Chunk = 4096;       // chosen: rearrangements held at once

    internal static readonly double s_tie = Math.Sqrt(2.220446049250313e-16);    // ties to half the digits are ties

    /// <summary>Exact two-sided p values.</summary>
    public IReadOnlyList<double> PValues => [.. AtLeastAsExtreme.Select(n => (double)n / Permutations)];

    /// <summary>All 2ᵏ sign flips of the effects: is the mean 0, if effects are as likely positive as
    /// negative?</summary>
    public static Outcome<PermutationTest> SignFlips(EffectTable table, PoolingOptions options)
    {
        const int LargestCount = 22;
        int k = table.Count;
        if (k > LargestCount)
            return new NoAnswer(Refusal.NotApplicable,
                $"All sign flips of {k} studies are too many; at most {LargestCount}.");
        return RandomEffects.Pool(table, options).Then<PermutationTest>(fit =>
        {
            double observed = fit.Mean.Statistic, bar = Math.Abs(observed) - s_tie;
            // A flip and its opposite give opposite statistics: half of them are enough.
            Flips flips = new(table, bar);
            LaneLoop.Run(flips, options, threads: -1);
            return flips.Refused is { } reason ? reason : new PermutationTest(
                2L * flips.Count, [observed], [2 * flips.AtLeast], [fit.Mean.PValue], null);
        });
    }

    /// <summary>All distinct rearrangements of the predictor rows over the studies.</summary>
    public static Outcome<PermutationTest> Moderators(EffectTable table, DesignMatrix design, PoolingOptions options)
    {
        const long LargestCount = 2_000_000;
        int k = table.Count, p = design.Columns;
        int[] kind = Kinds(design);
        double total = CountArrangements(design);
        if (total > LargestCount)
            return new NoAnswer(Refusal.NotApplicable,
                $"{total:G3} rearrangements are too many; at most {LargestCount}.");
        var whole = RandomEffects.Fit(table, design, options);
        if (!whole.TryGet(out PooledFit? fit)) return whole.Refused!;
        double[] observed = [.. fit.Coefficients.Select(static c => c.Statistic)];
        long[] counts = new long[p];
        long permutations = 0, omnibus = 0;
        double bar = fit.Moderators is { } test ? test.Statistic - s_tie : double.PositiveInfinity;
        int[] order = [.. kind.Order()];
        NoAnswer? refused = null;
        List<int[]> chunk = new(Chunk);
        for (bool more = true; more && refused is null;)
        {
            chunk.Clear();
            do chunk.Add([.. order.Select(c => Array.IndexOf(kind, c))]);
            while ((more = Next(order)) && chunk.Count < Chunk);
            permutations += chunk.Count;
            // Counted in whole numbers: the same for any number of threads.
            Parallel.ForEach(chunk, from =>
            {
                var moved = RandomEffects.Fit(table, Moved(design, from), options);
                if (!moved.TryGet(out PooledFit? other))
                {
                    Interlocked.CompareExchange(ref refused, moved.Refused, null);
                    return;
                }
                for (int j = 0; j < p; j++)
                    if (Math.Abs(other.Coefficients[j].Statistic) >= Math.Abs(observed[j]) - s_tie)
                        Interlocked.Increment(ref counts[j]);
                if (other.Moderators is { } moderators && moderators.Statistic >= bar)
                    Interlocked.Increment(ref omnibus);
            });
        }
        if (refused is { } none) return none;
        return new PermutationTest(
            permutations, observed, counts, [.. fit.Coefficients.Select(static c => c.PValue)],
            fit.Moderators is null ? null : omnibus);
    }

    /// <summary>How many distinct rearrangements of the predictor rows there are: k! over those of equal
    /// rows.</summary>
    internal static double CountArrangements(DesignMatrix design)
    {
        double total = 1;
        for (int i = 2; i <= design.Rows; i++) total *= i;
        foreach (int same in Kinds(design).GroupBy(static c => c).Select(static g => g.Count()))
            for (int i = 2; i <= same; i++) total /= i;
        return total;
    }

    /// <summary>The design with study i given the row of study from[i].</summary>
    internal static DesignMatrix Moved(DesignMatrix design, int[] from)
    {
        var columns = new (string, double[])[design.Columns];
        for (int j = 0; j < columns.Length; j++)
            columns[j] = (design.Names[j], [.. from.Select(study => design.Row(study)[j])]);
        return design.HasIntercept ? DesignMatrix.WithIntercept(design.Rows, columns[1..])
            : DesignMatrix.WithoutIntercept(design.Rows, columns);
    }

    /// <summary>Equal rows of the design get equal numbers.</summary>
    private static int[] Kinds(DesignMatrix design)
    {
        int[] kind = new int[design.Rows];
        for (int i = 0; i < kind.Length; i++)
        {
            kind[i] = i;
            for (int j = 0; j < i; j++)
                if (design.Row(i).SequenceEqual(design.Row(j)))
                {
                    kind[i] = kind[j];
                    break;
                }
        }
        return kind;
    }

    /// <summary>The next arrangement in dictionary order; false after the last.</summary>
    private static bool Next(int[] order)
    {
        int i = order.Length - 2;
        while (i >= 0 && order[i] >= order[i + 1]) i--;
        if (i < 0) return false;
        int j = order.Length - 1;
        while (order[j] <= order[i]) j--;
        (order[i], order[j]) = (order[j], order[i]);
        Array.Reverse(order, i + 1, order.Length - i - 1);
        return true;
    }

    /// <summary>Flip i turns the effects of the studies whose bits are set in i; counted in whole numbers, so that the
    /// order of threads does not matter.</summary>
    private sealed class Flips(EffectTable table, double bar) : ITables
    {
        private long _atLeast;
        private NoAnswer? _refused;

        public long AtLeast => _atLeast;

        public NoAnswer? Refused => _refused;

        public int Count => 1 << (table.Count - 1);

        public int SizeOf(int flip) => table.Count;

        public void Fill(int flip, Span<double> effects, Span<double> variances)
        {
            for (int i = 0; i < table.Count; i++)
                effects[i] = (flip >> i & 1) == 0 ? table.Effects[i] : -table.Effects[i];
            table.Variances.CopyTo(variances);
        }

        public void Take(int flip, Outcome<QuickFit> outcome)
        {
            if (outcome.Refused is { } none) Interlocked.CompareExchange(ref _refused, none, null);
            else if (Math.Abs(outcome.Value.Statistic) >= bar) Interlocked.Increment(ref _atLeast);
        }
    }
}
