using Azygos.Evidence.Bias;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Evidence.Tests.Tables;

namespace Azygos.Evidence.Tests.Bias;

/// <summary>Expected values: metafor 3.8-1 on the BCG trials, REML converged to 1e-13.</summary>
public sealed class BiasAnalysisTests
{
    private static readonly BiasAnalysis s_bcg = BiasAnalysis.Of(EffectMeasure.Find("RR")!, BcgStudies.All,
        new PoolingOptions { Test = CoefficientTest.KnappHartung }, ZeroCellPolicy.Half).Value;

    [Fact]
    public void Tests_are_those_of_their_authors()
    {
        Assert.Equal(0.188706995082, s_bcg.Tests.Single(test => test.Key == "egger").PValue!.Value, 1e-9);
        Assert.Equal(0.952361907961, s_bcg.Tests.Single(test => test.Key == "begg").PValue!.Value, 1e-9);
        Assert.Contains(s_bcg.Tests, test => test is { Key: "harbord", PValue: > 0 });
        Assert.Contains(s_bcg.Tests, test => test is { Key: "peters", PValue: > 0 });
    }

    /// <summary>The reference refits at its default threshold of 1e-5 while it trims: six digits are shared.</summary>
    [Fact]
    public void Trim_and_fill_fills_the_thin_side()
    {
        BiasAdjusted filled = s_bcg.Adjusted.Single(one => one.Key == "trim_fill_l0");
        Assert.Equal(-0.65708280076, filled.Estimate!.Value, 1e-6);
        Assert.Equal("1 filled in on the right", filled.Remark);
    }

    [Fact]
    public void Every_analysis_gives_a_number_or_a_reason()
    {
        BiasAnalysis two = BiasAnalysis.Of(EffectMeasure.Find("RR")!, [.. BcgStudies.All.Take(2)],
            new PoolingOptions(), ZeroCellPolicy.Half).Value;
        foreach (BiasAnalysis one in (BiasAnalysis[])[s_bcg, two])
        {
            Assert.All(one.Tests, test => Assert.True(test.PValue is not null || test.Why.Length > 0));
            Assert.All(one.Adjusted, pool => Assert.True(pool.Estimate is not null || pool.Remark.Length > 0));
        }
        Assert.Contains(two.Tests, test => test is { Key: "egger", PValue: null });
    }

    [Fact]
    public void Leaving_a_study_out_is_pooling_the_others()
    {
        BiasAnalysis others = BiasAnalysis.Of(EffectMeasure.Find("RR")!, [.. BcgStudies.All.Skip(1)],
            new PoolingOptions { Test = CoefficientTest.KnappHartung }, ZeroCellPolicy.Half).Value;
        Assert.Equal(others.Fit.Mean, s_bcg.Influence[0].Without!.Mean);
    }
}
