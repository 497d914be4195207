using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A Starling resistor: once the outside pressure exceeds that downstream, the flow no longer depends on the
/// downstream pressure.</summary>
/// <remarks>
/// Q = (max(p_u, p_e) − max(p_d, p_e))/R. For p_u ≥ p_e this is (p_u − max(p_d, p_e))/R; for p_u &lt; p_e the vessel is
/// shut: no flow forward, and backward only what p_d drives above p_e. Circuit: one branch. Parameters: R [Pa·s/m³].
/// </remarks>
/// <source doi="10.1152/jappl.1997.82.4.1256" at="terminal cerebral veins as a Starling resistor"/>
/// <source choice="the closed side (p_u below p_e): no flow, instead of a negative one"/>
public sealed record StarlingResistor : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Upstream node.</summary>
    public required NodeId From { get; init; }

    /// <summary>Downstream node.</summary>
    public required NodeId To { get; init; }

    /// <summary>Node whose pressure acts from outside.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>R, above 0.</summary>
    public required HydraulicResistance Value
    {
        get;
        init => field = HydraulicResistance.FromPascalSecondsPerCubicMetre(
            Require.Positive(value.PascalSecondsPerCubicMetre, "resistance", "R", "Pa·s/m³"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh) =>
        mesh.AddBranch<StarlingBranch>(Id, From, To, [Value.PascalSecondsPerCubicMetre], Outside);
}

/// <summary>The law of <see cref="StarlingResistor"/>: Q = (max(y_u, 0) − max(y_d, 0))/R in transmural
/// pressures.</summary>
/// <source doi="10.1152/jappl.1997.82.4.1256" at="terminal cerebral veins as a Starling resistor"/>
public readonly struct StarlingBranch : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T zero = T.From(0);
        return (T.Max(input.UpstreamTransmural, zero) - T.Max(input.DownstreamTransmural, zero)) / parameters[0];
    }
}
