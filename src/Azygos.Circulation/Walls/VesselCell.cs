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
    public static T AreaRatio<T>(T transmural, Parameters<T> parameters)
        where T : struct, IReal<T>
        => TWall.AreaRatio(transmural - parameters[2], parameters[0], parameters[1]);

    /// <inheritdoc/>
    public static T PressureSlope<T>(T areaRatio, Parameters<T> parameters)
        where T : struct, IReal<T>
        => TWall.Slope(areaRatio, parameters[0], parameters[1]);

    /// <inheritdoc/>
    public static CellOutput<T> Cell<T>(in LawInput<T> input, T upstreamRatio, T downstreamRatio, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T α1 = upstreamRatio, α2 = downstreamRatio, A0 = parameters[3], ℓ = parameters[4], ν = parameters[6] / parameters[5];
        T square = MeanSquare<T>(α1, α2, input.UpstreamTransmural, input.DownstreamTransmural, parameters[0], parameters[1]);
        T area = A0 * T.Sqrt(square);
        T rate = area * input.Drop / (parameters[5] * ℓ) - ν * input.State / area;   // A Δp/(ρℓ) − c_f q/(ρA)
        T half = T.From(0.5) * A0 * ℓ;
        return new(half * α1, half * α2, rate);
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
