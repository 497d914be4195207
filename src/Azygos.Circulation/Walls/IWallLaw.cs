using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>A vessel wall: transmural pressure against the area ratio α = A/A₀, with slope, area integral and
/// inverse.</summary>
/// <remarks>
/// All laws have two stiffnesses (a law may ignore the second): distension K_d [Pa] and bending K_b [Pa]. The
/// transmural pressure counts from the law's reference: y = p − p_ext − p₀. A law is a value: exponents of its own are
/// fields, everything that differs from vessel to vessel or from person to person is an argument. "Friction integral" W(α) = ∫ α² dy is what
/// steady viscous flow through a collapsing vessel needs.
/// </remarks>
public interface IWallLaw
{
    /// <summary>True when <see cref="AreaRatio"/> needs no iteration.</summary>
    static abstract bool HasClosedInverse { get; }

    /// <summary>y(α) [Pa]; α &gt; 0.</summary>
    T Pressure<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>;

    /// <summary>dy/dα [Pa], positive.</summary>
    T Slope<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>;

    /// <summary>α dy/dα [Pa], positive: ρc², with c the speed of small waves.</summary>
    T Stiffness<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>;

    /// <summary>∫₁^α α′ y′(α′) dα′ [Pa]: the work integral of the momentum balance, zero at α = 1.</summary>
    T AreaIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>;

    /// <summary>W(α) = ∫ α² y′ dα [Pa], up to a constant.</summary>
    T FrictionIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>;

    /// <summary>X(α) = ∫ α⁻² y′ dα [Pa], up to a constant: what friction needs where the pressure rises evenly along
    /// the vessel, held by gravity.</summary>
    T ColumnIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>;

    /// <summary>α at the pressure y [Pa], any finite y.</summary>
    T AreaRatio<T>(T pressure, T distension, T bending)
        where T : struct, IReal<T>;

    /// <summary>∫ √(y′/α) dα from one area ratio to another [√Pa]; over √ρ, the change of velocity along a simple
    /// wave, ∫ c dA/A.</summary>
    /// <remarks>Negative when the second area is the smaller.</remarks>
    T WaveIntegral<T>(T from, T to, T distension, T bending)
        where T : struct, IReal<T>;
}
