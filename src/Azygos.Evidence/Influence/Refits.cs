using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Influence;

/// <summary>Refits on parts of the studies: one left out, or one after the other.</summary>
/// <source doi="10.1002/jrsm.11" at="§2, case deletion in meta-analysis"/>
public static class Refits
{
    /// <summary>The pooled fit without each study in turn; shape [studies].</summary>
    public static Outcome<PooledFit>[] LeaveOneOut(EffectTable table, PoolingOptions options)
        => [.. Enumerable.Range(0, table.Count)
            .Select(i => table.Without(i).Then(rest => RandomEffects.Pool(rest, options)))];

    /// <summary>The pooled fit of the first one, two, … studies in the order given; shape [studies].</summary>
    /// <source doi="10.1056/NEJM199207233270406" at="cumulative meta-analysis"/>
    public static Outcome<PooledFit>[] Cumulative(EffectTable table, IReadOnlyList<int> order, PoolingOptions options)
    {
        double[] y = [.. order.Select(i => table.Effects[i])], v = [.. order.Select(i => table.Variances[i])];
        return [.. Enumerable.Range(1, y.Length).Select(
            n => EffectTable.From(y.AsSpan(0, n), v.AsSpan(0, n)).Then(part => RandomEffects.Pool(part, options)))];
    }
}
