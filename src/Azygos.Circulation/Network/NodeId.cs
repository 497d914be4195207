namespace Azygos.Circulation;

/// <summary>Handle of a node of a <see cref="LumpedNetwork"/>.</summary>
/// <param name="Index">Position in the network's node list.</param>
public readonly record struct NodeId(int Index);
