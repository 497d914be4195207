using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>A neck vein: it folds almost freely when collapsed and resists more and more as it is distended.</summary>
/// <remarks>
/// y = K_d (α³ − 1) + K_b (1 − α^(−3/2)): the two-stiffness body law with m = 3. K_b [Pa] from wall bending, K_d [Pa]
/// from distension; zero at α = 1.
/// </remarks>
/// <source choice="design of the project: bending keeps the collapsed lumen, distension is separate; m = 3 so that a
/// jugular grows under a Valsalva strain"/>
public readonly struct SoftVein : IWallLaw
{
    /// <inheritdoc/>
    public static bool HasClosedInverse => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pressure<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, one = T.From(1), r = one / T.Sqrt(α);
        return distension * (α * α * α - one) + bending * (one - r * r * r);
    }

    /// <inheritdoc/>
    public T Slope<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α;
        return T.From(3) * distension * α2 + T.From(1.5) * bending / (α2 * T.Sqrt(α));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Stiffness<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, r = T.From(1) / T.Sqrt(α);
        return T.From(3) * distension * (α * α * α) + T.From(1.5) * bending * (r * r * r);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T AreaIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α, one = T.From(1);
        return T.From(0.75) * distension * (α2 * α2 - one) + T.From(3) * bending * (one - one / T.Sqrt(α));
    }

    /// <inheritdoc/>
    public T FrictionIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α;
        return T.From(0.6) * distension * (α2 * α2 * α) + T.From(3) * bending * T.Sqrt(α);
    }

    /// <inheritdoc/>
    public T ColumnIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio;
        return T.From(3) * distension * α - T.From(3.0 / 7) * bending / (α * α * α * T.Sqrt(α));
    }

    /// <inheritdoc/>
    public T WaveIntegral<T>(T from, T to, T distension, T bending)
        where T : struct, IReal<T>
        => WaveQuadrature.Integrate(this, from, to, distension, bending);

    /// <inheritdoc/>
    public T AreaRatio<T>(T pressure, T distension, T bending)
        where T : struct, IReal<T>
    {
        // Newton on s = α^(−3/2): f(s) = K_d (s^(−2) − 1) + K_b (1 − s) − y falls and is convex, so from below it never
        // overshoots.
        // Both starts lie below the root: where K_d alone or K_b alone would carry the load.
        T one = T.From(1), y = T.Frozen(pressure), kd = T.Frozen(distension), kb = T.Frozen(bending);
        T open = one / T.Sqrt(one + T.Max(y, T.From(0)) / kd);
        T folded = one - (y + kd) / kb;
        T s = T.Max(open, folded);
        T settled =
            T.Less(one, T.From(0));   // a lane that has settled stays, so that its bits do not depend on its neighbours
        for (int i = 0; i < MostIterations && !T.All(settled); i++)
        {
            T next = Improve(s, y, kd, kb);
            T close = T.Less(T.Abs(next - s), T.From(Settled) * s);
            s = T.Select(settled, s, next);
            settled = T.Select(settled, settled, close);
        }

        T last = Improve(s, pressure, distension, bending);   // carries the slopes: dα/dy = 1/y′
        return TwoThirdsPower(last);
    }

    // The iteration doubles its digits: after a change below this share, the last step is exact to rounding.
    private const double Settled = 1e-5;

    // The worst start over −1e6 … 1e6 Pa needs 9 (the wall specification checks the inverse).
    private const int MostIterations = 14;

    // α = s^(−2/3). (A method of its own, as Improve: the compiler inlines operations only into small methods.)
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T TwoThirdsPower<T>(T s)
        where T : struct, IReal<T>
    {
        T root = T.Exp(T.Log(s) * T.From(-1.0 / 3));
        return root * root;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Improve<T>(T s, T pressure, T distension, T bending)
        where T : struct, IReal<T>
    {
        T one = T.From(1), i = one / s, i2 = i * i;
        return s + (distension * (i2 - one) + bending * (one - s) - pressure)
            / (T.From(2) * distension * (i2 * i) + bending);
    }
}
