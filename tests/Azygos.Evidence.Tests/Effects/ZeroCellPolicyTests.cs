using Azygos.Evidence.Effects;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Tests.Effects;

public sealed class ZeroCellPolicyTests
{
    private static readonly double[] s_none = [0, 30, 4, 90], s_double = [0, 25, 0, 25], s_some = [5, 20, 2, 30];

    [Theory]
    [InlineData("half", 0.5, 30.5, 4.5, 86.5)]
    [InlineData("half_everywhere", 0.5, 30.5, 4.5, 86.5)]
    [InlineData("tenth", 0.1, 30.1, 4.1, 86.1)]
    [InlineData("by_group_size", 0.25, 30.25, 4.75, 86.75)]        // 30 of 120 people: a quarter of 1
    public void A_study_with_a_zero_gets_what_the_policy_says(string key, double a, double b, double c, double d)
    {
        TwoByTwo table = EffectMeasure.Table(s_none).Value;
        Assert.Equal(new TwoByTwo(a, b, c, d), ZeroCellPolicy.Find(key)!.Rule.Apply(table, anyZero: true));
    }

    /// <summary>Sweeting et al. 2004: shared by group size, the addition alone says odds ratio 1.</summary>
    [Fact]
    public void Shared_by_group_size_the_addition_alone_shows_no_effect()
    {
        TwoByTwo made = ZeroCellPolicy.Find("by_group_size")!.Rule.Apply(new TwoByTwo(0, 40, 0, 120), anyZero: true);
        Assert.Equal(made.A / made.N1, made.C / made.N2, 12);
    }

    [Theory]
    [InlineData("half", 2)]
    [InlineData("half_and_double_zero", 3)]
    [InlineData("left_out", 1)]
    public void Studies_without_events_are_kept_or_left_out(string key, int kept) => Assert.Equal(kept,
        EffectMeasure.Find("OR")!.Effects([s_none, s_double, s_some], ZeroCellPolicy.Find(key)!.Rule)
            .Count(effect => effect.HasValue));

    [Fact]
    public void Half_in_every_study_also_changes_a_study_without_a_zero()
    {
        EffectMeasure odds = EffectMeasure.Find("OR")!;
        double half = odds.Effects([s_some], ZeroCellPolicy.Half.Rule)[0].Value.Value;
        double everywhere = odds.Effects([s_some], ZeroCellPolicy.Find("half_everywhere")!.Rule)[0].Value.Value;
        Assert.Equal(Math.Log(5.0 * 28 / (15 * 2)), half, 12);
        Assert.Equal(Math.Log(5.5 * 28.5 / (15.5 * 2.5)), everywhere, 12);
    }
}
