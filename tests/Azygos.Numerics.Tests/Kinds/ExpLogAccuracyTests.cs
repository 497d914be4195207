using CsCheck;

namespace Azygos.Numerics.Tests;

public sealed class ExpLogAccuracyTests
{
    // The C library's exp and log are themselves within 0.52 ulp, so 1 apart is the smallest bound that can hold.
    private const long OneUlp = 1;

    private static long UlpsApart(double a, double b) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));

    [Fact]
    public void Exp_is_within_one_ulp_of_the_library() =>
        Gen.Double[-745, 709.78].Sample(x => UlpsApart(Real.Exp(new(x)).Value, Math.Exp(x)) <= OneUlp, iter: 500_000);

    [Fact]
    public void Exp_of_small_numbers_is_within_one_ulp_of_the_library() =>
        Gen.Double[-2, 2].Sample(x => UlpsApart(Real.Exp(new(x)).Value, Math.Exp(x)) <= OneUlp, iter: 500_000);

    [Fact]
    public void Log_is_within_one_ulp_of_the_library() =>
        Gen.Double.Where(x => x > 0 && double.IsFinite(x))
            .Sample(x => UlpsApart(Real.Log(new(x)).Value, Math.Log(x)) <= OneUlp, iter: 500_000);

    [Fact]
    public void Log_near_one_is_within_one_ulp_of_the_library() =>
        Gen.Double[0.4, 2.5].Sample(x => UlpsApart(Real.Log(new(x)).Value, Math.Log(x)) <= OneUlp, iter: 500_000);

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(710.0, double.PositiveInfinity)]
    [InlineData(1e300, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-746.0, 0.0)]
    [InlineData(-1e300, 0.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(-745.0, double.Epsilon)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_at_the_edges(double x, double expected) => Assert.Equal(expected, Real.Exp(new(x)).Value);

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(-double.Epsilon, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_at_the_edges(double x, double expected) => Assert.Equal(expected, Real.Log(new(x)).Value);
}
