using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A heart chamber: its stiffness rises and falls with the beat.</summary>
/// <remarks>
/// y = (E_A φ(t) + E_B)(V − V₀), so V = V₀ + y/(E_A φ + E_B), y the pressure above that around the heart.
/// Circuit: one volume with a waveform. Parameters: E_A, E_B [Pa/m³], V₀ [m³].
/// </remarks>
/// <source doi="10.1007/s11517-009-0449-9" at="time-varying elastance of four chambers"/>
public sealed record ElastanceChamber : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Node that holds the volume.</summary>
    public required NodeId Inside { get; init; }

    /// <summary>Node whose pressure acts from outside: pericardium or chest.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>E_A, 0 or more.</summary>
    public required Elastance Active
    {
        get;
        init => field = Elastance.FromPascalsPerCubicMetre(
            Require.NotNegative(value.PascalsPerCubicMetre, "active elastance", "E_A", "Pa/m³"));
    }

    /// <summary>E_B, above 0.</summary>
    public required Elastance Passive
    {
        get;
        init => field = Elastance.FromPascalsPerCubicMetre(
            Require.Positive(value.PascalsPerCubicMetre, "passive elastance", "E_B", "Pa/m³"));
    }

    /// <summary>V₀, 0 or more.</summary>
    public required Volume Unstressed
    {
        get;
        init => field = Volume.FromCubicMetres(Require.NotNegative(value.CubicMetres, "unstressed volume", "V₀", "m³"));
    }

    /// <summary>φ(t), 0 relaxed to 1 contracted.</summary>
    public required Waveform Activation { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [Inside, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) => mesh.AddVolume<TimeVaryingElastance>(
        Id, Inside, Outside, [Active.PascalsPerCubicMetre, Passive.PascalsPerCubicMetre, Unstressed.CubicMetres],
        drive: Activation);
}

/// <summary>The law of <see cref="ElastanceChamber"/>.</summary>
/// <source doi="10.1007/s11517-009-0449-9" at="time-varying elastance of four chambers"/>
public readonly struct TimeVaryingElastance : IVolumeLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => parameters[2] + input.Transmural / (parameters[0] * input.Drive + parameters[1]);
}
