using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Counts;

/// <summary>Which exact likelihood is used for two groups of counts.</summary>
/// <source doi="10.1002/jrsm.1203" at="Jackson et al. 2018, comparison of seven models for meta-analyses of odds
/// ratios"/>
public enum CountModel
{
    /// <summary>Both groups, a fixed effect for each study.</summary>
    FixedStudyEffects,

    /// <summary>Both groups, study effects from a normal distribution.</summary>
    RandomStudyEffects,

    /// <summary>Events of the first group given all events, as if binomial: good when events are rare.</summary>
    ConditionalApproximate,

    /// <summary>Events of the first group given the margins: non-central hypergeometric (odds), binomial
    /// (rates).</summary>
    ConditionalExact,
}

/// <summary>Choices of a count model.</summary>
/// <source doi="10.1002/sim.4040" at="Stijnen, Hamza and Özdemir 2010: why no continuity correction is needed"/>
public sealed record CountModelOptions
{
    /// <summary>The likelihood.</summary>
    public CountModel Model { get; init; } = CountModel.ConditionalExact;

    /// <summary>Random treatment effects (true) or one common effect.</summary>
    public bool RandomEffects { get; init; } = true;

    /// <summary>Nodes of the adaptive quadrature over one random effect; two effects use Laplace's
    /// approximation.</summary>
    public int Nodes { get; init; } = 25;

    /// <summary>Confidence level.</summary>
    public double Level { get; init; } = 0.95;
}

/// <summary>A pooled effect from the exact likelihood of counts.</summary>
/// <param name="Studies">Informative studies used.</param>
/// <param name="Effect">Effect on the log or logit scale.</param>
/// <param name="Tau2">Variance of true effects.</param>
/// <param name="I2Percent">I² with the typical sampling variance of the studies' own effects [%].</param>
/// <param name="H2">1 + τ² over that variance.</param>
/// <param name="HeterogeneityWald">Wald test that all studies share one effect.</param>
/// <param name="HeterogeneityLikelihoodRatio">Likelihood-ratio test of the same.</param>
/// <param name="LogLikelihood">Log-likelihood, all constants included.</param>
/// <param name="SaturatedLogLikelihood">The same when every count is fitted exactly.</param>
/// <param name="Iterations">Newton steps.</param>
/// <source doi="10.1002/sim.4040" at="§2-4"/>
public sealed record CountFit(
    int Studies, Coefficient Effect, double Tau2, double I2Percent, double H2, OmnibusTest HeterogeneityWald,
    OmnibusTest HeterogeneityLikelihoodRatio, double LogLikelihood, double SaturatedLogLikelihood, int Iterations)
{
    /// <summary>Log-likelihood of the counts given each study's most probable effects.</summary>
    public double ConditionalLogLikelihood { get; init; }

    /// <summary>
    /// Standard error of the effect as if the variances were known: the working model's, smaller than
    /// <see cref="Effect"/>'s; null where it is the same or does not exist.
    /// </summary>
    public double? WorkingStandardError { get; init; }

    /// <summary>The Wald statistic of heterogeneity under the same simplification; null where it is the same.</summary>
    public double? WorkingHeterogeneityWald { get; init; }

    /// <summary>Typical sampling variance of the studies' own effects, behind I² and H².</summary>
    internal double TypicalVariance { get; init; }

    /// <summary>Σ A″(θ) under one common effect of conditional counts, in closed form; null for other models.</summary>
    internal double? Information { get; init; }

    /// <summary>The log-likelihood at given θ and τ, everything else at its best.</summary>
    internal Func<double, double, double>? Profile { get; init; }
}
