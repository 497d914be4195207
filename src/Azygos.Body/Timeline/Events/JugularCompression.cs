using Azygos.Body.Model;

namespace Azygos.Body.Timeline;

/// <summary>One or both internal jugular veins are pressed at a level of the neck.</summary>
/// <source choice="40 mmHg: above any pressure that a jugular vein reaches at rest; studies press until flow stops and
/// state no pressure"/>
public sealed record JugularCompression : BodyEvent
{
    /// <summary><c>right</c>, <c>left</c> or <c>both</c>.</summary>
    public string Side { get; init; } = "both";

    /// <summary><c>j1</c>, <c>j2</c> or <c>j3</c>: the whole segment is pressed.</summary>
    public string Level { get; init; } = "j2";

    /// <summary>Pressure outside the vein [mmHg].</summary>
    public double Pressure { get; init; } = 40;

    /// <summary>How long it is held [s].</summary>
    public double For { get; init; } = 20;

    /// <summary>Time of its rise and of its fall [s].</summary>
    public double Ramp { get; init; } = 1;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => 2 * Ramp + For;

    internal override IEnumerable<string> Holds => NeckVeins.Jugular(Side, Level);

    internal override IEnumerable<EventFault> FaultsOn(BodyModel model) =>
        NeckVeins.Jugular(Side, Level).SelectMany(vein => PressedVessel.Faults(model, vein, "level", Level));

    internal override void AddTo(EventPlan plan)
    {
        foreach (string vein in NeckVeins.Jugular(Side, Level))
            plan.Press(vein, Pulses.Pressure(At, Ramp, For, Ramp, Pressure));
    }

    internal static readonly EventKind Definition = new(
        "jugular_compression", "presses the internal jugular vein of one side or both, over the whole of a segment",
        [
            EventKinds.Number<JugularCompression>("pressure", "mmHg", 0, 200,
                "pressure outside the vein; 40 mmHg when left out", one => one.Pressure,
                (one, value) => one with { Pressure = value }),
            EventKinds.For<JugularCompression>("how long it is held, rise and fall apart; 20 s when left out",
                one => one.For, (one, value) => one with { For = value }),
            EventKinds.Number<JugularCompression>("ramp", "s", 0.1, 30, "time of rise and fall; 1 s when left out",
                one => one.Ramp, (one, value) => one with { Ramp = value }),
        ],
        [
            EventKinds.Text<JugularCompression>("side", NeckVeins.Sides, "which side; both when left out",
                one => one.Side, (one, value) => one with { Side = value }),
            EventKinds.Text<JugularCompression>("level", NeckVeins.Levels, "segment of the vein; j2 when left out",
                one => one.Level, (one, value) => one with { Level = value }),
        ],
        () => new JugularCompression());
}
