using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Verification;

/// <summary>Where vessels and elements of a case meet or end.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <source choice="schema azygos-benchmark/1"/>
public abstract record CaseNode(string Id);

/// <summary>Vessels meet: flows sum to zero, total pressure is equal.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record JunctionNode(string Id) : CaseNode(Id);

/// <summary>A closed end: no flow.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record ClosedNode(string Id) : CaseNode(Id);

/// <summary>Waves leave: zero gradient.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record TransmissiveNode(string Id) : CaseNode(Id);

/// <summary>The incoming characteristic is that of rest at the reference pressure.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="ReferencePressure">[Pa].</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record AbsorbingNode(string Id, double ReferencePressure) : CaseNode(Id);

/// <summary>A simple wave enters a vessel at rest; what comes back leaves.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="ReferencePressure">Pressure at rest [Pa].</param>
/// <param name="Pressure">Added to it [Pa].</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record IncidentWaveNode(string Id, double ReferencePressure, Waveform Pressure) : CaseNode(Id);

/// <summary>A prescribed flow, positive into the network.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="Flow">[m³/s].</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record FlowNode(string Id, Waveform Flow) : CaseNode(Id);

/// <summary>A supercritical inflow: flow and area are prescribed.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="Area">[m²], positive.</param>
/// <param name="Flow">[m³/s].</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record FlowAndAreaNode(string Id, double Area, Waveform Flow) : CaseNode(Id);

/// <summary>A prescribed static pressure.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="Pressure">[Pa].</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record PressureNode(string Id, Waveform Pressure) : CaseNode(Id);

/// <summary>A prescribed total pressure p + ρu²/2.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <param name="Pressure">[Pa].</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record TotalPressureNode(string Id, Waveform Pressure) : CaseNode(Id);

/// <summary>An outflow through a resistance, p = p_out + R Q.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record ResistanceNode(string Id) : CaseNode(Id)
{
    /// <summary>R [Pa s/m³], positive.</summary>
    public required double Resistance { get; init; }

    /// <summary>p_out [Pa].</summary>
    public required double OutletPressure { get; init; }
}

/// <summary>An outflow through a three-element windkessel, p = p_c + R1 Q, C dp_c/dt = Q − (p_c − p_out)/R2.</summary>
/// <param name="Id">Name, unique among the nodes.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record WindkesselNode(string Id) : CaseNode(Id)
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
/// <source choice="schema azygos-benchmark/1"/>
public sealed record InternalNode(string Id, double InitialPressure) : CaseNode(Id);
