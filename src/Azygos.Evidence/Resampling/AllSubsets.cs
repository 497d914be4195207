using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Resampling;

/// <summary>A pooled mean of one subset of the studies.</summary>
/// <param name="Studies">Bit i is set when study i is in the subset.</param>
/// <param name="Estimate">Pooled mean.</param>
/// <param name="I2Percent">I² [%].</param>
/// <source doi="10.1002/jrsm.37" at="GOSH: graphical display of study heterogeneity"/>
public readonly record struct SubsetFit(long Studies, double Estimate, double I2Percent)
{
    /// <summary>Number of studies in the subset.</summary>
    public int Size => System.Numerics.BitOperations.PopCount((ulong)Studies);
}

/// <summary>The pooled mean of every non-empty subset: which studies pull, and are there two groups?</summary>
/// <source doi="10.1002/jrsm.37" at="§2"/>
public static class AllSubsets
{
    private const int LargestCount = 22;              // chosen: four million subsets are a few seconds and 100 MB

    /// <summary>All 2ᵏ − 1 subsets, in the order of their bits; refused past 22 studies.</summary>
    public static Outcome<SubsetFit[]> Fit(EffectTable table, PoolingOptions options)
    {
        int k = table.Count;
        if (k > LargestCount)
            return new NoAnswer(Refusal.NotApplicable,
                $"All subsets of {k} studies are too many; at most {LargestCount}.");
        Subsets subsets = new(table);
        LaneLoop.Run(subsets, options, threads: -1);
        return subsets.Refused is { } none ? none : subsets.Fits;
    }

    /// <summary>Subset i holds the studies whose bits are set in i + 1.</summary>
    private sealed class Subsets(EffectTable table) : ITables
    {
        private NoAnswer? _refused;

        public SubsetFit[] Fits { get; } = new SubsetFit[(1 << table.Count) - 1];

        public NoAnswer? Refused => _refused;

        public int Count => Fits.Length;

        public int SizeOf(int subset) => System.Numerics.BitOperations.PopCount((uint)subset + 1);

        public void Fill(int subset, Span<double> effects, Span<double> variances)
        {
            int n = 0;
            for (int i = 0; i < table.Count; i++)
            {
                if ((subset + 1 >> i & 1) == 0) continue;
                effects[n] = table.Effects[i];
                variances[n++] = table.Variances[i];
            }
        }

        public void Take(int subset, Outcome<QuickFit> outcome)
        {
            if (outcome.TryGet(out QuickFit fit)) Fits[subset] = new SubsetFit(subset + 1, fit.Estimate, fit.I2Percent);
            else Interlocked.CompareExchange(ref _refused, outcome.Refused, null);
        }
    }
}
