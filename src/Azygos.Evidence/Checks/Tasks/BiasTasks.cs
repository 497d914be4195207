using System.Text.Json;
using Azygos.Evidence.Bias;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task regtest: funnel regressions on several predictors.</summary>
internal sealed class FunnelRegressionTask : ICaseTask
{
    public string Task => "regtest";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then(studies =>
        {
            string name = options.Text("predictor");
            double[] v = studies.Table.Variances.ToArray();
            double[] predictor = name switch
            {
                "se" => [.. v.Select(Math.Sqrt)],
                "variance" => v,
                "sample size" => Sizes(table, options, studies.Rows),
                "1/sample size" => [.. Sizes(table, options, studies.Rows).Select(static n => 1 / n)],
                "1/sqrt(sample size)" => [.. Sizes(table, options, studies.Rows).Select(static n => 1 / Math.Sqrt(n))],
                _ => throw new ArgumentException($"unknown predictor '{name}'"),
            };
            bool mixed = options.Text("regtest_model") == "rma";
            var outcome = mixed ? FunnelRegression.Mixed(studies.Table, predictor, name)
                : FunnelRegression.Weighted(studies.Table, predictor, name);
            return outcome.Then<CaseValues>(line =>
            {
                var values = new CaseValues
                {
                    ["stat"] = line.Slope.Statistic,
                    ["pval"] = line.Slope.PValue,
                    ["intercept"] = line.Intercept.Estimate,
                    ["slope"] = line.Slope.Estimate,
                    ["intercept_se"] = line.Intercept.StandardError,
                    ["slope_se"] = line.Slope.StandardError,
                    ["limit_estimate"] = line.Intercept.Estimate,
                    ["limit_ci"] = new List<object?> { line.Intercept.Lower, line.Intercept.Upper },
                    ["tau2"] = line.Fit.Tau2,
                };
                if (line.Fit.DegreesOfFreedom is { } df) values["df"] = df;
                return values;
            });
        });

    private static double[] Sizes(CaseTable table, JsonElement options, int[] rows)
    {
        double[] all = options.Has("ni") ? table.Numbers(options.Text("ni"))
            : [.. CaseOptions.Tables(table, options).Select(static t => t.N)];
        return [.. rows.Select(i => all[i])];
    }
}

/// <summary>Task pet-peese: weighted regressions on the standard error (PET) or the variance (PEESE).</summary>
internal sealed class PetPeeseTask : ICaseTask
{
    public string Task => "pet-peese";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options)
            .Then(s => options.Text("type") == "PET" ? PetPeese.Pet(s.Table) : PetPeese.Peese(s.Table))
            .Then<CaseValues>(static line => new CaseValues
            {
                ["intercept"] = line.Intercept.Estimate,
                ["intercept_se"] = line.Intercept.StandardError,
                ["intercept_t"] = line.Intercept.Statistic,
                ["intercept_p"] = line.Intercept.PValue,
                ["slope"] = line.Slope.Estimate,
                ["slope_se"] = line.Slope.StandardError,
                ["slope_t"] = line.Slope.Statistic,
                ["slope_p"] = line.Slope.PValue,
                ["df"] = line.Fit.DegreesOfFreedom,
            });
}

/// <summary>Task ranktest.</summary>
internal sealed class RankCorrelationTask : ICaseTask
{
    public string Task => "ranktest";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then(static s => RankCorrelation.Test(s.Table))
            .Then<CaseValues>(static r => new CaseValues { ["tau"] = r.Tau, ["pval"] = r.PValue });
}

/// <summary>Task trimfill.</summary>
internal sealed class TrimAndFillTask : ICaseTask
{
    public string Task => "trimfill";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options)
            .Then(s => TrimAndFill.Analyse(
                s.Table, options.Text("side") == "right", Enum.Parse<MissingStudies>(options.Text("estimator")),
                CaseOptions.Pooling(options)))
            .Then<CaseValues>(static t =>
            {
                var values = new CaseValues
                {
                    ["k0"] = t.Missing,
                    ["k"] = t.Fit.Model.Count,
                    ["beta"] = t.Fit.Mean.Estimate,
                    ["se"] = t.Fit.Mean.StandardError,
                    ["ci_lb"] = t.Fit.Mean.Lower,
                    ["ci_ub"] = t.Fit.Mean.Upper,
                    ["pval"] = t.Fit.Mean.PValue,
                    ["tau2"] = Checked(t.Fit),
                    ["I2_percent"] = t.Fit.I2Percent,
                    ["QE"] = t.Fit.Heterogeneity.Statistic,
                    ["filled_yi"] = t.FilledEffects,
                    ["filled_vi"] = t.FilledVariances,
                };
                if (t.MissingStandardError is { } se) values["se_k0"] = se;
                if (t.MissingPValue is { } p) values["p_k0"] = p;
                return values;
            });

    /// <summary>τ² with the likelihood equation it solves: the reference refits with a loose threshold.</summary>
    private static CheckedValue Checked(PooledFit fit)
    {
        if (fit.Estimator != HeterogeneityEstimators.RestrictedMaximumLikelihood || fit.Tau2 == 0)
            return new CheckedValue(fit.Tau2);
        return new CheckedValue(fit.Tau2)
        {
            Residual = t => LikelihoodMaximum.Score(fit.Model, t, restricted: true) / fit.Model.At(t).TraceP,
        };
    }
}

/// <summary>Task failsafe.</summary>
internal sealed class FailSafeTask : ICaseTask
{
    public string Task => "failsafe";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        double alpha = options.Number("alpha", 0.05);
        return CaseOptions.Studies(table, options).Then(s => options.Text("type") switch
        {
            "Rosenthal" => FailSafe.Rosenthal(s.Table, alpha),
            "Orwin" => FailSafe.Orwin(s.Table),
            "Rosenberg" => FailSafe.Rosenberg(s.Table, alpha),
            string other => throw new ArgumentException($"unknown type '{other}'"),
        }).Then<CaseValues>(static f => new CaseValues
        {
            ["fsnum"] = f.Number,
            ["pval"] = f.PValue,
            ["mean_effect"] = f.MeanEffect,
            ["target"] = f.Target,
        });
    }
}

/// <summary>Task excess-significance: the exact test where the reference enumerates, else its chi-squared.</summary>
internal sealed class ExcessSignificanceTask : ICaseTask
{
    private const int LargestExact = 20;              // the reference switches to chi-squared for more studies

    public string Task => "excess-significance";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then<CaseValues>(s =>
        {
            ExcessSignificance test = ExcessSignificance.Test(s.Table, options.Number("alpha", 0.05));
            bool exact = s.Table.Count <= LargestExact;
            return new CaseValues
            {
                ["theta"] = test.Effect,
                ["observed"] = test.Observed,
                ["expected"] = test.Expected,
                ["ratio"] = test.Observed / test.Expected,
                ["stat"] = exact ? null : test.ChiSquared,
                ["pval"] = exact ? test.ExactPValue : test.ChiSquaredPValue,
                ["power"] = test.Power,
                ["test"] = exact ? "exact" : "chi2",
            };
        });
}

/// <summary>Task dta-deeks.</summary>
internal sealed class DeeksTask : ICaseTask
{
    public string Task => "dta-deeks";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        TwoByTwo[] tables = CaseOptions.Accuracy(table, options);
        return BinaryFunnelTests.Deeks(tables).Then<CaseValues>(line => new CaseValues
        {
            ["lnDOR"] = tables.Select(BinaryFunnelTests.LogDiagnosticOddsRatio).ToList(),
            ["ess"] = tables.Select(BinaryFunnelTests.EffectiveSize).ToList(),
            ["slope"] = line.Slope.Estimate,
            ["slope_se"] = line.Slope.StandardError,
            ["t"] = line.Slope.Statistic,
            ["p"] = line.Slope.PValue,
            ["intercept"] = line.Intercept.Estimate,
            ["df"] = line.Fit.DegreesOfFreedom,
        });
    }
}
