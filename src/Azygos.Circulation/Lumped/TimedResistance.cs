using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Lumped;

/// <summary>A linear resistance that is prescribed over time.</summary>
/// <remarks>Q = Δp/R(t). Circuit: one branch with a waveform. No parameters.</remarks>
/// <source choice="Poiseuille, textbook"/>
public sealed record TimedResistance : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Upstream node; flow is positive from here.</summary>
    public required NodeId From { get; init; }

    /// <summary>Downstream node.</summary>
    public required NodeId To { get; init; }

    /// <summary>R over time [Pa·s/m³], above 0 at all times.</summary>
    public required Waveform Value { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) => mesh.AddBranch<DrivenResistance>(Id, From, To, [], drive: Value);
}

/// <summary>The law of <see cref="TimedResistance"/>.</summary>
/// <source choice="Poiseuille, textbook"/>
public readonly struct DrivenResistance : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => input.Drop / input.Drive;
}
