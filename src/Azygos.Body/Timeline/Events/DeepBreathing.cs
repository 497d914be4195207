namespace Azygos.Body.Timeline;

/// <summary>Breaths that begin within a time go deep: the chest's pressure at the end of inspiration is lower.</summary>
/// <source choice="−15 mmHg, −25 to −10 in textbooks (not looked up); 12 s hold three breaths of a quiet rate"/>
public sealed record DeepBreathing : BodyEvent
{
    /// <summary>Chest pressure at the end of inspiration [mmHg].</summary>
    public double Pressure { get; init; } = -15;

    /// <summary>How long breaths that begin are deep [s].</summary>
    public double For { get; init; } = 12;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => For;

    internal override IEnumerable<string> Holds => ["breath"];

    internal override void AddTo(EventPlan plan) => plan.Breaths.Deepen(
        At, Until, Quantities.Pressure.FromMillimetresOfMercury(Pressure).Pascals);

    internal static readonly EventKind Definition = new(
        "deep_breathing", "breaths that begin within this time go deep",
        [
            EventKinds.Number<DeepBreathing>("pressure", "mmHg", -60, -1,
                "chest pressure at the end of inspiration; -15 mmHg when left out",
                one => one.Pressure, (one, value) => one with { Pressure = value }),
            EventKinds.For<DeepBreathing>("how long; 12 s, three breaths, when left out", one => one.For,
                (one, value) => one with { For = value }),
        ],
        [], () => new DeepBreathing());
}
