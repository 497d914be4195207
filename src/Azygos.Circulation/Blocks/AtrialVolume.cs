using Azygos.Circulation.Assembly;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Blocks;

/// <summary>An atrium: exponential while relaxed, linear while contracted.</summary>
/// <remarks>
/// p = φ E (V − V₀) + (1 − φ) K (e^{k(V − V₀)} − 1), φ the activation. The pressure follows from the volume and not the
/// other way round (relaxed, no volume has a pressure below −K), so x = k(V − V₀) is a state that obeys this equation at
/// all times. Parameters: E/k [Pa], K [Pa]; V₀ [m³], 1/k [m³].
/// </remarks>
/// <source doi="10.1007/s10439-012-0579-3" at="atrial pressure-volume relation"/>
internal sealed record AtrialVolume : ILumpedElement
{
    public required string Id { get; init; }

    public required NodeId Inside { get; init; }

    public required NodeId Ground { get; init; }

    /// <summary>E [Pa/m³].</summary>
    public required double Elastance { get; init; }

    /// <summary>K [Pa].</summary>
    public required double RelaxedPressure { get; init; }

    /// <summary>k [1/m³].</summary>
    public required double RelaxedExponent { get; init; }

    /// <summary>V₀ [m³].</summary>
    public required double Unstressed { get; init; }

    /// <summary>V before the first step [m³].</summary>
    public required double InitialVolume { get; init; }

    public required Waveform Activation { get; init; }

    public IEnumerable<NodeId> Nodes => [Inside, Ground];

    public void Assemble(MeshBuilder mesh)
    {
        int stretch = mesh.AddState(
            Id, "stretch", UnknownKind.Signal, RelaxedExponent * (InitialVolume - Unstressed));
        mesh.AddConstraint<AtrialPressure>(
            Id, Inside, Ground, [Elastance / RelaxedExponent, RelaxedPressure], stretch, Ground, Activation);
        mesh.AddVolume<StretchedVolume>(Id, Inside, Ground, [Unstressed, 1 / RelaxedExponent], stretch);
    }
}

/// <summary>0 = φ (E/k) x + (1 − φ) K (eˣ − 1) − p.</summary>
internal readonly struct AtrialPressure : IStateLaw
{
    public static T Rate<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T one = T.From(1), φ = input.Drive, x = input.State;
        return φ * parameters[0] * x + (one - φ) * parameters[1] * (T.Exp(x) - one) - input.UpstreamTransmural;
    }
}

/// <summary>V = V₀ + x/k.</summary>
internal readonly struct StretchedVolume : IVolumeLaw
{
    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => parameters[0] + parameters[1] * input.State;
}
