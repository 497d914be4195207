using System.Text.Json;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Stratified;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task mantel-haenszel.</summary>
internal sealed class MantelHaenszelTask : ICaseTask
{
    public string Task => "mantel-haenszel";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        string measure = options.Text("measure");
        double level = options.Number("level", 0.95);
        if (measure is "IRR" or "IRD")
        {
            PersonTime[] rates = CaseOptions.Rates(table, options);
            return (measure == "IRR" ? MantelHaenszel.RateRatio(rates, level)
                : MantelHaenszel.RateDifference(rates, level))
                .Then<CaseValues>(fit => Values(fit, rates.Length));
        }
        TwoByTwo[] tables = CaseOptions.Tables(table, options);
        var outcome = measure switch
        {
            "OR" => MantelHaenszel.OddsRatio(tables, level),
            "RR" => MantelHaenszel.RiskRatio(tables, level),
            "RD" => MantelHaenszel.RiskDifference(tables, level),
            _ => throw new ArgumentException($"unknown measure '{measure}'"),
        };
        return outcome.Then<CaseValues>(fit =>
        {
            CaseValues values = Values(fit, tables.Length);
            values["k_used_in_QE"] = fit.StudiesInHeterogeneity;
            bool correct = options.Has("correct") && options.GetProperty("correct").GetBoolean();
            if (StratifiedTests.Association(tables, correct).TryGet(out OmnibusTest? association))
                (values["CMH"], values["CMH_p"]) = (association.Statistic, association.PValue);
            if (StratifiedTests.EqualOddsRatios(tables).TryGet(out OmnibusTest? equal))
                (values["Tarone"], values["Tarone_df"], values["Tarone_p"]) =
                    (equal.Statistic, equal.Degrees, equal.PValue);
            return values;
        });
    }

    internal static CaseValues Values(StratifiedFit fit, int studies) => new()
    {
        ["k"] = studies,
        ["estimate"] = fit.Effect.Estimate,
        ["se"] = fit.Effect.StandardError,
        ["stat"] = fit.Effect.Statistic,
        ["pval"] = fit.Effect.PValue,
        ["ci_lb"] = fit.Effect.Lower,
        ["ci_ub"] = fit.Effect.Upper,
        ["QE"] = fit.Heterogeneity.Statistic,
        ["QE_p"] = fit.Heterogeneity.PValue,
        ["I2_percent"] = fit.I2Percent,
        ["H2"] = fit.H2,
        ["weights_percent"] = fit.WeightsPercent,
    };
}

/// <summary>Task peto.</summary>
internal sealed class PetoTask : ICaseTask
{
    public string Task => "peto";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        TwoByTwo[] tables = CaseOptions.Tables(table, options);
        return OneStepPeto.OddsRatio(tables, options.Number("level", 0.95)).Then<CaseValues>(fit =>
        {
            CaseValues values = MantelHaenszelTask.Values(fit, tables.Length);
            EffectEstimate?[] own = [.. new ZeroCells { DropUninformative = true }.Apply(tables)
                .Where(static t => t is not null).Select(static t => PetoOddsRatio.From(t!.Value))];
            values["study_yi"] = own.Select(static e => (object?)e?.Value).ToList();
            values["study_vi"] = own.Select(static e => (object?)e?.Variance).ToList();
            return values;
        });
    }
}
