namespace Azygos.Quantities.Tests;

public sealed class RequireTests
{
    private static string MessageOf(Action refused) => Assert.Throws<ArgumentOutOfRangeException>(refused).Message;

    [Fact]
    public void What_is_allowed_comes_back()
    {
        Assert.Equal(double.Epsilon, Require.Positive(double.Epsilon, "length", "l", "m"));
        Assert.Equal(0, Require.NotNegative(0, "length", "l", "m"));
        Assert.Equal(0, Require.InClosed(0, 0, 1, "leakage", "M_rg"));
        Assert.Equal(1, Require.InClosed(1, 0, 1, "leakage", "M_rg"));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_positive_is_refused(double value) =>
        Assert.Contains("it must be above 0 and finite", MessageOf(() => Require.Positive(value, "length", "l", "m")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(-1e-300)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_negative_is_refused(double value) =>
        Assert.Contains("it must be 0 or more and finite",
            MessageOf(() => Require.NotNegative(value, "length", "l", "m")), StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.25)]
    [InlineData(1.25)]
    [InlineData(double.NaN)]
    public void What_is_out_of_range_is_refused(double value) =>
        Assert.Contains("it must be from 0 to 1", MessageOf(() => Require.InClosed(value, 0, 1, "leakage", "M_rg")),
            StringComparison.Ordinal);

    [Fact]
    public void A_refusal_names_the_value_its_symbol_and_unit() =>
        Assert.Contains("length l = -2.5 m", MessageOf(() => Require.Positive(-2.5, "length", "l", "m")),
            StringComparison.Ordinal);
}
