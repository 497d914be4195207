namespace Azygos.Body.Timeline;

/// <summary>The breath is held at the end of expiration: a breath under way is finished, then none begins until the
/// time is over.</summary>
/// <source choice="held at the end of expiration, as the project's physiology specification says"/>
public sealed record Apnoea : BodyEvent
{
    /// <summary>How long no breath begins [s].</summary>
    public double For { get; init; } = 15;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => For;

    internal override IEnumerable<string> Holds => ["breath"];

    internal override void AddTo(EventPlan plan) => plan.Breaths.Hold(At, Until);

    internal static readonly EventKind Definition = new(
        "apnoea", "holds the breath at the end of expiration, after the breath under way",
        [EventKinds.For<Apnoea>("how long no breath begins; 15 s when left out", one => one.For,
            (one, value) => one with { For = value })],
        [], () => new Apnoea());
}
