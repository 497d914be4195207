using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Narrowings;

/// <summary>What a short narrowing costs beyond the open vessel: the pressure that friction in the throat and the jet
/// behind it take.</summary>
/// <remarks>
/// Δp = c_f (m(A_s) − m(A)) Q + ½ K_t ρ (1/A_s − 1/A)² Q|Q| + (K_u − 1) ρ L_s/A dQ/dt, with m(a) = (0.83 L_s + 1.64 d(a))/a²,
/// d(a) = √(4a/π), c_f = 8πμ [Pa·s]; A the open lumen, A_s that of the throat [m²], L_s its length [m]. The same as the
/// published form with K_v = 32 (0.83 L_s + 1.64 D_s)/D₀ (A₀/A_s)² less its own value at A_s = A₀, so that an open vessel
/// loses exactly nothing: the vessel around the throat has its friction already.
/// </remarks>
/// <source doi="10.1016/0021-9290(73)90099-7" at="unsteady loss, constants K_v, K_t, K_u"/>
/// <source doi="10.1016/0021-9290(76)90086-5" at="entry length in K_v"/>
public static class NarrowingLaw
{
    /// <summary>Share of the length in K_v [1].</summary>
    /// <source doi="10.1016/0021-9290(76)90086-5" at="0.83 L_s, as used by public solvers"/>
    public const double LengthShare = 0.83;

    /// <summary>Diameters of the throat in K_v [1].</summary>
    /// <source doi="10.1016/0021-9290(76)90086-5" at="1.64 D_s, as used by public solvers"/>
    public const double DiameterShare = 1.64;

    /// <summary>K_t, the jet's loss [1].</summary>
    /// <source doi="10.1016/0021-9290(73)90099-7" at="K_t"/>
    public const double JetLoss = 1.52;

    /// <summary>K_u, inertia of the blood in the throat [1].</summary>
    /// <source doi="10.1016/0021-9290(73)90099-7" at="K_u"/>
    public const double Unsteady = 1.2;

    /// <summary>m(a) = (0.83 L_s + 1.64 d)/a² [1/m³]: resistance over c_f.</summary>
    /// <param name="area">a [m²], positive.</param>
    /// <param name="length">L_s [m].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Viscous<T>(T area, T length)
        where T : struct, IReal<T>
        => (T.From(LengthShare) * length + T.From(DiameterShare) * T.Sqrt(T.From(4 / Math.PI) * area)) / (area * area);

    /// <summary>R beyond the open vessel's [Pa·s/m³]: 0 where the throat is no narrower.</summary>
    /// <param name="open">A [m²].</param>
    /// <param name="throat">A_s [m²], positive, at most A.</param>
    /// <param name="length">L_s [m].</param>
    /// <param name="friction">c_f [Pa·s].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Resistance<T>(T open, T throat, T length, T friction)
        where T : struct, IReal<T>
        => friction * (Viscous(throat, length) - Viscous(open, length));

    /// <summary>B [Pa·s²/m⁶] of the jet: 0 where the throat is no narrower.</summary>
    /// <param name="open">A [m²].</param>
    /// <param name="throat">A_s [m²], positive, at most A.</param>
    /// <param name="jetLoss">K_t [1].</param>
    /// <param name="density">ρ [kg/m³].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Quadratic<T>(T open, T throat, T jetLoss, T density)
        where T : struct, IReal<T>
    {
        T one = T.From(1), step = one / throat - one / open;
        return T.From(0.5) * jetLoss * density * step * step;
    }

    /// <summary>L beyond the open vessel's [Pa·s²/m³].</summary>
    /// <param name="open">A [m²].</param>
    /// <param name="length">L_s [m].</param>
    /// <param name="density">ρ [kg/m³].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Inertance<T>(T open, T length, T density)
        where T : struct, IReal<T>
        => T.From(Unsteady - 1) * density * length / open;
}
