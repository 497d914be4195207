using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Specifications;

/// <summary>The choices that a multiverse crosses.</summary>
/// <source doi="10.1177/1745691616658637" at="Steegen et al. 2016, multiverse analysis; which choices: all that the
/// engine has, so that none is picked for its result"/>
public sealed record SpecificationGrid
{
    /// <summary>Measures.</summary>
    public required IReadOnlyList<EffectMeasure> Measures { get; init; }

    /// <summary>τ² estimators; default all of them, equal effects first.</summary>
    public IReadOnlyList<HeterogeneityEstimator> Estimators { get; init; } = HeterogeneityEstimators.All;

    /// <summary>Intervals; default all four.</summary>
    public IReadOnlyList<CoefficientTest> Intervals { get; init; } =
        [CoefficientTest.Wald, CoefficientTest.WaldT, CoefficientTest.KnappHartung, CoefficientTest.KnappHartungFloor];

    /// <summary>Zero-cell policies, where a measure needs one; default all of them.</summary>
    public IReadOnlyList<ZeroCellPolicy> ZeroCells { get; init; } = ZeroCellPolicy.All;

    /// <summary>Models of the counts themselves, each once a measure; default all of them.</summary>
    public IReadOnlyList<CountPool> CountPools { get; init; } = CountPool.All;

    /// <summary>Confidence level in (0, 1); default 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>All comparisons that the columns of a measure allow, and only those.</summary>
    /// <param name="measure">A measure.</param>
    public static IReadOnlyList<EffectMeasure> SameColumns(EffectMeasure measure) =>
        [.. EffectMeasure.All.Where(one => one.IsComparison && one.Columns.SequenceEqual(measure.Columns))];
}
