using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A valve whose leaflets take time to open and close, after Mynard: competent, leaking, stenosed, stuck or
/// absent by its numbers.</summary>
/// <remarks>
/// A = A_c + ζ (A_o − A_c), at least 10⁻⁶ A_o; L dq/dt = Δp − B q|q| with B = ρ/(2A²), L = ρ l/A;
/// dζ/dt = (1 − ζ) K_o (Δp − Δp_o) above Δp_o, ζ K_c (Δp − Δp_c) below Δp_c. Circuit: one branch whose flow is a state,
/// and the opening ζ.
/// Parameters: A_o [m²], A_c [m²], l [m], ρ [kg/m³]; K_o, K_c [1/(Pa·s)], Δp_o, Δp_c [Pa].
/// </remarks>
/// <source doi="10.1002/cnm.1466" at="valve model"/>
/// <source choice="the smallest area, a millionth: a shut valve leaks about a millionth of its open flow and the
/// equation stays finite"/>
public sealed record DynamicValve : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Upstream node.</summary>
    public required NodeId From { get; init; }

    /// <summary>Downstream node.</summary>
    public required NodeId To { get; init; }

    /// <summary>A_o, the open area, above 0.</summary>
    public required Area OpenArea
    {
        get;
        init => field = Area.FromSquareMetres(Require.Positive(value.SquareMetres, "open area", "A_o", "m²"));
    }

    /// <summary>A_c, the leak when closed, 0 or more.</summary>
    public Area ClosedArea
    {
        get;
        init => field = Area.FromSquareMetres(Require.NotNegative(value.SquareMetres, "closed area", "A_c", "m²"));
    }

    /// <summary>l, the effective length, above 0.</summary>
    public required Length EffectiveLength
    {
        get;
        init => field = Length.FromMetres(Require.Positive(value.Metres, "effective length", "l", "m"));
    }

    /// <summary>ρ, above 0.</summary>
    public required Density Density
    {
        get;
        init => field = Density.FromKilogramsPerCubicMetre(
            Require.Positive(value.KilogramsPerCubicMetre, "density", "ρ", "kg/m³"));
    }

    /// <summary>K_o, opening rate [1/(Pa·s)], 0 or more; with both rates 0 the opening stays as it is.</summary>
    public double OpeningRate { get; init => field = Require.NotNegative(value, "opening rate", "K_o", "1/(Pa·s)"); }

    /// <summary>K_c, closing rate [1/(Pa·s)], 0 or more.</summary>
    public double ClosingRate { get; init => field = Require.NotNegative(value, "closing rate", "K_c", "1/(Pa·s)"); }

    /// <summary>Δp_o, driving pressure above which it opens.</summary>
    public Pressure OpensAbove { get; init; }

    /// <summary>Δp_c, driving pressure below which it closes.</summary>
    public Pressure ClosesBelow { get; init; }

    /// <summary>ζ before the first step [1], 0 to 1.</summary>
    public double InitialOpening { get; init => field = Require.InClosed(value, 0, 1, "initial opening", "ζ"); } = 1;

    /// <summary>Flow before the first step.</summary>
    public Flow InitialFlow { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        int opening = mesh.AddState(Id, "opening", UnknownKind.Opening, InitialOpening);
        mesh.AddStateLaw<ValveOpening>(
            Id, From, To, [OpeningRate, ClosingRate, OpensAbove.Pascals, ClosesBelow.Pascals], opening);
        mesh.AddInertial<ValveFlow>(
            Id, From, To,
            [OpenArea.SquareMetres, ClosedArea.SquareMetres, EffectiveLength.Metres, Density.KilogramsPerCubicMetre],
            InitialFlow.CubicMetresPerSecond, opening);
    }
}

/// <summary>Flow through a <see cref="DynamicValve"/>: L dq/dt = Δp − B q|q|.</summary>
/// <source doi="10.1002/cnm.1466" at="valve model"/>
public readonly struct ValveFlow : IInertialLaw
{
    /// <inheritdoc/>
    public static bool IsValve => true;

    /// <summary>Smallest area of a shut valve as a share of its open area [1].</summary>
    /// <source choice="a shut valve leaks about a millionth of its open flow"/>
    public const double SmallestArea = 1e-6;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FlowRate<T>(in LawInput<T> input, T flow, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T Ao = parameters[0], Ac = parameters[1], ρ = parameters[3];
        T A = T.Max(Ac + input.State * (Ao - Ac), T.From(SmallestArea) * Ao);
        return (A * input.Drop - T.From(0.5) * ρ * flow * T.Abs(flow) / A) / (ρ * parameters[2]);
    }
}

/// <summary>Opening of a <see cref="DynamicValve"/>.</summary>
/// <source doi="10.1002/cnm.1466" at="valve model"/>
public readonly struct ValveOpening : IStateLaw
{
    /// <inheritdoc/>
    public static bool IsValve => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Rate<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T zero = T.From(0), ζ = input.State;
        T opening = T.Max(input.Drop - parameters[2], zero);
        T closing = T.Min(input.Drop - parameters[3], zero);
        return (T.From(1) - ζ) * parameters[0] * opening + ζ * parameters[1] * closing;
    }
}
