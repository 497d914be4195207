using Azygos.Body.Model;

namespace Azygos.Body.Timeline;

/// <summary>The head is turned, held and turned back; the muscles of the side turned to press on its jugular vein.
/// </summary>
/// <remarks>The pressure outside the segments J3 and J2 of that side is P |θ|/90°.</remarks>
/// <source choice="ASSUMED: that the vein of the side turned to is pressed, in J3 and J2, and by 10 mmHg at 90 degrees,
/// enough to narrow a vein that holds 5 to 8; set the pressure to 0 where a compression of its own says it better"/>
public sealed record HeadRotation : BodyEvent
{
    /// <summary>θ, angle held [degrees]: positive to the right.</summary>
    public double Degrees { get; init; } = 60;

    /// <summary>How long it is held [s].</summary>
    public double For { get; init; } = 20;

    /// <summary>Time of turning, and of turning back [s].</summary>
    public double Over { get; init; } = 1;

    /// <summary>P, pressure outside the vein at 90 degrees [mmHg].</summary>
    public double Pressure { get; init; } = 10;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => 2 * Over + For;

    internal override IEnumerable<string> Holds => ["head"];

    private IEnumerable<string> Veins =>
        Pressure == 0 || Degrees == 0 ? []
        : PressedLevels.SelectMany(level => NeckVeins.Jugular(Degrees > 0 ? "right" : "left", level));

    private static readonly string[] PressedLevels = ["j3", "j2"];

    internal override IEnumerable<EventFault> FaultsOn(BodyModel model) =>
        Veins.SelectMany(vein => PressedVessel.Faults(model, vein, "do", Definition.Word));

    internal override void AddTo(EventPlan plan)
    {
        plan.Head.Add(Pulses.Held(At, Over, For, Over, Degrees));
        foreach (string vein in Veins)
            plan.Press(vein, Pulses.Pressure(At, Over, For, Over, Pressure * Math.Abs(Degrees) / 90));
    }

    internal static readonly EventKind Definition = new(
        "head_rotation", "turns the head, holds it and turns it back; the vein of that side is pressed (assumed)",
        [
            EventKinds.Number<HeadRotation>("angle", "degrees", -90, 90,
                "angle held, positive to the right; 60 degrees when left out", one => one.Degrees,
                (one, value) => one with { Degrees = value }),
            EventKinds.For<HeadRotation>("how long it is held, turning apart; 20 s when left out", one => one.For,
                (one, value) => one with { For = value }),
            EventKinds.Number<HeadRotation>("over", "s", 0.1, 30, "time of turning; 1 s when left out",
                one => one.Over, (one, value) => one with { Over = value }),
            EventKinds.Number<HeadRotation>("pressure", "mmHg", 0, 200,
                "ASSUMED: pressure outside J3 and J2 of the side turned to at 90 degrees; 10 mmHg when left out",
                one => one.Pressure, (one, value) => one with { Pressure = value }),
        ],
        [], () => new HeadRotation());
}
