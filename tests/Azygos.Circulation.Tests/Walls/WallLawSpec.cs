// Reason for length: one specification that every law inherits, and the laws' own few lines below it.
using Azygos.Circulation.Walls;
using Azygos.Numerics;

namespace Azygos.Circulation.Tests.Walls;

/// <summary>What every wall law must obey; a new one inherits all of it.</summary>
public abstract class WallLawSpec<TWall>
    where TWall : struct, IWallLaw
{
    // Laws are a handful of products and roots, each good to 1.1e-16: a thousand times that is room for cancellation.
    private const double Rounding = 1e-13;
    private const double InverseRounding = 1e-12;

    // The last Newton step carries the slopes from a point that the step before, below 1e-5, left C (1e-5)² away, C =
    // f″/2f′ up to 11: α is then good to rounding, its slopes to 2C² 1e-10. Vessel cells take the slope from the law at
    // α instead.
    private const double InverseSlope = 3e-8;

    // Simpson on 200 pieces of an interval: a knee of a law inside one costs it 4e-9.
    private const double WaveAccuracy = 1e-8;

    /// <summary>The law; one with numbers of its own overrides it.</summary>
    protected virtual TWall Law => default;

    /// <summary>Pairs K_d, K_b [Pa] over the ratios that the law is meant for.</summary>
    protected abstract IReadOnlyList<(double Distension, double Bending)> Stiffnesses { get; }

    /// <summary>Pressure below which the area underflows, as a multiple of K_d; null: none.</summary>
    protected virtual double? LowestShareOfDistension => null;

    /// <summary>α from 1e-3 to 3.</summary>
    private static IEnumerable<double> Areas => Enumerable.Range(0, 71).Select(i => 1e-3 * Math.Pow(3000, i / 70.0));

    /// <summary>Pressures of both signs from 1e-3 to 1e6 Pa, and 0.</summary>
    private IEnumerable<double> Pressures(double distension)
    {
        yield return 0;
        for (int i = 0; i <= 108; i++)
        {
            double y = Math.Pow(10, -3 + i / 12.0);
            yield return y;
            if (!(LowestShareOfDistension is { } share && -y < share * distension)) yield return -y;
        }
    }

    [Fact]
    public void Pressure_at_the_reference_area_is_zero()
    {
        foreach ((double kd, double kb) in Stiffnesses)
            Assert.Equal(0, Law.Pressure<Real>(new(1), new(kd), new(kb)).Value);
    }

    [Fact]
    public void Opening_the_vessel_always_raises_the_pressure()
    {
        foreach ((double kd, double kb) in Stiffnesses)
        {
            double last = double.NegativeInfinity;
            foreach (double α in Areas)
            {
                double y = Law.Pressure<Real>(new(α), new(kd), new(kb)).Value;
                Assert.True(y > last, $"K_d {kd}, K_b {kb}, α {α}: {y} after {last}");
                last = y;
            }
        }
    }

    [Fact]
    public void The_slope_is_that_of_the_pressure() => ForAllAreas((kd, kb, α) =>
        Near(Slope(Law.Pressure<Dual>(α, Dual.From(kd), Dual.From(kb))), SlopeAt(α.Value, kd, kb)));

    [Fact]
    public void The_stiffness_is_α_times_the_slope() => ForAllAreas((kd, kb, α) => Near(
        At(Law.Stiffness<Real>, α.Value, kd, kb), α.Value * SlopeAt(α.Value, kd, kb)));

    [Fact]
    public void The_area_integral_grows_with_α_times_the_slope() => ForAllAreas((kd, kb, α) =>
        Near(Slope(Law.AreaIntegral<Dual>(α, Dual.From(kd), Dual.From(kb))), α.Value * SlopeAt(α.Value, kd, kb)));

    [Fact]
    public void The_area_integral_is_zero_at_the_reference_area()
    {
        foreach ((double kd, double kb) in Stiffnesses)
            Assert.Equal(0, Law.AreaIntegral<Real>(new(1), new(kd), new(kb)).Value);
    }

    [Fact]
    public void The_friction_integral_grows_with_α_squared_times_the_slope() => ForAllAreas((kd, kb, α) => Near(
        Slope(Law.FrictionIntegral<Dual>(α, Dual.From(kd), Dual.From(kb))),
        α.Value * α.Value * SlopeAt(α.Value, kd, kb)));

    [Fact]
    public void The_column_integral_grows_with_the_slope_over_α_squared() => ForAllAreas((kd, kb, α) => Near(
        Slope(Law.ColumnIntegral<Dual>(α, Dual.From(kd), Dual.From(kb))),
        SlopeAt(α.Value, kd, kb) / (α.Value * α.Value)));

    [Fact]
    public void Integrals_have_no_jump()
    {
        foreach ((double kd, double kb) in Stiffnesses)
        {
            double[] α = [.. Areas];
            for (int i = 1; i < α.Length; i++)
            {
                // Simpson on 200 pieces of each interval; smooth there but for the knee of a law, which costs 1e-7 of
                // the interval.
                double area = Simpson(α[i - 1], α[i], x => x * SlopeAt(x, kd, kb));
                double friction = Simpson(α[i - 1], α[i], x => x * x * SlopeAt(x, kd, kb));
                Near(
                    At(Law.AreaIntegral<Real>, α[i], kd, kb) - At(Law.AreaIntegral<Real>, α[i - 1], kd, kb), area,
                    1e-6, kd + kb);
                Near(
                    At(Law.FrictionIntegral<Real>, α[i], kd, kb) - At(Law.FrictionIntegral<Real>, α[i - 1], kd, kb),
                    friction, 1e-6, kd + kb);
                double column = Simpson(α[i - 1], α[i], x => SlopeAt(x, kd, kb) / (x * x));
                Near(
                    At(Law.ColumnIntegral<Real>, α[i], kd, kb) - At(Law.ColumnIntegral<Real>, α[i - 1], kd, kb),
                    column, 1e-6, kd + kb);
            }
        }
    }

    [Fact]
    public void The_wave_integral_is_that_of_the_root_of_slope_over_area()
    {
        foreach ((double kd, double kb) in Stiffnesses)
        {
            double[] α = [.. Areas];
            for (int i = 1; i < α.Length; i++)
            {
                double expected = Simpson(α[i - 1], α[i], x => Math.Sqrt(SlopeAt(x, kd, kb) / x));
                Near(Wave(α[i - 1], α[i], kd, kb), expected, WaveAccuracy);
                Near(Wave(α[i], α[i - 1], kd, kb), -expected, WaveAccuracy);
            }

            double whole = Wave(α[0], α[^1], kd, kb), sum = 0;
            for (int i = 1; i < α.Length; i++) sum += Wave(α[i - 1], α[i], kd, kb);
            Near(sum, whole, 1e-11);
        }
    }

    [Fact]
    public void The_pressure_of_the_area_of_a_pressure_is_that_pressure()
    {
        // Fails too if the iteration ends at its limit before it has settled: an unsettled last step leaves far more
        // than 1e-12.
        foreach ((double kd, double kb) in Stiffnesses)
        {
            foreach (double y in Pressures(kd))
            {
                double α = Law.AreaRatio<Real>(new(y), new(kd), new(kb)).Value;
                Assert.True(α > 0 && double.IsFinite(α), $"K_d {kd}, K_b {kb}, y {y}: α {α}");
                double back = Law.Pressure<Real>(new(α), new(kd), new(kb)).Value;
                double scale = Math.Abs(y) + kd + kb;   // what rounds inside the law
                Assert.True(Math.Abs(back - y) <= InverseRounding * scale, $"K_d {kd}, K_b {kb}, y {y}: {back}, α {α}");
            }
        }
    }

    [Fact]
    public void The_area_of_the_pressure_of_an_area_is_that_area()
    {
        foreach ((double kd, double kb) in Stiffnesses)
        {
            foreach (double α in Areas)
            {
                double y = Law.Pressure<Real>(new(α), new(kd), new(kb)).Value;
                double back = Law.AreaRatio<Real>(new(y), new(kd), new(kb)).Value;
                // A pressure rounded to ε (|y| + K_d + K_b) moves α by that over y′.
                double lost = 4e-16 * (Math.Abs(y) + kd + kb) / (α * SlopeAt(α, kd, kb));
                Assert.True(Math.Abs(back - α) <= (InverseRounding + lost) * α, $"K_d {kd}, K_b {kb}, α {α}: {back}");
            }
        }
    }

    [Fact]
    public void The_slopes_of_the_inverse_are_those_of_the_inverse_function()
    {
        foreach ((double kd, double kb) in Stiffnesses)
        {
            foreach (double y in Pressures(kd))
            {
                Dual α = Law.AreaRatio(Dual.Variable(y, 0), Dual.Variable(kd, 1), Dual.Variable(kb, 2));
                Dual p = Law.Pressure(Dual.Variable(α.Value, 0), Dual.Variable(kd, 1), Dual.Variable(kb, 2));
                Near(α.Slope(0), 1 / p.Slope(0), InverseSlope);
                double scale = α.Value / Math.Max(kd, kb);
                Near(α.Slope(1), -p.Slope(1) / p.Slope(0), InverseSlope, scale);
                Near(α.Slope(2), -p.Slope(2) / p.Slope(0), InverseSlope, scale);
            }
        }
    }

    [Fact]
    public void Lanes_give_the_same_bits_as_single_values_whatever_their_neighbours()
    {
        foreach ((double kd, double kb) in Stiffnesses)
        {
            double[] y = [.. Pressures(kd)], α = [.. Areas];
            for (int i = 0; i < y.Length; i++)
            {
                // Neighbours from far apart, so that they settle after different numbers of iterations.
                double[] four =
                    [y[i], y[(i * 7 + 3) % y.Length], y[(i * 31 + 11) % y.Length], y[(i * 5 + 60) % y.Length]];
                SameBits(four, Law.AreaRatio(Lanes.At(four, 0), Lanes.From(kd), Lanes.From(kb)),
                    v => Law.AreaRatio<Real>(new(v), new(kd), new(kb)));
            }

            for (int i = 0; i + Lanes.Count <= α.Length; i++)
            {
                double[] four =
                    [α[i], α[(i * 7 + 3) % α.Length], α[(i * 31 + 11) % α.Length], α[(i * 5 + 40) % α.Length]];
                Lanes areas = Lanes.At(four, 0), d = Lanes.From(kd), b = Lanes.From(kb);
                SameBits(four, Law.Pressure(areas, d, b), v => Law.Pressure<Real>(new(v), new(kd), new(kb)));
                SameBits(four, Law.Slope(areas, d, b), v => Law.Slope<Real>(new(v), new(kd), new(kb)));
                SameBits(four, Law.Stiffness(areas, d, b), v => Law.Stiffness<Real>(new(v), new(kd), new(kb)));
                SameBits(
                    four, Law.AreaIntegral(areas, d, b), v => Law.AreaIntegral<Real>(new(v), new(kd), new(kb)));
                SameBits(four, Law.FrictionIntegral(areas, d, b), v =>
                    Law.FrictionIntegral<Real>(new(v), new(kd), new(kb)));
                SameBits(
                    four, Law.ColumnIntegral(areas, d, b), v => Law.ColumnIntegral<Real>(new(v), new(kd), new(kb)));
            }
        }
    }

    [Fact]
    public void Values_with_slopes_have_the_bits_of_single_values()
    {
        foreach ((double kd, double kb) in Stiffnesses)
            foreach (double y in Pressures(kd))
                Assert.Equal(
                    BitConverter.DoubleToInt64Bits(Law.AreaRatio<Real>(new(y), new(kd), new(kb)).Value),
                    BitConverter.DoubleToInt64Bits(
                        Law.AreaRatio(Dual.Variable(y, 0), Dual.From(kd), Dual.From(kb)).Value));
    }

    private void ForAllAreas(Action<double, double, Dual> check)
    {
        foreach ((double kd, double kb) in Stiffnesses)
            foreach (double α in Areas)
                check(kd, kb, Dual.Variable(α, 0));
    }

    private double Wave(double from, double to, double kd, double kb) =>
        Law.WaveIntegral<Real>(new(from), new(to), new(kd), new(kb)).Value;

    private static double Slope(Dual value) => value.Slope(0);

    private double SlopeAt(double α, double kd, double kb) => Law.Slope<Real>(new(α), new(kd), new(kb)).Value;

    private static double At(Func<Real, Real, Real, Real> law, double α, double kd, double kb) =>
        law(new(α), new(kd), new(kb)).Value;

    private static double Simpson(double from, double to, Func<double, double> f)
    {
        const int pieces = 200;
        double h = (to - from) / pieces, sum = 0;
        for (int i = 0; i < pieces; i++)
            sum += f(from + i * h) + 4 * f(from + (i + 0.5) * h) + f(from + (i + 1) * h);
        return sum * h / 6;
    }

    private static void Near(
        double actual, double expected, double relative = Rounding, double floor = 0) => Assert.True(
        Math.Abs(actual - expected) <= relative * (Math.Abs(expected) + floor), $"{actual:R}, not {expected:R}");

    private static void SameBits(double[] inputs, Lanes lanes, Func<double, Real> single)
    {
        for (int k = 0; k < Lanes.Count; k++)
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(single(inputs[k]).Value), BitConverter.DoubleToInt64Bits(lanes[k]));
    }
}

public sealed class SoftVeinTests : WallLawSpec<SoftVein>
{
    /// <summary>The neck vein of the shipped body (2.05 and 0.1 mmHg), and ratios from 1e-2 to 1e2.</summary>
    protected override IReadOnlyList<(double, double)> Stiffnesses =>
        [(276, 13), (13, 1300), (130, 130), (2700, 27), (1e5, 1e4), (5, 1)];
}

public sealed class StiffVeinTests : WallLawSpec<StiffVein>
{
    /// <summary>One-stiffness veins from a plexus to a sinus, and ratios from 1e-2 to 1e2.</summary>
    protected override IReadOnlyList<(double, double)> Stiffnesses =>
        [(53, 53), (105, 105), (3320, 3320), (100, 10000), (10000, 100), (300, 13)];
}

public sealed class ArteryTests : WallLawSpec<Artery>
{
    protected override IReadOnlyList<(double, double)> Stiffnesses => [(2e4, 2e4), (1e5, 1), (1e6, 1e6)];

    /// <summary>Far below √α = 0.1 the area falls as e^(20 y/K_d): at −30 K_d it nears the smallest double.</summary>
    protected override double? LowestShareOfDistension => -30;

    [Fact]
    public void The_law_is_the_square_root_above_a_hundredth_of_the_area() =>
        Assert.Equal(5e4 * (Math.Sqrt(1.44) - 1), default(Artery).Pressure<Real>(new(1.44), new(5e4), new(1)).Value, 1e-9);
}

public sealed class StretchingArteryTests : WallLawSpec<StretchingArtery>
{
    /// <summary>Far beyond a hundred times the area it grows as e^(20 y/K_d); the cube of the area, which its slopes
    /// need, leaves the doubles at 12 K_d.</summary>
    protected override IReadOnlyList<(double, double)> Stiffnesses => [(2e5, 2e5), (5e5, 1), (1e6, 1e6)];

    [Fact]
    public void The_law_is_one_less_the_square_root_below_a_hundred_times_the_area() => Assert.Equal(
        5e4 * (1 - Math.Sqrt(1 / 1.44)), default(StretchingArtery).Pressure<Real>(new(1.44), new(5e4), new(1)).Value, 1e-9);
}

public sealed class PowerWallTests : WallLawSpec<PowerWall>
{
    protected override PowerWall Law => new(6, -1.7);

    protected override IReadOnlyList<(double, double)> Stiffnesses => [(100, 100), (5, 1), (1e4, 30)];

    [Theory]
    [InlineData(0.5, 0, 3e4)]
    [InlineData(10, -1.5, 300)]
    public void With_the_exponents_of_a_named_law_it_is_that_law(double rising, double falling, double k)
    {
        foreach (double α in (double[])[0.05, 0.4, 1, 1.3])
        {
            double named = falling == 0
                ? default(Artery).Pressure<Real>(new(α), new(k), new(k)).Value
                : default(StiffVein).Pressure<Real>(new(α), new(k), new(k)).Value;
            Assert.Equal(named, new PowerWall(rising, falling).Pressure<Real>(new(α), new(k), new(k)).Value, 1e-9 * k);
        }
    }
}
