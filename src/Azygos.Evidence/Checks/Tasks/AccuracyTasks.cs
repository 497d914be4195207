using System.Text.Json;
using Azygos.Evidence.Accuracy;
using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task dta-descriptive: the accuracy of each study.</summary>
internal sealed class StudyAccuracyTask : ICaseTask
{
    public string Task => "dta-descriptive";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        TwoByTwo[] tables =
            [.. new ZeroCells().Apply(CaseOptions.Accuracy(table, options)).Select(static t => t!.Value)];
        StudyAccuracy[] studies = [.. tables.Select(static t => StudyAccuracy.From(t).Value)];
        double[] sens = [.. studies.Select(static s => s.Sensitivity.Value)],
            fpr = [.. studies.Select(static s => 1 - s.Specificity.Value)];
        return new CaseValues
        {
            ["sens"] = sens,
            ["sens_ci"] = studies.Select(static s => (object?)new[] { s.Sensitivity.Lower, s.Sensitivity.Upper })
                .ToList(),
            ["spec"] = studies.Select(static s => s.Specificity.Value).ToList(),
            ["spec_ci"] = studies.Select(static s => (object?)new[] { s.Specificity.Lower, s.Specificity.Upper })
                .ToList(),
            ["DOR"] = studies.Select(static s => s.DiagnosticOddsRatio.Value).ToList(),
            ["posLR"] = studies.Select(static s => s.PositiveRatio.Value).ToList(),
            ["negLR"] = studies.Select(static s => s.NegativeRatio.Value).ToList(),
            ["DOR_ci"] = studies.Select(
                static s => (object?)new[] { s.DiagnosticOddsRatio.Lower, s.DiagnosticOddsRatio.Upper }).ToList(),
            ["corr_sens_fpr"] = Pearson(sens, fpr),
        };
    }

    private static double Pearson(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average(), xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.Sqrt(xx * yy);
    }
}

/// <summary>Task dta-univariate: one pooled ratio.</summary>
/// <remarks>
/// The reference's variances of Mantel-Haenszel ratios leave out or exchange terms of the published formulas, and its
/// interval of τ² adds τ² twice. What its own formulas give is computed beside ours, so that the difference is known to
/// the last digit.
/// </remarks>
internal sealed class AccuracyRatioTask : ICaseTask
{
    public string Task => "dta-univariate";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        TwoByTwo[] tables = CaseOptions.Accuracy(table, options);
        AccuracyRatio ratio = options.Text("type") switch
        {
            "DOR" => AccuracyRatio.DiagnosticOddsRatio,
            "posLR" => AccuracyRatio.Positive,
            _ => AccuracyRatio.Negative,
        };
        return options.Text("method") == "MH"
            ? AccuracyRatios.MantelHaenszel(tables, ratio).Then<CaseValues>(c => MantelHaenszel(c, tables, ratio))
            : AccuracyRatios.RandomEffects(tables, ratio).Then<CaseValues>(static fit => RandomEffects(fit));
    }

    private static CaseValues MantelHaenszel(Coefficient c, TwoByTwo[] tables, AccuracyRatio ratio)
    {
        double half = Normal.TwoSidedQuantile(0.95) * Math.Sqrt(ReferenceVariance(tables, ratio));
        double low = c.Estimate - half, high = c.Estimate + half;
        return new CaseValues
        {
            ["coefficients_log"] = new List<object?> { c.Estimate },
            ["ci_log"] = new List<object?>
            {
                new List<object?>
                {
                    Math.Exp(c.Estimate), new CheckedValue(Math.Exp(c.Lower)) { Variant = Math.Exp(low) },
                    new CheckedValue(Math.Exp(c.Upper)) { Variant = Math.Exp(high) },
                },
                new List<object?>
                {
                    c.Estimate, new CheckedValue(c.Lower) { Variant = low },
                    new CheckedValue(c.Upper) { Variant = high }
                },
            },
        };
    }

    private static double ReferenceVariance(TwoByTwo[] tables, AccuracyRatio ratio)
    {
        double r = 0, s = 0, e = 0, g = 0, h = 0, p = 0, u = 0, v = 0, u2 = 0, v2 = 0;
        foreach (TwoByTwo t in tables)
        {
            (double tp, double fn, double fp, double tn) = t;
            double n = t.N;
            r += tp * tn / n;
            s += fp * fn / n;
            e += (tp + tn) * tp * tn / (n * n);
            g += (fp + fn) * tp * tn / (n * n);
            h += (fp + fn) * fp * fn / (n * n);
            p += (t.N1 * t.N2 * (tp + fp) - tp * fp * n) / (n * n);
            u += tp * t.N2 / n;
            v += fn * t.N1 / n;
            u2 += fp * t.N2 / n;
            v2 += tn * t.N1 / n;
        }
        return ratio switch
        {
            AccuracyRatio.DiagnosticOddsRatio => 0.5 * (e / (r * r) + g / (r * s) + h / (s * s)),
            AccuracyRatio.Positive => p / (u * v),
            _ => p / (u2 * v2),
        };
    }

    private static CaseValues RandomEffects(PooledFit fit)
    {
        Coefficient c = fit.Mean;
        (double Lower, double Upper) range = HeterogeneityInterval.QProfile(fit.Model, fit.Level).Value.Tau2;
        (double low, double high) = (Twice(fit, 0.975), Twice(fit, 0.025));
        return new CaseValues
        {
            ["coefficients_log"] = new List<object?> { c.Estimate },
            ["ci_log"] = new List<object?>
            {
                new List<object?> { Math.Exp(c.Estimate), Math.Exp(c.Lower), Math.Exp(c.Upper) },
                new List<object?> { c.Estimate, c.Lower, c.Upper },
                new List<object?> { fit.Tau2, End(range.Lower, low, 1), End(range.Upper, high, 1) },
                new List<object?>
                {
                    Math.Sqrt(fit.Tau2), End(Math.Sqrt(range.Lower), low, 0.5), End(Math.Sqrt(range.Upper), high, 0.5)
                },
            },
        };

        // The reference searches its root to an absolute 1.2e-4 only.
        static object End(double ours, double theirs, double power) => new CheckedValue(ours)
        {
            Variant = Math.Pow(theirs, power),
            VariantTolerance = theirs == 0 ? 0 : 1.3e-4 / theirs,
        };
    }

    /// <summary>The x with Σ (y − μ̂)²/(v + τ̂² + x) at a chi-squared quantile: τ̂² counted twice.</summary>
    private static double Twice(PooledFit fit, double p)
    {
        double target = ChiSquared.Quantile(p, fit.Model.Count - 1);
        double Q(double x)
        {
            double sum = 0;
            for (int i = 0; i < fit.Residuals.Length; i++)
                sum += fit.Residuals[i] * fit.Residuals[i] / (fit.Model.Variances[i] + fit.Tau2 + x);
            return sum;
        }
        if (Q(0) < target) return 0;
        var root = Optimisation.BrentRoot.FindUpward(x => Q(x) - target, 0, 1);
        return root.Value.X;
    }
}

/// <summary>Task dta-bivariate.</summary>
internal sealed class BivariateTask : ICaseTask
{
    public string Task => "dta-bivariate";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        TwoByTwo[] tables = CaseOptions.Accuracy(table, options);
        if (options.Text("model").Contains("binomial", StringComparison.Ordinal))
            return BivariateBinomial.Fit(tables).Then<CaseValues>(fit => Values(fit, tables.Length));
        bool all = options.Text("correction_applied_to").StartsWith("all", StringComparison.Ordinal);
        TwoByTwo[] corrected =
            [.. new ZeroCells { Target = all ? ZeroCellTarget.AllIfAnyZero : ZeroCellTarget.StudiesWithAZero }
            .Apply(tables).Select(static t => t!.Value)];
        BivariateEstimator estimator = options.Text("tau2_method") switch
        {
            "REML" => BivariateEstimator.RestrictedMaximumLikelihood,
            "ML" => BivariateEstimator.MaximumLikelihood,
            _ => BivariateEstimator.Moments,
        };
        return BivariateNormal.Fit(corrected, estimator).Then<CaseValues>(fit => Values(fit, tables));
    }

    private static CaseValues Values(BivariateNormal fit, TwoByTwo[] tables)
    {
        (double low1, double high1) = Ends(fit.LogitSensitivity, fit.MeanCovariance.A);
        (double low2, double high2) = Ends(fit.LogitFalsePositiveRate, fit.MeanCovariance.C);
        var values = new CaseValues
        {
            ["k"] = tables.Length,
            ["mu_logit_sens"] = fit.LogitSensitivity,
            ["mu_logit_fpr"] = fit.LogitFalsePositiveRate,
            ["vcov"] = Matrix(fit.MeanCovariance),
            ["Psi"] = Matrix(fit.Between),
            ["logLik"] = fit.LogLikelihood,
            ["ci_logit_sens"] = new[] { low1, high1 },
            ["ci_logit_fpr"] = new[] { low2, high2 },
            ["sensitivity"] = Share(fit.LogitSensitivity),
            ["specificity"] = Share(-fit.LogitFalsePositiveRate),
            ["sensitivity_ci"] = new[] { Share(low1), Share(high1) },
            ["specificity_ci"] = new[] { Share(-high2), Share(-low2) },
            ["study_logit_sens"] = null,
            ["study_logit_fpr"] = null,
        };
        if (SummaryCurve.From(fit).TryGet(out SummaryCurve? curve))
        {
            values["HSROC"] = Curve(curve, "sigma2_theta", "sigma2_alpha");
            values["HSROC_mada"] = Curve(curve, "sigma2theta", "sigma2alpha");
            double[] rates = [.. tables.Select(static t => t.C / t.N2)];
            values["AUC_SROC_reference_grid"] = Area(curve, 0.01, 0.99);
            values["AUC_partial_reference_grid"] =
                Area(curve, Math.Max(0.01, rates.Min()), Math.Min(0.99, rates.Max()));
        }
        return values;
    }

    /// <summary>Our mean sensitivity; the reference divides its trapezoid sum by the points, not by the
    /// panels.</summary>
    private static CheckedValue Area(SummaryCurve curve, double from, double to)
    {
        const int Points = 99;
        double sum = 0;
        for (int i = 0; i < Points; i++)
            sum += curve.Sensitivity(from + i * (to - from) / (Points - 1)) * (i is 0 or Points - 1 ? 0.5 : 1);
        return new CheckedValue(curve.MeanSensitivity(from, to))
        {
            Tolerance = 2e-3,
            Variant = sum / Points,
            VariantTolerance = 2e-3,
        };
    }

    private static CaseValues Values(BivariateBinomial fit, int studies)
    {
        double se1 = Math.Sqrt(fit.MeanCovariance.A), se2 = Math.Sqrt(fit.MeanCovariance.C);
        (double low1, double high1) = Ends(fit.LogitSensitivity, fit.MeanCovariance.A);
        (double low2, double high2) = Ends(fit.LogitSpecificity, fit.MeanCovariance.C);
        return new CaseValues
        {
            Objective = (fit.LogLikelihood, static expected => expected.GetProperty("logLik").GetDouble()),
            ["k"] = studies,
            ["mu_logit_sens"] = fit.LogitSensitivity,
            ["mu_logit_spec"] = fit.LogitSpecificity,
            ["se_logit_sens"] = se1,
            ["se_logit_spec"] = se2,
            ["vcov"] = Matrix(fit.MeanCovariance),
            ["var_logit_sens"] = fit.Between.A,
            ["var_logit_spec"] = fit.Between.C,
            ["cov"] = fit.Between.B,
            ["corr"] = fit.Between.B / Math.Sqrt(fit.Between.A * fit.Between.C),
            ["logLik"] = fit.LogLikelihood,
            ["sensitivity"] = Share(fit.LogitSensitivity),
            ["specificity"] = Share(fit.LogitSpecificity),
            ["sensitivity_ci"] = new[] { Share(low1), Share(high1) },
            ["specificity_ci"] = new[] { Share(low2), Share(high2) },
        };
    }

    private static CaseValues Curve(SummaryCurve curve, string theta, string alpha) => new()
    {
        ["Theta"] = curve.Threshold,
        ["Lambda"] = curve.Accuracy,
        ["beta"] = curve.Shape,
        [theta] = curve.ThresholdVariance,
        [alpha] = curve.AccuracyVariance,
    };

    private static (double Lower, double Upper) Ends(double mean, double variance)
    {
        double half = Normal.TwoSidedQuantile(0.95) * Math.Sqrt(variance);
        return (mean - half, mean + half);
    }

    private static double Share(double logit) => 1 / (1 + Math.Exp(-logit));

    private static List<object?> Matrix(Covariance2 m) => [new[] { m.A, m.B }, new[] { m.B, m.C }];
}
