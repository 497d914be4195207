using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>An artery whose tension per strain of its present radius is constant: the tube law of Olufsen.</summary>
/// <remarks>
/// y = K_d (1 − √(1/α)), K_d = 4/3 E h/r₀ [Pa]; the bending stiffness is not used. It softens as it widens and could
/// carry no more than K_d: beyond √(1/α) = 0.1 (a hundred times the area) the law goes on as
/// K_d (1 − 0.1 (1 + ln(√(1/α)/0.1))), with the same value and slope there, so that every pressure has an area.
/// </remarks>
/// <source doi="10.1152/ajpheart.1999.276.1.H257" at="state equation of a large artery"/>
/// <source choice="the logarithmic continuation: arteries never come near it; it keeps extreme inputs finite"/>
public readonly struct StretchingArtery : IWallLaw
{
    private const double Knee = 0.1;                    // √(1/α) beyond which the continuation holds
    private const double KneeArea = 1 / (Knee * Knee);

    /// <inheritdoc/>
    public static bool HasClosedInverse => true;

    /// <inheritdoc/>
    public T Pressure<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T β = T.From(1) / T.Sqrt(areaRatio), knee = T.From(Knee);
        T beyond = knee * (T.From(1) + T.Log(T.Min(β, knee) / knee));
        return distension * (T.From(1) - T.Select(T.Less(β, knee), beyond, β));
    }

    /// <inheritdoc/>
    public T Slope<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
        => Stiffness(areaRatio, distension, bending) / areaRatio;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Stiffness<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
        => T.From(0.5) * distension * T.Max(T.From(1) / T.Sqrt(areaRatio), T.From(Knee));

    /// <inheritdoc/>
    public T AreaIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        T α = areaRatio, end = T.From(KneeArea);
        T within = T.Sqrt(α) - T.From(1), beyond = T.From(1 / Knee - 1) + T.From(0.5 * Knee) * (α - end);
        return distension * T.Select(T.Less(α, end), within, beyond);
    }

    /// <inheritdoc/>
    public T FrictionIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        const double KneeArea2 = KneeArea * KneeArea;
        T α = areaRatio, within = α * T.Sqrt(α) / T.From(3);
        T beyond = T.From(KneeArea / Knee / 3) + T.From(0.25 * Knee) * (α * α - T.From(KneeArea2));
        return distension * T.Select(T.Less(α, T.From(KneeArea)), within, beyond);
    }

    /// <inheritdoc/>
    public T ColumnIntegral<T>(T areaRatio, T distension, T bending)
        where T : struct, IReal<T>
    {
        const double Knee4 = Knee * Knee * Knee * Knee;
        T α = areaRatio, perSquare = T.From(1) / (α * α), within = -perSquare / (T.From(5) * T.Sqrt(α));
        T beyond = T.From(-Knee4 * Knee / 5) - T.From(0.25 * Knee) * (perSquare - T.From(Knee4));
        return distension * T.Select(T.Less(α, T.From(KneeArea)), within, beyond);
    }

    /// <inheritdoc/>
    public T WaveIntegral<T>(T from, T to, T distension, T bending)
        where T : struct, IReal<T>
    {
        // √(y′/α) = √(K/2) α^(−5/4) within, √(K·knee/2)/α beyond.
        return Antiderivative(to) - Antiderivative(from);

        T Antiderivative(T α)
        {
            T end = T.From(KneeArea), fourth = T.Sqrt(T.Sqrt(T.Min(α, end)));
            T beyond = T.From(Math.Sqrt(Knee)) * T.Log(T.Max(α, end) / end);
            return T.Sqrt(T.From(0.5) * distension) * (beyond - T.From(4) / fourth);
        }
    }

    /// <inheritdoc/>
    public T AreaRatio<T>(T pressure, T distension, T bending)
        where T : struct, IReal<T>
    {
        T β = T.From(1) - pressure / distension, knee = T.From(Knee);
        T beyond = knee * T.Exp(T.Min(β, knee) / knee - T.From(1));
        β = T.Select(T.Less(β, knee), beyond, β);
        return T.From(1) / (β * β);
    }
}
