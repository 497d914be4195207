using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>A vein held by bone, fascia or dura, and the dural sinuses: nearly fixed when round, folding only under
/// strong suction.</summary>
/// <remarks>
/// y = K_d (α¹⁰ − 1) + K_b (1 − α^(−3/2)); with K_d = K_b = K it is the one-stiffness vein law K (α¹⁰ − α^(−3/2)). Zero
/// at α = 1.
/// </remarks>
/// <source doi="10.1002/cnm.2622" at="tube law, exponents for veins (recalled)"/>
public readonly struct StiffVein : IWallLaw
{
    /// <inheritdoc/>
    public static bool HasClosedInverse => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pressure<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α, α4 = α2 * α2, one = T.From(1), r = one / T.Sqrt(α);
        return distension * (α4 * α4 * α2 - one) + bending * (one - r * r * r);
    }

    /// <inheritdoc/>
    public T Slope<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α, α4 = α2 * α2;
        return T.From(10) * distension * (α4 * α4 * α) + T.From(1.5) * bending / (α2 * T.Sqrt(α));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Stiffness<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α, α4 = α2 * α2, r = T.From(1) / T.Sqrt(α);
        return T.From(10) * distension * (α4 * α4 * α2) + T.From(1.5) * bending * (r * r * r);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T AreaIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α, α4 = α2 * α2, one = T.From(1);
        return T.From(10.0 / 11) * distension * (α4 * α4 * α2 * α - one)
            + T.From(3) * bending * (one - one / T.Sqrt(α));
    }

    /// <inheritdoc/>
    public T FrictionIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α, α4 = α2 * α2;
        return T.From(5.0 / 6) * distension * (α4 * α4 * α4) + T.From(3) * bending * T.Sqrt(α);
    }

    /// <inheritdoc/>
    public T ColumnIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α, α4 = α2 * α2;
        return T.From(1.25) * distension * (α4 * α4) - T.From(3.0 / 7) * bending / (α2 * α * T.Sqrt(α));
    }

    /// <inheritdoc/>
    public T WaveIntegral<T>(T from, T to, T distension, T bending)
        where T : struct, IReal<T>
        => WaveQuadrature.Integrate(this, from, to, distension, bending);

    /// <inheritdoc/>
    public T AreaRatio<T>(T pressure, T distension, T bending)
        where T : struct, IReal<T>
    {
        // Newton on r = α^(−1/2): f(r) = K_d (r^(−20) − 1) + K_b (1 − r³) − y.
        T one = T.From(1), y = T.Frozen(pressure), kd = T.Frozen(distension), kb = T.Frozen(bending);
        T r = Start(y, kd, kb);
        T settled =
            T.Less(one, T.From(0));   // a lane that has settled stays, so that its bits do not depend on its neighbours
        for (int i = 0; i < MostIterations && !T.All(settled); i++)
        {
            T next = Improve(r, y, kd, kb);
            T close = T.Less(T.Abs(next - r), T.From(Settled) * r);
            r = T.Select(settled, r, next);
            settled = T.Select(settled, settled, close);
        }

        r = Improve(r, pressure, distension, bending);   // carries the slopes: dα/dy = 1/y′
        return one / (r * r);
    }

    // The iteration doubles its digits: after a change below this share, the last step (which carries the slopes) is
    // exact to rounding.
    private const double Settled = 1e-5;

    // The worst start over −1e6 … 1e6 Pa needs 7 (the wall specification checks the inverse).
    private const int MostIterations = 12;

    // Distended: where K_d alone carries y (a lower bound, f falls and is convex there). Collapsed: where K_b alone
    // does; f is concave beyond r about 1.2 and Newton settles from above. (A method of its own, as Improve: the
    // compiler inlines operations only into small methods.)
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Start<T>(T y, T kd, T kb)
        where T : struct, IReal<T>
    {
        T one = T.From(1), zero = T.From(0), isFolded = T.Less(y, zero);
        T power = T.Select(isFolded, T.From(1.0 / 3), T.From(-1.0 / 20));
        return T.Exp(power * T.Log(T.Select(isFolded, T.Max(one - (y + kd) / kb, one), one + T.Max(y, zero) / kd)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Improve<T>(T r, T pressure, T distension, T bending)
        where T : struct, IReal<T>
    {
        T one = T.From(1), i = one / r, i2 = i * i, i4 = i2 * i2, i20 = i4 * i4 * i4 * i4 * i4, r2 = r * r;
        return r + (distension * (i20 - one) + bending * (one - r2 * r) - pressure) /
            (T.From(20) * distension * (i20 * i) + T.From(3) * bending * r2);
    }
}
