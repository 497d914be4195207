using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Quantities;

namespace Azygos.Clinic.Examination;

/// <summary>One way to examine a body: the operator, the noise, and how well filled the body is.</summary>
/// <param name="Group">What is varied.</param>
/// <param name="Name">The setting.</param>
/// <param name="Operator">The operator.</param>
/// <param name="BloodShare">Blood volume over that of the model [1]: hydration.</param>
/// <param name="Seed">Seed of the noise.</param>
public sealed record ExaminationSetting(
    string Group, string Name, Operator Operator, double BloodShare = 1, long Seed = 1)
{
    // Neither presses nor errs; each group then changes one thing.
    private static readonly Operator Ideal = new()
    {
        Name = "ideal",
        ProbePressure = Pressure.FromPascals(0),
        Lumen = new BModeArea { Agreement = 1 },
    };

    /// <summary>Settings that a study could have used, none of which touches anatomy.</summary>
    /// <source choice="each group spans what practice and the literature allow: probe pressure 0 to 8 mmHg, levels as
    /// studies chose them, blood ± 10 %, dead-bands from none to a high wall filter, reading noise of the measured
    /// agreement"/>
    public static IReadOnlyList<ExaminationSetting> All { get; } =
    [
        new("reference", "no pressure, no noise", Ideal),
        .. new[] { 1.0, 2, 4, 8 }.Select(p => new ExaminationSetting(
            "probe pressure", FormattableString.Invariant($"{p:0} mmHg"),
            Ideal with { ProbePressure = Pressure.FromMillimetresOfMercury(p) })),
        new("site", "J1 and J2", Ideal with { Levels = ["j1", "j2"] }),
        new("site", "J2", Ideal with { Levels = ["j2"] }),
        new("site", "J3", Ideal with { Levels = ["j3"] }),
        .. new[] { 0.0, 5, 20, 40 }.Select(v => new ExaminationSetting(
            "dead-band", FormattableString.Invariant($"{v:0} cm/s"),
            Ideal with { DeadBand = Velocity.FromCentimetresPerSecond(v) })),
        new("scale", "1500 pulses a second, not adjusted", Ideal with { AdjustsScale = false }),
        .. new[] { 60.0, 30 }.Select(tilt => new ExaminationSetting(
            "sitting", FormattableString.Invariant($"{tilt:0}°"),
            Ideal with { SittingTilt = Angle.FromDegrees(tilt) })),
        .. new[] { 0.8, 0.9, 1.1 }.Select(share => new ExaminationSetting(
            "hydration", FormattableString.Invariant($"blood {100 * (share - 1):+0;-0} %"), Ideal, share)),
        .. new[] { 0.8, 0.9 }.Select(share => new ExaminationSetting(
            "hydration and pressure", FormattableString.Invariant($"blood {100 * (share - 1):+0;-0} %, 4 mmHg"),
            Ideal with { ProbePressure = Pressure.FromMillimetresOfMercury(4) }, share)),
        new("area", "circle over the front-to-back diameter",
            Ideal with { Lumen = new BModeArea { Agreement = 1, Method = AreaMethod.AnteroposteriorDiameter } }),
        new("area", "circle over the side-to-side diameter",
            Ideal with { Lumen = new BModeArea { Agreement = 1, Method = AreaMethod.TransverseDiameter } }),
        .. Enumerable.Range(1, 6).Select(seed => new ExaminationSetting(
            "standard operator", FormattableString.Invariant($"reading noise, seed {seed}"), new Operator(),
            Seed: seed)),
    ];

    /// <summary>Settings whose bodies differ need runs of their own; those with the same key share them.</summary>
    internal (double Pressure, double Footprint, double Tilt, double? Position, double Blood) Key => (
        Operator.ProbePressure.Pascals, Operator.Footprint.Metres, Operator.SittingTilt.Degrees, Operator.Position,
        BloodShare);
}
