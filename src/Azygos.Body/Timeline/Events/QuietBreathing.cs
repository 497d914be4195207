namespace Azygos.Body.Timeline;

/// <summary>A stretch of quiet breathing: changes nothing, and gives results a window of their own.</summary>
/// <source choice="the rest between manoeuvres is measured too"/>
public sealed record QuietBreathing : BodyEvent
{
    /// <summary>How long [s].</summary>
    public double For { get; init; } = 20;

    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => For;

    internal override IEnumerable<string> Holds => ["breath"];

    internal override void AddTo(EventPlan plan)
    {
        // Nothing: quiet breathing is what the body does.
    }

    internal static readonly EventKind Definition = new(
        "quiet_breathing", "nothing happens: a window in which quiet breathing is summarised",
        [EventKinds.For<QuietBreathing>("how long; 20 s when left out", one => one.For,
            (one, value) => one with { For = value })],
        [], () => new QuietBreathing());
}
