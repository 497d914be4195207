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
        var fits = new SubsetFit[(1L << k) - 1];
        NoAnswer? refused = null;
        Parallel.For(1, fits.LongLength + 1, mask =>
        {
            Span<double> y = stackalloc double[k], v = stackalloc double[k];
            int n = 0;
            for (int i = 0; i < k; i++)
            {
                if ((mask >> i & 1) == 0) continue;
                y[n] = table.Effects[i];
                v[n++] = table.Variances[i];
            }
            var fit = EffectTable.From(y[..n], v[..n]).Then(static t => LinearModel.From(t))
                .Then(m => QuickFit.Of(m, options));
            if (fit.TryGet(out QuickFit quick)) fits[mask - 1] = new SubsetFit(mask, quick.Estimate, quick.I2Percent);
            else Interlocked.CompareExchange(ref refused, fit.Refused, null);
        });
        return refused is { } none ? none : fits;
    }
}
