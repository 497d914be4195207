using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Lumped;

/// <summary>A flow that comes from outside the network, whatever the pressures.</summary>
/// <remarks>Q = Q(t). Circuit: one branch from the ground, so that the audit counts what was put in. No
/// parameters.</remarks>
/// <source choice="boundary condition, textbook"/>
public sealed record PrescribedFlow : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Where the fluid comes from: a node of prescribed pressure, such as the network's ground.</summary>
    public required NodeId From { get; init; }

    /// <summary>Node that the flow enters.</summary>
    public required NodeId Into { get; init; }

    /// <summary>Flow over time [m³/s], positive into the node.</summary>
    public required Waveform Flow { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, Into];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) => mesh.AddBranch<DrivenFlow>(Id, From, Into, [], drive: Flow);
}

/// <summary>The law of <see cref="PrescribedFlow"/>: the value of its waveform.</summary>
/// <source choice="boundary condition, textbook"/>
public readonly struct DrivenFlow : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => input.Drive;
}
