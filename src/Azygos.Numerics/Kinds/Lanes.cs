using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Azygos.Numerics;

/// <summary>Four doubles side by side, in one vector register: the number kind of long arrays and of cohorts.</summary>
/// <remarks>Each lane has the bits that <see cref="Real"/> would have. Nothing is summed across lanes.</remarks>
/// <source choice="256 bits: division and square root bound the kernels, 512 bits gain nothing"/>
public readonly struct Lanes : IRealBits<Lanes>
{
    private const long SqrtHalfBits = 0x3FE6A09E667F3BCD, OneBits = 0x3FF0000000000000,
        FractionMask = 0x000FFFFFFFFFFFFF, TwoTo52Bits = 0x4330000000000000;

    private const double TwoTo52 = 4503599627370496.0;

    /// <summary>The number of lanes.</summary>
    public const int Count = 4;

    /// <inheritdoc/>
    public static int Width => Count;

    /// <summary>Wraps <paramref name="vector"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes(Vector256<double> vector) => Vector = vector;

    /// <summary>The four values.</summary>
    public Vector256<double> Vector { get; }

    /// <summary>The value in <paramref name="lane"/>, 0 to 3.</summary>
    public double this[int lane]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector.GetElement(lane);
    }

    /// <summary>The four values from <paramref name="index"/> on.</summary>
    /// <param name="values">Read at index … index + 3; shape [≥ index + 4].</param>
    /// <param name="index">The first read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes At(ReadOnlySpan<double> values, int index) => new(Vector256.Create(values.Slice(index, Count)));

    /// <summary>The four values at the places that <paramref name="places"/> names from <paramref name="index"/>
    /// on.</summary>
    /// <param name="values">Read at those places; every one must be inside.</param>
    /// <param name="places">Places in <paramref name="values"/>; shape [≥ index + 4].</param>
    /// <param name="index">The first place read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Gather(ReadOnlySpan<double> values, ReadOnlySpan<int> places, int index)
    {
        Debug.Assert(
            !places.Slice(index, Count).ContainsAnyExceptInRange(0, values.Length - 1), "A place lies outside.");
        ref int place = ref Unsafe.Add(ref MemoryMarshal.GetReference(places), index);
        ref double value = ref MemoryMarshal.GetReference(values);
        return new(Vector256.Create(
            Unsafe.Add(ref value, place), Unsafe.Add(ref value, Unsafe.Add(ref place, 1)),
            Unsafe.Add(ref value, Unsafe.Add(ref place, 2)), Unsafe.Add(ref value, Unsafe.Add(ref place, 3))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> values, int index) => Vector.CopyTo(values.Slice(index, Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes From(double value) => new(Vector256.Create(value));

    /// <summary>Sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator +(Lanes left, Lanes right) => new(left.Vector + right.Vector);

    /// <summary>Difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes left, Lanes right) => new(left.Vector - right.Vector);

    /// <summary>Product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator *(Lanes left, Lanes right) => new(left.Vector * right.Vector);

    /// <summary>Quotient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator /(Lanes left, Lanes right) => new(left.Vector / right.Vector);

    /// <summary>Negative: the sign bit flipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes value) => new(value.Vector ^ Vector256.Create(-0.0));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Sqrt(Lanes x) => new(Vector256.Sqrt(x.Vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Exp(Lanes x) => ExpLog.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Log(Lanes x) => ExpLog.Log(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Abs(Lanes x) => new(Vector256.Abs(x.Vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Min(Lanes a, Lanes b) => new(Vector256.ConditionalSelect(
        Vector256.LessThanOrEqual(a.Vector, b.Vector) | ~Vector256.Equals(a.Vector, a.Vector), a.Vector, b.Vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Max(Lanes a, Lanes b) => new(Vector256.ConditionalSelect(
        Vector256.GreaterThanOrEqual(a.Vector, b.Vector) | ~Vector256.Equals(a.Vector, a.Vector), a.Vector, b.Vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Less(Lanes a, Lanes b) => new(Vector256.LessThan(a.Vector, b.Vector));

    /// <summary>Mask of a = b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Equal(Lanes a, Lanes b) => new(Vector256.Equals(a.Vector, b.Vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes And(Lanes a, Lanes b) => new(a.Vector & b.Vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Select(Lanes mask, Lanes whenTrue, Lanes whenFalse) =>
        new(Vector256.ConditionalSelect(mask.Vector, whenTrue.Vector, whenFalse.Vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Frozen(Lanes x) => x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Lanes mask) => mask.Vector.ExtractMostSignificantBits() == (1u << Count) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes IRealBits<Lanes>.PowerOfTwo(Lanes k)
    {
        Vector256<long> bits = (k.Vector + Vector256.Create(ExpLog.Rounder)).AsInt64();   // the low bits now hold k
        return new(((bits << 52) + Vector256.Create(OneBits)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Lanes Exponent, Lanes Fraction) IRealBits<Lanes>.Split(Lanes x)
    {
        Vector256<long> bits = x.Vector.AsInt64() + Vector256.Create(OneBits - SqrtHalfBits);
        // An integer below 2⁵² put under the exponent of 2⁵² is a double: no conversion instruction needed.
        Vector256<double> exponent = ((bits >>> 52) | Vector256.Create(TwoTo52Bits)).AsDouble()
            - Vector256.Create(TwoTo52 + 1023);
        Vector256<long> fraction = (bits & Vector256.Create(FractionMask)) + Vector256.Create(SqrtHalfBits);
        return (new(exponent), new(fraction.AsDouble()));
    }

    /// <summary>The four values.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"[{this[0]:R}, {this[1]:R}, {this[2]:R}, {this[3]:R}]");
}
