using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Waves;

/// <summary>The pressure of what surrounds vessels, on top of their profiles: a waveform, and a node of the lumped
/// network.</summary>
/// <remarks>Between two steps of the network the node's pressure is a line in time: a prescribed one between its ends,
/// that of a fluid carried on from the last two steps. The fluid's own mode (about 80 rad/s in a skull) is far slower
/// than a step.</remarks>
internal sealed class Surroundings(Waveform? waveform, NodeId? node)
{
    private double from, pressure, slope;

    /// <summary>The node, or null.</summary>
    public NodeId? Node => node;

    /// <summary>[Pa].</summary>
    public double At(double time)
    {
        double around = node is null ? 0 : pressure + (time - from) * slope;
        return waveform is null ? around : around + waveform.At(time);
    }

    /// <summary>Sets the node's pressure [Pa] and its slope [Pa/s] from a time on.</summary>
    public void Set(double time, double value, double rising) => (from, pressure, slope) = (time, value, rising);

    /// <summary>Takes the node's pressure and slope of another.</summary>
    public void TakeOver(Surroundings other) => (from, pressure, slope) = (other.from, other.pressure, other.slope);

    /// <summary>Moves the node's pressure by other means than a step [Pa].</summary>
    public void Move(double change) => pressure += change;
}
