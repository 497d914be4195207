using System.Text.Json;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Pools;

namespace Azygos.Files.EvidenceBase;

/// <summary>Writes what the pools of an association say; a warning stands beside every pooled odds ratio.</summary>
internal static class AssociationJson
{
    /// <summary>Everything, for the headline.</summary>
    public static void Write(Utf8JsonWriter json, AssociationFinding finding)
    {
        Pool(json, "pool", finding.Pool);
        Pool(json, "low_risk_blinded", finding.LowRisk);
        Information(json, "information_size", finding.Information);
        Information(json, "information_size_low_risk_blinded", finding.LowRiskInformation);
        if (finding.LeaveOneOut.Count > 0)
        {
            OddsRatioInterval least = finding.LeaveOneOut.MinBy(one => one.OddsRatio)!;
            OddsRatioInterval largest = finding.LeaveOneOut.MaxBy(one => one.OddsRatio)!;
            json.WriteStartObject("leave_one_out");
            json.WriteNumber("or_min", least.OddsRatio);
            json.WriteNumber("or_max", largest.OddsRatio);
            json.WriteString("left_out_at_min", least.Label);
            json.WriteString("left_out_at_max", largest.Label);
            json.WriteEndObject();
        }
        Contrast(json, finding.Contrast);
        Studies(json, "low_risk_blinded_leave_one_out", finding.LowRiskLeaveOneOut);
        Studies(json, "per_study", finding.Pool?.Studies ?? []);
        Model(json, finding.CountModel);
    }

    /// <summary>The pools in short, for a sensitivity.</summary>
    public static void Brief(Utf8JsonWriter json, AssociationFinding finding)
    {
        json.WriteString("pool_warning", CuratedBase.PoolWarning);
        json.WriteNumber("k", finding.Pool?.Count ?? 0);
        json.Number("or", finding.Pool?.OddsRatio);
        json.Pair("ci", finding.Pool?.Lower, finding.Pool?.Upper);
        json.Pair("pi", finding.Pool?.PredictionLower, finding.Pool?.PredictionUpper);
        json.Number("tau2", finding.Pool?.Tau2);
        json.Number("i2", finding.Pool?.I2Percent);
        json.WriteNumber("lrb_k", finding.LowRisk?.Count ?? 0);
        json.Number("lrb_or", finding.LowRisk?.OddsRatio);
        json.Pair("lrb_ci", finding.LowRisk?.Lower, finding.LowRisk?.Upper);
        if (finding.Contrast is not null) Contrast(json, finding.Contrast);
        if (finding.CountModel is not null) Model(json, finding.CountModel);
    }

    private static void Pool(Utf8JsonWriter json, string key, PoolEstimate? pool)
    {
        if (pool is null)
        {
            json.WriteNull(key);
            return;
        }
        json.WriteStartObject(key);
        json.WriteString("pool_warning", CuratedBase.PoolWarning);
        json.Texts("studies", pool.Studies.Select(study => study.Label));
        json.Texts("double_zero_excluded", pool.Uninformative);
        json.WriteNumber("k", pool.Count);
        json.WriteNumber("or", pool.OddsRatio);
        json.Pair("ci", pool.Lower, pool.Upper);
        json.WriteNumber("tau2", pool.Tau2);
        json.WriteNumber("i2", pool.I2Percent);
        json.WriteNumber("q", pool.Q);
        json.Number("hk_factor", pool.KnappHartungScale);
        json.Pair("pi", pool.PredictionLower, pool.PredictionUpper);
        json.WriteNumber("diversity", pool.Diversity);
        json.WriteEndObject();
    }

    private static void Information(Utf8JsonWriter json, string key, InformationSize? size)
    {
        if (size is null)
        {
            json.WriteNull(key);
            return;
        }
        json.WriteStartObject(key);
        json.WriteNumber("n_total", size.People);
        json.WriteNumber("control_risk", size.ControlRisk);
        json.WriteNumber("required_unadjusted", size.Required);
        json.WriteNumber("required_diversity_adjusted", size.RequiredAdjusted);
        json.WriteNumber("fraction_unadjusted", size.Fraction);
        json.WriteNumber("fraction_adjusted", size.FractionAdjusted);
        json.WriteEndObject();
    }

    private static void Contrast(Utf8JsonWriter json, BlindingContrast? contrast)
    {
        if (contrast is null)
        {
            json.WriteNull("blinding_contrast");
            return;
        }
        json.WriteStartObject("blinding_contrast");
        json.WriteString("label", "blinded vs rest (ratio of odds ratios)");
        if (contrast.DisputedAsRest is { } rest) Estimate(json, "disputed_as_rest", rest);
        else json.WriteNull("disputed_as_rest");
        json.WriteNumber("k_blinded", contrast.Blinded);
        json.WriteNumber("k_rest", contrast.Rest);
        json.WriteNumber("k_not_stated", contrast.Silent);
        Estimate(json, "coded", contrast.Coded);
        json.WriteStartObject("bound_over_codings");
        json.WriteNumber("codings", contrast.Codings);
        json.WriteNumber("skipped_one_group_empty", contrast.Skipped);
        json.WriteNumber("ratio_min", contrast.LeastRatio);
        json.WriteNumber("ratio_max", contrast.LargestRatio);
        json.WriteNumber("codings_with_p_below_0.05", contrast.Significant);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Estimate(Utf8JsonWriter json, string key, ContrastEstimate estimate)
    {
        json.WriteStartObject(key);
        json.WriteNumber("ratio", estimate.Ratio);
        json.Pair("ci", estimate.Lower, estimate.Upper);
        json.WriteNumber("p", estimate.P);
        json.WriteNumber("tau2", estimate.Tau2);
        json.WriteEndObject();
    }

    private static void Studies(Utf8JsonWriter json, string key, IReadOnlyList<OddsRatioInterval> studies)
    {
        json.WriteStartObject(key);
        foreach (OddsRatioInterval study in studies)
        {
            json.WriteStartObject(study.Label);
            json.WriteNumber("or", study.OddsRatio);
            json.Pair("ci", study.Lower, study.Upper);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Model(Utf8JsonWriter json, OddsRatioInterval? model)
    {
        if (model is null)
        {
            json.WriteNull("count_model");
            return;
        }
        json.WriteStartObject("count_model");
        json.WriteString("pool_warning", CuratedBase.PoolWarning);
        json.WriteString("model", model.Label);
        json.WriteNumber("or", model.OddsRatio);
        json.Pair("ci", model.Lower, model.Upper);
        json.WriteEndObject();
    }
}
