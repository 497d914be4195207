using CsCheck;

namespace Azygos.Numerics.Tests;

public sealed class RootFinderTests
{
    private static double Cube(double x) => x * x * x;

    [Fact]
    public void Finds_the_square_root_of_two_to_the_last_bits()
    {
        Root root = RootFinder.FindRoot(x => x * x - 2, 0, 2);
        Assert.InRange(root.Position, Math.BitDecrement(Math.Sqrt(2)), Math.BitIncrement(Math.Sqrt(2)));
        Assert.InRange(root.Evaluations, 3, 15);   // bisection alone would need 54
    }

    [Fact]
    public void Finds_any_root_of_a_cubic_to_the_last_bits() =>
        Gen.Select(Gen.Double[0.1, 100], Gen.Double[0.001, 1000], Gen.Double[0.001, 1000]).Sample((r, below, above) =>
        {
            Root root = RootFinder.FindRoot(x => Cube(x) - Cube(r), r - below, r + above);
            // The sign of x³ − r³ is lost within an ulp of r for rounding of the cubes: a few ulps of r.
            return Math.Abs(root.Position - r) <= 4 * (Math.BitIncrement(Math.Abs(r)) - Math.Abs(r))
                && root.Evaluations < 200;
        });

    [Fact]
    public void Holds_the_tolerance_it_is_given() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[1e-9, 1e-2]).Sample((r, tolerance) =>
            Math.Abs(RootFinder.FindRoot(x => Math.Exp(x) - Math.Exp(r), -3, 4, tolerance).Position - r) <= tolerance);

    [Fact]
    public void A_looser_tolerance_needs_fewer_evaluations() => Assert.True(
        RootFinder.FindRoot(x => Math.Exp(x) - 2, -9, 4, 1e-3).Evaluations
        < RootFinder.FindRoot(x => Math.Exp(x) - 2, -9, 4).Evaluations);

    [Fact]
    public void The_residual_is_that_of_the_position()
    {
        Root root = RootFinder.FindRoot(x => Math.Exp(x) - 2, 0, 1, 1e-4);
        Assert.Equal(Math.Exp(root.Position) - 2, root.Residual);
    }

    [Fact]
    public void The_count_is_that_of_the_calls()
    {
        int calls = 0;
        Root root = RootFinder.FindRoot(x => { calls++; return x - 0.3; }, 0, 1);
        Assert.Equal(calls, root.Evaluations);
    }

    [Fact]
    public void An_end_that_is_a_root_is_returned()
    {
        Assert.Equal(new Root(1, 0, 2), RootFinder.FindRoot(x => x - 1, 1, 3));
        Assert.Equal(new Root(3, 0, 2), RootFinder.FindRoot(x => x - 3, 1, 3));
    }

    [Fact]
    public void A_root_at_zero_is_found_in_a_lopsided_bracket() =>
        Assert.Equal(0, RootFinder.FindRoot(x => x, -1, 1e-300).Position, 1e-300);

    [Fact]
    public void A_jump_is_narrowed_to_neighbouring_numbers()
    {
        Root root = RootFinder.FindRoot(x => x < 0.7 ? -1 : 1e9, 0, 1);
        Assert.Equal(Math.BitDecrement(0.7), root.Position);   // the end with the smaller residual
    }

    [Fact]
    public void A_flat_function_ends() =>
        Assert.True(RootFinder.FindRoot(x => Math.Pow(x - 0.4, 21), 0, 1).Evaluations < 300);

    [Fact]
    public void Infinite_ends_still_bracket() =>
        Assert.Equal(1, RootFinder.FindRoot(x => x == 0 ? double.NegativeInfinity : Math.Log(x), 0, 10).Position,
            1e-15);

    [Fact]
    public void Equal_signs_are_no_bracket()
    {
        Assert.False(RootFinder.TryFindRoot(x => x * x + 1, -1, 1, out Root root));
        Assert.Equal(default, root);
    }

    [Fact]
    public void NaN_at_an_end_is_no_bracket() => Assert.False(RootFinder.TryFindRoot(Math.Sqrt, -1, 4, out _));

    [Fact]
    public void Demanding_a_root_that_is_not_bracketed_names_both_ends()
    {
        ArithmeticException fault = Assert.Throws<ArithmeticException>(() => RootFinder.FindRoot(x => x + 3, 0, 1.5));
        Assert.Contains("between 0 (f = 3) and 1.5 (f = 4.5)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NaN_inside_the_bracket_is_a_fault_that_names_the_place()
    {
        ArithmeticException fault = Assert.Throws<ArithmeticException>(
            () => RootFinder.TryFindRoot(x => x is > 0.4 and < 0.6 ? double.NaN : x - 0.5, 0, 1, out _));
        Assert.Contains("NaN at 0.5", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.0, 0.0, 0.0)]
    [InlineData(double.NaN, 1.0, 0.0)]
    [InlineData(0.0, double.PositiveInfinity, 0.0)]
    [InlineData(-1.0, 1.0, -1e-9)]
    [InlineData(-1.0, 1.0, double.NaN)]
    public void Impossible_brackets_and_tolerances_are_refused(double low, double high, double tolerance) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RootFinder.TryFindRoot(x => x, low, high, out _, tolerance));
}
