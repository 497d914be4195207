using System.Numerics;

namespace Azygos.Numerics;

/// <summary>A number kind on which a physical law is evaluated: one value, SIMD lanes, or a value with
/// slopes.</summary>
/// <remarks>
/// A law is written once over this interface and evaluated on <c>Real</c> (one value), <c>Lanes</c> (four values side
/// by side) and <c>Dual</c> (a value with four slopes). Every operation gives the same bits in each kind's value part.
/// Comparisons return a mask:
/// all bits set where true, all clear where false; masks are only for <see cref="Select"/>, <see cref="And"/>.
/// </remarks>
/// <source choice="a small set of operations: what laws, inverses and masks are written with"/>
public interface IReal<T> :
    IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>,
    IMultiplyOperators<T, T, T>, IDivisionOperators<T, T, T>, IUnaryNegationOperators<T, T>
    where T : struct, IReal<T>
{
    /// <summary>The constant <paramref name="value"/>, with zero slopes, in every lane.</summary>
    static abstract T From(double value);

    /// <summary>√x; x ≥ 0.</summary>
    static abstract T Sqrt(T x);

    /// <summary>eˣ, own algorithm, the same bits in every kind and on every machine.</summary>
    static abstract T Exp(T x);

    /// <summary>Natural logarithm, own algorithm, the same bits in every kind and on every machine; x &gt; 0.</summary>
    static abstract T Log(T x);

    /// <summary>|x|; the slope at 0 is that of +x.</summary>
    static abstract T Abs(T x);

    /// <summary>The smaller; slopes of the chosen argument, of <paramref name="a"/> when equal.</summary>
    static abstract T Min(T a, T b);

    /// <summary>The larger; slopes of the chosen argument, of <paramref name="a"/> when equal.</summary>
    static abstract T Max(T a, T b);

    /// <summary>Mask of a &lt; b.</summary>
    static abstract T Less(T a, T b);

    /// <summary>Mask of both masks.</summary>
    static abstract T And(T a, T b);

    /// <summary><paramref name="whenTrue"/> where the mask is set, else <paramref name="whenFalse"/>.</summary>
    static abstract T Select(T mask, T whenTrue, T whenFalse);

    /// <summary>True when the mask is set in every lane.</summary>
    static abstract bool All(T mask);

    /// <summary>Value(s) of a mesh array from <paramref name="index"/> on: one, or as many as the kind has lanes; no
    /// slopes.</summary>
    static abstract T At(ReadOnlySpan<double> values, int index);

    /// <summary>The value without its slopes (a copy for kinds that carry none): what an inner iteration works
    /// on.</summary>
    static abstract T Frozen(T x);

    /// <summary>How many values the kind holds side by side: 1, or its lanes.</summary>
    static abstract int Width { get; }

    /// <summary>Writes the value(s) to a mesh array from <paramref name="index"/> on; slopes are not written.</summary>
    void Store(Span<double> values, int index);
}
