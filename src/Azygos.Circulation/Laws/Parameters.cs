using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation;

/// <summary>The parameters of one element as a law reads them from the mesh, in SI.</summary>
/// <remarks>A law never captures a number: it asks for <c>parameters[k]</c>, so that every person of a cohort can have their own.</remarks>
/// <param name="values">The element's row of the mesh; shape [parameters of the law].</param>
public readonly ref struct Parameters<T>(ReadOnlySpan<double> values)
    where T : struct, IReal<T>
{
    private readonly ReadOnlySpan<double> values = values;

    /// <summary>Parameter <paramref name="index"/> as this number kind.</summary>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.From(values[index]);
    }
}
