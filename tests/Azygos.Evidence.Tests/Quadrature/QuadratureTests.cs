using Azygos.Evidence.Quadrature;

namespace Azygos.Evidence.Tests.Quadrature;

public sealed class QuadratureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(25)]
    [InlineData(41)]
    public void Gauss_Hermite_has_the_moments_of_the_normal(int n)
    {
        GaussHermite rule = GaussHermite.Of(n);
        double expected = 1;
        for (int power = 0; power <= Math.Min(2 * n - 1, 12); power += 2)
        {
            if (power > 0) expected *= power - 1;
            double sum = 0;
            for (int i = 0; i < n; i++) sum += rule.Weights[i] * Math.Pow(rule.Nodes[i], power);
            PublishedTables.Close(expected, sum, 1e-11);
        }
        Assert.Equal(n, rule.Nodes.Distinct().Count());
    }

    [Fact]
    public void Gauss_Legendre_integrates_polynomials_exactly()
    {
        (double[] nodes, double[] weights) = GaussLegendre.On(1, 3, 6);
        double sum = 0;
        for (int i = 0; i < 6; i++) sum += weights[i] * Math.Pow(nodes[i], 11);
        PublishedTables.Close((Math.Pow(3, 12) - 1) / 12, sum, 1e-13);
    }
}
