using Azygos.Studies.Designs;
using Azygos.Studies.Power;

namespace Azygos.Studies.Tests.Power;

public sealed class PowerTests
{
    [Theory]
    [InlineData(OddsRatioInterval.Woolf)]
    [InlineData(OddsRatioInterval.MidP)]
    public void Simulated_power_agrees_with_exact_power(OddsRatioInterval interval)
    {
        StudyPower power = StudyPower.Of(Shipped.Plan(Shipped.Null with
        {
            Examiner = ExaminerKind.Accuracy,
            PositiveRate = null,
            Sensitivity = 0.9,
            Specificity = 0.9,
            HasCustomTruth = true,
            TrueOddsRatio = 2.5,
            Given = ["truth.kind", "truth.odds_ratio"],
            Interval = interval,
        }, 1000))!;
        double error = Math.Sqrt(power.Exact!.Value * (1 - power.Exact.Value) / 1000);
        Assert.Equal(power.Exact.Value, power.Simulated.Value!.Value, tolerance: 4 * error);
        Assert.InRange(power.Exact.Value, 0.5, 0.95);                                   // where a miss would be seen
        Assert.Equal(power.Exact.Value, power.Formula, tolerance: 0.03);                // a normal approximation
    }

    [Fact]
    public void Of_groups_that_do_not_differ_the_power_is_the_level()
    {
        TwoGroupPower power = new(0.3, 0.3, 100, 100, 0.95);
        Assert.InRange(power.Exact(OddsRatioInterval.Exact), 0, 0.05);      // never more than it says
        Assert.Equal(0.05, power.Exact(OddsRatioInterval.Woolf), tolerance: 0.015);
    }

    /// <summary>Fleiss's table prints sizes with a continuity correction; without it 0.5 against 0.3 at 80 % needs 93
    /// by hand: (1.96 √(2·0.4·0.6) + 0.8416 √(0.25 + 0.21))²/0.04 = 92.9.</summary>
    [Fact]
    public void The_formula_s_size_is_that_by_hand() =>
        Assert.Equal(93, new TwoGroupPower(0.5, 0.3, 1, 1, 0.95).SizeByFormula(0.8));

    [Fact]
    public void The_size_that_is_asked_for_has_the_power_that_is_asked_for()
    {
        int size = (int)new TwoGroupPower(0.5, 0.3, 1, 1, 0.95).SizeByFormula(0.8);
        Assert.Equal(0.8, new TwoGroupPower(0.5, 0.3, size, size, 0.95).Exact(OddsRatioInterval.Woolf), tolerance: 0.03);
    }

    [Fact]
    public void A_design_without_two_groups_has_no_power() =>
        Assert.Null(StudyPower.Of(Shipped.Plan(Shipped.Study("open-label-series"), 1)));
}
