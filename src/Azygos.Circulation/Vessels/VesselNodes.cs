using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Vessels;

/// <summary>Where vessels and lumped elements meet or end.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public abstract record NetworkNode(string Id);

/// <summary>Vessels meet: flows sum to zero, total pressure is equal (static pressure by choice).</summary>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record JunctionNode(string Id) : NetworkNode(Id)
{
    /// <summary>What the ends share.</summary>
    public NodeCoupling Coupling { get; init; } = NodeCoupling.TotalPressure;
}

/// <summary>A closed end: no flow.</summary>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record ClosedNode(string Id) : NetworkNode(Id);

/// <summary>Waves leave: zero gradient.</summary>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record TransmissiveNode(string Id) : NetworkNode(Id);

/// <summary>The incoming characteristic is that of rest at the reference pressure.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="ReferencePressure">[Pa].</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record AbsorbingNode(string Id, double ReferencePressure) : NetworkNode(Id);

/// <summary>A simple wave enters a vessel at rest; what comes back leaves.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="ReferencePressure">Pressure at rest [Pa].</param>
/// <param name="Pressure">Added to it [Pa].</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record IncidentWaveNode(string Id, double ReferencePressure, Waveform Pressure) : NetworkNode(Id);

/// <summary>A prescribed flow, positive into the network.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="Flow">[m³/s].</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record FlowNode(string Id, Waveform Flow) : NetworkNode(Id);

/// <summary>A supercritical inflow: flow and area are prescribed.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="Area">[m²], positive.</param>
/// <param name="Flow">[m³/s].</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record FlowAndAreaNode(string Id, double Area, Waveform Flow) : NetworkNode(Id);

/// <summary>A prescribed static pressure.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="Pressure">[Pa].</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record PressureNode(string Id, Waveform Pressure) : NetworkNode(Id);

/// <summary>A prescribed total pressure p + ρu²/2.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="Pressure">[Pa].</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record TotalPressureNode(string Id, Waveform Pressure) : NetworkNode(Id);

/// <summary>An outflow through a resistance, p = p_out + R Q.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record ResistanceNode(string Id) : NetworkNode(Id)
{
    /// <summary>R [Pa s/m³], positive.</summary>
    public required double Resistance { get; init; }

    /// <summary>p_out [Pa].</summary>
    public required double OutletPressure { get; init; }
}

/// <summary>An outflow through a three-element windkessel, p = p_c + R1 Q, C dp_c/dt = Q − (p_c − p_out)/R2.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record WindkesselNode(string Id) : NetworkNode(Id)
{
    /// <summary>R1 [Pa s/m³], not negative.</summary>
    public required double ProximalResistance { get; init; }

    /// <summary>R2 [Pa s/m³], positive.</summary>
    public required double DistalResistance { get; init; }

    /// <summary>C [m³/Pa], positive.</summary>
    public required double Compliance { get; init; }

    /// <summary>p_out [Pa].</summary>
    public required double OutletPressure { get; init; }

    /// <summary>p_c at the start [Pa].</summary>
    public required double InitialPressure { get; init; }
}

/// <summary>A lumped node: flows sum to zero; the initial pressure matters only where a capacitor holds it.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="InitialPressure">[Pa].</param>
/// <source choice="the ends and joints of 1D networks, as in the schema azygos-benchmark/1"/>
public sealed record InternalNode(string Id, double InitialPressure) : NetworkNode(Id);

/// <summary>A node of the lumped network at which vessels end.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="Node">The lumped node.</param>
/// <source choice="every lumped element can meet vessels"/>
public sealed record LumpedEnd(string Id, NodeId Node) : NetworkNode(Id)
{
    /// <summary>What vessel ends share with the node: total pressure unless told.</summary>
    public NodeCoupling Coupling { get; init; } = NodeCoupling.TotalPressure;
}

/// <summary>What the ends of vessels share at a node.</summary>
/// <source choice="total pressure; static pressure costs 3 to 6 % on networks of arteries"/>
public enum NodeCoupling
{
    /// <summary>p + ρu²/2.</summary>
    TotalPressure,

    /// <summary>p.</summary>
    StaticPressure,
}
