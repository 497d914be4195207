using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>A lumped cell of a vessel: two half volumes by the wall's law, one flow with inertia and viscous friction
/// between them.</summary>
/// <remarks>
/// V = ½ A₀ ℓ α at each end; dq/dt = (A/(ρℓ)) (Δp − R q − K ρ q|q|/(2A²)), R = c_f ℓ φ/A₀², A = A₀/√φ, c_f = 8πμ [Pa·s]
/// (parabolic profile). φ is the mean of 1/α² along the cell. Where friction alone drops the pressure, φ = (y₁ −
/// y₂)/(W(α₁) − W(α₂)), the mean of α² over pressure turned over: exact for steady viscous flow through a collapsing
/// cell at one external pressure. Where gravity holds the pressure, it rises evenly along the cell and φ = (X(α₁) −
/// X(α₂))/(y₁ − y₂). Between the two, the weight is w = |H|/(|H| + |y₁ − y₂ + H|), H the column of blood against the
/// column outside: without it a cell with a folded upper and a full lower end would conduct like a full one, empty
/// itself and fill again, for ever.
/// Convective acceleration is left out (no waves, no jumps: those need the 1D engine).
/// Parameters: K_d [Pa], K_b [Pa], p₀ [Pa], A₀ [m²], ℓ [m], ρ [kg/m³], c_f [Pa·s], K [1], velocity heads lost at its
/// end.
/// </remarks>
/// <source choice="friction of a collapsing cell: derived in this project from steady viscous flow, dp/dx = −c_f
/// q/A²"/>
public readonly struct VesselCell<TWall> : ICellLaw
    where TWall : struct, IWallLaw
{
    // Closer than this, the quotient of differences would lose digits and the plain mean is as exact (chosen).
    private const double SameArea = 1e-5;

    /// <inheritdoc/>
    public static T AreaRatio<T>(T transmural, Parameters<T> parameters)
        where T : struct, IReal<T>
        => default(TWall).AreaRatio(transmural - parameters[2], parameters[0], parameters[1]);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AreaRatioNear<T>(T transmural, T guess, Parameters<T> parameters)
        where T : struct, IReal<T>
        => WallInverse.Near(default(TWall), transmural - parameters[2], guess, parameters[0], parameters[1]);

    /// <inheritdoc/>
    public static T PressureSlope<T>(T areaRatio, Parameters<T> parameters)
        where T : struct, IReal<T>
        => default(TWall).Slope(areaRatio, parameters[0], parameters[1]);

    /// <inheritdoc/>
    public static CellOutput<T> Cell<T>(
        in LawInput<T> input, T upstreamRatio, T downstreamRatio, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T α1 = upstreamRatio, α2 = downstreamRatio, A0 = parameters[3], ℓ = parameters[4],
            ν = parameters[6] / parameters[5];
        T gap = input.UpstreamTransmural - input.DownstreamTransmural;
        T area = A0 / T.Sqrt(MeanInverseSquare<T>(α1, α2, gap, input.Drive, parameters[0], parameters[1]));
        // dq/dt = A Δp/(ρℓ) − c_f q/(ρA) − K q|q|/(2Aℓ)
        T mobility = area / (parameters[5] * ℓ), q = input.State;
        T rate = mobility * input.Drop - ν * q / area - T.From(0.5) * parameters[7] * q * T.Abs(q) / (area * ℓ);
        T half = T.From(0.5) * A0 * ℓ;
        return new(half * α1, half * α2, rate, mobility);
    }

    // No column at all (1 mPa, chosen): keeps the weight defined when nothing drives the cell.
    private const double NoColumn = 1e-3;

    /// <summary>φ, the mean of 1/α² along the cell.</summary>
    /// <param name="α1">Area ratio upstream.</param>
    /// <param name="α2">Area ratio downstream.</param>
    /// <param name="gap">y₁ − y₂ [Pa].</param>
    /// <param name="column">H, column of blood against the column outside [Pa].</param>
    /// <param name="kd">K_d [Pa].</param>
    /// <param name="kb">K_b [Pa].</param>
    internal static T MeanInverseSquare<T>(T α1, T α2, T gap, T column, T kd, T kb)
        where T : struct, IReal<T>
    {
        T one = T.From(1);
        T apart = T.Less(T.From(SameArea) * α1, T.Abs(α1 - α2));
        T safe = T.Select(apart, gap, one);
        T friction = safe
            / T.Select(apart, default(TWall).FrictionIntegral(α1, kd, kb) - default(TWall).FrictionIntegral(α2, kd, kb), one);
        T size = T.Abs(column);
        T plain = T.Select(apart, friction, one / (α1 * α2));
        if (T.All(T.Less(size, T.From(double.Epsilon)))) return plain;   // lying flat
        T gravity = (default(TWall).ColumnIntegral(α1, kd, kb) - default(TWall).ColumnIntegral(α2, kd, kb)) / safe;
        T w = size / (size + T.Abs(gap + column) + T.From(NoColumn));
        return T.Select(apart, w * gravity + (one - w) * friction, plain);
    }
}
