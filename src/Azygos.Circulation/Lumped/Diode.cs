using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A one-way resistance: an ideal valve, or a path such as cerebrospinal fluid absorption that never runs
/// backward.</summary>
/// <remarks>Q = max(Δp, 0)/R. Circuit: one branch. Parameters: R [Pa·s/m³].</remarks>
/// <source choice="ideal diode, textbook"/>
public sealed record Diode : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Upstream node.</summary>
    public required NodeId From { get; init; }

    /// <summary>Downstream node.</summary>
    public required NodeId To { get; init; }

    /// <summary>R when open, above 0.</summary>
    public required HydraulicResistance Value
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "resistance", "R", "Pa·s/m³"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) =>
        mesh.AddBranch<OneWayResistance>(Id, From, To, [Value.PascalSecondsPerCubicMetre]);
}

/// <summary>The law of <see cref="Diode"/>.</summary>
/// <source choice="ideal diode, textbook"/>
public readonly struct OneWayResistance : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => T.Max(input.Drop, T.From(0)) / parameters[0];
}
