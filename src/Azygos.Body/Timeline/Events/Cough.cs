namespace Azygos.Body.Timeline;

/// <summary>A cough: a triangular pulse of the pressure in chest and abdomen.</summary>
/// <source choice="0.3 s, 60 to 100 mmHg, as the project's physiology specification says (not looked up); the abdomen's
/// share is that of a strain (assumed)"/>
public sealed record Cough : BodyEvent
{
    /// <summary>Highest pressure in the chest [mmHg].</summary>
    public double Pressure { get; init; } = 80;

    /// <summary>How long it lasts [s].</summary>
    public double For { get; init; } = 0.3;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => For;

    internal override IEnumerable<string> Holds => ["breath"];

    internal override void AddTo(EventPlan plan)
    {
        plan.Breaths.Hold(At, Until);
        plan.Strains.Add(new Strain(
            Quantities.Pressure.FromMillimetresOfMercury(Pressure).Pascals,
            Pulses.Held(At, 0.5 * For, 0, 0.5 * For, 1)));
    }

    internal static readonly EventKind Definition = new(
        "cough", "coughs: a triangular pulse of the pressure in chest and abdomen",
        [
            EventKinds.Number<Cough>("pressure", "mmHg", 1, 300, "highest chest pressure; 80 mmHg when left out",
                one => one.Pressure, (one, value) => one with { Pressure = value }),
            EventKinds.Number<Cough>("for", "s", 0.05, 2, "how long; 0.3 s when left out",
                one => one.For, (one, value) => one with { For = value }),
        ],
        [], () => new Cough());
}
