namespace Azygos.Numerics.Tests;

/// <summary>What every number kind must do with masks, ties and NaN.</summary>
public abstract class KindSpec<T> where T : struct, IReal<T>
{
    protected abstract double ValueOf(T x);

    private double OfLess(double a, double b) =>
        ValueOf(T.Select(T.Less(T.From(a), T.From(b)), T.From(1), T.From(0)));

    private static long BitsOf(double x) => BitConverter.DoubleToInt64Bits(x);

    [Fact]
    public void A_true_mask_has_all_bits_set() => Assert.Equal(-1L, BitsOf(ValueOf(T.Less(T.From(1), T.From(2)))));

    [Fact]
    public void A_false_mask_has_all_bits_clear() => Assert.Equal(0L, BitsOf(ValueOf(T.Less(T.From(2), T.From(1)))));

    [Theory]
    [InlineData(1.0, 2.0, 1.0)]
    [InlineData(2.0, 1.0, 0.0)]
    [InlineData(2.0, 2.0, 0.0)]
    [InlineData(-0.0, 0.0, 0.0)]
    [InlineData(double.NaN, 1.0, 0.0)]
    [InlineData(1.0, double.NaN, 0.0)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, 1.0)]
    public void Less_follows_the_order_of_numbers_and_is_false_for_NaN(double a, double b, double expected) =>
        Assert.Equal(expected, OfLess(a, b));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void And_is_true_when_both_are(bool first, bool second)
    {
        T a = T.Less(T.From(0), T.From(first ? 1 : -1)), b = T.Less(T.From(0), T.From(second ? 1 : -1));
        Assert.Equal(first && second ? 1 : 0, ValueOf(T.Select(T.And(a, b), T.From(1), T.From(0))));
    }

    [Fact]
    public void Select_ignores_a_NaN_that_it_does_not_choose() =>
        Assert.Equal(7, ValueOf(T.Select(T.Less(T.From(2), T.From(1)), T.From(double.NaN), T.From(7))));

    [Theory]
    [InlineData(double.NaN, 1.0)]
    [InlineData(1.0, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Min_and_Max_pass_NaN_on_from_either_side(double a, double b)
    {
        Assert.True(double.IsNaN(ValueOf(T.Min(T.From(a), T.From(b)))));
        Assert.True(double.IsNaN(ValueOf(T.Max(T.From(a), T.From(b)))));
    }

    [Fact]
    public void Min_and_Max_return_the_first_of_equals()
    {
        foreach ((double a, double b) in ((double, double)[])[(0.0, -0.0), (-0.0, 0.0)])
        {
            Assert.Equal(BitsOf(a), BitsOf(ValueOf(T.Min(T.From(a), T.From(b)))));
            Assert.Equal(BitsOf(a), BitsOf(ValueOf(T.Max(T.From(a), T.From(b)))));
        }
    }

    [Theory]
    [InlineData(-2.0, 3.0)]
    [InlineData(3.0, -2.0)]
    [InlineData(double.NegativeInfinity, 5.0)]
    public void Min_and_Max_order_two_numbers(double a, double b)
    {
        Assert.Equal(Math.Min(a, b), ValueOf(T.Min(T.From(a), T.From(b))));
        Assert.Equal(Math.Max(a, b), ValueOf(T.Max(T.From(a), T.From(b))));
    }

    [Fact]
    public void Abs_clears_the_sign_of_zero() => Assert.Equal(0L, BitsOf(ValueOf(T.Abs(T.From(-0.0)))));

    [Fact]
    public void Minus_flips_the_sign_of_zero() => Assert.Equal(BitsOf(-0.0), BitsOf(ValueOf(-T.From(0.0))));

    [Fact]
    public void Frozen_keeps_the_value() => Assert.Equal(2.5, ValueOf(T.Frozen(T.From(2.5))));
}

public sealed class RealTests : KindSpec<Real>
{
    protected override double ValueOf(Real x) => x.Value;

    [Fact]
    public void Printing_keeps_every_bit() => Assert.Equal("0.1", new Real(0.1).ToString());
}

public sealed class DualTests : KindSpec<Dual>
{
    protected override double ValueOf(Dual x) => x.Value;

    [Fact]
    public void Printing_shows_value_and_slopes() =>
        Assert.Equal("2.5 + [0, 1, 0, 0]ε", Dual.Variable(2.5, 1).ToString());
}

public sealed class LanesTests : KindSpec<Lanes>
{
    protected override double ValueOf(Lanes x)
    {
        for (int i = 1; i < Lanes.Count; i++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(x[0]), BitConverter.DoubleToInt64Bits(x[i]));
        return x[0];
    }

    [Fact]
    public void Load_and_store_keep_order_and_place()
    {
        double[] from = [0, 1, 2, 3, 4, 5], to = new double[6];
        Lanes lanes = Lanes.At(from, 1);
        Assert.Equal([1.0, 2, 3, 4], [lanes[0], lanes[1], lanes[2], lanes[3]]);
        lanes.Store(to, 2);
        Assert.Equal([0, 0, 1, 2, 3, 4], to);
    }

    [Fact]
    public void Loading_past_the_end_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Lanes.At(new double[4], 1));

    [Fact]
    public void Printing_shows_four_values() =>
        Assert.Equal("[0, 0.5, 1, 1.5]", Lanes.At([0, 0.5, 1, 1.5], 0).ToString());
}
