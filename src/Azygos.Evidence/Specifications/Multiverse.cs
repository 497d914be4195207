using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Specifications;

/// <summary>Every defensible analysis of the same studies, and how they come out.</summary>
/// <remarks>
/// Inclusion × measure × τ² estimator × interval × zero-cell policy, and beside them the models that need no policy. It
/// is not a vote: specifications share studies, and how many stand on a side depends on how many choices were crossed.
/// </remarks>
/// <source doi="10.1177/1745691616658637" at="Steegen et al. 2016"/>
public sealed record Multiverse
{
    /// <summary>Policy of a specification that adds nothing to any cell.</summary>
    public const string NoneNeeded = "none needed";

    /// <summary>What was crossed.</summary>
    public required SpecificationGrid Grid { get; init; }

    /// <summary>Names of the inclusions.</summary>
    public required IReadOnlyList<string> Inclusions { get; init; }

    /// <summary>Specifications with a result, in the order of the grid.</summary>
    public required IReadOnlyList<SpecificationResult> Results { get; init; }

    /// <summary>Specifications without one, with the reason.</summary>
    public required IReadOnlyList<(Specification Specification, NoAnswer Why)> Refused { get; init; }

    /// <summary>How the results fall.</summary>
    public SpecificationShares Shares => SpecificationShares.Of(Results);

    /// <summary>Runs the grid; the same bits for any number of threads.</summary>
    /// <param name="inclusions">Choices of studies.</param>
    /// <param name="grid">The other choices.</param>
    /// <param name="threads">Threads at most; −1 for all cores.</param>
    public static Multiverse Of(IReadOnlyList<Inclusion> inclusions, SpecificationGrid grid, int threads = -1)
    {
        (Inclusion Inclusion, EffectMeasure Measure)[] blocks =
            [.. from inclusion in inclusions from measure in grid.Measures select (inclusion, measure)];
        List<(Specification, Outcome<SpecificationResult>)>[] found = new List<(Specification,
            Outcome<SpecificationResult>)>[blocks.Length];
        Parallel.For(0, blocks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            block => found[block] = Block(blocks[block].Inclusion, blocks[block].Measure, grid));
        return new Multiverse
        {
            Grid = grid,
            Inclusions = [.. inclusions.Select(one => one.Name)],
            Results = [.. from one in found.SelectMany(block => block) where one.Item2.HasValue select one.Item2.Value],
            Refused = [.. from one in found.SelectMany(block => block)
                          where !one.Item2.HasValue select (one.Item1, one.Item2.Refused!)],
        };
    }

    private static List<(Specification, Outcome<SpecificationResult>)> Block(
        Inclusion inclusion, EffectMeasure measure, SpecificationGrid grid)
    {
        List<(Specification, Outcome<SpecificationResult>)> found = [];
        ReadOnlyMemory<double>[] cells = [.. inclusion.Studies.Select(study => study.Numbers)];
        IReadOnlyList<ZeroCellPolicy?> policies = measure.HasZeroCells ? [.. grid.ZeroCells] : [null];
        foreach (ZeroCellPolicy? policy in policies)
        {
            EffectEstimate[] effects = [.. measure.Effects(cells, (policy ?? ZeroCellPolicy.Half).Rule)
                .Where(one => one.HasValue).Select(one => one.Value)];
            Outcome<EffectTable> table = EffectTable.From(
                [.. effects.Select(one => one.Value)], [.. effects.Select(one => one.Variance)]);
            foreach (HeterogeneityEstimator estimator in grid.Estimators)
                foreach (CoefficientTest interval in grid.Intervals)
                {
                    Specification asked = new(inclusion.Name, measure.Key, estimator.Key, IntervalKeys.Of(interval),
                        policy?.Key ?? NoneNeeded);
                    found.Add((asked, table
                        .Then(t => RandomEffects.Pool(t,
                            new PoolingOptions { Estimator = estimator, Test = interval, Level = grid.Level }))
                        .Then<SpecificationResult>(fit =>
                            SpecificationResult.Of(asked, measure, fit.Model.Count, fit.Mean))));
                }
        }
        if (!measure.IsOfCounts) return found;
        foreach (CountPool pool in grid.CountPools.Where(one => one.Measures.Contains(measure.Key)))
        {
            Specification asked = new(inclusion.Name, measure.Key, pool.Key,
                IntervalKeys.Of(CoefficientTest.Wald), NoneNeeded);
            Outcome<TwoByTwo>[] tables = [.. cells.Select(EffectMeasure.Table)];
            NoAnswer? impossible = tables.FirstOrDefault(table => !table.HasValue).Refused;
            Outcome<Coefficient> pooled = impossible is not null
                ? impossible : pool.Pool([.. tables.Select(table => table.Value)], measure.Key, grid.Level);
            int used = tables.Count(table => table is { HasValue: true, Value.IsUninformative: false });
            found.Add((asked, pooled.Then<SpecificationResult>(mean =>
                SpecificationResult.Of(asked, measure, measure.IsRatio ? used : cells.Length, mean))));
        }
        return found;
    }
}
