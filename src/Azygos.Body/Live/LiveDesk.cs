using Azygos.Body.Model;

namespace Azygos.Body.Live;

/// <summary>Where controls are found, checked and moved: the part of a live body that any thread may use.</summary>
internal sealed class LiveDesk
{
    // Chosen: narrowings, probes and lesions in one body, besides the controls offered; every one is a coefficient for good.
    private const int MostPlaces = 64;

    private readonly Lock gate = new();
    private readonly BodyModel model;
    private readonly int offered;
    private readonly Dictionary<string, LiveControl> known;
    private readonly Dictionary<string, Func<LiveKnob>> lesions = [];
    private readonly HashSet<string> turned = [];
    private readonly Queue<(string Control, double Value)> moves = [];

    public LiveDesk(BodyModel model, IReadOnlyList<LiveControl> controls)
    {
        (this.model, offered) = (model, controls.Count);
        known = controls.ToDictionary(control => control.Id);
    }

    public LiveControl? Find(string id)
    {
        lock (gate) return Known(id).Control;
    }

    public LiveControl Offer(Func<LiveKnob> lesion)
    {
        LiveControl control = lesion().Control;
        lock (gate)
            return lesions.TryAdd(control.Id, lesion)
                ? known[control.Id] = control
                : throw new ArgumentException($"There is a control '{control.Id}' already.", nameof(lesion));
    }

    public IReadOnlyList<string> Faults(IEnumerable<KeyValuePair<string, double>> moved)
    {
        lock (gate) return Check(moved);
    }

    /// <summary>Queues moves, all or none.</summary>
    public IReadOnlyList<string> Move(IReadOnlyCollection<KeyValuePair<string, double>> moved)
    {
        lock (gate)
        {
            if (Check(moved) is { Count: > 0 } faults) return faults;
            foreach ((string asked, double value) in moved)
            {
                string id = Known(asked).Control!.Id;
                turned.Add(id);
                moves.Enqueue((id, value));
            }

            return [];
        }
    }

    /// <summary>The moves since the last time, in order, and knobs for those that are new to a run.</summary>
    public List<(string Control, double Value, Func<LiveKnob> Make)> Take()
    {
        lock (gate)
        {
            List<(string, double, Func<LiveKnob>)> taken = [.. moves.Select(move =>
                (move.Control, move.Value, (Func<LiveKnob>)(() => Made(move.Control)!)))];
            moves.Clear();
            return taken;
        }
    }

    /// <summary>Forgets moves and what was turned; lesions stay offered.</summary>
    public void Clear()
    {
        lock (gate)
        {
            moves.Clear();
            turned.Clear();
        }
    }

    private List<string> Check(IEnumerable<KeyValuePair<string, double>> moved)
    {
        HashSet<string> ids = [.. turned];
        List<string> faults = [];
        foreach ((string id, double value) in moved)
        {
            (LiveControl? control, string fault) = Known(id);
            if (control is not null)
                fault = control.Fault(value) ?? (ids.Add(control.Id) ? TooMany(control.Id, ids) : null) ?? "";
            if (fault.Length > 0) faults.Add(fault);
        }

        return faults;
    }

    private string? TooMany(string id, HashSet<string> ids)
    {
        if (ids.Count > offered + MostPlaces) return $"{id} is one place more than the {MostPlaces} that a body can have";
        if (model.HasWaves || Made(id) is not ThroatKnob { Vessel: string vessel }) return null;
        int cells = model.Vessels.First(row => row.Id == vessel).Cells;
        return ids.Count(one => Made(one) is ThroatKnob other && other.Vessel == vessel) <= cells ? null
            : FormattableString.Invariant(
                $"{id} is one narrowing more than '{vessel}' can have: it has {cells} lumped cells");
    }

    private LiveKnob? Made(string id) =>
        lesions.TryGetValue(id, out Func<LiveKnob>? make) ? make() : LiveControls.Find(model, id).Knob;

    // The control's own id is the one that counts: a position may be written in more ways than one.
    private (LiveControl? Control, string Fault) Known(string id)
    {
        if (known.TryGetValue(id, out LiveControl? control)) return (control, "");
        (LiveKnob? knob, string fault) = LiveControls.Find(model, id);
        return (knob?.Control, fault);
    }
}
