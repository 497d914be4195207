using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>An ideal valve with the inertance and the resistance of the blood in it: no flow runs backward.</summary>
/// <remarks>
/// L dq/dt = Δp − R q forward; backward the resistance is <see cref="ShutFactor"/> times larger, so that what leaks is
/// that much less than what would flow. Circuit: one branch whose flow is a state. Parameters: R [Pa·s/m³], L
/// [Pa·s²/m³], shut R [Pa·s/m³].
/// </remarks>
/// <source doi="10.1007/s10439-012-0579-3" at="valves of the heart: open while pressed open or flowing forward"/>
/// <source choice="a shut valve leaks a millionth: the flow stays the solution of one continuous equation, which an
/// implicit step needs where a valve that switches has none"/>
public sealed record OneWayInertance : ILumpedElement
{
    /// <summary>Backward resistance over forward resistance [1].</summary>
    /// <source choice="a millionth of leak, far below what any result is judged by"/>
    public const double ShutFactor = 1e6;

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

    /// <summary>R, above 0.</summary>
    public required HydraulicResistance Series
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "series resistance", "R", "Pa·s/m³"));
    }

    /// <summary>Flow before the first step.</summary>
    public Flow InitialFlow { get; init; }

    /// <summary>A node that the same flow enters as well, out of the ground: for models that fill a second volume with a
    /// flow instead of with what leaves the first. Null: none, as it should be.</summary>
    public NodeId? RepeatedInto { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => RepeatedInto is { } other ? [From, To, other] : [From, To];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        double R = Series.PascalSecondsPerCubicMetre;
        mesh.AddOneWay(
            Id, From, To, [R, Value.PascalSecondsSquaredPerCubicMetre, R * ShutFactor],
            InitialFlow.CubicMetresPerSecond, RepeatedInto);
    }
}

/// <summary>The law of <see cref="OneWayInertance"/>.</summary>
/// <source doi="10.1007/s10439-012-0579-3" at="valves of the heart"/>
public readonly struct ForwardInertance : IInertialLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FlowRate<T>(in LawInput<T> input, T flow, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T forward = T.Max(flow, T.From(0)), backward = flow - forward;
        return (input.Drop - parameters[0] * forward - parameters[2] * backward) / parameters[1];
    }
}
