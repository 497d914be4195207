using System.Text.Json;
using System.Text.Json.Serialization;
using Azygos.Files.Harms;

namespace Azygos.Files.Runs;

/// <summary>Harms of procedures, in <c>result.json</c> and in comparisons.</summary>
internal sealed record HarmsEntry(
    [property: JsonPropertyName("statement")] string Statement,
    [property: JsonPropertyName("effect_on_multiple_sclerosis")] string Effect,
    [property: JsonPropertyName("disease")] string Disease,
    [property: JsonPropertyName("rates")] IReadOnlyList<RateEntry> Rates,
    [property: JsonPropertyName("rate_unknown")] IReadOnlyList<UncountedEntry> RateUnknown,
    [property: JsonPropertyName("other_diseases_and_outcomes")] IReadOnlyList<OtherEntry> Others,
    [property: JsonPropertyName("sham_trials")] IReadOnlyList<ShamTrialEntry> Trials);

/// <summary>A harm with its denominator and exact interval.</summary>
internal sealed record RateEntry(
    [property: JsonPropertyName("row")] string Row,
    [property: JsonPropertyName("event")] string Event,
    [property: JsonPropertyName("study")] string Study,
    [property: JsonPropertyName("events")] int Events,
    [property: JsonPropertyName("denominator")] int Denominator,
    [property: JsonPropertyName("per")] string Per,
    [property: JsonPropertyName("percent")] double Percent,
    [property: JsonPropertyName("low_95_percent")] double Low,
    [property: JsonPropertyName("high_95_percent")] double High,
    [property: JsonPropertyName("reported_by")] string ReportedBy,
    [property: JsonPropertyName("lower_bound")] bool IsLowerBound);

/// <summary>A harm that nobody counted.</summary>
internal sealed record UncountedEntry(
    [property: JsonPropertyName("row")] string Row,
    [property: JsonPropertyName("event")] string Event,
    [property: JsonPropertyName("study")] string Study,
    [property: JsonPropertyName("events")] int? Events,
    [property: JsonPropertyName("rate")] string Rate,
    [property: JsonPropertyName("reported_by")] string ReportedBy);

/// <summary>An outcome elsewhere.</summary>
internal sealed record OtherEntry(
    [property: JsonPropertyName("row")] string Row,
    [property: JsonPropertyName("disease")] string Disease,
    [property: JsonPropertyName("outcome")] string Outcome,
    [property: JsonPropertyName("harm")] bool IsHarm,
    [property: JsonPropertyName("events")] int? Events,
    [property: JsonPropertyName("denominator")] int? Denominator,
    [property: JsonPropertyName("per")] string Per,
    [property: JsonPropertyName("low_95_percent")] double? Low,
    [property: JsonPropertyName("high_95_percent")] double? High,
    [property: JsonPropertyName("printed")] string Printed,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("note")] string Note);

/// <summary>A primary outcome of a trial with a sham procedure.</summary>
internal sealed record ShamTrialEntry(
    [property: JsonPropertyName("row")] string Row,
    [property: JsonPropertyName("trial")] string Trial,
    [property: JsonPropertyName("outcome")] string Outcome,
    [property: JsonPropertyName("people")] int? People,
    [property: JsonPropertyName("towards_benefit")] double? Estimate,
    [property: JsonPropertyName("scale")] string Scale,
    [property: JsonPropertyName("low_95")] double? Low,
    [property: JsonPropertyName("high_95")] double? High,
    [property: JsonPropertyName("p")] string P);

/// <summary>Puts an account of harms into the shape of a file.</summary>
internal static class HarmDocumentBuilder
{
    /// <summary>The entry; null stays null.</summary>
    public static HarmsEntry? Build(HarmAccount? account) => account is null ? null : new HarmsEntry(
        HarmAccount.LowerBounds, HarmAccount.EffectOnMultipleSclerosis,
        account.IsOtherDisease ? HarmAccount.OtherDisease : "people treated for CCSVI",
        [.. account.Rates.Select(rate => new RateEntry(
            rate.Row.Id, rate.Row.Event, rate.Row.Study, rate.Row.Events!.Value, rate.Row.Denominator!.Value,
            rate.Row.DenominatorKind, rate.Percent, rate.LowerPercent, rate.UpperPercent, rate.Row.SourceLabel,
            rate.Row.IsLowerBound))],
        [.. account.RateUnknown.Select(row => new UncountedEntry(
            row.Id, row.Event, row.Study, row.Events, "reported, rate unknown", row.SourceLabel))],
        [.. account.Others.Select(row => new OtherEntry(
            row.Id, row.Disease == "CCSVI" ? row.Disease : $"{row.Disease}: {HarmAccount.OtherDisease}", row.Outcome,
            row.IsHarm, row.Events, row.Denominator, row.DenominatorKind, 100 * row.Interval?.Lower, 100 * row.Interval?.Upper,
            $"{row.Printed} {row.Unit}".Trim(), row.Source, row.Status, row.Note))],
        [.. account.ShamTrials.Select(row => new ShamTrialEntry(
            row.Id, row.Study, row.Outcome, row.Randomised, row.BenefitEstimate, row.BenefitScale, row.BenefitLower,
            row.BenefitUpper, row.P))]);
}

/// <summary>An account of harms for other programs, as <c>result.json</c> has it.</summary>
public static class HarmJson
{
    /// <summary>The account as JSON, indented.</summary>
    /// <param name="account">The account.</param>
    public static string Write(HarmAccount account) =>
        JsonSerializer.Serialize(HarmDocumentBuilder.Build(account)!, ResultJson.Default.HarmsEntry);
}
