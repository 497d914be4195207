using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Azygos.Numerics;

/// <summary>One double: the plainest number kind.</summary>
/// <remarks>A mask is a double with all bits set or all clear, as in a lane of <see cref="Lanes"/>.</remarks>
/// <source choice="bits of IEEE 754 binary64; NaN is passed on by every operation, Min and Max included"/>
public readonly struct Real : IRealBits<Real>
{
    private const long SqrtHalfBits = 0x3FE6A09E667F3BCD, OneBits = 0x3FF0000000000000,
        FractionMask = 0x000FFFFFFFFFFFFF;

    /// <summary>Wraps <paramref name="value"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Real(double value) => Value = value;

    /// <summary>The value.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real From(double value) => new(value);

    /// <summary>Sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator +(Real left, Real right) => new(left.Value + right.Value);

    /// <summary>Difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator -(Real left, Real right) => new(left.Value - right.Value);

    /// <summary>Product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator *(Real left, Real right) => new(left.Value * right.Value);

    /// <summary>Quotient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator /(Real left, Real right) => new(left.Value / right.Value);

    /// <summary>Negative: the sign bit flipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator -(Real value) => new(-value.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Sqrt(Real x) => new(Math.Sqrt(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp(Real x) => ExpLog.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log(Real x) => ExpLog.Log(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Abs(Real x) => new(Math.Abs(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Min(Real a, Real b) => a.Value <= b.Value || double.IsNaN(a.Value) ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Max(Real a, Real b) => a.Value >= b.Value || double.IsNaN(a.Value) ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Less(Real a, Real b) => new(Vector128.LessThan(
        Vector128.CreateScalarUnsafe(a.Value), Vector128.CreateScalarUnsafe(b.Value)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real And(Real a, Real b) =>
        new((Vector128.CreateScalarUnsafe(a.Value) & Vector128.CreateScalarUnsafe(b.Value)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Select(Real mask, Real whenTrue, Real whenFalse) =>
        new(Vector128.ConditionalSelect(
            Vector128.CreateScalarUnsafe(mask.Value),
            Vector128.CreateScalarUnsafe(whenTrue.Value),
            Vector128.CreateScalarUnsafe(whenFalse.Value)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Frozen(Real x) => x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Real mask) => BitConverter.DoubleToInt64Bits(mask.Value) < 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real At(ReadOnlySpan<double> values, int index) => new(values[index]);

    /// <inheritdoc/>
    public static int Width => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> values, int index) => values[index] = Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IRealBits<Real>.PowerOfTwo(Real k)
    {
        long bits = BitConverter.DoubleToInt64Bits(k.Value + ExpLog.Rounder);   // the low bits now hold k
        return new(BitConverter.Int64BitsToDouble((bits << 52) + OneBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Real Exponent, Real Fraction) IRealBits<Real>.Split(Real x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x.Value) + (OneBits - SqrtHalfBits);
        double exponent = (bits >>> 52) - 1023;
        return (new(exponent), new(BitConverter.Int64BitsToDouble((bits & FractionMask) + SqrtHalfBits)));
    }

    /// <summary>The value in the shortest form that reads back to the same bits.</summary>
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}
