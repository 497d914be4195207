using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>Sidik and Jonkman: always positive unless all effects are equal.</summary>
/// <remarks>τ₀² = Σ(y − ȳ)²/k, then τ² = τ₀² yᵀPy/(k − p) with weights 1/(v + τ₀²); never truncated.</remarks>
/// <source doi="10.1111/j.1467-9876.2005.00489.x" at="eqs. 4-6"/>
public readonly struct SidikJonkman : IHeterogeneityEstimator
{
    /// <inheritdoc/>
    public static string Key => "SJ";

    /// <inheritdoc/>
    public static Outcome<HeterogeneityEstimate> Estimate(LinearModel model)
    {
        if (MomentEquation.Degrees(model, Key) is { Refused: { } none }) return none;
        double[] w = new double[model.Count];
        double mean = 0, start = 0;
        foreach (double y in model.Centred) mean += y / model.Count;
        foreach (double y in model.Centred) start += (y - mean) * (y - mean) / model.Count;
        for (int i = 0; i < w.Length; i++) w[i] = 1 / (model.Variances[i] + start);
        double tau2 = start * model.Under(w).Rss / model.ResidualDegrees;
        return new HeterogeneityEstimate(tau2,
            start * MomentEquation.Spread(model, w, tau2) / model.ResidualDegrees, 0);
    }
}
