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

    /// <summary>For a vessel with waves: distance from its first end [m]; null for nodes and elements.</summary>
    public double? Position { get; init; }

    /// <summary>A quantity of a vessel with waves at a place [m] from its first end: <c>pressure</c> [Pa], <c>flow</c>
    /// [m³/s], <c>area</c> [m²], <c>velocity</c> [m/s], <c>area ratio</c> [1] or <c>speed index</c> [1].</summary>
    public static Probe InVessel(string vessel, double position, string quantity) =>
        new(FormattableString.Invariant($"{vessel} {position:G6} m {quantity}"), vessel, quantity)
        {
            Position = position,
        };

    /// <summary>Static pressure on the vessel's first side of a throat [Pa].</summary>
    public static Probe BeforeThroat(string narrowing) => new(narrowing + " before", narrowing, BeforeQuantity);

    /// <summary>Static pressure on its other side [Pa].</summary>
    public static Probe BehindThroat(string narrowing) => new(narrowing + " behind", narrowing, BehindQuantity);

    /// <summary>Flow through a throat of a vessel with waves [m³/s].</summary>
    public static Probe ThroughThroat(string narrowing) => new(narrowing + " through", narrowing, ThroughQuantity);

    internal const string BeforeQuantity = "before", BehindQuantity = "behind", ThroughQuantity = "through";

    /// <summary>Flow of an element [m³/s].</summary>
    public static Probe Flow(string element) => new(element, element, "flow");
}
