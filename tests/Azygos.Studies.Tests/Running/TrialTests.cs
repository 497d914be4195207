using Azygos.Studies.Designs;
using Azygos.Studies.Results;

namespace Azygos.Studies.Tests.Running;

public sealed class TrialTests
{
    /// <summary>A placebo response in both arms: difference of means of 300 trials within 4 standard errors of 0, and
    /// within them of the treatment's effect where it has one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Sham_and_treated_differ_by_the_true_effect_and_by_nothing_else(double effect)
    {
        StudyDesign design = Shipped.Study("brave-dreams-like") with
        {
            TreatmentEffect = effect,
            EnrolsPositivesOnly = false,
            Given = [],
        };
        StudySummary found = Shipped.Run(design, 300);
        double error = Math.Sqrt(1.0 / 76 + 1.0 / 39);
        double mean = found.Findings.Average(one => one.Tally.Treated.Mean!.Value - one.Tally.Sham.Mean!.Value);
        Assert.Equal(effect, mean, tolerance: 4 * error / Math.Sqrt(300));
        Assert.Equal(0.4, found.Findings.Average(one => one.Tally.Sham.Mean!.Value), tolerance: 4 / Math.Sqrt(39 * 300));
        // 300 intervals: standard error of the coverage 1.3 %.
        Assert.InRange(found.MeanCoverage()!.Value.Value!.Value, 0.90, 0.99);
    }

    [Fact]
    public void A_series_without_a_comparison_improves_though_nothing_works()
    {
        StudySummary found = Shipped.Run(Shipped.Study("open-label-series") with { Loss = 0, LossOfTheWorse = 0 }, 100);
        Assert.Equal(0.6, found.MeanChange(one => one.Treated)!.Median, tolerance: 4 * 1.25 / Math.Sqrt(100 * 100));
        Assert.Null(found.Ratio());
        Assert.Null(found.MeanDifference());
    }

    [Fact]
    public void Losing_those_who_do_worse_makes_a_series_look_better()
    {
        StudyDesign kept = Shipped.Study("open-label-series") with { Loss = 0, LossOfTheWorse = 0 };
        StudyDesign lost = kept with { Loss = 0.3, LossOfTheWorse = 1 };
        Assert.True(Shipped.Run(lost, 50).MeanChange(one => one.Treated)!.Median
            > Shipped.Run(kept, 50).MeanChange(one => one.Treated)!.Median + 0.1);
    }

    [Fact]
    public void Everybody_enrolled_was_positive_and_others_were_looked_at()
    {
        StudySummary found = Shipped.Run(Shipped.Study("premise-like"), 50);
        Assert.All(found.Findings, one => Assert.Equal(one.Tally.Cases.Count, one.Tally.Cases.Positive));
        // 0.366·0.62 + 0.634·0.17 = 0.335 are positive: three are looked at for each place.
        double screened = found.Findings.Average(one => (double)one.Tally.Screened) / 19;
        Assert.Equal(1 / 0.335, screened, tolerance: 4 * 2.44 / Math.Sqrt(19 * 50));
    }
}
