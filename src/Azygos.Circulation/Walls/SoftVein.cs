using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>A neck vein: it folds almost freely when collapsed and resists more and more as it is distended.</summary>
/// <remarks>
/// y = K_d (α³ − 1) + K_b (1 − α^(−3/2)): the two-stiffness body law with m = 3. K_b [Pa] from wall bending, K_d [Pa] from distension; zero at α = 1.
/// </remarks>
/// <source choice="design of the project: bending keeps the collapsed lumen, distension is separate; m = 3 so that a jugular grows under a Valsalva strain"/>
public readonly struct SoftVein : IWallLaw
{
    /// <inheritdoc/>
    public static T Pressure<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, one = T.From(1);
        return distension * (α * α * α - one) + bending * (one - one / (α * T.Sqrt(α)));
    }

    /// <inheritdoc/>
    public static T Slope<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α;
        return T.From(3) * distension * α2 + T.From(1.5) * bending / (α2 * T.Sqrt(α));
    }

    /// <inheritdoc/>
    public static T AreaIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α, one = T.From(1);
        return T.From(0.75) * distension * (α2 * α2 - one) + T.From(3) * bending * (one - one / T.Sqrt(α));
    }

    /// <inheritdoc/>
    public static T FrictionIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α;
        return T.From(0.6) * distension * (α2 * α2 * α) + T.From(3) * bending * T.Sqrt(α);
    }

    /// <inheritdoc/>
    public static T AreaRatio<T>(T pressure, T distension, T bending)
        where T : struct, IReal<T>
    {
        // Newton on s = α^(−3/2): f(s) = K_d (s^(−2) − 1) + K_b (1 − s) − y falls and is convex, so from below it never overshoots.
        // Both starts lie below the root: where K_d alone or K_b alone would carry the load.
        T one = T.From(1), y = T.Frozen(pressure), kd = T.Frozen(distension), kb = T.Frozen(bending);
        T open = one / T.Sqrt(one + T.Max(y, T.From(0)) / kd);
        T folded = one - (y + kd) / kb;
        T s = T.Max(open, folded);
        for (int i = 0; i < InverseIterations; i++)
        {
            T s2 = s * s;
            s += (kd * (one / s2 - one) + kb * (one - s) - y) / (T.From(2) * kd / (s2 * s) + kb);
        }

        // One more step carries the slopes (dα/dy = 1/y′).
        T last = s + (distension * (one / (s * s) - one) + bending * (one - s) - pressure) /
            (T.From(2) * kd / (s * s * s) + kb);
        T root = T.Exp(T.Log(last) * T.From(-1.0 / 3));
        return root * root;
    }

    // Convex Newton from below doubles digits once near; the worst start over −1e6 … 1e6 Pa needs 9 (WallLawSpec checks the inverse).
    private const int InverseIterations = 9;
}
