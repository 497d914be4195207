using Azygos.Body.Model;
using Azygos.Circulation;
using Azygos.Circulation.Vessels;

namespace Azygos.Body.Building;

/// <summary>A body model built into a network, with the names under which its vessels are found.</summary>
/// <param name="Network">The lumped network: all of the body, or what vessels with waves leave.</param>
/// <param name="Model">The model it was built from.</param>
/// <param name="Vessels">Every vessel that carries blood, by vessel id; an occluded vessel is absent.</param>
/// <param name="Waves">Vessels with waves, the lumped network at their nodes; null: all is lumped.</param>
/// <source choice="names of cells: vessel id, a dot, number from 1"/>
public sealed record BodyNetwork(
    LumpedNetwork Network, BodyModel Model, IReadOnlyDictionary<string, VesselPlace> Vessels,
    VesselNetwork? Waves = null)
{
    /// <summary>Nodes at which pressures can be read.</summary>
    public bool HasNode(string id) => Waves is null
        || Waves.Nodes.Any(node => node.Id == id) || Network.TryNode(id) is not null;
}
