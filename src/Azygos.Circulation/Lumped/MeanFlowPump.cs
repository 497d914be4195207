using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A ventricle and its outlet valve in the mean over a beat: it fills at the upstream pressure and ejects
/// against the downstream one.</summary>
/// <remarks>
/// Q = max(0, y_u/E_B − y_d/(E_A + E_B))/T: end-diastolic minus end-systolic volume, once a beat; y above the pressure
/// around the heart.
/// Circuit: one branch; it stands for the outlet valve in the mean-flow steady solve. Parameters: E_B, E_A + E_B
/// [Pa/m³], T [s].
/// </remarks>
/// <source choice="stroke volume of a time-varying elastance chamber with ideal valves; the start of a run, not its
/// result"/>
public sealed record MeanFlowPump : ILumpedElement
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Ventricle.</summary>
    public required NodeId From { get; init; }

    /// <summary>Artery.</summary>
    public required NodeId To { get; init; }

    /// <summary>Node whose pressure acts from outside.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>E_A of the ventricle, 0 or more.</summary>
    public required Elastance Active
    {
        get;
        init => field = Elastance.FromPascalsPerCubicMetre(
            Require.NotNegative(value.PascalsPerCubicMetre, "active elastance", "E_A", "Pa/m³"));
    }

    /// <summary>E_B of the ventricle, above 0.</summary>
    public required Elastance Passive
    {
        get;
        init => field = Elastance.FromPascalsPerCubicMetre(
            Require.Positive(value.PascalsPerCubicMetre, "passive elastance", "E_B", "Pa/m³"));
    }

    /// <summary>T, the beat's length, above 0.</summary>
    public required Duration Period
    {
        get;
        init => field = Duration.FromSeconds(Require.Positive(value.Seconds, "period", "T", "s"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [From, To, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        mesh.AddBranch<StrokeFlow>(
            Id, From, To,
            [Passive.PascalsPerCubicMetre, Active.PascalsPerCubicMetre + Passive.PascalsPerCubicMetre, Period.Seconds],
            Outside);
    }
}

/// <summary>The law of <see cref="MeanFlowPump"/>.</summary>
/// <source choice="stroke volume of a time-varying elastance chamber with ideal valves"/>
public readonly struct StrokeFlow : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T stroke = input.UpstreamTransmural / parameters[0] - input.DownstreamTransmural / parameters[1];
        return T.Max(stroke, T.From(0)) / parameters[2];
    }
}
