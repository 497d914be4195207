namespace Azygos.Circulation.Running;

/// <summary>What a run records at each sample.</summary>
/// <param name="Id">Name of the series.</param>
/// <param name="Place">Node, or element.</param>
/// <param name="Quantity"><c>pressure</c> [Pa] at a node; <c>flow</c> [m³/s], <c>opening</c> [1], <c>volume</c> [m³] or
/// <c>area</c> [m²] of an element that has it.</param>
/// <source choice="names of the quantities that elements publish"/>
public sealed record Probe(string Id, string Place, string Quantity)
{
    /// <summary>True: a run is periodic only when this probe is. Default true.</summary>
    public bool Judged { get; init; } = true;

    /// <summary>The quantity word of a node's pressure.</summary>
    public const string PressureQuantity = "pressure";

    /// <summary>Pressure of a node [Pa].</summary>
    public static Probe Pressure(string node) => new(node, node, PressureQuantity);

    /// <summary>Flow of an element [m³/s].</summary>
    public static Probe Flow(string element) => new(element, element, "flow");
}
