using Azygos.Clinic.Criteria;

namespace Azygos.Clinic.Tests.Criteria;

/// <summary>Each rule on made-up signals just below and just above its threshold.</summary>
public sealed class CriteriaTests
{
    private static readonly CriteriaRules Old = CriteriaRules.Zamboni2009, New = CriteriaRules.Isnvd2011;

    [Theory]
    [InlineData("zamboni2009")]
    [InlineData("isnvd2011")]
    public void An_ordinary_person_meets_none(string version)
    {
        CriteriaResult result = Judge(Examined.Normal, CriteriaRules.All.Single(rules => rules.Version == version));
        Assert.Equal(0, result.Count);
        Assert.False(result.HasHistoricalLabel);
        Assert.All(result.Criteria, criterion => Assert.True(criterion.Margin < 0, $"{criterion}"));
        Assert.Equal([1, 2, 3, 4, 5], result.Criteria.Select(criterion => criterion.Number));
        Assert.Equal(0, result.VhissLike);
    }

    [Theory]
    [InlineData(0.87, false)]
    [InlineData(0.89, true)]
    public void Criterion_1_asks_for_0_88_s_in_both_postures(double seconds, bool positive)
    {
        ExaminationSignals both = Examined.With(
            site => site.Vein == "ijv_left" && site.Level == "j1",
            site => site with { Quiet = Examined.Backward(seconds) });
        CriterionResult result = Judge(both, Old).Criteria[0];
        Assert.Equal(positive, result.Positive);
        // Straight lines into and out of the reverse flow: half a sample each way.
        Assert.Equal(seconds - 0.88, result.Margin!.Value, 0.005);
        Assert.Equal("ijv_left_j1", result.Site);
    }

    [Fact]
    public void Criterion_1_in_one_posture_counts_only_by_the_option()
    {
        ExaminationSignals one = Examined.With(
            site => site.Site == "vertebral_right" && site.Posture == ExaminedPosture.Sitting,
            site => site with { Quiet = Examined.Backward(2) });
        Assert.False(Judge(one, Old).Criteria[0].Positive);
        CriterionResult any = Judge(one, Old with { AnyPosture = true }).Criteria[0];
        Assert.True(any.Positive);
        Assert.Equal(ExaminedPosture.Sitting, any.Posture);
        Assert.Equal(["vertebral_right"], any.Veins);
    }

    [Fact]
    public void Criterion_1_in_two_veins_each_in_one_posture_is_not_met()
    {
        ExaminationSignals apart = Examined.With(
            site => (site.Vein == "ijv_right" && site.Posture == ExaminedPosture.Sitting)
                || (site.Vein == "ijv_left" && site.Posture == ExaminedPosture.Supine),
            site => site with { Quiet = Examined.Backward(2) });
        Assert.False(Judge(apart, Old).Criteria[0].Positive);
    }

    [Fact]
    public void Reflux_only_while_the_breath_is_held_counts() => Assert.True(Judge(
        Examined.With(site => site.Vein == "ijv_left", site => site with { Apnoea = Examined.Backward(1) }), Old)
        .Criteria[0].Positive);

    [Theory]
    [InlineData(0.45, 0.09, false)]
    [InlineData(0.45, 0.11, true)]
    public void The_version_of_2011_asks_for_a_tenth_of_a_beat(double from, double share, bool positive)
    {
        ExaminationSignals both = Examined.With(
            site => site.Vein == "ijv_left",
            site => site with { Quiet = Examined.Sampled(t => t % 1 >= from && t % 1 < from + share ? -0.1 : 0.2) });
        Assert.Equal(positive, Judge(both, New).Criteria[0].Positive);
        Assert.False(Judge(both, Old).Criteria[0].Positive);
    }

    [Theory]
    [InlineData(0.49, false)]
    [InlineData(0.51, true)]
    public void Criterion_2_asks_for_half_a_second_in_a_deep_vein(double seconds, bool positive) => Assert.Equal(
        positive, Judge(Examined.With(site => site.Site == "basal_vein_left",
            site => site with { Quiet = Examined.Backward(seconds) }), Old).Criteria[1].Positive);

    [Fact]
    public void Criterion_2_looks_at_sinuses_only_in_2011()
    {
        ExaminationSignals sinus = Examined.With(
            site => site.Site == "transverse_sinus_left", site => site with { Quiet = Examined.Backward(2) });
        Assert.False(Judge(sinus, Old).Criteria[1].Positive);
        Assert.True(Judge(sinus, New).Criteria[1].Positive);
    }

    [Theory]
    [InlineData(0.301, false, false)]
    [InlineData(0.3, true, false)]
    [InlineData(0.299, true, true)]
    public void Criterion_3_asks_for_0_3_cm2_lying(double area, bool old, bool recent)
    {
        ExaminationSignals narrow = Examined.With(
            site => site.Site == "ijv_right_j3" && site.Posture == ExaminedPosture.Supine,
            site => site with { Area = area * 1e-4 });
        Assert.Equal(old, Judge(narrow, Old).Criteria[2].Positive);
        Assert.Equal(recent, Judge(narrow, New).Criteria[2].Positive);
        Assert.Equal(0.3 - area, Judge(narrow, Old).Criteria[2].Margin!.Value, 1e-12);
    }

    [Theory]
    [InlineData(0.46, false)]
    [InlineData(0.44, true)]
    public void The_relative_option_compares_with_the_other_levels(double area, bool positive)
    {
        ExaminationSignals narrow = Examined.With(
            site => site.Site == "ijv_right_j3", site => site with { Area = area * 1e-4 });
        Assert.Equal(positive, Judge(narrow, Old with { RelativeNarrowing = true }).Criteria[2].Positive);
    }

    [Fact]
    public void A_defect_counts_only_where_the_version_says_so()
    {
        ExaminationSignals defect = Examined.Normal with { Defects = ["ijv_left"] };
        Assert.False(Judge(defect, Old).Criteria[2].Positive);
        Assert.True(Judge(defect, Old with { CountsDefects = true }).Criteria[2].Positive);
        CriteriaResult recent = Judge(defect, New);
        Assert.Equal(["ijv_left"], recent.Criteria[2].Veins);
        Assert.Equal(2, recent.VhissLike);
    }

    [Theory]
    [InlineData(0.0151, false)]
    [InlineData(0.0149, true)]
    public void Criterion_4_asks_for_nothing_above_the_dead_band(double fastest, bool positive)
    {
        ExaminationSignals still = Examined.With(
            site => site.Vein == "vertebral_left",
            site => site with { DeepInspirations = Examined.Sampled(t => fastest * Math.Cos(t)) });
        Assert.Equal(positive, Judge(still, Old).Criteria[3].Positive);
    }

    [Fact]
    public void Criterion_4_in_one_posture_needs_the_option_or_reflux_in_the_other()
    {
        ExaminationSignals still = Examined.With(
            site => site.Vein == "ijv_left" && site.Posture == ExaminedPosture.Sitting,
            site => site with { DeepInspirations = Examined.Sampled(_ => 0) });
        Assert.False(Judge(still, Old).Criteria[3].Positive);
        Assert.False(Judge(still, New).Criteria[3].Positive);
        Assert.True(Judge(still, Old with { AbsentFlow = AbsentFlowPosture.Either }).Criteria[3].Positive);
        ExaminationSignals withReflux = still with
        {
            Sites = [.. still.Sites.Select(site => site.Vein == "ijv_left" && site.Posture == ExaminedPosture.Supine
                ? site with { Quiet = Examined.Backward(2) } : site)],
        };
        Assert.True(Judge(withReflux, New).Criteria[3].Positive);
    }

    [Theory]
    [InlineData(0.9, 0.899, false)]
    [InlineData(0.9, 0.9, false)]
    [InlineData(0.9, 0.901, true)]
    public void Criterion_5_is_lying_minus_sitting_below_zero(double lying, double sitting, bool positive)
    {
        ExaminationSignals changed = Examined.With(
            site => site.Site == "ijv_left_j2",
            site => site with { Area = 1e-4 * (site.Posture == ExaminedPosture.Supine ? lying : sitting) });
        Assert.Equal(positive, Judge(changed, Old).Criteria[4].Positive);
    }

    [Fact]
    public void The_published_example_of_criterion_5_is_positive()
    {
        // doi:10.1186/1471-2377-13-151, figure 1E: 11.54 lying, 12.90 sitting.
        Assert.Equal(-1.36, ReversedPosturalControl.SupineMinusSitting(11.54, 12.90), 1e-12);
    }

    [Fact]
    public void Two_criteria_make_the_historical_label()
    {
        ExaminationSignals two = Examined.With(
            site => site.Site == "ijv_left_j2",
            site => site with { Area = site.Posture == ExaminedPosture.Supine ? 0.2e-4 : 0.25e-4 });
        CriteriaResult result = Judge(two, Old);
        Assert.Equal(2, result.Count);
        Assert.True(result.HasHistoricalLabel);
        Assert.Equal(2, result.VhissLike);
    }

    [Fact]
    public void What_was_not_examined_has_no_value()
    {
        ExaminationSignals nothing = Examined.Normal with { Sites = [] };
        CriteriaResult result = Judge(nothing, Old);
        Assert.All(result.Criteria, criterion => Assert.Null(criterion.Value));
        Assert.Equal(0, result.Count);
        Assert.Null(result.PosturalFlowChange);
        Assert.Null(result.CollateralFlowIndex);
    }

    [Fact]
    public void Flow_indices_follow_their_definitions()
    {
        CriteriaResult result = Judge(Examined.Normal, Old);
        // Lying 2 × (5 + 0.4), sitting 2 × (1 + 1.5) mL/s; inflow 12, outflow at J1 10.8 mL/s.
        Assert.Equal(60 * (10.8 - 5), result.PosturalFlowChange!.Value, 1e-9);
        Assert.Equal(0.1, result.CollateralFlowIndex!.Value, 1e-12);
    }

    private static CriteriaResult Judge(ExaminationSignals signals, CriteriaRules rules) =>
        CriteriaJudge.Judge(signals, rules);
}
