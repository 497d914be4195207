using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Specifications;
using Azygos.Evidence.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Writes everything that was computed from a base: the claims, and the numbers that figures are drawn
/// from.</summary>
/// <source choice="the numbers of the report, unrounded"/>
public static class SynthesisJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The synthesis as JSON.</summary>
    public static string Write(EvidenceSynthesis synthesis)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", "azygos-evidence-report/1");
            Claims(json, synthesis);
            json.WriteStartArray("releases");
            foreach (var release in synthesis.Base.Releases)
            {
                json.WriteStartObject();
                json.WriteString("date", ReleaseTable.Iso(release.Date));
                json.WriteString("rules_version", release.RulesVersion);
                json.WriteString("what", release.What);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (synthesis.Association.TryGet(out AssociationDisplays? sides)) Sides(json, sides);
            else json.WriteString("association_not_shown", synthesis.Association.Refused!.Reason);
            if (synthesis.Multiverse is { } multiverse) Analyses(json, multiverse);
            Reading(json, synthesis.Reading);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    /// <summary>Title, versions and claims as their own document has them.</summary>
    private static void Claims(Utf8JsonWriter json, EvidenceSynthesis synthesis)
    {
        using JsonDocument claims = JsonDocument.Parse(ClaimJson.Write(
            synthesis.Base, synthesis.Claims, synthesis.Conflict));
        foreach (JsonProperty property in claims.RootElement.EnumerateObject())
            if (property.Name != "schema") property.WriteTo(json);
    }

    /// <summary>The odds ratios of the figure, counted; <c>evidence multiverse --json</c> has each of them.</summary>
    private static void Analyses(Utf8JsonWriter json, Multiverse multiverse)
    {
        SpecificationShares odds = SpecificationShares.Of(
            [.. multiverse.Results.Where(one => one.Specification.Measure == "OR")]);
        json.WriteStartObject("multiverse_odds_ratios");
        json.WriteString("pool_warning", CuratedBase.PoolWarning);
        json.WriteNumber("specifications", odds.Count);
        json.WriteNumber("interval_above_1", odds.ExcludingAbove);
        json.WriteNumber("interval_below_1", odds.ExcludingBelow);
        json.Number("or_min", odds.Least);
        json.Number("or_median", odds.Median);
        json.Number("or_max", odds.Largest);
        json.WriteEndObject();
    }

    private static void ByBlinding(Utf8JsonWriter json, PooledStudies pooled)
    {
        json.WriteStartArray("studies");
        foreach (StudyEffect study in pooled.Studies)
        {
            json.WriteStartObject();
            json.WriteString("study", study.Label);
            json.WriteString("blinding", study.Group);
            json.WriteNumber("or", study.Effect);
            json.Pair("ci", study.Lower, study.Upper);
            json.WriteNumber("weight_percent", study.WeightPercent);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (pooled.Subgroups is not { } groups) return;
        json.WriteStartObject("pools");
        foreach ((string level, PooledFit fit) in groups.Levels.Zip(groups.Fits))
        {
            json.WriteStartObject(level);
            json.WriteNumber("k", fit.Model.Count);
            json.WriteNumber("or", pooled.Measure.Shown(fit.Mean.Estimate));
            json.Pair("ci", pooled.Measure.Shown(fit.Mean.Lower), pooled.Measure.Shown(fit.Mean.Upper));
            json.WriteNumber("tau2", fit.Tau2);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteNumber("between_p", groups.Between.PValue);
    }

    private static void Sides(Utf8JsonWriter json, AssociationDisplays sides)
    {
        json.WriteStartObject("by_blinding");
        json.WriteString("pool_warning", CuratedBase.PoolWarning);
        ByBlinding(json, sides.ByBlinding);
        json.WriteEndObject();
        json.WriteStartArray("cumulative");
        foreach (CumulativeStep step in sides.Cumulative)
        {
            json.WriteStartObject();
            json.WriteString("added", step.Label);
            json.Number("year", step.Year);
            json.WriteNumber("k", step.Count);
            json.WriteNumber("or", step.OddsRatio);
            json.Pair("ci", step.Lower, step.Upper);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("influence");
        foreach (StudyInfluence one in sides.Influence)
        {
            json.WriteStartObject();
            json.WriteString("study", one.Label);
            json.WriteNumber("heterogeneity", one.Point.Heterogeneity);
            json.WriteNumber("influence", one.Point.Influence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("subsets");
        if (sides.Subsets.TryGet(out var subsets))
        {
            json.WriteNumber("count", subsets.Length);
            json.WriteNumber("or_min", Math.Exp(subsets.Min(subset => subset.Estimate)));
            json.WriteNumber("or_max", Math.Exp(subsets.Max(subset => subset.Estimate)));
        }
        else json.WriteString("not_computed", sides.Subsets.Refused!.Reason);
        json.WriteEndObject();
        json.WriteStartObject("criteria_as_a_test");
        if (sides.Accuracy.TryGet(out CriteriaAccuracy? accuracy)) Accuracy(json, accuracy);
        else json.WriteString("not_computed", sides.Accuracy.Refused!.Reason);
        json.WriteEndObject();
    }

    private static void Accuracy(Utf8JsonWriter json, CriteriaAccuracy accuracy)
    {
        json.WriteNumber("logit_sensitivity", accuracy.Fit.LogitSensitivity);
        json.WriteNumber("logit_false_positive_rate", accuracy.Fit.LogitFalsePositiveRate);
        json.WriteStartArray("studies");
        foreach (CriteriaRates one in accuracy.Studies)
        {
            json.WriteStartObject();
            json.WriteString("study", one.Label);
            json.WriteNumber("sensitivity", one.Sensitivity);
            json.WriteNumber("false_positive_rate", one.FalsePositiveRate);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Reading(Utf8JsonWriter json, ReadingFlow flow)
    {
        json.WriteStartArray("reading");
        foreach (ReadingStep step in flow.Steps)
        {
            json.WriteStartObject();
            json.WriteString("rows_that", step.Words);
            json.WriteNumber("count", step.Rows.Count);
            json.WriteStartArray("left_aside");
            foreach (LeftAside aside in step.Aside)
            {
                json.WriteStartObject();
                json.WriteString("why", aside.Why);
                json.Texts("rows", aside.Rows);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
