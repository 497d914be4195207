using Azygos.Body.Model;
using Azygos.Circulation;

namespace Azygos.Body.Building;

/// <summary>A body model built into a network, with the names under which its vessels' cells are found.</summary>
/// <param name="Network">The network.</param>
/// <param name="Model">The model it was built from.</param>
/// <param name="Vessels">Cells of every vessel that carries blood, by vessel id; an occluded vessel is absent.</param>
/// <source choice="names of cells: vessel id, a dot, number from 1"/>
public sealed record BodyNetwork(
    LumpedNetwork Network, BodyModel Model, IReadOnlyDictionary<string, VesselCells> Vessels);

/// <summary>The cells of a vessel, in order.</summary>
/// <param name="Elements">Element ids; shape [cells].</param>
/// <param name="Nodes">Node ids from the first to the second end; shape [cells + 1].</param>
/// <param name="FixedArea">Lumen area of a rigid vessel [m²]; null when the area follows the pressure.</param>
/// <source choice="names of cells"/>
public sealed record VesselCells(IReadOnlyList<string> Elements, IReadOnlyList<string> Nodes, double? FixedArea)
{
    /// <summary>Index of the cell at a place along the vessel, 0 at its first end to 1.</summary>
    public int CellAt(double position) => Math.Clamp((int)(position * Elements.Count), 0, Elements.Count - 1);
}
