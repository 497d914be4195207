using Azygos.Evidence.Optimisation;

namespace Azygos.Evidence.Tests.Optimisation;

public sealed class SearchTests
{
    [Fact]
    public void Brent_finds_roots_to_the_last_digits()
    {
        PublishedTables.Close(Math.Sqrt(2), BrentRoot.Find(static x => x * x - 2, (0, -2), (2, 2)).Value.X, 4e-16);
        PublishedTables.Close(1e-8, BrentRoot.Find(static x => x * x * x - 1e-24, (0, -1e-24), (5, 125)).Value.X,
            1e-14);
        Assert.False(BrentRoot.Find(static x => x, (1, 1), (2, 2)).HasValue);
        PublishedTables.Close(1000, BrentRoot.FindUpward(static x => x - 1000, 0, 1).Value.X, 1e-15);
    }

    [Fact]
    public void Newton_on_an_arrow_solves_a_quadratic_and_returns_its_covariance()
    {
        // −½ Σ ((aᵢ − i)² + 2 (g − aᵢ)²): maximum aᵢ, g solve a linear system; precision of g is Σ 2·1/(1 + 2) = 2.
        double[] centre = [0, 1, 2];
        ArrowNewton fit = ArrowNewton.Maximise(
            (i, a, g) => -0.5 * ((a - centre[i]) * (a - centre[i]) + 2 * (g[0] - a) * (g[0] - a)),
            [5, 5, 5], [-3], true, "test").Value;
        Assert.Equal(1, fit.Shared[0], 7);
        Assert.Equal(1.0 / 3 * centre[2] + 2.0 / 3, fit.Own[2], 7);
        Assert.Equal(0.5, fit.SharedCovariance[0, 0], 5);
    }

    [Fact]
    public void A_maximum_at_0_of_an_even_function_is_reached()
        => Assert.Equal(0, ArrowNewton.Maximise(static (_, _, g) => -g[0] * g[0] - g[0] * g[0] * g[0] * g[0],
            [0], [0.8], false, "test").Value.Shared[0], 6);
}
