using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation;

/// <summary>The parameters of one element, or of neighbouring elements side by side, as a law reads them from the mesh,
/// in SI.</summary>
/// <remarks>
/// A law never captures a number: it asks for <c>parameters[k]</c>, so that every lane can have its own. The mesh keeps
/// a row a parameter:
/// shape [parameters of the law, stride].
/// </remarks>
/// <param name="table">Parameters of all elements of the law; shape [parameters, stride].</param>
/// <param name="stride">Length of a row.</param>
/// <param name="element">First element.</param>
/// <source choice="parameters are read as T from the mesh"/>
public readonly ref struct Parameters<T>(ReadOnlySpan<double> table, int stride, int element)
    where T : struct, IReal<T>
{
    private readonly ReadOnlySpan<double> table = table;
    private readonly int stride = stride;
    private readonly int element = element;

    /// <summary>Parameter <paramref name="index"/> in this number kind.</summary>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.At(table, index * stride + element);
    }
}
