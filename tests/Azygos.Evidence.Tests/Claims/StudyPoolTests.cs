using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;

namespace Azygos.Evidence.Tests.Claims;

public sealed class StudyPoolTests
{
    private static StudyRow Study(string id, string cohort = "", string overlap = "", int positive = 5) => new()
    {
        Id = id,
        CohortGroup = cohort,
        Overlaps = Overlap.Parse(overlap),
        Cases = 20,
        CasesPositive = positive,
        Controls = 20,
        ControlsPositive = 3,
        InPrimaryPool = true,
    };

    [Fact]
    public void Two_rows_of_one_cohort_are_never_pooled() =>
        Assert.Contains("both of the cohort X", StudyPool.Of([Study("a", "X"), Study("b", "X")]).Refused!.Reason,
            StringComparison.Ordinal);

    [Fact]
    public void Rows_that_name_each_other_are_never_pooled() =>
        Assert.Contains("hold the same people", StudyPool.Of([Study("a"), Study("b", "", "a")]).Refused!.Reason,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("a (possible)")]
    [InlineData("a (controls)")]
    [InlineData("z")]
    public void A_possible_overlap_is_a_sensitivity_and_not_a_refusal(string overlap) =>
        Assert.Equal(2, StudyPool.Of([Study("a"), Study("b", "", overlap)]).Value.Studies.Count);

    [Fact]
    public void A_row_without_all_counts_is_refused() =>
        Assert.Contains("lacks one", StudyPool.Of([Study("a") with { Controls = null }]).Refused!.Reason,
            StringComparison.Ordinal);

    [Fact]
    public void Unverified_rows_never_enter_and_secondary_ones_only_when_asked_for()
    {
        StudyRow[] rows = [Study("a"), Study("b") with { Status = RowStatus.Secondary },
            Study("c") with { Status = RowStatus.Unverified }];
        Assert.Equal(["a"], StudyPool.Eligible(rows, false).Select(row => row.Id));
        Assert.Equal(["a", "b"], StudyPool.Eligible(rows, true).Select(row => row.Id));
    }

    [Fact]
    public void Low_risk_blinded_asks_for_blinding_that_nobody_disputes_and_no_domain_at_high_risk()
    {
        StudyRow row = Study("a") with { Blinding = Blinding.Blinded, IndexTest = RiskOfBias.Low };
        Assert.True(StudyPool.IsLowRiskBlinded(row));
        Assert.False(StudyPool.IsLowRiskBlinded(row, strict: true));
        Assert.True(StudyPool.IsLowRiskBlinded(row with { Selection = RiskOfBias.Low }, strict: true));
        Assert.False(StudyPool.IsLowRiskBlinded(row with { BlindingDisputed = true }));
        Assert.False(StudyPool.IsLowRiskBlinded(row with { Blinding = Blinding.NotStated }));
        Assert.False(StudyPool.IsLowRiskBlinded(row with { IndexTest = RiskOfBias.Unclear }));
        Assert.False(StudyPool.IsLowRiskBlinded(row with { Flow = RiskOfBias.High }));
        Assert.False(StudyPool.IsLowRiskBlinded(row with { ReferenceTest = RiskOfBias.High }));
    }

    [Fact]
    public void The_order_of_rows_changes_no_bit()
    {
        StudyRow[] rows = [Study("a"), Study("b", positive: 9), Study("c", positive: 0),
            Study("d", positive: 13), Study("e", positive: 2)];
        PoolEstimate forward = PoolEstimate.Of(StudyPool.Of(rows).Value).Value;
        PoolEstimate backward = PoolEstimate.Of(StudyPool.Of(rows.Reverse()).Value).Value;
        Assert.Equal((forward.OddsRatio, forward.Tau2, forward.PredictionLower),
            (backward.OddsRatio, backward.Tau2, backward.PredictionLower));
        Assert.True(forward.PredictionLower <= forward.Lower && forward.PredictionUpper >= forward.Upper);
    }

    [Fact]
    public void Studies_in_which_nobody_has_the_finding_are_left_out_and_listed()
    {
        StudyRow none = Study("z", positive: 0) with { ControlsPositive = 0 };
        PoolEstimate pool = PoolEstimate.Of(StudyPool.Of([Study("a"), Study("b", positive: 9), none]).Value).Value;
        Assert.Equal(["z"], pool.Uninformative);
        Assert.Equal(2, pool.Count);
        Assert.Null(pool.PredictionLower);
        Assert.Null(pool.SmallStudyP);
        Assert.Equal(Refusal.NoStudies, PoolEstimate.Of(StudyPool.Of([none]).Value).Refused!.Code);
    }

    [Fact]
    public void Swapping_cases_and_controls_inverts_the_ratio()
    {
        StudyRow[] rows = [Study("a"), Study("b", positive: 9), Study("c", positive: 12)];
        PoolEstimate one = PoolEstimate.Of(StudyPool.Of(rows).Value).Value;
        PoolEstimate other = PoolEstimate.Of(StudyPool.Of(rows.Select(row => row with
        {
            CasesPositive = row.ControlsPositive,
            ControlsPositive = row.CasesPositive,
        })).Value).Value;
        Assert.Equal(1, one.OddsRatio * other.OddsRatio, 12);
        Assert.Equal(1, one.Lower * other.Upper, 12);
    }
}
