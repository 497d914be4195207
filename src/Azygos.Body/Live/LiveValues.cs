namespace Azygos.Body.Live;

/// <summary>The controls of one run of a live body; read and changed by the thread that advances it alone.</summary>
internal sealed class LiveValues
{
    private readonly Dictionary<string, LiveKnob> knobs = [];

    public LiveValues(IEnumerable<LiveKnob> offered)
    {
        foreach (LiveKnob knob in offered) knobs.Add(knob.Control.Id, knob);
    }

    /// <summary>Value of a control that every body has.</summary>
    public EasedValue this[string id] => knobs[id].Value;

    /// <summary>What a control had at the start.</summary>
    public double Start(string id) => knobs[id].Control.Start;

    /// <summary>All, in the order in which they came.</summary>
    public IReadOnlyCollection<LiveKnob> All => knobs.Values;

    /// <summary>Those that are part of the network: asked for, and turned.</summary>
    public IEnumerable<LiveKnob> Present => knobs.Values.Where(knob => knob.AsksForBuilding && knob.Value.IsTouched);

    public LiveKnob? Find(string id) => knobs.GetValueOrDefault(id);

    public void Add(LiveKnob knob) => knobs.Add(knob.Control.Id, knob);
}
