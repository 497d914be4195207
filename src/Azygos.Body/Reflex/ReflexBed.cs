using System.Runtime.CompilerServices;
using Azygos.Circulation;
using Azygos.Circulation.Assembly;
using Azygos.Circulation.Lumped;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Body.Reflex;

/// <summary>A tissue bed whose arterioles and venous reservoir listen to the baroreflex.</summary>
/// <remarks>
/// Circuit: From –R₁– Arteriole –R₂ (1 + a x)– Venule, C from the arteriole to the outside, V = V_u (1 − b x) + (2
/// V_s/π) atan(π C₀ y/(2 V_s)) at the venule
/// (V_u (1 − b x) + C₀ y without saturation), R_venule from the venule to the vein. a and b are the reflex's effects
/// times the bed's share.
/// </remarks>
/// <source choice="bed of the model tables with the two effects of the reflex"/>
public sealed record ReflexBed : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Arterial node.</summary>
    public required NodeId Artery { get; init; }

    /// <summary>Node between the resistances.</summary>
    public required NodeId Arteriole { get; init; }

    /// <summary>Node of the reservoir.</summary>
    public required NodeId Venule { get; init; }

    /// <summary>Venous node.</summary>
    public required NodeId Vein { get; init; }

    /// <summary>Node outside both volumes.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>R₁, above 0.</summary>
    public required HydraulicResistance Proximal
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "proximal resistance", "R₁", "Pa·s/m³"));
    }

    /// <summary>C, above 0.</summary>
    public required Compliance ArterialCompliance
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.Positive(value.CubicMetresPerPascal, "arterial compliance", "C", "m³/Pa"));
    }

    /// <summary>R₂ at rest, above 0.</summary>
    public required HydraulicResistance Distal
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "distal resistance", "R₂", "Pa·s/m³"));
    }

    /// <summary>R_venule, above 0.</summary>
    public required HydraulicResistance Venous
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "venule resistance", "R_venule", "Pa·s/m³"));
    }

    /// <summary>C₀, above 0.</summary>
    public required Compliance RestCompliance
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.Positive(value.CubicMetresPerPascal, "compliance at rest", "C₀", "m³/Pa"));
    }

    /// <summary>V_u at rest, 0 or more.</summary>
    public required Volume Unstressed
    {
        get;
        init => field = Volume.FromCubicMetres(
            Require.NotNegative(value.CubicMetres, "unstressed volume", "V_u", "m³"));
    }

    /// <summary>V_s, 0 or more; 0: linear.</summary>
    public required Volume Saturation
    {
        get;
        init => field = Volume.FromCubicMetres(
            Require.NotNegative(value.CubicMetres, "saturation volume", "V_s", "m³"));
    }

    /// <summary>a, 0 to 1: x stays within (−1, 1), so the resistance stays above 0.</summary>
    public required double ResistanceEffect
    {
        get;
        init => field = Require.InClosed(value, 0, 1, "effect on the resistance", "a");
    }

    /// <summary>b, 0 to 1.</summary>
    public required double VolumeEffect
    {
        get;
        init => field = Require.InClosed(value, 0, 1, "effect on the volume", "b");
    }

    /// <summary>Id of the reflex.</summary>
    public required string Reflex { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [Artery, Arteriole, Venule, Vein, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        int signal = mesh.StateOf(Reflex, Baroreflex.Signal);
        mesh.AddBranch<ReflexResistance>(
            Id, Artery, Arteriole, [Proximal.PascalSecondsPerCubicMetre, 0], state: signal);
        mesh.AddVolume<ReflexReservoir>(
            Id, Arteriole, Outside, [ArterialCompliance.CubicMetresPerPascal, 0, 0, 0], signal);
        mesh.AddBranch<ReflexResistance>(
            Id + ".distal", Arteriole, Venule, [Distal.PascalSecondsPerCubicMetre, ResistanceEffect], state: signal);
        mesh.AddVolume<ReflexReservoir>(
            Id + ".reservoir", Venule, Outside,
            [RestCompliance.CubicMetresPerPascal, Unstressed.CubicMetres, Saturation.CubicMetres, VolumeEffect],
            signal);
        mesh.AddBranch<ReflexResistance>(
            Id + ".venous", Venule, Vein, [Venous.PascalSecondsPerCubicMetre, 0], state: signal);
    }
}

/// <summary>A resistance that the reflex raises: Q = Δp/(R (1 + a x)).</summary>
/// <source choice="resistance of the bed with the reflex's effect"/>
public readonly struct ReflexResistance : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => input.Drop / (parameters[0] * (T.From(1) + parameters[1] * input.State));
}

/// <summary>A venous reservoir that the reflex empties: V = V_u (1 − b x) + stressed volume.</summary>
/// <remarks>Parameters: C₀, V_u, V_s (0: linear), b.</remarks>
/// <source choice="reservoir of the bed with the reflex's effect"/>
public readonly struct ReflexReservoir : IVolumeLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T one = T.From(1), y = input.Transmural, C0 = parameters[0], saturates = T.Less(T.From(0), parameters[2]);
        T saturation = T.Select(saturates, parameters[2], one);   // an unused 1 where the reservoir is linear
        T stressed = T.Select(saturates, SaturatingReservoir.Stressed(y, C0, saturation), C0 * y);
        return parameters[1] * (one - parameters[3] * input.State) + stressed;
    }
}
