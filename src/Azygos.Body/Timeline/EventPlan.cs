using Azygos.Body.Model;
using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Timeline;

/// <summary>What all events of a timeline do together, over the time of the timeline; nothing of it depends on a
/// run.</summary>
internal sealed class EventPlan
{
    private readonly Dictionary<string, List<Waveform>> pressed = [];
    private readonly Dictionary<string, List<(double Position, double Footprint, Waveform Pressure)>> pressedParts = [];
    private readonly Dictionary<string, List<Waveform>> infused = [];

    public EventPlan(BodyModel model, BodyTimeline timeline, double startDegrees)
    {
        Model = model;
        Posture = new PostureMoves(startDegrees);
        foreach (BodyEvent one in timeline.Events) one.AddTo(this);
    }

    public BodyModel Model { get; }

    public PostureMoves Posture { get; }

    public BreathPlan Breaths { get; } = new();

    public List<Strain> Strains { get; } = [];

    /// <summary>Turns of the head [degrees].</summary>
    public List<Waveform> Head { get; } = [];

    /// <summary>Vessels that something presses on.</summary>
    public IEnumerable<string> PressedVessels => pressed.Keys.Union(pressedParts.Keys);

    /// <summary>Nodes that something is infused into.</summary>
    public IReadOnlyDictionary<string, List<Waveform>> Infused => infused;

    /// <summary>Presses on a whole vessel [Pa].</summary>
    public void Press(string vessel, Waveform pressure) => Of(pressed, vessel).Add(pressure);

    /// <summary>Presses on a part of a vessel: its middle, 0 to 1, its length [cm] and the pressure [Pa].</summary>
    public void PressPart(string vessel, double position, double footprint, Waveform pressure) =>
        Of(pressedParts, vessel).Add((position, footprint, pressure));

    /// <summary>Infuses into a node [m³/s].</summary>
    public void Infuse(string node, Waveform flow) => Of(infused, node).Add(flow);

    /// <summary>Pressures on the whole of a vessel.</summary>
    public IReadOnlyList<Waveform> On(string vessel) => pressed.GetValueOrDefault(vessel) ?? [];

    /// <summary>Pressures on parts of a vessel.</summary>
    public IReadOnlyList<(double Position, double Footprint, Waveform Pressure)> OnPartsOf(string vessel) =>
        pressedParts.GetValueOrDefault(vessel) ?? [];

    private static List<T> Of<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out List<T>? list)) lists.Add(key, list = []);
        return list;
    }
}
