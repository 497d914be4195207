using Azygos.Clinic.Criteria;
using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Quantities;

namespace Azygos.Clinic.Examination;

/// <summary>Who examines, and how: everything that can change a finding without changing the person.</summary>
/// <source choice="probe pressure 1 mmHg and angle 55° from practice, not looked up; a reader without errors and without
/// belief unless a file says otherwise"/>
public sealed record Operator
{
    /// <summary>Name for people.</summary>
    public string Name { get; init; } = "standard";

    /// <summary>Pressure of the probe on a jugular vein: it acts on the body.</summary>
    public Pressure ProbePressure { get; init; } = Pressure.FromMillimetresOfMercury(1);

    /// <summary>The same while the person sits; null: as lying. A probe that lies on a supine neck carries its own
    /// weight.</summary>
    public Pressure? SittingProbePressure { get; init; }

    /// <summary>Length of the vein under the probe.</summary>
    public Length Footprint { get; init; } = Length.FromMillimetres(40);

    /// <summary>Slower flow than this is not seen; null: what the wall filter hides.</summary>
    public Velocity? DeadBand { get; init; }

    /// <summary>Tilt at which a person counts as sitting.</summary>
    public Angle SittingTilt { get; init; } = Angle.FromDegrees(90);

    /// <summary>Levels of the jugular veins that are looked at, of <c>j1</c>, <c>j2</c>, <c>j3</c>.</summary>
    public IReadOnlyList<string> Levels { get; init; } = ["j1", "j2", "j3"];

    /// <summary>Where along a level the probe is put, 0 at its upper end to 1; null: where the model has its site.
    /// </summary>
    public double? Position { get; init; }

    /// <summary>Pulsed Doppler of the neck, true angle included.</summary>
    public DopplerSettings Doppler { get; init; } = new();

    /// <summary>The operator raises the pulse rate until flow no longer folds over.</summary>
    public bool AdjustsScale { get; init; } = true;

    /// <summary>How areas are read.</summary>
    public BModeArea Lumen { get; init; } = new();

    /// <summary>s, chance of writing down a criterion that the numbers meet [1].</summary>
    public double Sensitivity { get; init; } = 1;

    /// <summary>c, chance of not writing down one that they do not meet [1].</summary>
    public double Specificity { get; init; } = 1;

    /// <summary>β, how far a belief shifts the log odds of writing a criterion down [1].</summary>
    public double ExpectationBias { get; init; }

    /// <summary>What the operator believes while not blinded.</summary>
    public Belief Belief { get; init; }

    /// <summary>The operator does not know who is examined: no belief.</summary>
    public bool Blinded { get; init; }

    /// <summary>Pressure of the probe in a posture.</summary>
    /// <param name="posture">The posture.</param>
    public Pressure ProbePressureIn(ExaminedPosture posture) =>
        posture == ExaminedPosture.Sitting ? SittingProbePressure ?? ProbePressure : ProbePressure;

    /// <summary>v_db [m/s].</summary>
    public double DeadBandVelocity => DeadBand?.MetresPerSecond ?? Doppler.WallFilterVelocity;
}
