using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>An artery: an elastic tube whose tension grows with its radius.</summary>
/// <remarks>
/// y = K_d (√α − 1), K_d = 2ρc₀² [Pa]; the bending stiffness is not used. Below √α = 0.1 (a hundredth of the area) the
/// law goes on as K_d (0.1 (1 + ln(√α/0.1)) − 1), with the same value and slope there, so that the area stays positive
/// at any pressure.
/// </remarks>
/// <source doi="10.1002/cnm.2598" at="elastic tube law of the arterial benchmarks"/>
/// <source choice="the logarithmic continuation: arteries of this model never come near it; it keeps extreme inputs
/// finite"/>
public readonly struct Artery : IWallLaw
{
    private const double Knee = 0.1;   // √α at which the logarithmic continuation begins

    /// <inheritdoc/>
    public static bool HasClosedInverse => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pressure<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T β = T.Sqrt(areaRatio);
        if (!T.All(T.Less(T.From(Knee), β))) β = Continued(β);
        return distension * (β - T.From(1));
    }

    // β, or its continuation where it is below the knee.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Continued<T>(T β)
        where T : struct, IReal<T>
    {
        T knee = T.From(Knee);
        T below = knee * (T.From(1) + T.Log(T.Min(β, knee) / knee));
        return T.Select(T.Less(β, knee), below, β);
    }

    /// <inheritdoc/>
    public T Slope<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio;   // K/(2√α) above the knee, K·knee/(2α) below it
        T half = T.From(0.5) * distension;
        return T.Select(T.Less(α, T.From(Knee * Knee)), half * T.From(Knee) / α, half / T.Sqrt(α));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Stiffness<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
        => T.From(0.5) * distension * T.Max(T.Sqrt(areaRatio), T.From(Knee));   // K √α/2; K·knee/2 below the knee

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T AreaIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        const double Knee2 = Knee * Knee, AtKnee = (Knee2 * Knee - 1) / 3;
        T α = areaRatio, above = (α * T.Sqrt(α) - T.From(1)) * T.From(1.0 / 3);
        T below = T.From(AtKnee) + T.From(0.5 * Knee) * (α - T.From(Knee2));
        return distension * T.Select(T.Less(α, T.From(Knee2)), below, above);
    }

    /// <inheritdoc/>
    public T FrictionIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, α2 = α * α, k4 = T.From(Knee * Knee * Knee * Knee);
        T above = α2 * T.Sqrt(α) / T.From(5);
        T below = T.From(Knee / 5) * k4 + T.From(0.25 * Knee) * (α2 - k4);
        return distension * T.Select(T.Less(α, T.From(Knee * Knee)), below, above);
    }

    /// <inheritdoc/>
    public T ColumnIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, k3 = T.From(Knee * Knee * Knee);
        T above = -T.From(1.0 / 3) / (α * T.Sqrt(α));
        T below = -T.From(1.0 / 3) / k3 + T.From(0.25 * Knee) * (T.From(1) / (k3 * T.From(Knee)) - T.From(1) / (α * α));
        return distension * T.Select(T.Less(α, T.From(Knee * Knee)), below, above);
    }

    /// <inheritdoc/>
    public T WaveIntegral<T>(T from, T to, T distension, T bending)
        where T : struct, IReal<T>
    {
        // √(y′/α) = √(K/2) α^(−3/4) above the knee, √(K·knee/2)/α below it.
        return Antiderivative(to) - Antiderivative(from);

        T Antiderivative(T α)
        {
            T root = T.Sqrt(T.From(0.5) * distension), knee = T.From(Knee * Knee), four = T.From(4);
            T fourth = T.Sqrt(T.Sqrt(T.Max(α, knee)));
            T below = T.Sqrt(T.From(Knee)) * T.Log(T.Min(α, knee) / knee);
            return root * (four * fourth + below);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T AreaRatio<T>(T pressure, T distension, T bending)
        where T : struct, IReal<T>
    {
        T β = pressure / distension + T.From(1);
        if (!T.All(T.Less(T.From(Knee), β))) β = Returned(β);
        return β * β;
    }

    // √α of 1 + y/K: itself, or the inverse of the continuation below the knee.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Returned<T>(T β)
        where T : struct, IReal<T>
    {
        T knee = T.From(Knee), below = knee * T.Exp(T.Min(β, knee) / knee - T.From(1));
        return T.Select(T.Less(β, knee), below, β);
    }
}
