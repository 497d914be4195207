using System.Runtime.CompilerServices;
using Azygos.Circulation;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Body.Cranium;

/// <summary>Cerebral veins inside the skull: stiff when full, soft when the cranial pressure nears theirs.</summary>
/// <remarks>
/// C = 1/(k (y − P_v1)), y = p_v − p_ic, so V = (1/k) ln((y − P_v1)/δ), counted from y − P_v1 = δ; below that the curve
/// goes on straight with its slope there. Circuit: one volume, see <see cref="LogarithmicVolume"/>.
/// </remarks>
/// <source doi="10.1152/ajpheart.00469.2014" at="venous compliance (read in a reimplementation)"/>
/// <source choice="δ = 0.5 mmHg: keeps a shut vein finite"/>
public sealed record CerebralVenousVolume : ILumpedElement
{
    /// <summary>δ, width of the straight part.</summary>
    /// <source choice="0.5 mmHg: below it the veins are shut"/>
    public static Pressure StraightBelow => Pressure.FromMillimetresOfMercury(0.5);

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Venous node.</summary>
    public required NodeId Inside { get; init; }

    /// <summary>Cranial cerebrospinal fluid.</summary>
    public required NodeId Fluid { get; init; }

    /// <summary>1/k: volume for each e-fold of pressure, above 0.</summary>
    public required Volume FoldVolume
    {
        get;
        init => field = Volume.FromCubicMetres(
            Require.Positive(value.CubicMetres, "volume for each e-fold", "1/k", "m³"));
    }

    /// <summary>P_v1, offset of the law.</summary>
    public required Pressure Offset { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [Inside, Fluid];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        mesh.AddVolume<LogarithmicVolume>(
            Id, Inside, Fluid, [FoldVolume.CubicMetres, Offset.Pascals, StraightBelow.Pascals]);
    }
}

/// <summary>V = F ln(y′/δ) for y′ = y − P above δ, F (y′/δ − 1) below: a compliance F/y′ that stops growing at δ. Zero
/// at y′ = δ.</summary>
/// <remarks>Parameters: F, volume for each e-fold [m³]; P, offset [Pa]; δ [Pa].</remarks>
/// <source choice="exponential pressure-volume curve with a straight part below δ, once for veins and for cerebrospinal
/// fluid"/>
public readonly struct LogarithmicVolume : IVolumeLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T z = (input.Transmural - parameters[1]) / parameters[2], one = T.From(1);
        return parameters[0] * T.Select(T.Less(z, one), z - one, T.Log(T.Max(z, one)));
    }
}
