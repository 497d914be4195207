using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Lumped;

/// <summary>A ventricle and its outlet valve in the mean over a beat: what it ejects rises with the pressure that fills it
/// and falls with the pressure that it ejects against.</summary>
/// <remarks>
/// Q = max(0, S₀ + a y_u − b y_d)/T: a plane for the stroke volume, y above the pressure around the heart. With ideal
/// valves and a slow filling it is a = 1/E_B, b = 1/(E_A + E_B), S₀ = 0: end-diastolic minus end-systolic volume; of a
/// beating ventricle it is the tangent of its own periodic beat.
/// Circuit: one branch; it stands for the outlet valve in the mean-flow steady solve. Parameters: S₀ [m³], a, b [m³/Pa],
/// T [s].
/// </remarks>
/// <source choice="Starling's law as a tangent; the start of a run, not its result; docs/decisions/0022"/>
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

    /// <summary>S₀, stroke volume that the plane has without any pressure; may be negative.</summary>
    public Volume StrokeWithoutPressure { get; init; }

    /// <summary>a, stroke volume gained per filling pressure, above 0.</summary>
    public required Compliance GainWithFilling
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.Positive(value.CubicMetresPerPascal, "gain with filling", "a", "m³/Pa"));
    }

    /// <summary>b, stroke volume lost per arterial pressure, 0 or more.</summary>
    public required Compliance LossWithLoad
    {
        get;
        init => field = Compliance.FromCubicMetresPerPascal(
            Require.NotNegative(value.CubicMetresPerPascal, "loss with load", "b", "m³/Pa"));
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
            [
                StrokeWithoutPressure.CubicMetres, GainWithFilling.CubicMetresPerPascal,
                LossWithLoad.CubicMetresPerPascal, Period.Seconds,
            ],
            Outside);
    }
}

/// <summary>The law of <see cref="MeanFlowPump"/>.</summary>
/// <source choice="Starling's law as a tangent"/>
public readonly struct StrokeFlow : IBranchLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T stroke = parameters[0] + parameters[1] * input.UpstreamTransmural - parameters[2] * input.DownstreamTransmural;
        return T.Max(stroke, T.From(0)) / parameters[3];
    }
}
