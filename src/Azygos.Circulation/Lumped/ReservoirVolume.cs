using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A venous reservoir: soft near zero transmural pressure, filling up to a saturation volume.</summary>
/// <remarks>V = V_u + (2 V_s/π) atan(π C₀ y/(2 V_s)), y the transmural pressure. Circuit: one volume. Parameters: C₀
/// [m³/Pa], V_u [m³], V_s [m³].</remarks>
/// <source choice="arctangent pressure-volume curve of venous compartments; values in the model's beds.csv carry their
/// own source"/>
public sealed record ReservoirVolume : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Node that holds the volume.</summary>
    public required NodeId Inside { get; init; }

    /// <summary>Node whose pressure acts from outside.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>C₀, the compliance at zero transmural pressure, above 0.</summary>
    public required Compliance RestCompliance
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.Positive(value.CubicMetresPerPascal, "compliance at rest", "C₀", "m³/Pa"));
    }

    /// <summary>V_u, the volume at zero transmural pressure, 0 or more.</summary>
    public required Volume Unstressed
    {
        get;
        init => field = Volume.FromCubicMetres(
            Require.NotNegative(value.CubicMetres, "unstressed volume", "V_u", "m³"));
    }

    /// <summary>V_s, the volume that can be added at most, above 0.</summary>
    public required Volume Saturation
    {
        get;
        init => field = Volume.FromCubicMetres(Require.Positive(value.CubicMetres, "saturation volume", "V_s", "m³"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [Inside, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) => mesh.AddVolume<SaturatingReservoir>(
        Id, Inside, Outside, [RestCompliance.CubicMetresPerPascal, Unstressed.CubicMetres, Saturation.CubicMetres]);
}

/// <summary>The law of <see cref="ReservoirVolume"/>.</summary>
/// <source choice="arctangent pressure-volume curve of venous compartments"/>
public readonly struct SaturatingReservoir : IVolumeLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => parameters[1] + Stressed(input.Transmural, parameters[0], parameters[2]);

    /// <summary>Volume above the unstressed one: (2 V_s/π) atan(π C₀ y/(2 V_s)) [m³].</summary>
    /// <param name="transmural">y [Pa].</param>
    /// <param name="compliance">C₀ [m³/Pa].</param>
    /// <param name="saturation">V_s [m³], above 0.</param>
    public static T Stressed<T>(T transmural, T compliance, T saturation)
        where T : struct, IReal<T>
    {
        T reach = T.From(2 / Math.PI) * saturation;
        return reach * RealMath.Atan(compliance * transmural / reach);
    }
}
