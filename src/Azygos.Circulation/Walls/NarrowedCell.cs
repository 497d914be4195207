using System.Runtime.CompilerServices;
using Azygos.Circulation.Narrowings;
using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>A lumped cell of a vessel with a throat in it: <see cref="VesselCell{TWall}"/>, and what the throat
/// costs.</summary>
/// <remarks>
/// The throat sees the mean of both ends' transmural pressures; the open lumen beside it is the mean of both ends. A
/// throat of no area lets nothing pass: the rate has no drive, and what still flows dies away within milliseconds.
/// Parameters: the eight of the cell; then A_s at the law's reference for flow along and against the cell [m²], L_s [m],
/// 1/f [1].
/// </remarks>
/// <source doi="10.1016/0021-9290(73)90099-7" at="see NarrowingLaw"/>
public readonly struct NarrowedCell<TWall> : ICellLaw
    where TWall : struct, IWallLaw
{
    // How fast the flow through a closed throat dies away (chosen: faster than anything in a body).
    private const double Dying = 1e3;   // 1/s

    /// <inheritdoc/>
    public static T AreaRatio<T>(T transmural, Parameters<T> parameters)
        where T : struct, IReal<T>
        => VesselCell<TWall>.AreaRatio(transmural, parameters);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AreaRatioNear<T>(T transmural, T guess, Parameters<T> parameters)
        where T : struct, IReal<T>
        => VesselCell<TWall>.AreaRatioNear(transmural, guess, parameters);

    /// <inheritdoc/>
    public static T PressureSlope<T>(T areaRatio, Parameters<T> parameters)
        where T : struct, IReal<T>
        => VesselCell<TWall>.PressureSlope(areaRatio, parameters);

    /// <inheritdoc/>
    public static CellOutput<T> Cell<T>(
        in LawInput<T> input, T upstreamRatio, T downstreamRatio, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        CellOutput<T> open = VesselCell<TWall>.Cell(input, upstreamRatio, downstreamRatio, parameters);
        T half = T.From(0.5), zero = T.From(0), ρ = parameters[5], q = input.State;
        T A = half * parameters[3] * (upstreamRatio + downstreamRatio);
        T stated = T.Select(T.Less(q, zero), parameters[9], parameters[8]);
        T isOpen = T.Less(zero, stated);
        T y = half * (input.UpstreamTransmural + input.DownstreamTransmural) - parameters[2];
        T stretch = default(TWall).AreaRatio(parameters[11] * y, parameters[0], parameters[1]);
        T throat = T.Select(isOpen, T.Min(stated * stretch, A), A);
        T R = NarrowingLaw.Resistance(A, throat, parameters[10], parameters[6]);
        T B = NarrowingLaw.Quadratic(A, throat, T.From(NarrowingLaw.JetLoss), ρ);
        // (L + L_s) dq/dt = Δp − friction − (R + B|q|) q, L = 1/mobility
        T slower = T.From(1) / (T.From(1) + open.Mobility * NarrowingLaw.Inertance(A, parameters[10], ρ));
        T mobility = open.Mobility * slower;
        T rate = open.FlowRate * slower - mobility * (R + B * T.Abs(q)) * q;
        return new(
            open.UpstreamVolume, open.DownstreamVolume,
            T.Select(isOpen, rate, T.From(-Dying) * q), T.Select(isOpen, mobility, zero));
    }
}
