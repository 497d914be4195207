using Azygos.Circulation;
using Azygos.Circulation.Assembly;
using Azygos.Quantities;

namespace Azygos.Body.Cranium;

/// <summary>How far the walls of a cerebrospinal fluid space give: the room that blood and fluid together can
/// take.</summary>
/// <remarks>
/// C = 1/(k_E (p − p_ref)), at least p − p_ref = δ in it; p_ref is the pressure that posture alone gives at the place,
/// so that lying down p_ref = 0.
/// With the volumes inside the skull pushing on the same node, its balance is Monro-Kellie: stretch = blood + fluid.
/// Circuit: one volume from the fluid to the outside, see <see cref="LogarithmicVolume"/>.
/// </remarks>
/// <source doi="10.1152/jappl.1997.82.4.1256" at="craniospinal pressure-volume curve"/>
/// <source choice="p_ref in posture and the floor δ: upright the cranial pressure falls below zero, where the published
/// form has no meaning"/>
public sealed record FluidStretch : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Fluid node.</summary>
    public required NodeId Fluid { get; init; }

    /// <summary>Node outside the walls.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>1/k_E times the share of this space: volume for each e-fold of pressure, above 0.</summary>
    public required Volume FoldVolume
    {
        get;
        init => field = Volume.FromCubicMetres(
            Require.Positive(value.CubicMetres, "volume for each e-fold", "1/k_E", "m³"));
    }

    /// <summary>p_ref lying flat.</summary>
    public required Pressure Reference { get; init; }

    /// <summary>Height of the fluid's node above the place whose pressure posture leaves as it is: tilted, p_ref is lower
    /// by the column between them.</summary>
    public Length AboveIndifference { get; init; }

    /// <summary>δ, above 0.</summary>
    public required Pressure Floor
    {
        get;
        init => field = Pressure.FromPascals(Require.Positive(value.Pascals, "smallest stretch pressure", "δ", "Pa"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [Fluid, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        mesh.AddVolume<LogarithmicVolume>(
            Id, Fluid, Outside, [FoldVolume.CubicMetres, Reference.Pascals, Floor.Pascals],
            columnInside: AboveIndifference.Metres);
    }
}
