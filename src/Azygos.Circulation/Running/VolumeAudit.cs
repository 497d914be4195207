using Azygos.Circulation.Assembly;
using Azygos.Circulation.Stepping;

namespace Azygos.Circulation.Running;

/// <summary>Checks that what the nodes hold, by the laws, changed by what entered from outside and by nothing
/// else.</summary>
internal sealed class VolumeAudit
{
    private readonly LumpedSystem system;
    private readonly double held;
    private readonly double received;

    public VolumeAudit(LumpedSystem system, LumpedState state, Evaluation evaluation)
    {
        this.system = system;
        held = Held(evaluation, out _);
        received = Received(state);
    }

    /// <summary>|held now − held at the start + what the outside received since| over the volume held [1].</summary>
    public double Drift(LumpedState state, Evaluation evaluation)
    {
        double now = Held(evaluation, out double size);
        return size == 0 ? 0 : Math.Abs(now - held + Received(state) - received) / size;
    }

    /// <summary>What is held and was received by the outside, less that of the start [m³]: zero unless something entered by
    /// other ways.</summary>
    public double Gain(LumpedState state, Evaluation evaluation) =>
        Held(evaluation, out _) - held + Received(state) - received;

    private double Held(Evaluation evaluation, out double size)
    {
        double sum = 0;
        size = 0;
        for (int i = 0; i < system.Unknowns.Length; i++)
        {
            if (system.Unknowns[i].Kind != UnknownKind.Pressure) continue;
            sum += evaluation.Content[i];
            size += Math.Abs(evaluation.Content[i]);
        }

        return sum;
    }

    // Known nodes have no volume law of their own: what they carry beyond their share as an outside is what flowed into
    // them.
    private double Received(LumpedState state)
    {
        double sum = 0;
        for (int k = system.Unknowns.Length; k < state.Content.Length; k++)
            sum += state.Content[k];
        return sum;
    }
}
