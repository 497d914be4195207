using Azygos.Evidence.Distributions;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Optimisation;

namespace Azygos.Evidence.Pooling;

/// <summary>An interval of τ² with I² and H² at its ends.</summary>
/// <param name="Tau2">Ends of τ².</param>
/// <param name="I2Percent">I² at those ends [%].</param>
/// <param name="H2">H² at those ends.</param>
/// <source doi="10.1002/sim.2514" at="intervals for the heterogeneity variance"/>
public sealed record HeterogeneityRange(
    (double Lower, double Upper) Tau2, (double Lower, double Upper) I2Percent, (double Lower, double Upper) H2)
{
    /// <summary>
    /// True when the effects agree better than sampling error allows, so that no τ² ≥ 0 fits at this level; the ends
    /// are then 0.
    /// </summary>
    public bool IsEmpty { get; init; }
}

/// <summary>Confidence intervals of τ².</summary>
/// <remarks>
/// Q-profile: the τ² at which Q(τ²) takes the (1 ± level)/2 quantiles of chi-squared with k − p degrees of freedom;
/// exact under normality. Profile likelihood: the τ² at which 2 (l_max − l(τ²)) reaches chi-squared's level quantile
/// with 1 degree.
/// An end at which the equation has no root above 0 is 0.
/// </remarks>
/// <source doi="10.1002/sim.2514" at="§2.3 Q-profile; profile likelihood:
/// 10.1002/(SICI)1097-0258(19960330)15:6%3C619::AID-SIM188%3E3.0.CO;2-A"/>
public static class HeterogeneityInterval
{
    /// <summary>The Q-profile interval; marked empty when even τ² = 0 makes Q improbably small.</summary>
    public static Outcome<HeterogeneityRange> QProfile(LinearModel model, double level)
    {
        int free = model.ResidualDegrees;
        if (free < 1) return new NoAnswer(Refusal.TooFewStudies, "Q-profile: no residual degrees of freedom.");
        double high = ChiSquared.Quantile((1 + level) / 2, free), low = ChiSquared.Quantile((1 - level) / 2, free);
        if (model.At(0).Rss < low) return Range(model, 0, 0) with { IsEmpty = true };
        var lower = GeneralisedQ.Solve(model, high, "Q-profile lower end");
        if (lower.Refused is { } noLower) return noLower;
        var upper = GeneralisedQ.Solve(model, low, "Q-profile upper end");
        return upper.Refused is { } noUpper ? noUpper : Range(model, lower.Value.Tau2, upper.Value.Tau2);
    }

    /// <summary>The profile-likelihood interval around an ML or REML estimate.</summary>
    public static Outcome<HeterogeneityRange> ProfileLikelihood(
        LinearModel model, double estimate, bool restricted, double level)
    {
        double drop = ChiSquared.Quantile(level, 1) / 2;
        double target = LikelihoodMaximum.LogLikelihood(model, estimate, restricted) - drop;
        double Excess(double t) => LikelihoodMaximum.LogLikelihood(model, t, restricted) - target;
        double lower = 0;
        if (estimate > 0 && Excess(0) < 0)
        {
            var root = BrentRoot.Find(Excess, (0, Excess(0)), (estimate, drop));
            if (root.Refused is { } none) return none;
            lower = root.Value.X;
        }
        double step = estimate > 0 ? estimate : model.Variances[0];
        var upper = BrentRoot.FindUpward(Excess, estimate, step);
        return upper.Refused is { } noUpper ? noUpper : Range(model, lower, upper.Value.X);
    }

    private static HeterogeneityRange Range(LinearModel model, double lower, double upper)
    {
        ModelSums atZero = model.At(0);
        (double i2Low, double h2Low) = RandomEffects.Relative(true, lower, atZero, model.ResidualDegrees);
        (double i2High, double h2High) = RandomEffects.Relative(true, upper, atZero, model.ResidualDegrees);
        return new HeterogeneityRange((lower, upper), (i2Low, i2High), (h2Low, h2High));
    }
}
