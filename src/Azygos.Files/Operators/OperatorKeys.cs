using Azygos.Clinic.Examination;
using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Files.Tables;
using Azygos.Quantities;

namespace Azygos.Files.Operators;

/// <summary>Keys of an operator file, schema <c>azygos-operator/1</c>, described once for reading, schema and
/// guide.</summary>
/// <source choice="ranges that hold every value of practice and keep the instruments' formulas finite; defaults in
/// Azygos.Clinic.Examination.Operator"/>
public static class OperatorKeys
{
    /// <summary>Schema word of an operator file.</summary>
    public const string Schema = "azygos-operator/1";

    /// <summary>Levels of a jugular vein.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["j1", "j2", "j3"];

    internal static IReadOnlyList<NumberKey> Numbers { get; } =
    [
        new("probe_pressure_mmHg", "mmHg", Interval.From(0, 30), "pressure of the probe on a jugular vein",
            (one, value) => one with { ProbePressure = Pressure.FromMillimetresOfMercury(value) }),
        new("probe_pressure_sitting_mmHg", "mmHg", Interval.From(0, 30), "the same while the person sits; left out: as lying",
            (one, value) => one with { SittingProbePressure = Pressure.FromMillimetresOfMercury(value) }),
        new("probe_footprint_cm", "cm", Interval.From(0.5, 10), "length of the vein under the probe",
            (one, value) => one with { Footprint = Length.FromCentimetres(value) }),
        new("dead_band_cm_s", "cm/s", Interval.From(0, 20),
            "slower flow than this is not seen; left out: what the wall filter hides",
            (one, value) => one with { DeadBand = Velocity.FromCentimetresPerSecond(value) }),
        new("sitting_tilt_deg", "deg", Interval.From(30, 90), "tilt at which a person counts as sitting",
            (one, value) => one with { SittingTilt = Angle.FromDegrees(value) }),
        new("level_position", "1", Interval.From(0, 1),
            "place along each level of a jugular vein, 0 at its upper end; left out: the model's sites",
            (one, value) => one with { Position = value }),
        new("carrier_MHz", "MHz", Interval.From(1, 20), "carrier of the neck probe",
            (one, value) => one with { Doppler = one.Doppler with { Carrier = Frequency.FromPerSecond(value * 1e6) } }),
        new("pulse_rate_Hz", "Hz", Interval.From(200, 20_000), "pulses a second; the lowest where the scale is adjusted",
            (one, value) => one with { Doppler = one.Doppler with { PulseRate = Frequency.FromPerSecond(value) } }),
        new("wall_filter_Hz", "Hz", Interval.From(0, 1000), "shifts below it are removed",
            (one, value) => one with { Doppler = one.Doppler with { WallFilter = Frequency.FromPerSecond(value) } }),
        new("assumed_angle_deg", "deg", Interval.From(0, 80), "angle between beam and flow that the operator sets",
            (one, value) => one with
            {
                Doppler = one.Doppler with
                {
                    AssumedAngle = Angle.FromDegrees(value),
                    // The error belongs to the hand, not to the setting.
                    TrueAngle = Angle.FromRadians(
                        Angle.FromDegrees(value).Radians
                        + one.Doppler.TrueAngle.Radians - one.Doppler.AssumedAngle.Radians),
                },
            }),
        new("angle_error_deg", "deg", Interval.From(-30, 30), "true minus assumed angle",
            (one, value) => one with
            {
                Doppler = one.Doppler with
                {
                    TrueAngle = Angle.FromRadians(
                        one.Doppler.AssumedAngle.Radians + Angle.FromDegrees(value).Radians),
                },
            }),
        new("sample_volume_mm", "mm", Interval.From(0.5, 20), "length of the sample volume",
            (one, value) => one with
            {
                Doppler = one.Doppler with { SampleVolume = Length.FromMillimetres(value) },
            }),
        new("beam_offset_mm", "mm", Interval.From(0, 20), "distance of the beam from the vessel's axis",
            (one, value) => one with { Doppler = one.Doppler with { BeamOffset = Length.FromMillimetres(value) } }),
        new("area_bias", "1", Interval.From(0.2, 5), "area read over true area, as a habit",
            (one, value) => one with { Lumen = one.Lumen with { Bias = value } }),
        new("area_agreement", "1", Interval.From(0.02, 1), "agreement of raters (ICC) on areas; 1: no noise",
            (one, value) => one with { Lumen = one.Lumen with { Agreement = value } }),
        new("call_sensitivity", "1", Interval.From(0, 1), "chance of writing down a criterion that the numbers meet",
            (one, value) => one with { Sensitivity = value }),
        new("call_specificity", "1", Interval.From(0, 1),
            "chance of not writing down a criterion that they do not meet",
            (one, value) => one with { Specificity = value }),
        new("expectation_bias", "1", Interval.From(0, 3),
            "how far a belief shifts the log odds of writing a criterion down",
            (one, value) => one with { ExpectationBias = value }),
    ];

    internal static IReadOnlyList<WordKey> Words { get; } =
    [
        new("adjusts_scale", ["true", "false"], "the pulse rate is raised until flow no longer folds over",
            (one, word) => one with { AdjustsScale = word == "true" }),
        new("area_method", ["traced", "anteroposterior", "transverse"],
            "outline traced, or a circle over one diameter",
            (one, word) => one with
            {
                Lumen = one.Lumen with
                {
                    Method = word switch
                    {
                        "anteroposterior" => AreaMethod.AnteroposteriorDiameter,
                        "transverse" => AreaMethod.TransverseDiameter,
                        _ => AreaMethod.Traced,
                    },
                },
            }),
        new("belief", ["none", "patient", "control"], "what the operator believes while not blinded",
            (one, word) => one with
            {
                Belief = word switch { "patient" => Belief.Patient, "control" => Belief.Control, _ => Belief.None },
            }),
        new("blinded", ["true", "false"], "the operator does not know who is examined",
            (one, word) => one with { Blinded = word == "true" }),
    ];

    /// <summary>Every key with what it means.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>(
    [
        new("schema", $"always {Schema}"),
        new("name", "name for people"),
        new("levels", "levels of the jugular veins that are examined: a list of j1 (lowest), j2, j3"),
        .. Numbers.Select(key => new KeyValuePair<string, string>(key.Name, key.Meaning)),
        .. Words.Select(key => new KeyValuePair<string, string>(key.Name, key.Meaning)),
    ]);

    /// <summary>A number with what it sets.</summary>
    internal sealed record NumberKey : ColumnDescription
    {
        public NumberKey(string name, string unit, Interval range, string meaning, Func<Operator, double, Operator> with)
            : base(name, ColumnKind.Number, meaning)
        {
            Unit = unit;
            Range = range;
            With = with;
        }

        public Func<Operator, double, Operator> With { get; }
    }

    /// <summary>One of a few words, with what it sets.</summary>
    internal sealed record WordKey(
        string Name, IReadOnlyList<string> Allowed, string Meaning, Func<Operator, string, Operator> With);
}
