using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A volume that takes in fluid in proportion to its transmural pressure, above an unstressed
/// volume.</summary>
/// <remarks>V = V_u + C (p − p_ext). Circuit: one volume. Parameters: C [m³/Pa], V_u [m³].</remarks>
/// <source choice="linear compliance, textbook"/>
public sealed record ElasticVolume : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Node that holds the volume.</summary>
    public required NodeId Inside { get; init; }

    /// <summary>Node whose pressure acts from outside: the ground, a chest, the cerebrospinal fluid.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>C, above 0.</summary>
    public required Compliance Value
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.Positive(value.CubicMetresPerPascal, "compliance", "C", "m³/Pa"));
    }

    /// <summary>V_u, the volume at zero transmural pressure, 0 or more.</summary>
    public Volume Unstressed
    {
        get;
        init => field = Volume.FromCubicMetres(
            Require.NotNegative(value.CubicMetres, "unstressed volume", "V_u", "m³"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [Inside, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) =>
        mesh.AddVolume<LinearCompliance>(Id, Inside, Outside, [Value.CubicMetresPerPascal, Unstressed.CubicMetres]);
}

/// <summary>The law of <see cref="ElasticVolume"/>: V = V_u + C y, y the transmural pressure.</summary>
/// <source choice="linear compliance, textbook"/>
public readonly struct LinearCompliance : IVolumeLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => parameters[1] + parameters[0] * input.Transmural;
}
