using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Heterogeneity;

/// <summary>What the closed-form moment estimators share: fixed weights, and E yᵀPy = tr PV + τ² tr P.</summary>
/// <source doi="10.1016/j.cct.2006.04.004" at="eqs. 2-6, general method of moments"/>
internal static class MomentEquation
{
    internal static Outcome<double> Degrees(LinearModel model, string key)
        => model.ResidualDegrees >= 1 ? model.ResidualDegrees
            : new NoAnswer(
                model.Count == 1 ? Refusal.TooFewStudies : Refusal.Saturated,
                $"{key}: τ² needs more studies than coefficients; here {model.Count} and {model.Coefficients}.");

    /// <summary>1/v.</summary>
    internal static double[] InverseVariances(LinearModel model)
    {
        double[] w = new double[model.Count];
        for (int i = 0; i < w.Length; i++) w[i] = 1 / model.Variances[i];
        return w;
    }

    /// <summary>√(2 tr PΩPΩ), Ω = V + τ²: standard deviation of yᵀPy.</summary>
    internal static double Spread(LinearModel model, ReadOnlySpan<double> w, double tau2)
    {
        double[] omega = new double[model.Count];
        for (int i = 0; i < omega.Length; i++) omega[i] = model.Variances[i] + tau2;
        return Math.Sqrt(2 * model.TraceOfSquaredVariance(w, omega));
    }
}
