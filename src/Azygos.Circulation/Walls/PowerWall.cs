using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>A tube with any two exponents: y = K_d (αᵐ − 1) + K_b (1 − αⁿ), m &gt; 0 ≥ n; with K_d = K_b = K it is
/// K (αᵐ − αⁿ).</summary>
/// <remarks>
/// For laws of other groups; the named laws write their powers as products and roots and are several times faster. With
/// n = 0 the area reaches the floor of 1e-6 A₀ at y = −K_d, below which the law has no answer.
/// </remarks>
/// <param name="Rising">m [1], positive.</param>
/// <param name="Falling">n [1], not positive.</param>
/// <source choice="the general tube law of the 1D literature; the floor is ours"/>
public readonly record struct PowerWall(double Rising, double Falling) : IWallLaw
{
    private const double SmallestRatio = 1e-6;
    private const int MostIterations = 100;   // bisection alone needs 60 from the widest bracket
    private const double Settled = 1e-13;

    /// <inheritdoc/>
    public static bool HasClosedInverse => false;

    /// <inheritdoc/>
    public T Pressure<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T one = T.From(1);
        return distension * (Power(areaRatio, Rising) - one) + bending * (one - Power(areaRatio, Falling));
    }

    /// <inheritdoc/>
    public T Slope<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
        => T.From(Rising) * distension * Power(areaRatio, Rising - 1)
            - T.From(Falling) * bending * Power(areaRatio, Falling - 1);

    /// <inheritdoc/>
    public T Stiffness<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
        => T.From(Rising) * distension * Power(areaRatio, Rising)
            - T.From(Falling) * bending * Power(areaRatio, Falling);

    /// <inheritdoc/>
    public T AreaIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
        => Moment(areaRatio, 1, distension, bending) - Moment(T.From(1), 1, distension, bending);

    /// <inheritdoc/>
    public T FrictionIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
        => Moment(areaRatio, 2, distension, bending);

    /// <inheritdoc/>
    public T ColumnIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
        => Moment(areaRatio, -2, distension, bending);

    /// <inheritdoc/>
    public T WaveIntegral<T>(T from, T to, T distension, T bending)
        where T : struct, IReal<T>
        => WaveQuadrature.Integrate(this, from, to, distension, bending);

    /// <inheritdoc/>
    public T AreaRatio<T>(T pressure, T distension, T bending)
        where T : struct, IReal<T>
    {
        // Newton in x = ln α, kept inside a bracket: K_d alone, or K_b alone, would carry the load at its ends.
        T one = T.From(1), zero = T.From(0), y = T.Frozen(pressure), kd = T.Frozen(distension), kb = T.Frozen(bending);
        T high = T.Log(one + T.Max(y, zero) / kd) * T.From(1 / Rising);
        T low = T.From(Math.Log(SmallestRatio));
        if (Falling < 0) low = T.Log(one + T.Max(-y, zero) / kb) * T.From(1 / Falling);
        T x = T.Select(T.Less(y, zero), low, high), settled = T.Less(one, zero);
        for (int i = 0; i < MostIterations && !T.All(settled); i++)
        {
            T α = T.Exp(x), f = Pressure(α, kd, kb) - y;
            T isAbove = T.Less(zero, f);
            high = T.Select(isAbove, x, high);
            low = T.Select(isAbove, low, x);
            T next = x - f / (α * Slope(α, kd, kb)), middle = T.From(0.5) * (low + high);
            T isInside = T.And(T.Less(low, next), T.Less(next, high));
            next = T.Select(isInside, next, middle);
            T close = T.Less(T.Abs(next - x), T.From(Settled) * (one + T.Abs(x)));
            x = T.Select(settled, x, next);
            settled = T.Select(settled, settled, close);
        }

        T ratio = T.Exp(x);   // one more step carries the slopes: dα/dy = 1/y′
        return ratio - (Pressure(ratio, distension, bending) - pressure) / Slope(ratio, kd, kb);
    }

    // ∫ αᵏ y′ dα, up to a constant.
    private T Moment<T>(T α, int k, T distension, T bending)
        where T : struct, IReal<T>
        => distension * Share(α, Rising, k) - bending * Share(α, Falling, k);

    // ∫ e α^(e−1+k) dα
    private static T Share<T>(T α, double exponent, int k)
        where T : struct, IReal<T>
        => exponent == 0 ? T.From(0)
            : exponent + k == 0 ? T.From(exponent) * T.Log(α)
            : T.From(exponent / (exponent + k)) * Power(α, exponent + k);

    private static T Power<T>(T α, double exponent)
        where T : struct, IReal<T>
        => exponent == 0 ? T.From(1) : RealMath.Pow(α, exponent);
}
