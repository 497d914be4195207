using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>A lumped cell of a vessel: two half volumes by the wall's law, one flow with inertia and viscous friction between them.</summary>
/// <remarks>
/// V = ½ A₀ ℓ α at each end; dq/dt = (A/(ρℓ)) (Δp − R q), R = c_f ℓ/(A₀² ⟨α²⟩), A = A₀ √⟨α²⟩, c_f = 8πμ [Pa·s] (parabolic profile).
/// ⟨α²⟩ = (W(α₁) − W(α₂))/(y₁ − y₂) is the mean of α² over pressure: with it, steady viscous flow through a collapsing cell is exact at one
/// external pressure. Convective acceleration is left out (no waves, no jumps: those need the 1D engine).
/// Parameters: K_d [Pa], K_b [Pa], p₀ [Pa], A₀ [m²], ℓ [m], ρ [kg/m³], c_f [Pa·s].
/// </remarks>
/// <source choice="friction of a collapsing cell: derived in this project from steady viscous flow, dp/dx = −c_f q/A²"/>
public readonly struct VesselCell<TWall> : ICellLaw
    where TWall : struct, IWallLaw
{
    // Closer than this, the quotient of differences would lose digits and the plain mean is as exact (chosen).
    private const double SameArea = 1e-5;

    /// <inheritdoc/>
    public static CellOutput<T> Cell<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T kd = parameters[0], kb = parameters[1], p0 = parameters[2], A0 = parameters[3], ℓ = parameters[4];
        T y1 = input.UpstreamTransmural - p0, y2 = input.DownstreamTransmural - p0;
        T α1 = TWall.AreaRatio(y1, kd, kb), α2 = TWall.AreaRatio(y2, kd, kb);
        T mean = MeanSquare<T>(α1, α2, y1, y2, kd, kb);
        T area = A0 * T.Sqrt(mean);
        T friction = parameters[6] * ℓ / (A0 * A0 * mean);
        T rate = area / (parameters[5] * ℓ) * (input.Drop - friction * input.State);
        T half = T.From(0.5) * A0 * ℓ;
        return new(half * α1, half * α2, rate, A0 * α1, A0 * α2);
    }

    /// <summary>⟨α²⟩ over pressure between two ends.</summary>
    internal static T MeanSquare<T>(T α1, T α2, T y1, T y2, T kd, T kb)
        where T : struct, IReal<T>
    {
        T plain = T.From(0.5) * (α1 * α1 + α2 * α2);
        T apart = T.Less(T.From(SameArea) * α1, T.Abs(α1 - α2));
        T gap = T.Select(apart, y1 - y2, T.From(1));
        T exact = (TWall.FrictionIntegral(α1, kd, kb) - TWall.FrictionIntegral(α2, kd, kb)) / gap;
        return T.Select(apart, exact, plain);
    }
}
