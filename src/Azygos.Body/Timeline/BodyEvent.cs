namespace Azygos.Body.Timeline;

/// <summary>Something done to a body at a time.</summary>
/// <remarks>Values are in the user's units; what may be given, with its range, is in the event's
/// <see cref="Kind"/>.</remarks>
/// <source choice="events of the project's physiology specification"/>
public abstract record BodyEvent
{
    /// <summary>When it begins [s], from the start of the timeline.</summary>
    public double At { get; init; }

    /// <summary>What it is, with its keys.</summary>
    public abstract EventKind Kind { get; }

    /// <summary>How long it lasts, with what leads in and out of it [s].</summary>
    public abstract double Seconds { get; }

    /// <summary>When it is over [s].</summary>
    public double Until => At + Seconds;

    /// <summary>What it takes hold of, in words: two events that share one may not overlap.</summary>
    internal abstract IEnumerable<string> Holds { get; }

    /// <summary>What does not fit the body.</summary>
    internal virtual IEnumerable<EventFault> FaultsOn(Model.BodyModel model) => [];

    /// <summary>Adds what it does.</summary>
    internal abstract void AddTo(EventPlan plan);

    /// <summary>A fault of one of its keys.</summary>
    internal static EventFault Fault(string key, string value, string reason) => new(null, key, value, reason);
}
