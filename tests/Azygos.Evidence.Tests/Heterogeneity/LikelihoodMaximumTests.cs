using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using CsCheck;

namespace Azygos.Evidence.Tests.Heterogeneity;

public sealed class LikelihoodMaximumTests
{
    [Fact]
    public void No_tau2_on_a_fine_grid_is_more_likely_than_the_estimate()
        => Gen.Select(Gen.Double[-3, 3].Array[5], Gen.Double[0.001, 2].Array[5], Gen.Bool).Sample(
            (y, v, restricted) =>
            {
                LinearModel model = LinearModel.From(PublishedTables.Table(y, v)).Value;
                double best = LikelihoodMaximum.Find(model, restricted).Value.Tau2;
                double top = LikelihoodMaximum.LogLikelihood(model, best, restricted);
                for (double t = 1e-4; t < 100; t *= 1.05)
                    if (LikelihoodMaximum.LogLikelihood(model, t, restricted) > top + 1e-12 * Math.Abs(top))
                        return false;
                return LikelihoodMaximum.LogLikelihood(model, 0, restricted) <= top + 1e-12 * Math.Abs(top);
            },
            iter: 200);

    [Fact]
    public void Of_two_local_maxima_the_higher_is_taken()
    {
        // One precise study far from nine imprecise ones: the score crosses 0 more than once.
        LinearModel model = LinearModel.From(PublishedTables.Table(
            [0, 6, 6.2, 5.9, 6.1, 6, 5.8, 6.3, 6.1, 5.9], [0.0001, 4, 4, 4, 4, 4, 4, 4, 4, 4])).Value;
        double best = LikelihoodMaximum.Find(model, restricted: false).Value.Tau2;
        double top = LikelihoodMaximum.LogLikelihood(model, best, false);
        for (double t = 1e-6; t < 1000; t *= 1.01)
            Assert.True(LikelihoodMaximum.LogLikelihood(model, t, false) <= top + 1e-12 * Math.Abs(top));
    }
}
