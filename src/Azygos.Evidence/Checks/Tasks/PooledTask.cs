using System.Text.Json;
using Azygos.Evidence.Distributions;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task univariate: a pooled mean with everything reported of it.</summary>
internal sealed class PooledTask : ICaseTask
{
    public string Task => "univariate";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options)
            .Then(studies => RandomEffects.Pool(studies.Table, CaseOptions.Pooling(options)))
            .Then<CaseValues>(Values);

    internal static Outcome<CaseValues> Values(PooledFit fit)
    {
        double rounding = RoundingOfQ(fit);
        var values = new CaseValues
        {
            ["k"] = fit.Model.Count,
            ["p"] = fit.Coefficients.Count,
            ["names"] = fit.Model.Design.Names.ToList(),
            ["beta"] = fit.Coefficients.Select(static c => c.Estimate).ToList(),
            ["se"] = fit.Coefficients.Select(static c => c.StandardError).ToList(),
            ["stat"] = fit.Coefficients.Select(static c => c.Statistic).ToList(),
            ["pval"] = fit.Coefficients.Select(static c => c.PValue).ToList(),
            ["ci_lb"] = fit.Coefficients.Select(static c => c.Lower).ToList(),
            ["ci_ub"] = fit.Coefficients.Select(static c => c.Upper).ToList(),
            ["tau2"] = fit.Tau2,
            ["I2_percent"] = fit.I2Percent,
            ["H2"] = new CheckedValue(fit.H2)
            {
                Rounding = fit.Model.ResidualDegrees > 0 ? rounding / fit.Model.ResidualDegrees : 0
            },
            ["QE"] = new CheckedValue(fit.Heterogeneity.Statistic) { Rounding = rounding },
            ["QE_df"] = fit.Heterogeneity.Degrees,
            ["QE_p"] = fit.Heterogeneity.PValue,
            ["weights_percent"] = fit.WeightsPercent,
            ["fit_ML"] = Of(fit.FullLikelihood),
            ["fit_REML"] = Of(fit.RestrictedLikelihood),
            ["prediction_interval"] = Predictions(fit),
            ["heterogeneity_ci"] = Intervals(fit),
        };
        if (fit.Tau2StandardError is { } se) values["se_tau2"] = se;
        if (fit.DegreesOfFreedom is { } ddf) values["ddf"] = ddf;
        return values;
    }

    private static CaseValues Of(Likelihood likelihood) => new()
    {
        ["logLik"] = likelihood.LogLikelihood,
        ["deviance"] = likelihood.Deviance,
        ["AIC"] = likelihood.Aic,
        ["BIC"] = likelihood.Bic,
        ["AICc"] = likelihood.Aicc,
    };

    private static CaseValues Predictions(PooledFit fit)
    {
        static CaseValues Ends(PredictionInterval interval)
            => new() { ["lb"] = interval.Lower, ["ub"] = interval.Upper };
        var values = new CaseValues
        {
            ["se"] = PredictionInterval.AsFitted(fit).StandardError,
            ["model_default"] = Ends(PredictionInterval.AsFitted(fit)),
            ["normal"] = Ends(PredictionInterval.WithNormal(fit)),
        };
        if (PredictionInterval.WithT(fit, 1).TryGet(out PredictionInterval? one)) values["t_k_minus_1"] = Ends(one);
        if (PredictionInterval.WithT(fit, 2).TryGet(out PredictionInterval? two)) values["t_k_minus_2"] = Ends(two);
        return values;
    }

    /// <summary>Units in the last place of Σ y²/v, the terms that a matrix evaluation of yᵀPy subtracts.</summary>
    internal static double RoundingOfQ(PooledFit fit)
    {
        double sum = 0;
        for (int i = 0; i < fit.Model.Count; i++)
        {
            double y = fit.Fitted[i] + fit.Residuals[i];
            sum += y * y / fit.Model.Variances[i];
        }
        return 1e-15 * sum;
    }

    private static CaseValues Intervals(PooledFit fit)
    {
        var values = new CaseValues();
        if (fit.Estimator == HeterogeneityEstimators.EqualEffects || fit.Model.ResidualDegrees == 0) return values;
        LinearModel model = fit.Model;
        int free = model.ResidualDegrees;
        if (HeterogeneityInterval.QProfile(model, fit.Level).TryGet(out HeterogeneityRange? profile))
            values["Q_profile"] = Ends(
                model, profile,
                t => model.At(t).Rss / ChiSquared.Quantile((1 + fit.Level) / 2, free) - 1,
                t => model.At(t).Rss / ChiSquared.Quantile((1 - fit.Level) / 2, free) - 1);
        bool restricted = fit.Estimator == HeterogeneityEstimators.RestrictedMaximumLikelihood;
        if ((restricted || fit.Estimator == HeterogeneityEstimators.MaximumLikelihood)
            && HeterogeneityInterval.ProfileLikelihood(model, fit.Tau2, restricted, fit.Level)
                .TryGet(out HeterogeneityRange? likelihood))
        {
            double top = LikelihoodMaximum.LogLikelihood(model, fit.Tau2, restricted);
            double Drop(double t) => 2 * (top - LikelihoodMaximum.LogLikelihood(model, t, restricted))
                / ChiSquared.Quantile(fit.Level, 1) - 1;
            values["profile_likelihood"] = Ends(model, likelihood, Drop, Drop);
        }
        return values;
    }

    /// <summary>Ends of an interval on every scale, each with the equation it solves.</summary>
    private static CaseValues Ends(
        LinearModel model, HeterogeneityRange range, Func<double, double> lower, Func<double, double> upper)
    {
        double typical = model.ResidualDegrees / model.At(0).TraceP;
        List<object?> Pair((double Lower, double Upper) ends, Func<double, double> toTau2) =>
        [
            new CheckedValue(ends.Lower) { Residual = x => lower(toTau2(x)) },
            new CheckedValue(ends.Upper) { Residual = x => upper(toTau2(x)) },
        ];
        return new CaseValues
        {
            ["tau2"] = Pair(range.Tau2, static t => t),
            ["tau"] = Pair((Math.Sqrt(range.Tau2.Lower), Math.Sqrt(range.Tau2.Upper)), static t => t * t),
            ["I2_percent"] = Pair(range.I2Percent, i => typical * i / (100 - i)),
            ["H2"] = Pair(range.H2, h => typical * (h - 1)),
        };
    }
}
