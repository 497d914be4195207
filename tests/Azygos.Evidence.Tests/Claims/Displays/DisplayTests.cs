using Azygos.Evidence.Accuracy;
using Azygos.Evidence.Claims.Displays;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Tests.Claims.Displays;

public sealed class DisplayTests
{
    private static StudyRow Study(string id, int positive, int? year = null, Blinding blinding = Blinding.NotStated) =>
        new()
        {
            Id = id,
            Year = year,
            EndpointClass = "ccsvi_us",
            Cases = 40,
            CasesPositive = positive,
            Controls = 40,
            ControlsPositive = 4,
            InPrimaryPool = true,
            Blinding = blinding,
            Status = RowStatus.Verified,
        };

    private static readonly StudyRow[] Rows =
        [Study("a", 12, 2012), Study("b", 6, 2010, Blinding.Blinded), Study("c", 20), Study("d", 5, 2010),
            Study("e", 9, 2014)];

    private static PoolEstimate Pool(IEnumerable<StudyRow> rows) => PoolEstimate.Of(StudyPool.Of(rows).Value).Value;

    [Fact]
    public void The_pool_grows_by_year_then_by_identifier_and_studies_without_a_year_come_last()
    {
        IReadOnlyList<CumulativeStep> steps = CumulativeStep.Of(Pool(Rows), Rows.ToDictionary(row => row.Id));
        Assert.Equal(["b", "d", "a", "e", "c"], steps.Select(step => step.Label));
        Assert.Equal([1, 2, 3, 4, 5], steps.Select(step => step.Count));
    }

    [Fact]
    public void Every_step_is_the_pool_of_the_studies_so_far()
    {
        CumulativeStep third = CumulativeStep.Of(Pool(Rows), Rows.ToDictionary(row => row.Id))[2];
        PoolEstimate alone = Pool([Rows[0], Rows[1], Rows[3]]);
        // The same three studies in another order: sums differ in their last bits.
        Assert.Equal(alone.OddsRatio, third.OddsRatio, 1e-10);
        Assert.Equal(alone.Upper, third.Upper, 1e-8);
    }

    [Fact]
    public void Every_row_is_left_aside_once_or_is_in_the_last_step()
    {
        StudyRow[] rows =
        [
            .. Rows,
            Study("unseen", 1) with { Status = RowStatus.Unverified },
            Study("uncounted", 1) with { ControlsPositive = null },
            Study("alone", 1) with { Controls = null, ControlsPositive = null, ControlType = "none" },
            Study("mri", 1) with { EndpointClass = "mri_flow" },
            Study("again", 1) with { InPrimaryPool = false },
            Study("hearsay", 1) with { Status = RowStatus.Secondary },
            Study("careful", 8, 2013, Blinding.Blinded) with { IndexTest = RiskOfBias.Low },
        ];
        ReadingFlow flow = ReadingFlow.Of(rows);
        string[] all = [.. flow.Steps.SelectMany(step => step.Aside.SelectMany(aside => aside.Rows)),
            .. flow.Steps[^1].Rows];
        Assert.Equal(rows.Select(row => row.Id).Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.Equal(["careful"], flow.Steps[^1].Rows);
        for (int i = 1; i < flow.Steps.Count; i++)
            Assert.Equal(flow.Steps[i - 1].Rows.Count, flow.Steps[i].Rows.Count
                + flow.Steps[i - 1].Aside.Sum(aside => aside.Rows.Count));
        Assert.Equal(["no control group", "one of the four counts not seen"],
            flow.Steps[1].Aside.Select(aside => aside.Why));
    }

    [Fact]
    public void Groups_of_blinding_are_pooled_apart_and_together()
    {
        AssociationDisplays sides = AssociationDisplays.Of(Pool(Rows), Rows).Value;
        Assert.Equal(["blinded", "not stated"], sides.ByBlinding.Subgroups!.Levels);
        Assert.Equal([1, 4], sides.ByBlinding.Subgroups.Fits.Select(fit => fit.Model.Count));
        Assert.Equal(31, sides.Subsets.Value.Length);
        Assert.Equal(sides.Studies.Select(row => row.Id), sides.ByBlinding.Studies.Select(study => study.Label));
    }

    [Fact]
    public void The_region_of_the_mean_is_centred_on_it_and_inside_that_of_a_new_study()
    {
        TwoByTwo[] tables = [new(30, 10, 8, 32), new(22, 18, 4, 36), new(35, 5, 15, 25), new(12, 8, 6, 34)];
        BivariateNormal fit = BivariateNormal.Fit(tables, BivariateEstimator.RestrictedMaximumLikelihood).Value;
        var mean = JointRegion.OfTheMean(fit, 0.95, 64);
        var next = JointRegion.OfANewStudy(fit, 0.95, 64);
        Assert.Equal(fit.LogitSensitivity, mean.Average(point => Logit(point.Sensitivity)), 1e-10);
        Assert.Equal(fit.LogitFalsePositiveRate, mean.Average(point => Logit(point.FalsePositiveRate)), 1e-10);
        Assert.True(next.Max(point => point.Sensitivity) > mean.Max(point => point.Sensitivity));
        Assert.True(next.Min(point => point.FalsePositiveRate) < mean.Min(point => point.FalsePositiveRate));
        // 95 % of a bivariate normal lies within the quantile 5.9915 of chi-squared with 2 degrees of freedom.
        double reach = mean.Max(point => Logit(point.Sensitivity)) - fit.LogitSensitivity;
        Assert.Equal(Math.Sqrt(5.991464547107979 * fit.MeanCovariance.A), reach, 1e-2);

        static double Logit(double p) => Math.Log(p / (1 - p));
    }

    [Fact]
    public void Zero_cells_are_corrected_for_the_fit_and_drawn_as_counted()
    {
        StudyRow[] rows = [Study("a", 12), Study("b", 6), Study("c", 20) with { ControlsPositive = 0 }, Study("d", 9)];
        CriteriaAccuracy accuracy = CriteriaAccuracy.Of(rows).Value;
        Assert.Equal(0, accuracy.Studies[2].FalsePositiveRate);
        Assert.Equal(0.5, accuracy.Studies[2].Sensitivity);
        Assert.Contains("three studies", CriteriaAccuracy.Of(rows[..2]).Refused!.Reason, StringComparison.Ordinal);
    }
}
