using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Conflict;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Sheets;

namespace Azygos.Files.EvidenceBase;

/// <summary>Writes judged claims for other programs; every number that the screen shows, and those behind it.</summary>
/// <source choice="keys of the reference verdicts, so that two bases can be compared key by key"/>
public static class ClaimJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The claims as JSON.</summary>
    /// <param name="data">The base they were judged on.</param>
    /// <param name="claims">Judged claims.</param>
    /// <param name="conflict">Why studies of an association conflict; none leave it out.</param>
    public static string Write(
        CuratedBase data, IReadOnlyList<ClaimResult> claims, params IReadOnlyList<ConflictDisplay> conflict)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", "azygos-claims/1");
            json.WriteString("title", CuratedBase.Title);
            json.WriteString("rules_version", data.Rules.Version);
            json.WriteString("data_sha256", data.Hash);
            json.WriteString("default_pool", "rows with verified = yes");
            json.WriteStartObject("claims");
            foreach (ClaimResult claim in claims)
                Claim(json, claim, claim.Finding.Association is null ? [] : conflict);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static void Claim(Utf8JsonWriter json, ClaimResult claim, IReadOnlyList<ConflictDisplay> conflict)
    {
        ClaimFinding finding = claim.Finding;
        json.WriteStartObject(claim.Claim.Id);
        json.WriteString("statement", claim.Claim.Statement);
        json.WriteString("verdict_on_screen", VerdictWords.OnScreen(finding.Judgement.Verdict));
        json.Texts("sentences", ClaimSentences.For(claim.Claim.Id, finding.Judgement.Verdict));
        Finding(json, claim.Claim.Kind, finding);
        if (claim.Claim.SubClaims.Count > 0) SubClaims(json, finding.SubClaims);
        json.WriteStartObject("sensitivity");
        foreach (Sensitivity one in claim.Sensitivities)
        {
            json.WriteStartObject(one.Name);
            if (one.Finding.Association is { } association)
            {
                Verdict(json, one.Finding.Judgement);
                AssociationJson.Brief(json, association);
            }
            else
                Finding(json, claim.Claim.Kind, one.Finding);
            if (claim.Claim.SubClaims.Count > 0)
            {
                json.WriteStartObject("sub_claims");
                foreach (SubClaimResult part in one.Finding.SubClaims)
                    json.WriteString(part.Name, VerdictWords.Key(part.Judgement.Verdict));
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartArray("tipping_points");
        foreach (TippingPoint point in claim.TippingPoints)
        {
            json.WriteStartObject();
            json.WriteString("input", point.Input);
            json.WriteNumber("from", point.From);
            json.WriteNumber("to", point.To);
            json.WriteNumber("side", point.Side);
            json.WriteString("verdict", VerdictWords.Key(point.Verdict));
            json.WriteString("rule", point.Rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        LeftOut(json, claim.LeftOut);
        if (conflict.Count > 0)
        {
            json.WriteStartObject("conflict");
            foreach (ConflictDisplay display in conflict)
            {
                json.WriteStartObject(display.Rows.Name);
                foreach (SheetPart part in ConflictSheet.Parts(display)) SheetJson.Part(json, part);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        if (claim.PrimaryOutcomes.Count > 0) Outcomes(json, claim.PrimaryOutcomes);
        if (claim.Harms.Count > 0) Harms(json, claim.Harms);
        if (claim.WithoutDenominator.Count > 0) WithoutDenominator(json, claim.WithoutDenominator);
        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, string kind, ClaimFinding finding)
    {
        Verdict(json, finding.Judgement);
        if (finding.Judgement.Inputs.Values.Count > 0) Inputs(json, finding.Judgement.Inputs);
        if (finding.Association is { } association) AssociationJson.Write(json, association);
        if (finding.Cohorts.Count > 0) Cohorts(json, finding.Cohorts);
        if (finding.Counted.Count > 0) json.Texts(kind == "trial" ? "trials" : "counted_cohorts", finding.Counted);
        json.WriteStartArray("trace");
        foreach (TraceLine line in finding.Judgement.Trace) json.WriteStringValue(line.ToString());
        json.WriteEndArray();
        json.Texts("flags", finding.Flags);
    }

    private static void Verdict(Utf8JsonWriter json, Judgement judgement)
    {
        json.WriteString("verdict", VerdictWords.Key(judgement.Verdict));
        json.WriteString("rule", judgement.Rule);
    }

    private static void Inputs(Utf8JsonWriter json, RuleInputs inputs)
    {
        json.WriteStartObject("inputs");
        foreach ((string key, double? value) in inputs.Values) json.Number(key, value);
        json.WriteEndObject();
    }

    private static void Cohorts(Utf8JsonWriter json, IReadOnlyList<CohortVote> cohorts)
    {
        json.WriteStartObject("cohorts");
        foreach (CohortVote cohort in cohorts) json.Texts(cohort.Cohort, cohort.Directions);
        json.WriteEndObject();
    }

    private static void SubClaims(Utf8JsonWriter json, IReadOnlyList<SubClaimResult> parts)
    {
        json.WriteStartObject("sub_claims");
        foreach (SubClaimResult part in parts)
        {
            json.WriteStartObject(part.Name);
            Verdict(json, part.Judgement);
            Inputs(json, part.Judgement.Inputs);
            Cohorts(json, part.Cohorts);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void LeftOut(Utf8JsonWriter json, IReadOnlyList<LeftOutVerdict> studies)
    {
        json.WriteStartArray("left_out_one_at_a_time");
        foreach (LeftOutVerdict one in studies)
        {
            json.WriteStartObject();
            json.WriteString("study", one.Study);
            json.WriteString("verdict", VerdictWords.Key(one.Verdict));
            json.WriteString("rule", one.Rule);
            json.WriteBoolean("tips", one.Tips);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Outcomes(Utf8JsonWriter json, IReadOnlyList<TrialRow> outcomes)
    {
        json.WriteStartArray("primary_outcomes");
        foreach (TrialRow row in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("row", row.Id);
            json.WriteString("study", row.Study);
            json.WriteString("outcome", row.Outcome);
            json.WriteString("benefit_scale", row.BenefitScale);
            json.Number("benefit", row.BenefitEstimate);
            json.Pair("ci", row.BenefitLower, row.BenefitUpper);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WithoutDenominator(Utf8JsonWriter json, IReadOnlyList<HarmRow> rows)
    {
        json.WriteStartArray("reported_without_denominator");
        foreach (HarmRow row in rows)
        {
            json.WriteStartObject();
            json.WriteString("row", row.Id);
            json.WriteString("source", row.Study);
            json.WriteString("event", row.Event);
            json.Number("x", row.Events);
            json.WriteString("status", Status(row));
            json.WriteString("label", row.SourceLabel);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Status(HarmRow row) => EvidenceWords.Statuses.First(word => word.Value == row.Status).Key;

    private static void Harms(Utf8JsonWriter json, IReadOnlyList<HarmRate> harms)
    {
        json.WriteStartArray("display");
        foreach (HarmRate harm in harms)
        {
            json.WriteStartObject();
            json.WriteString("row", harm.Row.Id);
            json.WriteString("event", harm.Row.Event);
            json.Number("x", harm.Row.Events);
            json.Number("n", harm.Row.Denominator);
            json.WriteString("per", harm.Row.DenominatorKind);
            json.WriteNumber("percent", harm.Percent);
            json.Pair("cp_percent", harm.LowerPercent, harm.UpperPercent);
            json.WriteString("status", Status(harm.Row));
            json.WriteString("label", harm.Row.SourceLabel);
            json.WriteBoolean("lower_bound", harm.Row.IsLowerBound);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
