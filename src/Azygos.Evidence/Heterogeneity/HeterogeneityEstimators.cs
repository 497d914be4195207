using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>A τ² estimator as a value: what an option names and a fit calls.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Name">Name in tables.</param>
/// <param name="Estimate">The rule.</param>
public sealed record HeterogeneityEstimator(
    string Key, string Name, Func<LinearModel, Outcome<HeterogeneityEstimate>> Estimate);

/// <summary>The catalogue of τ² estimators, one line each.</summary>
/// <source doi="10.1002/jrsm.1164" at="table 1, the list most reviews choose from"/>
public static class HeterogeneityEstimators
{
    /// <summary>Equal effects: τ² is not estimated, it is 0.</summary>
    public static HeterogeneityEstimator EqualEffects { get; } =
        new("EE", "equal effects", static _ => new HeterogeneityEstimate());

    /// <summary>DerSimonian and Laird.</summary>
    public static HeterogeneityEstimator DerSimonianLaird { get; } = Of<DerSimonianLaird>("DerSimonian-Laird");

    /// <summary>Hedges (and Olkin).</summary>
    public static HeterogeneityEstimator HedgesOlkin { get; } = Of<HedgesOlkin>("Hedges");

    /// <summary>Hunter and Schmidt.</summary>
    public static HeterogeneityEstimator HunterSchmidt { get; } = Of<HunterSchmidt>("Hunter-Schmidt");

    /// <summary>Hunter and Schmidt, small-sample corrected.</summary>
    public static HeterogeneityEstimator HunterSchmidtCorrected { get; }
        = Of<HunterSchmidtCorrected>("Hunter-Schmidt, corrected");

    /// <summary>Sidik and Jonkman.</summary>
    public static HeterogeneityEstimator SidikJonkman { get; } = Of<SidikJonkman>("Sidik-Jonkman");

    /// <summary>Maximum likelihood.</summary>
    public static HeterogeneityEstimator MaximumLikelihood { get; } = Of<MaximumLikelihood>("maximum likelihood");

    /// <summary>Restricted maximum likelihood: the default of the engine.</summary>
    public static HeterogeneityEstimator RestrictedMaximumLikelihood { get; }
        = Of<RestrictedMaximumLikelihood>("restricted maximum likelihood");

    /// <summary>Empirical Bayes.</summary>
    public static HeterogeneityEstimator EmpiricalBayes { get; } = Of<EmpiricalBayes>("empirical Bayes");

    /// <summary>Paule and Mandel.</summary>
    public static HeterogeneityEstimator PauleMandel { get; } = Of<PauleMandel>("Paule-Mandel");

    /// <summary>Paule and Mandel, median-unbiased.</summary>
    public static HeterogeneityEstimator PauleMandelMedian { get; } =
        Of<PauleMandelMedian>("Paule-Mandel, median-unbiased");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HeterogeneityEstimator> All { get; } =
    [
        EqualEffects, DerSimonianLaird, HedgesOlkin, HunterSchmidt, HunterSchmidtCorrected, SidikJonkman,
        MaximumLikelihood, RestrictedMaximumLikelihood, EmpiricalBayes, PauleMandel, PauleMandelMedian,
    ];

    /// <summary>Finds one by its key.</summary>
    public static bool TryFind(
        string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out HeterogeneityEstimator? found)
        => (found = All.FirstOrDefault(e => e.Key == key)) is not null;

    private static HeterogeneityEstimator Of<T>(string name)
        where T : struct, IHeterogeneityEstimator
        => new(T.Key, name, T.Estimate);
}
