using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A vein segment whose conductance falls as its inlet collapses, after Gadda.</summary>
/// <remarks>
/// Q = k [1 + (2/π) atan(y/P_A)]² Δp, y the transmural pressure at the inlet [Pa], P_A the width of the collapse [Pa].
/// Circuit: one branch. Parameters: k [m³/(Pa·s)], P_A [Pa]. k = 0 is an occluded segment.
/// </remarks>
/// <source doi="10.1152/ajpheart.00469.2014" at="jugular conductance (read in a reimplementation)"/>
public sealed record CollapsibleConductance : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Upstream node, whose transmural pressure counts.</summary>
    public required NodeId From { get; init; }

    /// <summary>Downstream node.</summary>
    public required NodeId To { get; init; }

    /// <summary>Node whose pressure acts from outside.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>k, a quarter of the fully open conductance [m³/(Pa·s)], 0 or more.</summary>
    public required double Conductance
    {
        get;
        init => field = Require.NotNegative(value, "conductance", "k", "m³/(Pa·s)");
    }

    /// <summary>P_A, the pressure over which the segment collapses, above 0.</summary>
    public required Pressure Width
    {
        get;
        init => field = Pressure.FromPascals(Require.Positive(value.Pascals, "collapse width", "P_A", "Pa"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) =>
        mesh.AddBranch<CollapsingConductance>(Id, From, To, [Conductance, Width.Pascals], Outside);
}

/// <summary>The law of <see cref="CollapsibleConductance"/>.</summary>
/// <source doi="10.1152/ajpheart.00469.2014" at="jugular conductance (read in a reimplementation)"/>
public readonly struct CollapsingConductance : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T open = T.From(1) + T.From(2 / Math.PI) * RealMath.Atan(input.UpstreamTransmural / parameters[1]);
        return parameters[0] * open * open * input.Drop;
    }
}
