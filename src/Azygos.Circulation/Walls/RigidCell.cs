using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Walls;

/// <summary>A cell of a vessel that cannot change its calibre: flow with inertia and viscous friction.</summary>
/// <remarks>dq/dt = (Δp − R q)/L with L = ρℓ/A, R = c_f ℓ/A². Parameters: R [Pa·s/m³], L [Pa·s²/m³].</remarks>
/// <source choice="Poiseuille flow with inertia, textbook"/>
public readonly struct RigidCell : IInertialLaw
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FlowRate<T>(in LawInput<T> input, T flow, Parameters<T> parameters)
        where T : struct, IReal<T>
        => (input.Drop - parameters[0] * flow) / parameters[1];
}
