using System.Text.Json.Serialization;

namespace Azygos.Files.Runs;

/// <summary>What a run recorded while its timeline went on.</summary>
internal sealed record TimelineEntry(
    [property: JsonPropertyName("started_after_s")] double StartedAfter,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("sample_interval_s")] double SampleInterval,
    [property: JsonPropertyName("dead_band_cm_s")] double DeadBand,
    [property: JsonPropertyName("events")] IReadOnlyList<EventEntry> Events,
    [property: JsonPropertyName("windows")] IReadOnlyList<WindowEntry> Windows,
    [property: JsonPropertyName("sites")] IReadOnlyDictionary<string, TimelineSiteEntry> Sites);

/// <summary>An event with its values.</summary>
internal sealed record EventEntry(
    [property: JsonPropertyName("do")] string Do,
    [property: JsonPropertyName("at_s")] double At,
    [property: JsonPropertyName("until_s")] double Until,
    [property: JsonPropertyName("words")] IReadOnlyDictionary<string, string> Words,
    [property: JsonPropertyName("numbers")] IReadOnlyDictionary<string, EventNumberEntry> Numbers);

/// <summary>A number of an event.</summary>
internal sealed record EventNumberEntry(
    [property: JsonPropertyName("value")] double Value, [property: JsonPropertyName("unit")] string Unit);

/// <summary>A stretch of time in which sites are summarised: an event that lasts.</summary>
internal sealed record WindowEntry(
    [property: JsonPropertyName("event")] int Event,
    [property: JsonPropertyName("from_s")] double From,
    [property: JsonPropertyName("until_s")] double Until);

/// <summary>A site over the timeline and in each window.</summary>
internal sealed record TimelineSiteEntry(
    [property: JsonPropertyName("whole")] StretchEntry Whole,
    [property: JsonPropertyName("windows")] IReadOnlyList<StretchEntry> Windows);

/// <summary>One site in one stretch of time; what it does not have is left out.</summary>
internal sealed record StretchEntry(
    [property: JsonPropertyName("pressure_mmHg")] SummaryEntry Pressure,
    [property: JsonPropertyName("flow_mL_min"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    SummaryEntry? Flow,
    [property: JsonPropertyName("area_cm2"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    SummaryEntry? Area,
    [property: JsonPropertyName("velocity_cm_s"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    SummaryEntry? Velocity,
    [property: JsonPropertyName("reverse"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    ReverseEntry? Reverse);

/// <summary>Blood that flows back, faster than the dead band.</summary>
internal sealed record ReverseEntry(
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("longest_s")] double Longest,
    [property: JsonPropertyName("peak_velocity_cm_s")] double Peak);
