using Azygos.Circulation.Assembly;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Blocks;

/// <summary>An atrium: exponential while relaxed, linear while contracted.</summary>
/// <remarks>
/// p = φ E (V − V₀) + (1 − φ) K (e^{k(V − V₀)} − 1), φ the activation; the volume is found from the pressure.
/// Parameters: E [Pa/m³], V₀ [m³], K [Pa], k [1/m³].
/// </remarks>
/// <source doi="10.1007/s10439-012-0579-3" at="atrial pressure-volume relation"/>
internal sealed record AtrialVolume : ILumpedElement
{
    public required string Id { get; init; }

    public required NodeId Inside { get; init; }

    public required NodeId Outside { get; init; }

    /// <summary>E [Pa/m³], V₀ [m³], K [Pa], k [1/m³].</summary>
    public required double[] Numbers { get; init; }

    public required Waveform Activation { get; init; }

    public IEnumerable<NodeId> Nodes => [Inside, Outside];

    public void Assemble(MeshBuilder mesh) =>
        mesh.AddVolume<AtrialCompliance>(Id, Inside, Outside, Numbers, drive: Activation);
}

/// <summary>The law of <see cref="AtrialVolume"/>.</summary>
internal readonly struct AtrialCompliance : IVolumeLaw
{
    // Chosen: Newton's method from the far side of a convex curve never overshoots; from the smaller of the roots of
    // either part it doubles its digits at once, and where only the exponential carries a suction it needs up to about
    // 30 passes until the linear part takes over.
    private const int Passes = 40;

    // Chosen: a relaxed atrium cannot be emptied beyond −K; a linear part of this share of the slope at V₀ gives every
    // pressure a volume without being seen where the law has one.
    private const double LeastLinear = 1e-12;

    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T one = T.From(1), zero = T.From(0), φ = input.Drive, p = input.Transmural;
        T K = parameters[2], k = parameters[3], b = (one - φ) * K;
        T a = φ * parameters[0] + T.From(LeastLinear) * K * k;
        // Both parts share the sign of x = V − V₀: where p > 0, x is at most the root of either part alone.
        T positive = T.Max(p, zero);
        T exponential = T.Log(one + positive / T.Max(b, T.From(LeastLinear) * K)) / k;
        T x = T.Frozen(T.Min(positive / a, exponential));
        for (int pass = 0; pass < Passes; pass++)
        {
            T e = T.Exp(k * x);
            x = x - T.Frozen((a * x + b * (e - one) - p) / (a + b * k * e));
        }
        // Once more with slopes.
        T last = T.Exp(k * T.Frozen(x)), slope = T.Frozen(a + b * k * last);
        return parameters[1] + x - (a * x + b * (last - one) - p) / slope;
    }
}
