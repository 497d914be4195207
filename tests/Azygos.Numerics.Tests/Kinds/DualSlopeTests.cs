using CsCheck;

namespace Azygos.Numerics.Tests;

/// <summary>Slopes of Dual against derivatives worked out by hand.</summary>
public sealed class DualSlopeTests
{
    // The derivative and the chain rule each round a few times: a handful of units in the last place.
    private const double FewUlps = 1e-15;

    private static readonly Gen<(double A, double B)> Pairs =
        Gen.Select(Gen.Double[0.01, 20], Gen.Double[-20, 20]).Select((a, b) => (a, b));

    private static void Slopes(Func<Dual, Dual, Dual> f, Func<double, double, double> dA, Func<double, double,
        double> dB) =>
        Pairs.Sample(p =>
        {
            Dual y = f(Dual.Variable(p.A, 0), Dual.Variable(p.B, 2));
            Assert.True(Near(dA(p.A, p.B), y.Slope(0)), $"along a: {dA(p.A, p.B):R} expected, {y.Slope(0):R} found");
            Assert.True(Near(dB(p.A, p.B), y.Slope(2)), $"along b: {dB(p.A, p.B):R} expected, {y.Slope(2):R} found");
            Assert.Equal(0, y.Slope(1));
            Assert.Equal(0, y.Slope(3));
        });

    private static bool Near(double expected, double found) =>
        Math.Abs(expected - found) <= FewUlps * Math.Abs(expected);

    [Fact] public void Of_a_sum() => Slopes((a, b) => a + b, (_, _) => 1, (_, _) => 1);
    [Fact] public void Of_a_difference() => Slopes((a, b) => a - b, (_, _) => 1, (_, _) => -1);
    [Fact] public void Of_a_negative() => Slopes((a, b) => -a, (_, _) => -1, (_, _) => 0);
    [Fact] public void Of_a_product() => Slopes((a, b) => a * b, (_, b) => b, (a, _) => a);
    [Fact] public void Of_a_quotient() => Slopes((a, b) => b / a, (a, b) => -b / (a * a), (a, _) => 1 / a);
    [Fact] public void Of_a_square_root() => Slopes((a, b) => Dual.Sqrt(a), (a, _) => 0.5 / Math.Sqrt(a), (_, _) => 0);
    [Fact] public void Of_an_exponential() => Slopes((a, b) => Dual.Exp(b), (_, _) => 0, (_, b) => Math.Exp(b));
    [Fact] public void Of_a_logarithm() => Slopes((a, b) => Dual.Log(a), (a, _) => 1 / a, (_, _) => 0);
    [Fact] public void Of_an_absolute_value() => Slopes((a, b) => Dual.Abs(b), (_, _) => 0, (_, b) => b < 0 ? -1 : 1);

    [Fact]
    public void Of_a_smaller_and_a_larger()
    {
        Slopes(Dual.Min, (a, b) => a <= b ? 1 : 0, (a, b) => a <= b ? 0 : 1);
        Slopes(Dual.Max, (a, b) => a >= b ? 1 : 0, (a, b) => a >= b ? 0 : 1);
    }

    [Fact]
    public void Of_a_selection() => Slopes(
        (a, b) => Dual.Select(Dual.Less(a, b), a * b, a + b), (a, b) => a < b ? b : 1, (a, b) => a < b ? a : 1);

    // The slope is that of reduction and series, in which numbers up to 50² cancel: a hundred ulps, not a few.
    [Fact]
    public void Of_an_arctangent() => Gen.Double[-50, 50].Sample(x =>
    {
        double expected = 1 / (1 + x * x), found = RealMath.Atan(Dual.Variable(x, 3)).Slope(3);
        return Math.Abs(found - expected) <= 1e-14 * expected;
    });

    [Fact]
    public void Of_a_power() => Gen.Double[0.01, 100].Sample(x =>
    {
        double expected = 2.5 * x * Math.Sqrt(x), found = RealMath.Pow(Dual.Variable(x, 0), 2.5).Slope(0);
        return Math.Abs(found - expected) <= 1e-14 * expected;   // y ln x up to 12: as many ulps
    });

    [Fact]
    public void Ties_take_the_slope_of_the_first()
    {
        Dual a = Dual.Variable(3, 0), b = Dual.Variable(3, 1);
        Assert.Equal((1, 0), (Dual.Min(a, b).Slope(0), Dual.Min(a, b).Slope(1)));
        Assert.Equal((1, 0), (Dual.Max(a, b).Slope(0), Dual.Max(a, b).Slope(1)));
    }

    [Fact]
    public void Absolute_value_at_zero_rises() => Assert.Equal(1, Dual.Abs(Dual.Variable(0, 2)).Slope(2));

    [Fact]
    public void Square_root_of_zero_is_steep_for_a_variable_and_flat_for_a_constant()
    {
        Dual root = Dual.Sqrt(Dual.Variable(0, 1));
        Assert.Equal(double.PositiveInfinity, root.Slope(1));
        Assert.Equal(0, root.Slope(0));
    }

    [Fact]
    public void Frozen_drops_the_slopes() => Assert.Equal(0, Dual.Frozen(Dual.Variable(2, 0)).Slope(0));

    [Fact]
    public void Masks_have_no_slopes() =>
        Assert.Equal(0, Dual.Less(Dual.Variable(1, 0), Dual.Variable(2, 1)).Slope(0));

    [Fact]
    public void Slopes_pass_through_a_long_formula()
    {
        // d/dr of r⁴/(8 l): the conductance of a round tube per π/μ.
        Dual r = Dual.Variable(0.6, 0), l = Dual.Variable(12, 1), g = r * r * r * r / (Dual.From(8) * l);
        Assert.Equal(0.009, g.Slope(0), 1e-17);          // 4 · 0.216/96
        Assert.Equal(-0.0001125, g.Slope(1), 1e-19);     // −0.1296/(8 · 144)
    }
}
