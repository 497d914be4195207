using Azygos.Clinic.Criteria;
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

    private static readonly string[] LowerLevels = ["j1", "j2"];

    private static IEnumerable<ExaminationSetting> Pressed(double pressure, double share)
    {
        Operator who = Ideal with { ProbePressure = Pressure.FromMillimetresOfMercury(pressure) };
        string name = FormattableString.Invariant($"{pressure:0} mmHg");
        if (share != 1) name += FormattableString.Invariant($", blood {100 * (share - 1):+0;-0} %");
        yield return new("probe pressure", name, who, share);
        yield return new("probe pressure", $"{name}, J1 and J2", who with { Levels = LowerLevels }, share);
    }

    /// <summary>Settings that a study could have used, none of which touches anatomy.</summary>
    /// <source choice="each group spans what practice and the literature allow: probe pressure 0 to 8 mmHg, 12 as a
    /// heavy hand, levels as studies chose them, blood −20 to +10 %, dead-bands from none to a high wall filter, reading noise of the measured
    /// agreement"/>
    public static IReadOnlyList<ExaminationSetting> All { get; } =
    [
        new("reference", "no pressure, no noise", Ideal),
        new("site", "J1 and J2", Ideal with { Levels = LowerLevels }),
        new("site", "J2", Ideal with { Levels = ["j2"] }),
        new("site", "J3", Ideal with { Levels = ["j3"] }),
        .. new[] { 0.0, 5, 20, 40 }.Select(v => new ExaminationSetting(
            "dead-band", FormattableString.Invariant($"{v:0} cm/s"),
            Ideal with { DeadBand = Velocity.FromCentimetresPerSecond(v) })),
        new("scale", "1500 pulses a second, not adjusted", Ideal with { AdjustsScale = false }),
        .. new[] { 2.0, 4 }.Select(offset => new ExaminationSetting(
            "beam", FormattableString.Invariant($"{offset:0} mm beside the vein"),
            Ideal with { Doppler = new DopplerSettings { BeamOffset = Length.FromMillimetres(offset) } })),
        new("area", "circle over the front-to-back diameter",
            Ideal with { Lumen = new BModeArea { Agreement = 1, Method = AreaMethod.AnteroposteriorDiameter } }),
        new("area", "circle over the side-to-side diameter",
            Ideal with { Lumen = new BModeArea { Agreement = 1, Method = AreaMethod.TransverseDiameter } }),
        .. new[] { 2.0, 4, 8, 12 }.SelectMany(p => Pressed(p, 1)),
        new("probe pressure", "12 mmHg lying, 0 sitting", Ideal with
        {
            ProbePressure = Pressure.FromMillimetresOfMercury(12), SittingProbePressure = Pressure.FromPascals(0),
        }),
        .. new[] { 0.8, 1.1 }.Select(share => new ExaminationSetting(
            "hydration", FormattableString.Invariant($"blood {100 * (share - 1):+0;-0} %"), Ideal, share)),
        .. Pressed(4, 0.8),
        .. Pressed(8, 0.8),
        .. Enumerable.Range(1, 6).Select(seed => new ExaminationSetting(
            "standard operator", FormattableString.Invariant($"1 mmHg, reading noise, seed {seed}"), new Operator(),
            Seed: seed)),
    ];

    /// <summary>Settings whose bodies differ need runs of their own; those with the same key share them.</summary>
    internal (double Lying, double Sitting, double Footprint, double Tilt, double? Position, double Blood) Key => (
        Operator.ProbePressure.Pascals, Operator.ProbePressureIn(ExaminedPosture.Sitting).Pascals, Operator.Footprint.Metres, Operator.SittingTilt.Degrees, Operator.Position,
        BloodShare);
}
