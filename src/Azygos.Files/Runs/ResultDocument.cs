using System.Text.Json.Serialization;
using Azygos.Files.Examinations;

namespace Azygos.Files.Runs;

/// <summary>
/// The file <c>result.json</c>, schema <c>azygos-result/1</c>; the published schema says what each key means.
/// </summary>
internal sealed record ResultDocument
{
    public const string SchemaId = "azygos-result/1";

    [JsonPropertyName("schema")]
    public string Schema { get; init; } = SchemaId;

    [JsonPropertyName("outcome")]
    public required OutcomeEntry Outcome { get; init; }

    [JsonPropertyName("simulated_s")]
    public required double SimulatedSeconds { get; init; }

    [JsonPropertyName("wall_s")]
    public required double WallSeconds { get; init; }

    [JsonPropertyName("period_s")]
    public required double Period { get; init; }

    [JsonPropertyName("beats")]
    public required int Beats { get; init; }

    [JsonPropertyName("steps")]
    public required long Steps { get; init; }

    [JsonPropertyName("unknowns")]
    public required int Unknowns { get; init; }

    [JsonPropertyName("periodic_residual")]
    public required double? PeriodicResidual { get; init; }

    [JsonPropertyName("worst_site")]
    public required string WorstSite { get; init; }

    [JsonPropertyName("conservation_error")]
    public required double ConservationError { get; init; }

    [JsonPropertyName("blood_volume_mL")]
    public required double BloodVolume { get; init; }

    [JsonPropertyName("mean_filling_pressure_mmHg")]
    public required double MeanFillingPressure { get; init; }

    [JsonPropertyName("cardiac_output_L_min")]
    public required double CardiacOutput { get; init; }

    [JsonPropertyName("intracranial_pressure_mmHg")]
    public required double? IntracranialPressure { get; init; }

    [JsonPropertyName("options")]
    public required OptionsEntry Options { get; init; }

    [JsonPropertyName("seed")]
    public required long? Seed { get; init; }

    [JsonPropertyName("version")]
    public required string Version { get; init; }

    [JsonPropertyName("model")]
    public required ModelEntry Model { get; init; }

    [JsonPropertyName("headlines")]
    public required IReadOnlyList<HeadlineEntry> Headlines { get; init; }

    [JsonPropertyName("assumed_collaterals")]
    public required CollateralsEntry Collaterals { get; init; }

    [JsonPropertyName("sites")]
    public required IReadOnlyDictionary<string, SiteEntry> Sites { get; init; }

    [JsonPropertyName("timeline")]
    public required TimelineEntry? Timeline { get; init; }

    [JsonPropertyName("pull_back")]
    public required IReadOnlyList<PullBackEntry> PullBacks { get; init; }

    [JsonPropertyName("lesions")]
    public required IReadOnlyList<LesionEntry> Lesions { get; init; }

    [JsonPropertyName("oxygen")]
    public required OxygenEntry? Oxygen { get; init; }

    [JsonPropertyName("validation")]
    public required IReadOnlyList<ValidationEntry> Validation { get; init; }

    [JsonPropertyName("assumptions")]
    public required IReadOnlyDictionary<string, int> Assumptions { get; init; }

    [JsonPropertyName("examination"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExaminationEntry? Examination { get; init; }

    [JsonPropertyName("iron_HYPOTHESIS"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IronEntry? Iron { get; init; }

    [JsonPropertyName("harms"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HarmsEntry? Harms { get; init; }

    [JsonPropertyName("statement")]
    public required string Statement { get; init; }
}

/// <summary>How the run ended.</summary>
internal sealed record OutcomeEntry(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("time_s")] double Time,
    [property: JsonPropertyName("place")] string Place);

/// <summary>What was asked for.</summary>
internal sealed record OptionsEntry(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("detail")] string Detail,
    [property: JsonPropertyName("tilt_degrees")] double Tilt,
    [property: JsonPropertyName("set")] IReadOnlyList<ReplacedEntry> Replaced,
    [property: JsonPropertyName("time_step_s")] double TimeStep,
    [property: JsonPropertyName("largest_cell_cm")] double LargestCell,
    [property: JsonPropertyName("sample_interval_s")] double SampleInterval,
    [property: JsonPropertyName("periodic_tolerance")] double PeriodicTolerance,
    [property: JsonPropertyName("maximum_beats")] int MaximumBeats,
    [property: JsonPropertyName("recorded_sites")] IReadOnlyList<string> RecordedSites);

/// <summary>A replaced number.</summary>
internal sealed record ReplacedEntry(
    [property: JsonPropertyName("path")] string Path, [property: JsonPropertyName("value")] double Value);

/// <summary>The model.</summary>
internal sealed record ModelEntry(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("hash")] string Hash);

/// <summary>Mean, smallest and largest value.</summary>
internal sealed record SummaryEntry(
    [property: JsonPropertyName("mean")] double Mean,
    [property: JsonPropertyName("min")] double Minimum,
    [property: JsonPropertyName("max")] double Maximum);

/// <summary>One site; what it does not have is left out.</summary>
internal sealed record SiteEntry(
    [property: JsonPropertyName("pressure_mmHg")] SummaryEntry Pressure,
    [property: JsonPropertyName("flow_mL_min"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    SummaryEntry? Flow,
    [property: JsonPropertyName("area_cm2"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    SummaryEntry? Area,
    [property: JsonPropertyName("velocity_cm_s"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    SummaryEntry? Velocity,
    [property: JsonPropertyName("reverse_flow_s"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    double? ReverseFlow);

/// <summary>A computed value beside a measured one.</summary>
internal sealed record ValidationEntry(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("label")] string Label,
    [property: JsonPropertyName("quantity")] string Quantity,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("measured")] double Measured,
    [property: JsonPropertyName("low")] double Low,
    [property: JsonPropertyName("high")] double High,
    [property: JsonPropertyName("band")] string Band,
    [property: JsonPropertyName("use")] string Use,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("computed")] double? Computed,
    [property: JsonPropertyName("hit")] bool? Hit,
    [property: JsonPropertyName("miss")] double? Miss,
    [property: JsonPropertyName("assumed_collaterals")] MovesEntry? Moves);

/// <summary>A number that a reader looks for first.</summary>
internal sealed record HeadlineEntry(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("quantity")] string Quantity,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("assumed_collaterals")] MovesEntry? Moves);

/// <summary>Whether the model's uncertainty belongs to this run.</summary>
internal sealed record CollateralsEntry(
    [property: JsonPropertyName("known")] bool Known,
    [property: JsonPropertyName("why_not")] IReadOnlyList<string> Objections,
    [property: JsonPropertyName("samples")] int? Samples,
    [property: JsonPropertyName("failed")] int? Failed,
    [property: JsonPropertyName("seed")] int? Seed);

/// <summary>How far assumed collateral dimensions move a number.</summary>
internal sealed record MovesEntry(
    [property: JsonPropertyName("mean_flow_state")] double Nominal,
    [property: JsonPropertyName("median")] double Median,
    [property: JsonPropertyName("low_95")] double Low95,
    [property: JsonPropertyName("low_68")] double Low68,
    [property: JsonPropertyName("high_68")] double High68,
    [property: JsonPropertyName("high_95")] double High95);

/// <summary>A place that was changed, and what stands on either side of it.</summary>
internal sealed record LesionEntry(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("vessel")] string Vessel,
    [property: JsonPropertyName("valve")] string Valve,
    [property: JsonPropertyName("from")] double From,
    [property: JsonPropertyName("to")] double To,
    [property: JsonPropertyName("flow_mL_min")] SummaryEntry? Flow,
    [property: JsonPropertyName("before_mmHg")] SummaryEntry? Before,
    [property: JsonPropertyName("behind_mmHg")] SummaryEntry? Behind,
    [property: JsonPropertyName("drop_mmHg")] double? Drop);

/// <summary>A pull-back through one jugular vein.</summary>
internal sealed record PullBackEntry(
    [property: JsonPropertyName("side")] string Side,
    [property: JsonPropertyName("stations")] IReadOnlyList<StationEntry> Stations);

/// <summary>A station of a pull-back.</summary>
internal sealed record StationEntry(
    [property: JsonPropertyName("node")] string Node,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("from_right_atrium_cm")] double Distance,
    [property: JsonPropertyName("pressure_mmHg")] SummaryEntry Pressure,
    [property: JsonPropertyName("assumed_collaterals")] MovesEntry? Moves);
