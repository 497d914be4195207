using System.Text.Json;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task ci-pi-rules: confidence and prediction intervals by rule.</summary>
internal sealed class IntervalRulesTask : ICaseTask
{
    public string Task => "ci-pi-rules";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then(s => RandomEffects.Pool(s.Table, CaseOptions.Pooling(options)))
            .Then<CaseValues>(Values);

    private static Outcome<CaseValues> Values(PooledFit fit)
    {
        IReadOnlyList<RuleInterval> confidence = IntervalRules.Confidence(fit),
            adhoc = IntervalRules.HartungKnappCorrections(fit);
        IReadOnlyList<RuleInterval?> prediction = IntervalRules.Prediction(fit);
        var values = new CaseValues
        {
            ["tau2"] = fit.Tau2,
            ["Q"] = fit.Heterogeneity.Statistic,
            ["df_Q"] = fit.Heterogeneity.Degrees,
            ["random"] = new CaseValues
            {
                ["rule"] = confidence.Select(static c => c.Rule).ToList(),
                ["estimate"] = confidence.Select(_ => fit.Mean.Estimate).ToList(),
                ["se"] = confidence.Select(static c => c.StandardError).ToList(),
                ["lb"] = confidence.Select(static c => c.Lower).ToList(),
                ["ub"] = confidence.Select(static c => c.Upper).ToList(),
                ["pval"] = confidence.Select(
                    c => Distributions.StudentT.TwoSided(fit.Mean.Estimate / c.StandardError, c.Degrees)).ToList(),
                ["df"] = confidence.Select(static c => c.Degrees).ToList(),
            },
            ["prediction"] = new CaseValues
            {
                ["rule"] = prediction.Select(static p => p?.Rule ?? "").ToList(),
                ["lb"] = prediction.Select(static p => (object?)p?.Lower).ToList(),
                ["ub"] = prediction.Select(static p => (object?)p?.Upper).ToList(),
                ["df"] = prediction.Select(static p => (object?)p?.Degrees).ToList(),
            },
            ["adhoc"] = adhoc.Select(static a => a.Rule).ToList(),
            ["lb"] = adhoc.Select(static a => a.Lower).ToList(),
            ["ub"] = adhoc.Select(static a => a.Upper).ToList(),
            ["se"] = adhoc.Select(static a => a.StandardError).ToList(),
        };
        if (TestBasedInconsistency.From(fit.Heterogeneity.Statistic, fit.Model.Count, fit.Level)
            .TryGet(out TestBasedInconsistency? test))
        {
            values["I2"] = test.I2.Value;
            values["I2_ci"] = new List<object?> { test.I2.Lower, test.I2.Upper };
            values["H"] = test.H.Value;
            values["H_ci"] = new List<object?> { test.H.Lower, test.H.Upper };
        }
        return values;
    }
}
