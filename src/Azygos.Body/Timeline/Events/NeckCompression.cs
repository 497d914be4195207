using Azygos.Body.Model;

namespace Azygos.Body.Timeline;

/// <summary>The neck is pressed all round: the internal jugular veins in mid-neck, the external jugular veins and the
/// deep cervical veins.</summary>
/// <source doi="10.1152/japplphysiol.00782.2002" at="circular compression shuts jugular and deep cervical veins"/>
/// <source choice="40 mmHg: above any pressure that a neck vein reaches at rest; the study states no pressure"/>
public sealed record NeckCompression : BodyEvent
{
    /// <summary>Pressure outside the veins [mmHg].</summary>
    public double Pressure { get; init; } = 40;

    /// <summary>How long it is held [s].</summary>
    public double For { get; init; } = 20;

    /// <summary>Time of its rise and of its fall [s].</summary>
    public double Ramp { get; init; } = 1;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => 2 * Ramp + For;

    internal override IEnumerable<string> Holds => NeckVeins.AllRound;

    internal override IEnumerable<EventFault> FaultsOn(BodyModel model) =>
        NeckVeins.AllRound.SelectMany(vein => PressedVessel.Faults(model, vein, "do", Definition.Word));

    internal override void AddTo(EventPlan plan)
    {
        foreach (string vein in NeckVeins.AllRound)
            plan.Press(vein, Pulses.Pressure(At, Ramp, For, Ramp, Pressure));
    }

    internal static readonly EventKind Definition = new(
        "neck_compression", "presses the neck all round: jugular and deep cervical veins",
        [
            EventKinds.Number<NeckCompression>("pressure", "mmHg", 0, 200,
                "pressure outside the veins; 40 mmHg when left out", one => one.Pressure,
                (one, value) => one with { Pressure = value }),
            EventKinds.For<NeckCompression>("how long it is held, rise and fall apart; 20 s when left out",
                one => one.For, (one, value) => one with { For = value }),
            EventKinds.Number<NeckCompression>("ramp", "s", 0.1, 30, "time of rise and fall; 1 s when left out",
                one => one.Ramp, (one, value) => one with { Ramp = value }),
        ],
        [], () => new NeckCompression());
}
