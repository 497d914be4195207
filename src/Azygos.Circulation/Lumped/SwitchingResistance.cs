using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A valve without inertia: its resistance goes from shut to open with the pressure across it.</summary>
/// <remarks>
/// q = Δp/R, R = R_o + (R_s − R_o)/(1 + e^{2kΔp}), which is R_o + (R_s − R_o) ½(1 − tanh(kΔp)); without k, R_o where
/// Δp ≥ 0 and R_s elsewhere. Circuit: one branch. Parameters: R_o, R_s [Pa·s/m³], k [1/Pa].
/// </remarks>
/// <source doi="10.1007/s10237-018-1098-4" at="equations 16 and 22"/>
public sealed record SwitchingResistance : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Upstream node; flow is positive from here.</summary>
    public required NodeId From { get; init; }

    /// <summary>Downstream node.</summary>
    public required NodeId To { get; init; }

    /// <summary>R_o, above 0.</summary>
    public required HydraulicResistance Open
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "open resistance", "R_o", "Pa·s/m³"));
    }

    /// <summary>R_s, above 0.</summary>
    public required HydraulicResistance Shut
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "shut resistance", "R_s", "Pa·s/m³"));
    }

    /// <summary>k [1/Pa], above 0; null: it switches at Δp = 0.</summary>
    public double? Steepness
    {
        get;
        init => field = value is { } k ? Require.Positive(k, "steepness", "k", "1/Pa") : null;
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        double open = Open.PascalSecondsPerCubicMetre, shut = Shut.PascalSecondsPerCubicMetre;
        if (Steepness is { } k) mesh.AddBranch<SmoothValve>(Id, From, To, [open, shut, k]);
        else mesh.AddBranch<SwitchingValve>(Id, From, To, [open, shut]);
    }
}

/// <summary>The smooth law of <see cref="SwitchingResistance"/>.</summary>
/// <source doi="10.1007/s10237-018-1098-4" at="equations 16 and 22"/>
public readonly struct SmoothValve : IBranchLaw
{
    /// <inheritdoc/>
    public static bool IsValve => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T Δp = input.Drop, R = parameters[0];
        // Beyond ±700 the exponential leaves the range of a double; the valve is shut or open there to the last bit.
        T x = T.Max(T.Min(T.From(2) * parameters[2] * Δp, T.From(700)), T.From(-700));
        return Δp / (R + (parameters[1] - R) / (T.From(1) + T.Exp(x)));
    }
}

/// <summary>The switching law of <see cref="SwitchingResistance"/>.</summary>
/// <source doi="10.1007/s10237-018-1098-4" at="equations 16 and 22"/>
public readonly struct SwitchingValve : IBranchLaw
{
    /// <inheritdoc/>
    public static bool IsValve => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        // At Δp = 0, where a start often is, the slope of the open valve: from there Newton's method cannot overshoot.
        => input.Drop / T.Select(T.Less(input.Drop, T.From(0)), parameters[1], parameters[0]);
}
