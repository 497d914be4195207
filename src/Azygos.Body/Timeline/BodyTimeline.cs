using Azygos.Body.Model;

namespace Azygos.Body.Timeline;

/// <summary>What is done to a body once its run is periodic: events in time, and where to look.</summary>
/// <remarks>Events only move pressures, gravity and flows that the built body reads: nothing is inserted or removed. Time
/// counts from the periodic state, at the start of an inspiration.</remarks>
/// <source choice="a run of beats to a periodic state, then a list of events"/>
public sealed record BodyTimeline
{
    /// <summary>Longest timeline [s].</summary>
    /// <source choice="an hour: longer ones are not meant to be run beat by beat"/>
    public const double Longest = 3600;

    /// <summary>Rest after the last event where no end is given [s].</summary>
    /// <source choice="two quiet breaths: what a manoeuvre leaves behind is seen in them"/>
    public const double Rest = 10;

    /// <summary>The events.</summary>
    public IReadOnlyList<BodyEvent> Events { get; init; } = [];

    /// <summary>Places to record besides the sites.</summary>
    public IReadOnlyList<BodyPlace> Places { get; init; } = [];

    /// <summary>How long the timeline is [s].</summary>
    public double Seconds => Events.OfType<EndOfTimeline>().Select(one => (double?)one.At).Min()
        ?? Events.Select(one => one.Until).DefaultIfEmpty(0).Max() + Rest;

    /// <summary>What happens when.</summary>
    public IReadOnlyList<EventMark> Marks =>
        [.. Events.Select((one, i) => new EventMark(i, one.Kind.Word, one.At, one.Until))
            .Where(mark => mark.Until > mark.From)];

    /// <summary>Turn of the head at a time [degrees], positive to the right.</summary>
    public double HeadDegreesAt(double time) => Events.OfType<HeadRotation>()
        .Sum(turn => Pulses.Held(turn.At, turn.Over, turn.For, turn.Over, turn.Degrees).At(time));

    /// <summary>Everything that is wrong with it, at once; empty when it can be run.</summary>
    /// <param name="model">The body, at its level of detail.</param>
    public IReadOnlyList<EventFault> Check(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        List<EventFault> faults = [];
        for (int i = 0; i < Events.Count; i++)
        {
            BodyEvent one = Events[i];
            EventFault[] own = [.. one.Kind.RangeFaults(one), .. AtFaults(one), .. one.Kind.WordFaults(one)];
            faults.AddRange(own.Concat(own.Length == 0 ? one.FaultsOn(model) : []).Select(f => f with { Event = i }));
        }

        faults.AddRange(Overlaps());
        faults.AddRange(Ends());
        faults.AddRange(Places.SelectMany(place => place.Faults(model)));
        return faults;
    }

    /// <summary>A fault in one line.</summary>
    public string InWords(EventFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        string where = fault.Event is { } i ? $"event {i + 1}, {Events[i].Kind.Word}: " : "";
        return $"{where}{fault.Key} {fault.Value} {fault.Reason}";
    }

    private static IEnumerable<EventFault> AtFaults(BodyEvent one) =>
        one.At >= EventKinds.When.Low && one.At <= EventKinds.When.High ? []
            : [BodyEvent.Fault("at", EventKinds.When.InWords(one.At),
                $"is outside the allowed range: {EventKinds.When.Allowed}")];

    private IEnumerable<EventFault> Overlaps() =>
        from later in Events.Select((one, i) => (one, i))
        from earlier in Events.Select((one, i) => (one, i))
        where earlier.i != later.i && (earlier.one.At < later.one.At || (earlier.one.At == later.one.At && earlier.i < later.i))
        where later.one.At < earlier.one.Until
        let shared = later.one.Holds.Intersect(earlier.one.Holds).FirstOrDefault()
        where shared is not null
        select new EventFault(later.i, "at", EventKinds.When.InWords(later.one.At), FormattableString.Invariant(
            $"begins before {earlier.one.Kind.Word} at {earlier.one.At} s is over, at {earlier.one.Until} s"));

    private IEnumerable<EventFault> Ends()
    {
        if (Events.Count(one => one is EndOfTimeline) > 1)
            yield return new(null, "do", "end", "is there more than once");
        double seconds = Seconds;
        for (int i = 0; i < Events.Count; i++)
            if (Events[i].Until > seconds)
                yield return new(i, "at", EventKinds.When.InWords(Events[i].At), FormattableString.Invariant(
                    $"is not over at the end of the timeline, {seconds} s: it ends at {Events[i].Until} s"));
        if (!(seconds > 0))
            yield return new(null, "do", "end", "must come after the start");
        else if (seconds > Longest)
            yield return new(null, "at", FormattableString.Invariant($"{seconds} s"), FormattableString.Invariant(
                $"is the end of the timeline, which may last {Longest} s"));
    }
}

/// <summary>A place on a vessel.</summary>
/// <param name="Vessel">Id of the vessel.</param>
/// <param name="Position">0 at its first end to 1 [1].</param>
public sealed record BodyPlace(string Vessel, double Position)
{
    internal IEnumerable<EventFault> Faults(BodyModel model)
    {
        if (model.Vessels.All(v => v.Id != Vessel))
            yield return new(null, "places", Vessel, $"is not a vessel of {model.Id} at this detail");
        if (!(Position >= 0 && Position <= 1))
            yield return new(null, "places", FormattableString.Invariant($"{Vessel} at {Position}"),
                "is outside the allowed range: from 0 to 1");
    }
}

/// <summary>When an event takes place.</summary>
/// <param name="Event">Its index in the timeline.</param>
/// <param name="Word">Its word in files.</param>
/// <param name="From">[s] from the start of the timeline.</param>
/// <param name="Until">[s].</param>
public sealed record EventMark(int Event, string Word, double From, double Until);
