using Azygos.Evidence.Effects;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Tests.Tables;

public sealed class MeasureTests
{
    /// <summary>A study of each shape of columns.</summary>
    private static double[] Study(EffectMeasure of) => [.. of.Columns.Select((column, i) => column.Holds switch
    {
        StudyNumber.Events => 7.0 + i,
        StudyNumber.Count => 6.0 + i,
        StudyNumber.Size => 40.0 + 5 * i,
        StudyNumber.Spread => 2.5 + i,
        StudyNumber.Correlation => 0.3,
        _ => 4.0 + i,
    })];

    public static TheoryData<string> Keys => [.. EffectMeasure.All.Select(one => one.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_measure_gives_an_effect_with_a_variance_above_0(string key)
    {
        EffectMeasure measure = EffectMeasure.Find(key)!;
        EffectEstimate effect = measure.Effect(Study(measure)).Value;
        Assert.True(effect.Variance > 0 && double.IsFinite(effect.Value));
        Assert.True(double.IsFinite(measure.Shown(effect.Value)));
    }

    [Theory]
    [InlineData("PLO", 0.25)]
    [InlineData("PAS", 0.25)]
    public void A_share_is_shown_as_the_share_it_came_from(string key, double share)
    {
        EffectMeasure measure = EffectMeasure.Find(key)!;
        Assert.Equal(share, measure.Shown(measure.Effect(new[] { 10.0, 40 }).Value.Value), 12);
    }

    [Fact]
    public void A_correlation_is_shown_as_the_correlation_it_came_from() => Assert.Equal(0.4,
        EffectMeasure.Find("ZCOR")!.Shown(EffectMeasure.Find("ZCOR")!.Effect(new[] { 0.4, 30 }).Value.Value), 12);

    [Fact]
    public void A_rate_ratio_compares_rates() => Assert.Equal(6.0 / 100 / (3.0 / 200),
        Math.Exp(EffectMeasure.Find("IRR")!.Effect(new[] { 6.0, 100, 3, 200 }).Value.Value), 12);

    [Fact]
    public void Impossible_or_lone_groups_are_refused_with_a_reason()
    {
        Assert.Contains("a group of one",
            EffectMeasure.Find("MD")!.Effect(new[] { 1.0, 1, 1, 2, 1, 5 }).Refused!.Reason, StringComparison.Ordinal);
        Assert.False(EffectMeasure.Find("ROM")!.Effect(new[] { -1.0, 1, 9, 2, 1, 5 }).HasValue);
        Assert.False(EffectMeasure.Find("ZCOR")!.Effect(new[] { 0.3, 3 }).HasValue);
        Assert.False(EffectMeasure.Find("IRR")!.Effect(new[] { 0.0, 10, 0, 12 }).HasValue);
    }
}
