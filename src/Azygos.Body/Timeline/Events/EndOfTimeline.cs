namespace Azygos.Body.Timeline;

/// <summary>The timeline ends here; without it, ten seconds after its last event.</summary>
/// <source choice="what a manoeuvre leaves behind is seen in the time after it"/>
public sealed record EndOfTimeline : BodyEvent
{
    /// <inheritdoc/>
    public override EventKind Kind => Definition;

    /// <inheritdoc/>
    public override double Seconds => 0;

    internal override IEnumerable<string> Holds => [];

    internal override void AddTo(EventPlan plan)
    {
        // It only says how long the run is.
    }

    internal static readonly EventKind Definition = new(
        "end", "ends the run; when left out, it ends ten seconds after the last event", [], [],
        () => new EndOfTimeline());
}
