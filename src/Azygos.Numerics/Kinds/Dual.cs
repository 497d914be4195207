using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Azygos.Numerics;

/// <summary>A value with its slopes along four variables: gives Jacobians from the formulas themselves.</summary>
/// <remarks>
/// x + Σ xᵢ εᵢ with εᵢ εⱼ = 0, i in 0…3. The value has the bits that <see cref="Real"/> would have; slopes follow the
/// chain rule.
/// A mask is carried by the value; its slopes are 0.
/// </remarks>
/// <source choice="four slopes: one vector register; a branch law has two pressures, a flow and one inner state"/>
public readonly struct Dual : IReal<Dual>
{
    /// <summary>The number of slopes.</summary>
    public const int SlopeCount = 4;

    /// <summary>A value with given slopes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dual(double value, Vector256<double> slopes)
    {
        Value = value;
        Slopes = slopes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Dual(Real value, Vector256<double> slopes) : this(value.Value, slopes) { }

    private Real Part
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Value);
    }

    /// <summary>The value.</summary>
    public double Value { get; }

    /// <summary>The slopes along the four variables.</summary>
    public Vector256<double> Slopes { get; }

    /// <summary>The slope along variable <paramref name="slot"/>, 0 to 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Slope(int slot) => Slopes.GetElement(slot);

    /// <summary>The variable of <paramref name="slot"/> (0 to 3) itself: slope 1 along it, 0 along the
    /// others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Variable(double value, int slot) => new(value, Vector256<double>.Zero.WithElement(slot, 1.0));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual From(double value) => new(value, Vector256<double>.Zero);

    /// <summary>Sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator +(Dual left, Dual right) => new(left.Value + right.Value, left.Slopes + right.Slopes);

    /// <summary>Difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator -(Dual left, Dual right) => new(left.Value - right.Value, left.Slopes - right.Slopes);

    /// <summary>Product; slopes a' b + a b'.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator *(Dual left, Dual right) =>
        new(left.Value * right.Value, left.Slopes * right.Value + right.Slopes * left.Value);

    /// <summary>Quotient c = a/b; slopes (a' − c b')/b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator /(Dual left, Dual right)
    {
        double c = left.Value / right.Value;
        return new(c, (left.Slopes - right.Slopes * c) / right.Value);
    }

    /// <summary>Negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator -(Dual value) => new(-value.Value, -value.Slopes);

    /// <inheritdoc/>
    /// <remarks>Slopes x'/(2√x). Where x' = 0 the slope is 0, at x = 0 too: a constant has none.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Sqrt(Dual x)
    {
        double root = Math.Sqrt(x.Value);
        Vector256<double> isConstant = Vector256.Equals(x.Slopes, Vector256<double>.Zero);
        return new(root, Vector256.AndNot(x.Slopes / (2 * root), isConstant));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Exp(Dual x)
    {
        Real y = Real.Exp(x.Part);
        return new(y, x.Slopes * y.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Log(Dual x) => new(Real.Log(x.Part), x.Slopes / x.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Abs(Dual x) => new(Math.Abs(x.Value), x.Value < 0 ? -x.Slopes : x.Slopes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Min(Dual a, Dual b) => a.Value <= b.Value || double.IsNaN(a.Value) ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Max(Dual a, Dual b) => a.Value >= b.Value || double.IsNaN(a.Value) ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Less(Dual a, Dual b) => new(Real.Less(a.Part, b.Part), Vector256<double>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual And(Dual a, Dual b) => new(Real.And(a.Part, b.Part), Vector256<double>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Select(Dual mask, Dual whenTrue, Dual whenFalse) => new(
        Real.Select(mask.Part, whenTrue.Part, whenFalse.Part),
        Vector256.ConditionalSelect(Vector256.Create(mask.Value), whenTrue.Slopes, whenFalse.Slopes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Frozen(Dual x) => From(x.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Dual mask) => Real.All(mask.Part);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual At(ReadOnlySpan<double> values, int index) => From(values[index]);

    /// <inheritdoc/>
    public static int Width => 1;

    /// <inheritdoc/>
    public void Store(Span<double> values, int index) => values[index] = Value;

    /// <summary>The value and its slopes.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Value:R} + [{Slope(0):R}, {Slope(1):R}, {Slope(2):R}, {Slope(3):R}]ε");
}
