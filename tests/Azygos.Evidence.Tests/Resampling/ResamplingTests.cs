using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Resampling;

namespace Azygos.Evidence.Tests.Resampling;

public sealed class ResamplingTests
{
    private static readonly PoolingOptions s_dl = new() { Estimator = HeterogeneityEstimators.DerSimonianLaird };

    [Fact]
    public void Exact_sign_flips_of_the_Bcg_trials_count_14_of_8192()
    {
        PermutationTest test = PermutationTest.SignFlips(PublishedTables.BcgRiskRatios(), s_dl).Value;     // metafor
        Assert.Equal((8192, 14), (test.Permutations, test.AtLeastAsExtreme[0]));
        PublishedTables.Close(-3.9952381888865807, test.Observed[0], 1e-10);
    }

    [Fact]
    public void Two_studies_have_four_flips()
    {
        PermutationTest test = PermutationTest.SignFlips(PublishedTables.Table([0.1, 0.9], [0.04, 0.09]), s_dl).Value;
        Assert.Equal(0.5, test.PValues[0]);
    }

    [Fact]
    public void Equal_predictor_rows_are_not_permuted_among_themselves()
    {
        EffectTable table = PublishedTables.Table([0.1, 0.5, 0.3, 0.9], [0.1, 0.1, 0.1, 0.1]);
        DesignMatrix design = DesignMatrix.WithIntercept(4, [("group", [0, 0, 1, 1])]);
        PermutationTest test = PermutationTest.Moderators(table, design, s_dl).Value;
        Assert.Equal(6, test.Permutations);
        Assert.True(test.OmnibusAtLeast >= 1);
    }

    [Fact]
    public void Too_many_rearrangements_are_refused()
    {
        EffectTable table = PublishedTables.Table([.. Enumerable.Range(0, 30).Select(static i => (double)i)],
            [.. Enumerable.Repeat(1.0, 30)]);
        Assert.Equal(Refusal.NotApplicable, PermutationTest.SignFlips(table, s_dl).Refused!.Code);
        Assert.Equal(Refusal.NotApplicable, AllSubsets.Fit(table, s_dl).Refused!.Code);
    }

    [Fact]
    public void All_subsets_hold_each_study_and_the_whole()
    {
        EffectTable bcg = PublishedTables.BcgRiskRatios();
        SubsetFit[] fits = AllSubsets.Fit(bcg, s_dl).Value;
        Assert.Equal(8191, fits.Length);
        PublishedTables.Close(RandomEffects.Pool(bcg, s_dl).Value.Mean.Estimate, fits[^1].Estimate, 1e-12);
        Assert.Equal(bcg.Effects[3], fits[(1 << 3) - 1].Estimate);
        PublishedTables.Close(-0.7113435218254515, fits.Average(static f => f.Estimate), 1e-10);           // metafor
        PublishedTables.Close(83.26977773293852, fits.Average(static f => f.I2Percent), 1e-10);
    }

    [Fact]
    public void Sampled_flips_come_near_the_exact_share_and_repeat_with_their_seed()
    {
        EffectTable bcg = PublishedTables.BcgRiskRatios();
        SampledPermutation one = SampledPermutation.SignFlips(bcg, s_dl, 20_000, 7).Value;
        Assert.Equal(one, SampledPermutation.SignFlips(bcg, s_dl, 20_000, 7).Value);
        Assert.NotEqual(one.AtLeastAsExtreme,
            SampledPermutation.SignFlips(bcg, s_dl, 20_000, 8).Value.AtLeastAsExtreme + 1000);
        Assert.Equal(14 / 8192.0, one.PValue, 0.0012);      // four standard errors of 20,000 draws
    }
}
