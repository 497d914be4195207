using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>A vessel for small waves without friction.</summary>
/// <param name="Admittance">Y = A/(ρc) [m³/(s Pa)], positive.</param>
/// <param name="WaveSpeed">c [m/s], positive.</param>
/// <param name="Length">[m]; of a daughter it does not matter.</param>
/// <source choice="linear theory"/>
public sealed record LinearVessel(double Admittance, double WaveSpeed, double Length)
{
    /// <summary>A tube at rest.</summary>
    public static LinearVessel Of(ElasticTube tube, double area, double length)
    {
        ArgumentNullException.ThrowIfNull(tube);
        return new LinearVessel(tube.Admittance(area), tube.WaveSpeed(area), length);
    }
}

/// <summary>A small wave that meets a branching, or a change of calibre or wall (one daughter).</summary>
/// <remarks>
/// R = (Y₀ − ΣY_k)/(Y₀ + ΣY_k), T = 1 + R. The parent carries p_i(t − x/c) + R p_i(t − (2L − x)/c), its flow the
/// difference times Y₀; a daughter T p_i(t − L/c − x/c_k). Until a wave comes back from a far end.
/// </remarks>
/// <source choice="textbook: reflection of pressure waves at a discontinuity, e.g. Lighthill, Waves in Fluids, 2.3"/>
public sealed class LinearBranching
{
    private readonly LinearVessel parent;
    private readonly IReadOnlyList<LinearVessel> daughters;
    private readonly Waveform incident;

    /// <summary>A parent and its daughters.</summary>
    /// <param name="parent">Brings the wave; the branching is at its far end.</param>
    /// <param name="daughters">At least one.</param>
    /// <param name="incident">p_i(t) at the parent's start [Pa].</param>
    public LinearBranching(LinearVessel parent, IReadOnlyList<LinearVessel> daughters, Waveform incident)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(daughters);
        (this.parent, this.daughters, this.incident) = (parent, daughters, incident);
        Reflection = (parent.Admittance - daughters.Sum(one => one.Admittance))
            / (parent.Admittance + daughters.Sum(one => one.Admittance));
    }

    /// <summary>R [1]: reflected over incident pressure.</summary>
    public double Reflection { get; }

    /// <summary>T = 1 + R [1]: transmitted over incident pressure.</summary>
    public double Transmission => 1 + Reflection;

    /// <summary>Pressure [Pa] and flow [m³/s] in the parent.</summary>
    public (double Pressure, double Flow) InParent(double position, double time)
    {
        double forward = incident.At(time - position / parent.WaveSpeed);
        double backward = Reflection * incident.At(time - (2 * parent.Length - position) / parent.WaveSpeed);
        return (forward + backward, parent.Admittance * (forward - backward));
    }

    /// <summary>Pressure [Pa] and flow [m³/s] in a daughter, at a distance from the branching [m].</summary>
    public (double Pressure, double Flow) InDaughter(int daughter, double position, double time)
    {
        LinearVessel vessel = daughters[daughter];
        double p = Transmission
            * incident.At(time - parent.Length / parent.WaveSpeed - position / vessel.WaveSpeed);
        return (p, vessel.Admittance * p);
    }
}
