namespace Azygos.Body.Timeline;

/// <summary>A strain against closed airways: the pressure in the chest rises, stays and is let go.</summary>
/// <remarks>Chest p = b + (P − b) w with b what breathing gives and w the strain: 0 to 1 in a line over the ramp, 1, and
/// back over the release. No breath begins until it is over. The abdomen takes a share of a chest pressure above
/// zero.</remarks>
/// <source choice="40 mmHg for 10 s, 30 to 40 for 8 to 15 in textbooks (not looked up); ramp 1 s and release 0.5 s as the
/// project's physiology specification says"/>
public sealed record Valsalva : BodyEvent
{
    /// <summary>P, pressure in the chest while it is held [mmHg].</summary>
    public double Pressure { get; init; } = 40;

    /// <summary>How long it is held [s].</summary>
    public double For { get; init; } = 10;

    /// <summary>Time of its rise [s].</summary>
    public double Ramp { get; init; } = 1;

    /// <summary>Time of its fall [s].</summary>
    public double Release { get; init; } = 0.5;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => Ramp + For + Release;

    internal override IEnumerable<string> Holds => ["breath"];

    internal override void AddTo(EventPlan plan)
    {
        plan.Breaths.Hold(At, Until);
        plan.Strains.Add(new Strain(
            Quantities.Pressure.FromMillimetresOfMercury(Pressure).Pascals, Pulses.Held(At, Ramp, For, Release, 1)));
    }

    internal static readonly EventKind Definition = new(
        "valsalva", "strains against closed airways: chest pressure rises in a ramp, is held and let go",
        [
            EventKinds.Number<Valsalva>("pressure", "mmHg", 1, 100, "chest pressure while held; 40 mmHg when left out",
                one => one.Pressure, (one, value) => one with { Pressure = value }),
            EventKinds.For<Valsalva>("how long it is held, ramp and release apart; 10 s when left out", one => one.For,
                (one, value) => one with { For = value }),
            EventKinds.Number<Valsalva>("ramp", "s", 0.05, 30, "time of its rise; 1 s when left out",
                one => one.Ramp, (one, value) => one with { Ramp = value }),
            EventKinds.Number<Valsalva>("release", "s", 0.05, 30, "time of its fall; 0.5 s when left out",
                one => one.Release, (one, value) => one with { Release = value }),
        ],
        [], () => new Valsalva());
}
