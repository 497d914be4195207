using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>An inertance with its resistance: blood that must be sped up before it flows.</summary>
/// <remarks>L dq/dt = Δp − R q − B q|q|. Circuit: one branch whose flow is a state. Parameters: R [Pa·s/m³], L
/// [Pa·s²/m³], B [Pa·s²/m⁶].</remarks>
/// <source choice="Newton's second law for a column of fluid, textbook; B is a loss in proportion to the flow
/// squared"/>
public sealed record Inertance : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Upstream node.</summary>
    public required NodeId From { get; init; }

    /// <summary>Downstream node.</summary>
    public required NodeId To { get; init; }

    /// <summary>L, above 0.</summary>
    public required HydraulicInertance Value
    {
        get;
        init => field = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(
            Require.Positive(value.PascalSecondsSquaredPerCubicMetre, "inertance", "L", "Pa·s²/m³"));
    }

    /// <summary>R in series, 0 or more.</summary>
    public HydraulicResistance Series
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.NotNegative(value.PascalSecondsPerCubicMetre, "series resistance", "R", "Pa·s/m³"));
    }

    /// <summary>B, loss in proportion to the flow squared [Pa·s²/m⁶], 0 or more.</summary>
    public double QuadraticLoss { get; init => field = Require.NotNegative(value, "quadratic loss", "B", "Pa·s²/m⁶"); }

    /// <summary>Flow before the first step.</summary>
    public Flow InitialFlow { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) => mesh.AddInertial<LinearInertance>(
        Id, From, To, [Series.PascalSecondsPerCubicMetre, Value.PascalSecondsSquaredPerCubicMetre, QuadraticLoss],
        InitialFlow.CubicMetresPerSecond);
}

/// <summary>The law of <see cref="Inertance"/>: L dq/dt = Δp − R q − B q|q|.</summary>
/// <source choice="textbook"/>
public readonly struct LinearInertance : IInertialLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FlowRate<T>(in LawInput<T> input, T flow, Parameters<T> parameters)
        where T : struct, IReal<T>
        => (input.Drop - parameters[0] * flow - parameters[2] * flow * T.Abs(flow)) / parameters[1];
}
