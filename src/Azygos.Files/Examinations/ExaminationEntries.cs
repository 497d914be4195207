using System.Text.Json.Serialization;

namespace Azygos.Files.Examinations;

/// <summary>The key <c>examination</c> of <c>result.json</c>; the published schema says what each key means.</summary>
internal sealed record ExaminationEntry(
    [property: JsonPropertyName("statement")] string Statement,
    [property: JsonPropertyName("protocol")] string Protocol,
    [property: JsonPropertyName("seed")] long Seed,
    [property: JsonPropertyName("operator")] OperatorEntry Operator,
    [property: JsonPropertyName("outcome")] string Outcome,
    [property: JsonPropertyName("truth")] CriteriaEntry? Truth,
    [property: JsonPropertyName("measured")] CriteriaEntry? Measured,
    [property: JsonPropertyName("sites")] IReadOnlyList<ExaminedSiteEntry> Sites);

/// <summary>Who examined, and how.</summary>
internal sealed record OperatorEntry(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("blinded")] bool Blinded,
    [property: JsonPropertyName("probe_pressure_mmHg")] double ProbePressure,
    [property: JsonPropertyName("probe_pressure_sitting_mmHg")] double SittingProbePressure,
    [property: JsonPropertyName("probe_footprint_cm")] double Footprint,
    [property: JsonPropertyName("dead_band_cm_s")] double DeadBand,
    [property: JsonPropertyName("sitting_tilt_deg")] double SittingTilt,
    [property: JsonPropertyName("levels")] IReadOnlyList<string> Levels,
    [property: JsonPropertyName("level_position")] double? Position,
    [property: JsonPropertyName("carrier_MHz")] double Carrier,
    [property: JsonPropertyName("pulse_rate_Hz")] double PulseRate,
    [property: JsonPropertyName("wall_filter_Hz")] double WallFilter,
    [property: JsonPropertyName("assumed_angle_deg")] double AssumedAngle,
    [property: JsonPropertyName("true_angle_deg")] double TrueAngle,
    [property: JsonPropertyName("area_method")] string AreaMethod,
    [property: JsonPropertyName("area_bias")] double AreaBias,
    [property: JsonPropertyName("area_agreement")] double AreaAgreement,
    [property: JsonPropertyName("call_sensitivity")] double Sensitivity,
    [property: JsonPropertyName("call_specificity")] double Specificity,
    [property: JsonPropertyName("expectation_bias")] double ExpectationBias,
    [property: JsonPropertyName("belief")] string Belief);

/// <summary>The criteria in one flavour.</summary>
internal sealed record CriteriaEntry(
    [property: JsonPropertyName("count")] int Count,
    [property: JsonPropertyName("historical_label")] bool HistoricalLabel,
    [property: JsonPropertyName("vhiss_like")] int VhissLike,
    [property: JsonPropertyName("dcvf_mL_min")] double? PosturalFlowChange,
    [property: JsonPropertyName("cfi")] double? CollateralFlowIndex,
    [property: JsonPropertyName("criteria")] IReadOnlyList<CriterionEntry> Criteria);

/// <summary>One criterion.</summary>
internal sealed record CriterionEntry(
    [property: JsonPropertyName("number")] int Number,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("positive")] bool Positive,
    [property: JsonPropertyName("called")] bool Called,
    [property: JsonPropertyName("value")] double? Value,
    [property: JsonPropertyName("threshold")] double Threshold,
    [property: JsonPropertyName("margin")] double? Margin,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("site")] string Site,
    [property: JsonPropertyName("posture")] string? Posture,
    [property: JsonPropertyName("veins")] IReadOnlyList<string> Veins);

/// <summary>One site in one posture.</summary>
internal sealed record ExaminedSiteEntry(
    [property: JsonPropertyName("site")] string Site,
    [property: JsonPropertyName("vein")] string Vein,
    [property: JsonPropertyName("posture")] string Posture,
    [property: JsonPropertyName("truth")] SignalsEntry Truth,
    [property: JsonPropertyName("measured")] SignalsEntry Measured,
    [property: JsonPropertyName("pulse_rate_Hz")] double PulseRate,
    [property: JsonPropertyName("spectrum")] string? Spectrum);

/// <summary>What the rules read there.</summary>
internal sealed record SignalsEntry(
    [property: JsonPropertyName("area_cm2")] double Area,
    [property: JsonPropertyName("flow_mL_min")] double Flow,
    [property: JsonPropertyName("velocity_cm_s")] double Velocity,
    [property: JsonPropertyName("reverse_flow_longest_s")] double Longest,
    [property: JsonPropertyName("fastest_in_deep_inspirations_cm_s")] double? Fastest,
    [property: JsonPropertyName("dead_band_cm_s")] double DeadBand);
