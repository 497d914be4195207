using Azygos.Circulation.Assembly;

namespace Azygos.Circulation;

/// <summary>An element of a lumped network: a description in the user's units that writes only the laws of its volumes
/// and branches.</summary>
/// <source choice="style of this project: description, mesh, state and scratch are four types"/>
public interface ILumpedElement
{
    /// <summary>Identifier, unique in the network.</summary>
    string Id { get; }

    /// <summary>The nodes it joins.</summary>
    IEnumerable<NodeId> Nodes { get; }

    /// <summary>Writes the element's volumes, branches and states into the mesh.</summary>
    void Assemble(MeshBuilder mesh);
}
