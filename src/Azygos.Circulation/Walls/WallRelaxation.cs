using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>Viscoelastic walls at a node (Kelvin-Voigt): the areas answer to a pressure that lags the
/// blood's.</summary>
/// <remarks>
/// p = s + τ ds/dt, so ds/dt = (p − s)/τ, s the state. For a volume V(s) it is the resistance τ/C in series with the
/// compliance C = dV/ds.
/// Parameters: τ [s].
/// </remarks>
/// <source choice="Kelvin-Voigt wall; τ = R_v C = 0.01 s in the closed-loop ADAN-86 arteries"/>
public readonly struct WallRelaxation : IStateLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Rate<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => (input.UpstreamTransmural - input.State) / parameters[0];
}
