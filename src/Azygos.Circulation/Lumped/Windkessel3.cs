using Azygos.Circulation.Assembly;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A three-element Windkessel (RCR): a proximal resistance, a compliance, a distal resistance.</summary>
/// <remarks>
/// Q = (p − p_c)/R₁; C dp_c/dt = Q − (p_c − p_out)/R₂. Circuit: From –R₁– Middle –R₂– To, C from Middle to Outside. The
/// middle node is the caller's, so that its pressure can be recorded.
/// </remarks>
/// <source choice="RCR Windkessel, textbook"/>
public sealed record Windkessel3 : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Node at the entry.</summary>
    public required NodeId From { get; init; }

    /// <summary>Node of the compliance.</summary>
    public required NodeId Middle { get; init; }

    /// <summary>Node at the exit.</summary>
    public required NodeId To { get; init; }

    /// <summary>Node outside the compliance.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>R₁, above 0.</summary>
    public required HydraulicResistance Proximal
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "proximal resistance", "R₁", "Pa·s/m³"));
    }

    /// <summary>C, above 0.</summary>
    public required Compliance Compliance
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.Positive(value.CubicMetresPerPascal, "compliance", "C", "m³/Pa"));
    }

    /// <summary>R₂, above 0.</summary>
    public required HydraulicResistance Distal
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "distal resistance", "R₂", "Pa·s/m³"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, Middle, To, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        new Resistance { Id = Id, From = From, To = Middle, Value = Proximal }.Assemble(mesh);
        new ElasticVolume { Id = Id, Inside = Middle, Outside = Outside, Value = Compliance }.Assemble(mesh);
        new Resistance { Id = Id + ".distal", From = Middle, To = To, Value = Distal }.Assemble(mesh);
    }
}
