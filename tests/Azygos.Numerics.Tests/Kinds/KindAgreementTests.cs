using CsCheck;

namespace Azygos.Numerics.Tests;

/// <summary>Every operation gives the same bits in Real, in each lane of Lanes, and in the value of Dual.</summary>
public sealed class KindAgreementTests
{
    /// <summary>An expression of two variables, evaluated on any number kind.</summary>
    public interface IExpression
    {
        static abstract T Of<T>(T a, T b) where T : struct, IReal<T>;
    }

    public readonly struct Sum : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => a + b;
    }

    public readonly struct Difference : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => a - b;
    }

    public readonly struct Product : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => a * b;
    }

    public readonly struct Quotient : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => a / b;
    }

    public readonly struct Negative : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => -a;
    }

    /// <summary>What a compiler that fuses multiply and add would round differently.</summary>
    public readonly struct ProductThenSum : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => a * b + b * b - a;
    }

    public readonly struct Root : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => T.Sqrt(a);
    }

    public readonly struct Exponential : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => T.Exp(a);
    }

    public readonly struct Logarithm : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => T.Log(a);
    }

    public readonly struct Arctangent : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => RealMath.Atan(a);
    }

    public readonly struct Power : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => RealMath.Pow(a, 1.32);
    }

    public readonly struct Absolute : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => T.Abs(a);
    }

    public readonly struct Smaller : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => T.Min(a, b);
    }

    public readonly struct Larger : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> => T.Max(a, b);
    }

    public readonly struct Masks : IExpression
    {
        public static T Of<T>(T a, T b) where T : struct, IReal<T> =>
            T.Select(T.And(T.Less(a, b), T.Less(-b, a)), a - b, T.Select(T.Less(b, a), a + b, T.Frozen(b)));
    }

    // All magnitudes and both signs, and every value at which a branch or a rounding changes.
    private static readonly Gen<double> Inputs = Gen.Frequency(
        (4, Gen.Double[-10, 10]),
        (3, Gen.Double[-750, 750]),
        (3, Gen.Double),
        (2, Gen.OneOf([0.0, -0.0, 1.0, -1.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
            double.MaxValue, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 0.2, 2.0 / 3, 1.5, 5.0, 709.79,
                -745.2])));

    private static void Agree<TExpression>() where TExpression : struct, IExpression =>
        Gen.Select(Inputs.Array[4], Inputs.Array[4]).Sample((a, b) =>
        {
            Lanes lanes = TExpression.Of(Lanes.At(a, 0), Lanes.At(b, 0));
            for (int i = 0; i < 4; i++)
            {
                double real = TExpression.Of(new Real(a[i]), new Real(b[i])).Value;
                double dual = TExpression.Of(Dual.Variable(a[i], 0), Dual.Variable(b[i], 1)).Value;
                if (!SameBits(real, lanes[i]) || !SameBits(real, dual))
                    return false;
            }

            return true;
        }, iter: 20_000);

    // Any NaN equals any NaN: IEEE 754 leaves open which payload an operation on two NaNs returns.
    private static bool SameBits(double a, double b) =>
        BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b));

    [Fact] public void Sums_agree() => Agree<Sum>();
    [Fact] public void Differences_agree() => Agree<Difference>();
    [Fact] public void Products_agree() => Agree<Product>();
    [Fact] public void Quotients_agree() => Agree<Quotient>();
    [Fact] public void Negatives_agree() => Agree<Negative>();
    [Fact] public void Products_then_sums_are_not_fused() => Agree<ProductThenSum>();
    [Fact] public void Square_roots_agree() => Agree<Root>();
    [Fact] public void Exponentials_agree() => Agree<Exponential>();
    [Fact] public void Logarithms_agree() => Agree<Logarithm>();
    [Fact] public void Arctangents_agree() => Agree<Arctangent>();
    [Fact] public void Powers_agree() => Agree<Power>();
    [Fact] public void Absolute_values_agree() => Agree<Absolute>();
    [Fact] public void Minima_agree() => Agree<Smaller>();
    [Fact] public void Maxima_agree() => Agree<Larger>();
    [Fact] public void Masks_agree() => Agree<Masks>();
}
