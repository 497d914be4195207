using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Influence;

namespace Azygos.Evidence.Claims.Displays;

/// <summary>A study's point in Baujat's plot, with its name.</summary>
/// <param name="Label">The study.</param>
/// <param name="Point">What it adds to heterogeneity, and to the mean.</param>
/// <source doi="10.1002/sim.1221" at="§2"/>
public sealed record StudyInfluence(string Label, BaujatPoint Point)
{
    /// <summary>One point a study of the pool; a study without which nothing can be pooled is left out.</summary>
    public static IReadOnlyList<StudyInfluence> Of(PoolEstimate pool) =>
        [.. from point in BaujatPoint.Of(pool.Table, PoolEstimate.Options).Index()
            where point.Item.HasValue
            select new StudyInfluence(pool.Studies[point.Index].Label, point.Item.Value)];
}
