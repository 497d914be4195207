using Azygos.Studies.Designs;
using Azygos.Studies.Results;

namespace Azygos.Studies.Tests.Running;

/// <summary>What designs find when the truth is known.</summary>
public sealed class NullTruthTests
{
    /// <summary>1,000 studies: the coverage has a standard error of 0.7 %, and the bar is 93 to 97 %.</summary>
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    public void Nothing_true_and_nothing_known_is_covered_in_93_to_97_of_100_studies(double rate)
    {
        RatioSummary ratio = Shipped.Run(Shipped.Null with { PositiveRate = rate }, 1000).Ratio()!;
        Assert.InRange(Of(ratio, OddsRatioInterval.Woolf), 0.93, 0.97);
        Assert.InRange(Of(ratio, OddsRatioInterval.MidP), 0.93, 0.97);
        Assert.True(Of(ratio, OddsRatioInterval.Exact) >= Of(ratio, OddsRatioInterval.MidP));
    }

    /// <summary>A rare finding: the exact interval covers far too often, mid-p less so.</summary>
    [Fact]
    public void A_rare_finding_is_covered_too_often_and_mid_p_is_nearer()
    {
        RatioSummary ratio = Shipped.Run(Shipped.Null with { PositiveRate = 0.03 }, 1000).Ratio()!;
        Assert.True(Of(ratio, OddsRatioInterval.Woolf) > 0.97);
        Assert.True(Of(ratio, OddsRatioInterval.Exact) > 0.98);
        Assert.InRange(Of(ratio, OddsRatioInterval.MidP), 0.95, Of(ratio, OddsRatioInterval.Exact) - 0.005);
    }

    [Theory]
    [InlineData(0.65, 3.67)]
    [InlineData(1.3, 13.46)]
    public void Expectation_alone_gives_the_published_odds_ratio(double bias, double published)
    {
        RatioSummary ratio = Shipped.Run(
            Shipped.Null with { IsBlinded = false, ExpectationBias = bias, Cases = 400, Controls = 400 }, 100).Ratio()!;
        Assert.Equal(published, ratio.Expected!.Value, tolerance: 0.005);           // printed to 2 decimals
        Agrees(published, ratio);
        // Median of 100: standard error 1.25 SD/√100; its own bias, of the order of 1/n, is a tenth of that.
        double deviation = Math.Log(ratio.Spread.High / ratio.Spread.Low) / 3.92;
        Assert.Equal(Math.Log(published), Math.Log(ratio.Spread.Median), tolerance: 4 * 1.25 * deviation / Math.Sqrt(100));
        Assert.True(Of(ratio, OddsRatioInterval.Woolf) < 0.01);
    }

    [Fact]
    public void People_who_differ_attenuate_what_expectation_does()
    {
        RatioSummary ratio = Shipped.Run(Shipped.Study("zamboni-2009-like"), 100).Ratio()!;
        Assert.InRange(ratio.Together!.Median, 1, Math.Exp(2.6));
        Agrees(ratio.Expected!.Value, ratio);
    }

    [Fact]
    public void Expectation_of_an_examiner_who_cannot_know_adds_noise_and_no_bias()
    {
        RatioSummary ratio = Shipped.Run(Shipped.Null with { ExpectationBias = 1.3 }, 200).Ratio()!;
        Assert.Equal(1, ratio.Expected!.Value, tolerance: 1e-12);
        Agrees(1, ratio);
    }

    [Fact]
    public void A_true_odds_ratio_is_blurred_by_an_imperfect_examination()
    {
        StudyDesign design = Shipped.Null with
        {
            Examiner = ExaminerKind.Accuracy,
            PositiveRate = null,
            Sensitivity = 0.62,
            Specificity = 0.83,
            HasCustomTruth = true,
            TrueOddsRatio = 3,
            Given = ["truth.kind", "truth.odds_ratio"],
        };
        RatioSummary ratio = Shipped.Run(design, 200).Ratio()!;
        Assert.InRange(ratio.Expected!.Value, 1.1, 2.9);
        Agrees(ratio.Expected.Value, ratio);
    }

    /// <summary>Older cases and a finding that comes with age: an association without any effect of the disease.</summary>
    [Fact]
    public void Cases_who_are_older_seem_to_have_more_of_what_comes_with_age()
    {
        StudyDesign design = Shipped.Null with
        {
            Examiner = ExaminerKind.Accuracy,
            PositiveRate = null,
            Sensitivity = 0.9,
            Specificity = 0.9,
            AgeSlope = 0.5,
        };
        Agrees(1, Shipped.Run(design, 100).Ratio()!);
        Assert.True(Shipped.Run(design with { AgeDifference = 10 }, 100).Ratio()!.Together!.Low > 1.2);
    }

    /// <summary>Within 4 standard errors of what all repetitions say together.</summary>
    private static void Agrees(double expected, RatioSummary ratio) => Assert.Equal(
        Math.Log(expected), Math.Log(ratio.Together!.Median),
        tolerance: 4 * Math.Log(ratio.Together.High / ratio.Together.Low) / 3.92);

    private static double Of(RatioSummary ratio, OddsRatioInterval interval) =>
        ratio.Coverages.Single(one => one.Interval == interval).Covered.Value!.Value;
}
