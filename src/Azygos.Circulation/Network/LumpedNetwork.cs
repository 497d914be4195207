using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation;

/// <summary>A network of volumes and branches, built by hand or by a body model, then run.</summary>
/// <remarks>
/// Nodes carry pressures; elements hold fluid at a node or carry it between two. Gravity acts along the heights of the
/// nodes with ρ g sin θ; fluid compartments added with <see cref="AddFluidCompartment"/> press on what lies inside them
/// with their own column.
/// </remarks>
/// <source choice="design of this project: one idea, volumes and branches"/>
public sealed class LumpedNetwork
{
    private readonly List<LumpedNode> nodes = [];
    private readonly List<ILumpedElement> elements = [];
    private readonly Dictionary<string, int> nodeByName = [];
    private readonly HashSet<string> elementIds = [];

    /// <summary>An empty network with its ground, a node at zero pressure.</summary>
    public LumpedNetwork() => Ground = AddPressureNode("ground", new ConstantWaveform(0));

    /// <summary>The node at zero pressure that is outside every volume unless told otherwise.</summary>
    public NodeId Ground { get; }

    /// <summary>Pressure per height of a fluid column, ρ g sin θ [Pa/m]: 0 lying flat, negative head-down.</summary>
    public double FluidColumn { get; set; }

    /// <summary>The same over time, for a network that is tilted while it runs; null: <see cref="FluidColumn"/> always,
    /// which is also what it must be at the start.</summary>
    public Waveform? FluidColumnInTime { get; set; }

    /// <summary>Nodes in the network, the ground included.</summary>
    public int NodeCount => nodes.Count;

    internal IReadOnlyList<LumpedNode> Nodes => nodes;

    internal IReadOnlyList<ILumpedElement> Elements => elements;

    /// <summary>Adds a node whose pressure the network finds.</summary>
    /// <param name="id">Identifier, unique.</param>
    /// <param name="initial">Pressure before the first step; null: zero.</param>
    /// <param name="height">Height above the reference; null: zero.</param>
    /// <param name="wallTime">
    /// τ of the walls of the vessel cells that meet here (Kelvin-Voigt): p = s + τ ds/dt, s the pressure that their
    /// areas answer to; null: none.
    /// </param>
    /// <exception cref="ArgumentException">The identifier is empty or taken.</exception>
    public NodeId AddNode(
        string id, Pressure? initial = null, Length? height = null, Duration? wallTime = null) => Add(new LumpedNode
        {
            Id = id,
            InitialPressure = initial?.Pascals ?? 0,
            Height = height?.Metres ?? 0,
            WallTime = Require.NotNegative(wallTime?.Seconds ?? 0, "wall time", "τ", "s"),
        });

    /// <summary>Adds a node whose pressure is prescribed [Pa].</summary>
    /// <param name="id">Identifier, unique.</param>
    /// <param name="pressure">Pressure over time [Pa].</param>
    /// <param name="height">Height above the reference; null: zero.</param>
    public NodeId AddPressureNode(string id, Waveform pressure, Length? height = null)
    {
        ArgumentNullException.ThrowIfNull(pressure);
        return Add(new LumpedNode
        {
            Id = id,
            Prescribed = pressure,
            InitialPressure = pressure.At(0),
            Height = height?.Metres ?? 0,
        });
    }

    /// <summary>Adds a compartment that surrounds others (cerebrospinal fluid): a node that touches many, so it is
    /// eliminated last.</summary>
    /// <param name="id">Identifier, unique.</param>
    /// <param name="initial">Pressure before the first step.</param>
    /// <param name="height">Height at which its pressure is stated.</param>
    public NodeId AddFluidCompartment(string id, Pressure initial, Length height) =>
        Add(new LumpedNode { Id = id, InitialPressure = initial.Pascals, Height = height.Metres, Border = true });

    /// <summary>Adds an element between nodes of this network.</summary>
    /// <exception cref="ArgumentException">The element's identifier is empty or taken, or it names a node of another
    /// network.</exception>
    public void Add(ILumpedElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        if (string.IsNullOrWhiteSpace(element.Id))
            throw new ArgumentException("An element needs an identifier.", nameof(element));
        if (!elementIds.Add(element.Id))
            throw new ArgumentException($"Element '{element.Id}' is in the network already.", nameof(element));
        foreach (NodeId node in element.Nodes)
            if ((uint)node.Index >= (uint)nodes.Count)
                throw new ArgumentException(
                    $"Element '{element.Id}' joins a node that this network lacks.", nameof(element));
        elements.Add(element);
    }

    /// <summary>Name of a node.</summary>
    public string NameOf(NodeId node) => nodes[node.Index].Id;

    /// <summary>The node of that name.</summary>
    /// <exception cref="KeyNotFoundException">No node has this name.</exception>
    public NodeId Node(string id) => nodeByName.TryGetValue(id, out int index)
        ? new NodeId(index)
        : throw new KeyNotFoundException($"The network has no node '{id}'.");

    /// <summary>The node of that name, or null.</summary>
    public NodeId? TryNode(string id) => nodeByName.TryGetValue(id, out int index) ? new NodeId(index) : null;

    /// <summary>Height of a node above the reference.</summary>
    public Length HeightOf(NodeId node) => Length.FromMetres(nodes[node.Index].Height);

    private NodeId Add(LumpedNode node)
    {
        if (string.IsNullOrWhiteSpace(node.Id)) throw new ArgumentException("A node needs an identifier.");
        if (!nodeByName.TryAdd(node.Id, nodes.Count))
            throw new ArgumentException($"Node '{node.Id}' is in the network already.");
        nodes.Add(node);
        return new NodeId(nodes.Count - 1);
    }
}
