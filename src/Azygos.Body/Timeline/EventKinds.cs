namespace Azygos.Body.Timeline;

/// <summary>The kinds of events; a new one adds a line.</summary>
/// <source choice="events of the project's physiology specification"/>
public static class EventKinds
{
    /// <summary>All kinds, by what they do.</summary>
    public static IReadOnlyList<EventKind> All { get; } =
    [
        Tilt.ToAnAngle,
        Tilt.SitUp,
        Tilt.LieDown,
        QuietBreathing.Definition,
        DeepBreathing.Definition,
        Apnoea.Definition,
        Valsalva.Definition,
        Cough.Definition,
        JugularCompression.Definition,
        NeckCompression.Definition,
        ProbePressure.Definition,
        HeadRotation.Definition,
        FluidInfusion.Definition,
        EndOfTimeline.Definition,
    ];

    /// <summary>The kind of a word, or null.</summary>
    public static EventKind? Find(string word) => All.FirstOrDefault(kind => kind.Word == word);

    /// <summary>The key <c>at</c>, which every event has.</summary>
    public static EventNumber When { get; } = new(
        "at", "s", 0, BodyTimeline.Longest, "when it begins, from the start of the timeline",
        one => one.At, (one, value) => one with { At = value });

    internal static EventNumber Number<T>(
        string key, string unit, double low, double high, string meaning, Func<T, double?> read,
        Func<T, double, T> with)
        where T : BodyEvent
        => new(key, unit, low, high, meaning, one => read((T)one), (one, value) => with((T)one, value));

    internal static EventWord Text<T>(
        string key, IReadOnlyList<string> allowed, string meaning, Func<T, string> read, Func<T, string, T> with)
        where T : BodyEvent
        => new(key, allowed, meaning, one => read((T)one), (one, value) => with((T)one, value));

    /// <summary>The key <c>for</c>.</summary>
    internal static EventNumber For<T>(string meaning, Func<T, double> read, Func<T, double, T> with)
        where T : BodyEvent
        => Number("for", "s", 0.01, BodyTimeline.Longest, meaning, one => read(one), with);
}
