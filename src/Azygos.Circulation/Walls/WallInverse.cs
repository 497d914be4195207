using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>The area ratio at a pressure from a near guess: cheaper than from nothing.</summary>
/// <source choice="Newton's method on the pressure, which every law rises in"/>
internal static class WallInverse
{
    // The iteration doubles its digits: after a change below this share the last step is exact to rounding.
    private const double Settled = 1e-8;

    // From a neighbouring cell two or three suffice; what has not settled then is a jump, and starts from nothing.
    private const int MostIterations = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Near<TLaw, T>(TLaw law, T pressure, T guess, T distension, T bending)
        where TLaw : struct, IWallLaw
        where T : struct, IReal<T>
    {
        if (TLaw.HasClosedInverse) return law.AreaRatio(pressure, distension, bending);
        T α = guess, settled = T.Less(T.From(1), T.From(0));
        for (int i = 0; i < MostIterations; i++)
        {
            T excess = law.Pressure(α, distension, bending) - pressure;
            T next = α - α * (excess / law.Stiffness(α, distension, bending));
            next = T.Max(T.From(0.5) * α, T.Min(T.From(2) * α, next));
            T close = T.Less(T.Abs(next - α), T.From(Settled) * α);
            α = T.Select(settled, α, next);   // a lane that has settled stays: its bits are its own
            settled = T.Select(settled, settled, close);
            if (T.All(settled)) return α;
        }

        return T.Select(settled, α, FromNothing(law, pressure, distension, bending));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T FromNothing<TLaw, T>(TLaw law, T pressure, T distension, T bending)
        where TLaw : struct, IWallLaw
        where T : struct, IReal<T>
        => law.AreaRatio(pressure, distension, bending);
}
