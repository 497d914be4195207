using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Tests.Pooling;

public sealed class BulkPoolingTests
{
    private static readonly double[] s_effects = [.. Enumerable.Range(0, 400).Select(static i => Math.Sin(i * 1.7))];
    private static readonly double[] s_variances =
        [.. Enumerable.Range(0, 400).Select(static i => 0.01 + 0.3 * (1 + Math.Cos(i * 0.9)))];
    private static readonly int[] s_first = [.. Enumerable.Range(0, 80).Select(static i => 5 * i), 400];

    [Fact]
    public void A_bulk_fit_is_the_single_fit()
    {
        BulkFit[] fits = Fit(1);
        for (int t = 0; t < 80; t++)
        {
            PooledFit one = RandomEffects.Pool(
                PublishedTables.Table(s_effects[(5 * t)..(5 * t + 5)], s_variances[(5 * t)..(5 * t + 5)]),
                new PoolingOptions()).Value;
            // Lanes add in another order: the score's root moves by its rounding.
            Assert.Equal(one.Tau2, fits[t].Tau2, 1e-12);
            Assert.Equal(one.Mean.Estimate, fits[t].Estimate, 13);
            Assert.Equal(one.Mean.StandardError, fits[t].StandardError, 13);
        }
    }

    public static TheoryData<string, CoefficientTest> Choices => new(
        from estimator in HeterogeneityEstimators.All
        from test in Enum.GetValues<CoefficientTest>()
        select (estimator.Key, test));

    /// <summary>Sizes from 1 to 40, spreads from equal effects to a thousand times the errors, variances over three
    /// orders.</summary>
    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_estimator_and_test_agrees_with_the_single_fit(string key, CoefficientTest test)
    {
        HeterogeneityEstimators.TryFind(key, out HeterogeneityEstimator? estimator);
        PoolingOptions options = new() { Estimator = estimator!, Test = test };
        (double[] effects, double[] variances, int[] first) = MadeUp();
        BulkFit[] fits = new BulkFit[first.Length - 1];
        BulkPooling.Pool(effects, variances, first, options, fits, 2);
        for (int t = 0; t < fits.Length; t++)
        {
            Outcome<PooledFit> outcome = RandomEffects.Pool(PublishedTables.Table(
                effects[first[t]..first[t + 1]], variances[first[t]..first[t + 1]]), options);
            Assert.Equal(outcome.HasValue, fits[t].Refused is null);
            if (!outcome.TryGet(out PooledFit? one)) continue;
            double scale = Math.Max(one.Tau2, variances[first[t]]);
            Assert.Equal(one.Tau2, fits[t].Tau2, 1e-10 * scale);
            Assert.Equal(one.Mean.Estimate, fits[t].Estimate, 1e-9 * one.Mean.StandardError + 1e-14);
            Assert.Equal(one.Mean.StandardError, fits[t].StandardError, 1e-9 * one.Mean.StandardError + 1e-14);
            Assert.Equal(one.I2Percent, fits[t].I2Percent, 1e-7);
            Assert.Equal(one.Tau2 == 0, fits[t].Tau2 == 0);
        }
    }

    [Fact]
    public void A_table_has_the_same_bits_alone_and_in_any_company()
    {
        (double[] effects, double[] variances, int[] first) = MadeUp();
        BulkFit[] all = new BulkFit[first.Length - 1];
        BulkPooling.Pool(effects, variances, first, new PoolingOptions(), all, 1);
        for (int t = 0; t < all.Length; t++)
        {
            BulkFit[] alone = new BulkFit[1];
            int from = first[t], size = first[t + 1] - from;
            BulkPooling.Pool(effects.AsMemory(from, size), variances.AsMemory(from, size), new[] { 0, size },
                new PoolingOptions(), alone, 1);
            Assert.Equal(all[t], alone[0]);
        }
    }

    /// <summary>Two far groups of precise studies: a likelihood with two maxima is fitted by itself.</summary>
    [Fact]
    public void A_likelihood_with_two_maxima_is_the_single_fits()
    {
        double[] effects = [0, 0.01, -0.01, 5, 5.01, 0.02, 0, 3], variances = [1e-6, 1e-6, 2e-6, 4, 9, 1e-6, 16, 25];
        BulkFit[] fits = new BulkFit[1];
        BulkPooling.Pool(effects, variances, new[] { 0, 8 }, new PoolingOptions(), fits, 1);
        PooledFit one = RandomEffects.Pool(PublishedTables.Table(effects, variances), new PoolingOptions()).Value;
        Assert.Equal(one.Tau2, fits[0].Tau2, 1e-10 * one.Tau2);
    }

    private static (double[] Effects, double[] Variances, int[] First) MadeUp()
    {
        Random random = new(7);
        List<double> effects = [], variances = [];
        List<int> first = [0];
        for (int table = 0; table < 240; table++)
        {
            double spread = (table % 6) switch { 0 => 0, 1 => 1e-3, 2 => 0.1, 3 => 0.5, 4 => 3, _ => 30 };
            for (int i = 0; i < 1 + table % 40; i++)
            {
                variances.Add(0.01 * Math.Pow(1000, random.NextDouble()));
                effects.Add(0.3 + spread * (random.NextDouble() - 0.5));
            }
            first.Add(effects.Count);
        }
        return ([.. effects], [.. variances], [.. first]);
    }

    [Fact]
    public void One_and_eight_threads_give_the_same_bits() => Assert.Equal(Fit(1), Fit(8));

    [Fact]
    public void A_bad_table_is_refused_and_the_others_are_not()
    {
        double[] effects = [.. s_effects];
        effects[7] = double.NaN;
        BulkFit[] fits = new BulkFit[80];
        BulkPooling.Pool(effects, s_variances, s_first, new PoolingOptions(), fits, 2);
        Assert.Equal(Refusal.BadValue, fits[1].Refused!.Code);
        Assert.All(fits.Where(static (_, i) => i != 1), static f => Assert.Null(f.Refused));
        Assert.Throws<ArgumentException>(
            () => BulkPooling.Pool(effects, s_variances, s_first, new PoolingOptions(), new BulkFit[3], 1));
    }

    private static BulkFit[] Fit(int threads)
    {
        BulkFit[] fits = new BulkFit[80];
        BulkPooling.Pool(s_effects, s_variances, s_first, new PoolingOptions(), fits, threads);
        return fits;
    }
}
