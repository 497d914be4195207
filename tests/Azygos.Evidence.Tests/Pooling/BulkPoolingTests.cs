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
            Assert.Equal(one.Tau2, fits[t].Tau2);
            Assert.Equal(one.Mean.Estimate, fits[t].Estimate, 13);
            Assert.Equal(one.Mean.StandardError, fits[t].StandardError, 13);
        }
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
