namespace Azygos.Numerics.Tests;

public sealed class GaussLegendreTests
{
    [Fact]
    public void Eight_points_integrate_degree_fifteen_exactly_and_sixteen_not()
    {
        Assert.Equal(1.0 / 16, GaussLegendre.Integrate(x => Math.Pow(x, 15), 0, 1), 1e-16);
        Assert.NotEqual(1.0 / 17, GaussLegendre.Integrate(x => Math.Pow(x, 16), 0, 1), 1e-12);
        Assert.Equal(-Math.Sin(1), GaussLegendre.Integrate(Math.Cos, 1, 0), 1e-15);
    }
}
