using System.Runtime.CompilerServices;
using Azygos.Circulation;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Body.Reflex;

/// <summary>The signal by which a fall of pressure at the carotid sinus tightens arterioles and veins
/// elsewhere.</summary>
/// <remarks>
/// τ dx/dt = −x + tanh(G (p_set − p)/p_set), x in (−1, 1), p the pressure at the sensor, at its own height. What
/// listens: resistances R (1 + a x) and unstressed volumes V_u (1 − b x). The heart's rate and force do not listen.
/// Circuit: one state.
/// </remarks>
/// <source choice="smallest form that keeps an upright body's pressure: one signal, two effects; gains assumed,
/// docs/decisions/0007"/>
public sealed record Baroreflex : ILumpedElement
{
    /// <summary>Name of the signal among the element's quantities.</summary>
    public const string Signal = "signal";

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Node of the carotid sinus.</summary>
    public required NodeId Sensor { get; init; }

    /// <summary>Node against whose pressure it measures: the ground.</summary>
    public required NodeId Outside { get; init; }

    /// <summary>p_set, the pressure at which nothing is asked for, above 0.</summary>
    public required Pressure SetPoint
    {
        get;
        init => field = Pressure.FromPascals(Require.Positive(value.Pascals, "set point", "p_set", "Pa"));
    }

    /// <summary>G [1], 0 or more; 0 switches the reflex off.</summary>
    public required double Gain { get; init => field = Require.NotNegative(value, "reflex gain", "G", "1"); }

    /// <summary>τ, above 0.</summary>
    public required Duration TimeConstant
    {
        get;
        init => field = Duration.FromSeconds(Require.Positive(value.Seconds, "reflex time constant", "τ", "s"));
    }

    /// <inheritdoc/>
    public IEnumerable<NodeId> Nodes => [Sensor, Outside];

    /// <inheritdoc/>
    public void Assemble(MeshBuilder mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        int state = mesh.AddState(Id, Signal, UnknownKind.Signal, 0, touchesMany: true);
        mesh.AddStateLaw<BaroreflexSignal>(
            Id, Sensor, Outside, [Gain, SetPoint.Pascals, TimeConstant.Seconds], state, Outside);
    }
}

/// <summary>Rate of the signal of a <see cref="Baroreflex"/>.</summary>
/// <source choice="first-order lag of a saturating error"/>
public readonly struct BaroreflexSignal : IStateLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Rate<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T one = T.From(1), zero = T.From(0);
        T z = parameters[0] * (one - input.UpstreamTransmural / parameters[1]);
        T e = T.Exp(-T.From(2) * T.Min(T.Abs(z), T.From(350)));
        T size = (one - e) / (one + e);
        return (T.Select(T.Less(z, zero), -size, size) - input.State) / parameters[2];
    }
}
