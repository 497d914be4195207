namespace Azygos.Circulation.Vessels;

/// <summary>A network of vessels with waves: what is simulated, before any mesh.</summary>
/// <remarks>Nodes of a lumped network may be nodes of vessels too: see <see cref="LumpedEnd"/>.</remarks>
/// <source choice="description only"/>
public sealed record VesselNetwork
{
    /// <summary>The blood.</summary>
    public required Blood Blood { get; init; }

    /// <summary>The vessels.</summary>
    public required IReadOnlyList<Vessel> Vessels { get; init; }

    /// <summary>Where they meet and end; each is used by one vessel at least.</summary>
    public required IReadOnlyList<NetworkNode> Nodes { get; init; }

    /// <summary>Lumped elements that meet the vessels at nodes of kind <see cref="LumpedEnd"/>; null for none.</summary>
    public LumpedNetwork? Lumped { get; init; }
}
