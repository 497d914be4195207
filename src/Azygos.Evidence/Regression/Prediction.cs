using Azygos.Evidence.Distributions;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Regression;

/// <summary>What a meta-regression says for given values of its predictors.</summary>
/// <param name="Estimate">x β.</param>
/// <param name="StandardError">√(x C xᵀ), C the covariance of β.</param>
/// <param name="Lower">Lower end of the confidence interval of the mean.</param>
/// <param name="Upper">Upper end of the confidence interval of the mean.</param>
/// <param name="PredictionLower">Lower end for the true effect of a new study, from √(SE² + τ²).</param>
/// <param name="PredictionUpper">Upper end for the true effect of a new study.</param>
/// <source doi="10.18637/jss.v036.i03" at="§3.4, fitted and predicted values"/>
public sealed record Prediction(
    double Estimate, double StandardError, double Lower, double Upper, double PredictionLower, double PredictionUpper)
{
    /// <summary>Predicts at one row of predictor values, intercept excluded when the model has one.</summary>
    public static Prediction At(PooledFit fit, ReadOnlySpan<double> predictors)
    {
        int p = fit.Coefficients.Count, from = fit.Model.Design.HasIntercept ? 1 : 0;
        if (predictors.Length != p - from)
            throw new ArgumentException($"{predictors.Length} predictor values for a model with {p - from}",
                nameof(predictors));
        double[] x = new double[p];
        if (from == 1) x[0] = 1;
        predictors.CopyTo(x.AsSpan(from));
        double estimate = 0, variance = 0;
        for (int i = 0; i < p; i++)
        {
            estimate += x[i] * fit.Coefficients[i].Estimate;
            for (int j = 0; j < p; j++) variance += x[i] * fit.Covariance[i * p + j] * x[j];
        }
        double quantile = StudentT.TwoSidedQuantile(fit.Level, fit.QuantileDegrees);
        double half = quantile * Math.Sqrt(variance), wide = quantile * Math.Sqrt(variance + fit.Tau2);
        return new Prediction(
            estimate, Math.Sqrt(variance), estimate - half, estimate + half, estimate - wide, estimate + wide);
    }

    /// <summary>R² [%]: the share of heterogeneity that the moderators explain, never below 0.</summary>
    /// <remarks>
    /// 100 max(0, 1 − τ²/τ₀²), τ₀² by the same estimator without moderators, 0 when τ₀² is 0; under equal effects
    /// 100 max(0, 1 − H²/H₀²), H² = Q/(k − p).
    /// </remarks>
    /// <source doi="10.1111/bmsp.12002" at="pseudo-R² of mixed-effects meta-regression"/>
    public static Outcome<double> ExplainedPercent(PooledFit fit, EffectTable table)
    {
        if (fit.Estimator == HeterogeneityEstimators.EqualEffects)
            return RandomEffects.Pool(table, new PoolingOptions { Estimator = fit.Estimator }).Then<double>(
                alone => alone.H2 == 0 ? 0 : Math.Max(0, 100 * (alone.H2 - fit.H2) / alone.H2));
        return LinearModel.From(table).Then(fit.Estimator.Estimate).Then<double>(
            alone => alone.Tau2 == 0 ? 0 : Math.Max(0, 100 * (alone.Tau2 - fit.Tau2) / alone.Tau2));
    }
}
