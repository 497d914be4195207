using Azygos.Circulation.Verification;

namespace Azygos.Circulation.Tests.Verification;

public sealed class InterpolationTests
{
    private static double Cubic(double t) => 2 - 3 * t + 0.5 * t * t + 4 * t * t * t;

    [Fact]
    public void Four_points_reproduce_a_cubic()
    {
        double[] t = [0, 0.1, 0.25, 0.4, 0.7, 1];
        double[] at = [0.03, 0.2, 0.5, 0.99];
        double[] result = Interpolation.AtTimes(new Series(t, [.. t.Select(Cubic)]), at);
        Assert.All(at.Zip(result), pair => Assert.Equal(Cubic(pair.First), pair.Second, 1e-13));
    }

    [Fact]
    public void Four_points_converge_with_order_four()
    {
        double Error(int intervals)
        {
            double[] t = [.. Enumerable.Range(0, intervals + 1).Select(i => i / (double)intervals)];
            double[] at = [.. Enumerable.Range(0, 57).Select(i => i / 57.0)];
            double[] y = Interpolation.AtTimes(new Series(t, [.. t.Select(s => Math.Sin(5 * s))]), at);
            return at.Zip(y).Max(pair => Math.Abs(pair.Second - Math.Sin(5 * pair.First)));
        }

        Assert.True(Math.Log2(Error(32) / Error(64)) > 3.7);
    }

    [Fact]
    public void A_sample_that_is_stepped_onto_is_taken_as_it_is()
    {
        Series series = new([0, 1, 2, 3, 4], [0, 5, 0, -5, 0]);
        Assert.Equal([5.0, -5], Interpolation.AtTimes(series, [1 + 1e-10, 3 - 1e-10]));
    }

    [Fact]
    public void A_run_that_ended_early_has_no_value_there()
    {
        double[] result = Interpolation.AtTimes(new Series([0, 1, 2, 3, 4], [0, 5, 0, -5, 0]), [3.5, 4.5, -0.5]);
        Assert.True(double.IsFinite(result[0]));
        Assert.True(double.IsNaN(result[1]) && double.IsNaN(result[2]));
    }

    [Fact]
    public void Profiles_are_linear()
        => Assert.Equal([1.0, 1.5, 4, 4], Interpolation.AtPlaces(new Series([0, 1, 2], [1, 2, 4]), [-1, 0.5, 2, 3]));
}
