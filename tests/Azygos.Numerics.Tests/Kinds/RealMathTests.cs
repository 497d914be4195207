using CsCheck;

namespace Azygos.Numerics.Tests;

public sealed class RealMathTests
{
    private static long UlpsApart(double a, double b) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));

    private static double Atan(double x) => RealMath.Atan(new Real(x)).Value;

    // Between 0.2 and 0.25 the reduced angle is near the result in size and rounds three times: two ulps, 4.4e-16.
    [Fact]
    public void Atan_is_within_two_ulps_of_the_library() =>
        Gen.Frequency((3, Gen.Double[-6, 6]), (1, Gen.Double[-1e4, 1e4]), (1, Gen.Double.Where(double.IsFinite)))
            .Sample(x => UlpsApart(Atan(x), Math.Atan(x)) <= 2, iter: 500_000);

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, 0.7853981633974483)]
    [InlineData(-1.0, -0.7853981633974483)]
    [InlineData(double.PositiveInfinity, 1.5707963267948966)]
    [InlineData(double.NegativeInfinity, -1.5707963267948966)]
    [InlineData(double.MaxValue, 1.5707963267948966)]
    [InlineData(double.Epsilon, double.Epsilon)]
    [InlineData(double.NaN, double.NaN)]
    public void Atan_at_the_edges(double x, double expected) => Assert.Equal(expected, Atan(x));

    [Fact]
    public void Atan_is_odd() => Gen.Double.Sample(x => Atan(-x).Equals(-Atan(x)) || x == 0);

    [Fact]
    public void Atan_rises_across_its_seams()
    {
        foreach (double seam in (double[])[0.2, 2.0 / 3, 1.5, 5])
            Assert.True(Atan(Math.BitDecrement(seam)) <= Atan(seam), $"falls at {seam}");
    }

    // The error of a power is that of its exponent y ln x, at most 22 here, times an ulp, 1.1e-16, and as much again
    // for the rest.
    [Fact]
    public void Powers_agree_with_the_library() =>
        Gen.Select(Gen.Double[1e-3, 1e3], Gen.Double[-3, 3]).Sample((x, y) =>
            Math.Abs(RealMath.Pow(new Real(x), y).Value / Math.Pow(x, y) - 1) <= 5e-15);
}
