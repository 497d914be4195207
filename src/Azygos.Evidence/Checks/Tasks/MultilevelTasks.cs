using System.Text.Json;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Multilevel;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task multilevel.</summary>
internal sealed class MultilevelTask : ICaseTask
{
    public string Task => "multilevel";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then(s =>
        {
            DesignMatrix design = RegressionTask.Design(table, options, s.Rows);
            return MultilevelModel.Fit(s.Table, design, Effects(table, options, s.Rows)).Then<CaseValues>(fit =>
            {
                var values = new CaseValues
                {
                    ["k"] = s.Table.Count,
                    ["names"] = design.Names.ToList(),
                    ["beta"] = fit.Coefficients.Select(static c => c.Estimate).ToList(),
                    ["se"] = fit.Coefficients.Select(static c => c.StandardError).ToList(),
                    ["stat"] = fit.Coefficients.Select(static c => c.Statistic).ToList(),
                    ["pval"] = fit.Coefficients.Select(
                        static c => (object?)CheckedValue.Tail(c.PValue, c.Statistic, 1e-5)).ToList(),
                    ["ci_lb"] = fit.Coefficients.Select(static c => c.Lower).ToList(),
                    ["ci_ub"] = fit.Coefficients.Select(static c => c.Upper).ToList(),
                    ["sigma2"] = fit.Variances.ToList(),
                    ["QE"] = fit.Heterogeneity.Statistic,
                    ["QE_p"] = fit.Heterogeneity.PValue,
                    ["logLik_REML"] = fit.LogLikelihood,
                    ["AIC_REML"] = fit.Aic,
                    ["weights_percent_diagonal"] = fit.WeightsPercent,
                };
                if (fit.Prediction is { } p)
                    values["prediction_interval"] = new CaseValues { ["lb"] = p.Lower, ["ub"] = p.Upper };
                if (fit.Moderators is { } m)
                {
                    values["QM"] = m.Statistic;
                    values["QM_df"] = m.Degrees;
                    values["QM_p"] = CheckedValue.Tail(m.PValue, Math.Sqrt(m.Statistic), 1e-5);
                }
                return values;
            });
        });

    /// <summary>Random effects by column; "a/b" is one level for each pair of levels.</summary>
    internal static RandomEffect[] Effects(CaseTable table, JsonElement options, int[] rows)
        => [.. options.GetProperty("random").EnumerateArray().Select(item =>
        {
            string[] columns = item.GetString()!.Split('/');
            return new RandomEffect(item.GetString()!,
                [.. rows.Select(i => string.Join('/', columns.Select(c => table.Text(c)[i])))]);
        })];
}

/// <summary>Task robust.</summary>
internal sealed class ClusterRobustTask : ICaseTask
{
    public string Task => "robust";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then(s =>
        {
            DesignMatrix design = RegressionTask.Design(table, options, s.Rows);
            string[] clusters = [.. s.Rows.Select(i => table.Text(options.Text("cluster"))[i])];
            RobustCorrection correction = Enum.Parse<RobustCorrection>(options.Text("correction"));
            if (!options.Has("random"))
                return RandomEffects.Fit(s.Table, design, CaseOptions.Pooling(options)).Then(fit =>
                    ClusterRobust.Of(fit, clusters, correction).Then<CaseValues>(r =>
                    {
                        CaseValues values = Values(r, clusters);
                        values["tau2"] = fit.Tau2;
                        return values;
                    }));
            return MultilevelModel.Fit(s.Table, design, MultilevelTask.Effects(table, options, s.Rows)).Then(fit =>
                ClusterRobust.Of(fit, clusters, correction).Then<CaseValues>(r =>
                {
                    CaseValues values = Values(r, clusters);
                    values["sigma2"] = fit.Variances.ToList();
                    return values;
                }));
        });

    private static CaseValues Values(IReadOnlyList<RobustCoefficient> r, string[] clusters)
    {
        // CR0 and CR1 share one number of degrees of freedom; CR2 has one a coefficient.
        double[] degrees = [.. r.Select(static c => c.Degrees)];
        return new CaseValues
        {
            ["beta"] = r.Select(static c => c.Coefficient.Estimate).ToList(),
            ["se"] = r.Select(static c => c.Coefficient.StandardError).ToList(),
            ["stat"] = r.Select(static c => c.Coefficient.Statistic).ToList(),
            ["df"] = degrees.Distinct().Count() == 1 ? [degrees[0]] : degrees,
            ["pval"] = r.Select(
                static c => (object?)CheckedValue.Tail(c.Coefficient.PValue, c.Coefficient.Statistic, 1e-5)).ToList(),
            ["ci_lb"] = r.Select(static c => c.Coefficient.Lower).ToList(),
            ["ci_ub"] = r.Select(static c => c.Coefficient.Upper).ToList(),
            ["clusters"] = clusters.Distinct().Count(),
        };
    }
}
