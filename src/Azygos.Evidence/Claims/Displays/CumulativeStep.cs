using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Influence;

namespace Azygos.Evidence.Claims.Displays;

/// <summary>What the studies gave together when one more had been printed.</summary>
/// <param name="Label">The study that was added.</param>
/// <param name="Year">Its year of print; null where none was seen.</param>
/// <param name="Count">Studies so far.</param>
/// <param name="OddsRatio">Pooled odds ratio so far.</param>
/// <param name="Lower">Lower limit, 95 %.</param>
/// <param name="Upper">Upper limit, 95 %.</param>
/// <source doi="10.1056/NEJM199207233270406" at="cumulative meta-analysis; here in the order of the year of print, by
/// identifier within a year, studies without a year last"/>
public sealed record CumulativeStep(
    string Label, int? Year, int Count, double OddsRatio, double Lower, double Upper)
{
    /// <summary>One step a study of the pool; a step whose fit is refused is left out.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="rows">Its studies by identifier.</param>
    public static IReadOnlyList<CumulativeStep> Of(PoolEstimate pool, IReadOnlyDictionary<string, StudyRow> rows)
    {
        int[] order = [.. Enumerable.Range(0, pool.Count).OrderBy(i => rows[pool.Studies[i].Label].Year ?? int.MaxValue)
            .ThenBy(i => pool.Studies[i].Label, StringComparer.Ordinal)];
        return [.. from step in Refits.Cumulative(pool.Table, order, PoolEstimate.Options).Index()
            where step.Item.HasValue
            let added = pool.Studies[order[step.Index]].Label
            let mean = step.Item.Value.Mean
            select new CumulativeStep(added, rows[added].Year, step.Index + 1,
                Math.Exp(mean.Estimate), Math.Exp(mean.Lower), Math.Exp(mean.Upper))];
    }
}
