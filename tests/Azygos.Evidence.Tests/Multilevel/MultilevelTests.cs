using Azygos.Evidence.Linear;
using Azygos.Evidence.Multilevel;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Tests.Multilevel;

public sealed class MultilevelTests
{
    private static readonly double[] s_y = [0.1, 0.3, 0.25, 0.8, 0.7, 0.95, -0.2, 0.05, 0.4, 0.35];
    private static readonly double[] s_v = [0.02, 0.03, 0.02, 0.01, 0.02, 0.04, 0.03, 0.02, 0.05, 0.02];
    private static readonly string[] s_study = ["a", "a", "a", "b", "b", "b", "c", "c", "d", "d"];

    [Fact]
    public void With_a_level_for_each_row_it_is_the_ordinary_random_effects_model()
    {
        EffectTable table = PublishedTables.Table(s_y, s_v);
        MultilevelFit fit = MultilevelModel.Fit(
            table, DesignMatrix.Intercept(10),
            [new RandomEffect("row", [.. Enumerable.Range(0, 10).Select(static i => $"{i}")])]).Value;
        PooledFit ordinary = RandomEffects.Pool(table, new PoolingOptions()).Value;
        PublishedTables.Close(ordinary.Tau2, fit.Variances[0], 1e-7);
        PublishedTables.Close(ordinary.Mean.Estimate, fit.Coefficients[0].Estimate, 1e-8);
        PublishedTables.Close(ordinary.Mean.StandardError, fit.Coefficients[0].StandardError, 1e-7);
        PublishedTables.Close(ordinary.RestrictedLikelihood.LogLikelihood, fit.LogLikelihood, 1e-10);
        PublishedTables.Close(ordinary.Heterogeneity.Statistic, fit.Heterogeneity.Statistic, 1e-10);
    }

    [Fact]
    public void No_other_variances_are_more_likely()
    {
        EffectTable table = PublishedTables.Table(s_y, s_v);
        RandomEffect[] effects =
            [new("study", s_study), new("row", [.. Enumerable.Range(0, 10).Select(static i => $"{i}")])];
        MultilevelFit fit = MultilevelModel.Fit(table, DesignMatrix.Intercept(10), effects).Value;
        // Ten rows in four groups: restricted likelihood by hand on a grid, M block by block with the Sherman-Morrison
        // identity.
        for (double between = 0; between < 0.4; between += 0.02)
            for (double within = 0; within < 0.2; within += 0.01)
                Assert.True(Likelihood(between, within) <= fit.LogLikelihood + 1e-9);
        PublishedTables.Close(Likelihood(fit.Variances[0], fit.Variances[1]), fit.LogLikelihood, 1e-9);
    }

    [Fact]
    public void A_full_sampling_covariance_without_correlation_changes_nothing()
    {
        EffectTable table = PublishedTables.Table(s_y, s_v);
        double[] diagonal = new double[100];
        for (int i = 0; i < 10; i++) diagonal[11 * i] = s_v[i];
        RandomEffect[] effects = [new("study", s_study)];
        Assert.Equal(
            MultilevelModel.Fit(table, DesignMatrix.Intercept(10), effects).Value.Coefficients[0],
            MultilevelModel.Fit(table, DesignMatrix.Intercept(10), effects, diagonal).Value.Coefficients[0]);
    }

    [Fact]
    public void Robust_errors_of_clusters_of_one_are_those_of_White()
    {
        EffectTable table = PublishedTables.Table(s_y, s_v);
        PooledFit fit = RandomEffects.Pool(table, new PoolingOptions()).Value;
        string[] own = [.. Enumerable.Range(0, 10).Select(static i => $"{i}")];
        RobustCoefficient cr0 = ClusterRobust.Of(fit, own, RobustCorrection.CR0).Value[0];
        double sum = 0, meat = 0;
        for (int i = 0; i < 10; i++)
        {
            double w = 1 / (s_v[i] + fit.Tau2);
            sum += w;
            meat += w * w * (s_y[i] - fit.Mean.Estimate) * (s_y[i] - fit.Mean.Estimate);
        }
        PublishedTables.Close(Math.Sqrt(meat) / sum, cr0.Coefficient.StandardError, 1e-10);
        RobustCoefficient cr1 = ClusterRobust.Of(fit, own, RobustCorrection.CR1).Value[0];
        PublishedTables.Close(cr0.Coefficient.StandardError * Math.Sqrt(10 / 9.0),
            cr1.Coefficient.StandardError, 1e-12);
    }

    [Fact]
    public void CR2_of_a_plain_mean_is_the_standard_error_of_the_mean_with_k_minus_1_degrees()
    {
        // Equal variances, clusters of one: the bias-reduced error is s/√k exactly, with k − 1 Satterthwaite degrees.
        EffectTable table = PublishedTables.Table(s_y, [.. Enumerable.Repeat(0.02, 10)]);
        PooledFit fit = RandomEffects.Pool(table, new PoolingOptions()).Value;
        RobustCoefficient cr2 = ClusterRobust.Of(fit, [.. Enumerable.Range(0, 10).Select(static i => $"{i}")],
            RobustCorrection.CR2).Value[0];
        double mean = s_y.Average(), s = Math.Sqrt(s_y.Sum(y => (y - mean) * (y - mean)) / 9);
        PublishedTables.Close(s / Math.Sqrt(10), cr2.Coefficient.StandardError, 1e-9);
        PublishedTables.Close(9, cr2.Degrees, 1e-9);
    }

    [Fact]
    public void Too_few_clusters_and_rows_are_refused()
    {
        EffectTable table = PublishedTables.Table([0.1, 0.2, 0.3], [0.1, 0.1, 0.1]);
        PooledFit fit = RandomEffects.Pool(table, new PoolingOptions()).Value;
        Assert.Equal(Refusal.TooFewStudies, ClusterRobust.Of(fit, ["a", "a", "a"], RobustCorrection.CR2).Refused!.Code);
        Assert.Equal(Refusal.Saturated, MultilevelModel.Fit(
            PublishedTables.Table([0.1, 0.2], [0.1, 0.1]), DesignMatrix.Intercept(2),
            [new("study", ["a", "b"])]).Refused!.Code);
    }

    private static double Likelihood(double between, double within)
    {
        double logDet = 0, x = 0, xy = 0, yy = 0;
        foreach (string study in s_study.Distinct())
        {
            int[] rows = [.. Enumerable.Range(0, 10).Where(i => s_study[i] == study)];
            double w = 0, wy = 0, wyy = 0, product = 0;
            foreach (int i in rows)
            {
                double own = 1 / (s_v[i] + within);
                w += own;
                wy += own * s_y[i];
                wyy += own * s_y[i] * s_y[i];
                product -= Math.Log(own);
            }
            double shrink = between / (1 + between * w);
            logDet += product + Math.Log(1 + between * w);
            x += w - shrink * w * w;
            xy += wy - shrink * w * wy;
            yy += wyy - shrink * wy * wy;
        }
        return -0.5 * (9 * Math.Log(2 * Math.PI) - Math.Log(10) + logDet + Math.Log(x) + yy - xy * xy / x);
    }
}
