using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A loss that grows with the flow squared, beside a viscous one: an orifice or a sharp bend without
/// inertia.</summary>
/// <remarks>Δp = R Q + B Q|Q|, so Q = 2Δp/(R + √(R² + 4B|Δp|)). Circuit: one branch. Parameters: R [Pa·s/m³], B
/// [Pa·s²/m⁶].</remarks>
/// <source choice="Borda-Carnot form of a local loss, textbook"/>
public sealed record QuadraticLoss : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Upstream node.</summary>
    public required NodeId From { get; init; }

    /// <summary>Downstream node.</summary>
    public required NodeId To { get; init; }

    /// <summary>R, above 0: without it the flow would have no slope at rest.</summary>
    public required HydraulicResistance Viscous
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "viscous resistance", "R", "Pa·s/m³"));
    }

    /// <summary>B [Pa·s²/m⁶], 0 or more.</summary>
    public required double Coefficient
    {
        get;
        init => field = Require.NotNegative(value, "quadratic loss", "B", "Pa·s²/m⁶");
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) =>
        mesh.AddBranch<QuadraticResistance>(Id, From, To, [Viscous.PascalSecondsPerCubicMetre, Coefficient]);
}

/// <summary>The law of <see cref="QuadraticLoss"/>.</summary>
/// <source choice="Borda-Carnot form of a local loss, textbook"/>
public readonly struct QuadraticResistance : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T R = parameters[0], Δp = input.Drop;
        return T.From(2) * Δp / (R + T.Sqrt(R * R + T.From(4) * parameters[1] * T.Abs(Δp)));
    }
}
