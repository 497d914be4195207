using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation;

/// <summary>A node: a point with one pressure, at which flows add up to what its volumes take in.</summary>
/// <source choice="Kirchhoff's current law with storage"/>
internal sealed record LumpedNode
{
    /// <summary>Identifier, unique in the network.</summary>
    public required string Id { get; init; }

    /// <summary>Height above the reference, z [m]; matters when the network is tilted.</summary>
    public double Height { get; init; }

    /// <summary>Pressure before the first step [Pa].</summary>
    public double InitialPressure { get; init; }

    /// <summary>Prescribed pressure, or null when the pressure is unknown.</summary>
    public Waveform? Prescribed { get; init; }

    /// <summary>τ of the vessel walls that meet here [s]; 0: their pressure follows their area at once.</summary>
    public double WallTime { get; init; }

    /// <summary>True: a fluid compartment that touches many others; it is eliminated last and its pressure has a
    /// hydrostatic column.</summary>
    public bool Border { get; init; }
}
