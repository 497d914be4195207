using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Pooling;

/// <summary>Only what a resampling loop needs of a pooled mean.</summary>
internal readonly record struct QuickFit(double Estimate, double StandardError, double Tau2, double I2Percent)
{
    internal double Statistic => Estimate == 0 && StandardError == 0 ? 0 : Estimate / StandardError;

    internal static Outcome<QuickFit> Of(LinearModel model, PoolingOptions options)
    {
        int free = model.ResidualDegrees;
        bool estimated = options.Estimator != HeterogeneityEstimators.EqualEffects;
        double tau2 = 0;
        if (estimated && free > 0)
        {
            var outcome = options.Estimator.Estimate(model);
            if (outcome.Refused is { } none) return none;
            tau2 = outcome.Value.Tau2;
        }
        double sum = 0, mean = 0;
        for (int i = 0; i < model.Count; i++)
        {
            double w = 1 / (model.Variances[i] + tau2);
            sum += w;
            mean += w * model.Centred[i];
        }
        mean /= sum;
        double variance = 1 / sum;
        if (options.Test is CoefficientTest.KnappHartung or CoefficientTest.KnappHartungFloor && free > 0)
        {
            double s2 = model.At(tau2).Rss / free;
            variance *= options.Test == CoefficientTest.KnappHartung ? s2 : Math.Max(1, s2);
        }
        double i2 = RandomEffects.Relative(estimated, tau2, model.At(0), free).I2;
        return new QuickFit(mean + model.Shift, Math.Sqrt(variance), tau2, i2);
    }
}
