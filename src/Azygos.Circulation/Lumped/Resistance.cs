using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A linear resistance: flow in proportion to the driving pressure.</summary>
/// <remarks>Q = Δp/R. Circuit: one branch. Parameters: R [Pa·s/m³].</remarks>
/// <source choice="Poiseuille, textbook"/>
public sealed record Resistance : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Upstream node; flow is positive from here.</summary>
    public required NodeId From { get; init; }

    /// <summary>Downstream node.</summary>
    public required NodeId To { get; init; }

    /// <summary>R, above 0.</summary>
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
        mesh.AddBranch<LinearResistance>(Id, From, To, [Value.PascalSecondsPerCubicMetre]);
}

/// <summary>The law of <see cref="Resistance"/>: Q = Δp/R.</summary>
/// <source choice="Poiseuille, textbook"/>
public readonly struct LinearResistance : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => input.Drop / parameters[0];
}
