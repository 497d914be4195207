using Azygos.Evidence.Accuracy;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Tests.Accuracy;

public sealed class PooledAccuracyTests
{
    private static readonly StudyNumbers[] s_studies = [.. PublishedTables.Accuracy.Select((t, i) =>
        new StudyNumbers($"s{i}", "", new[] { t.A, t.B, t.C, t.D }))];

    [Fact]
    public void The_summary_points_are_those_of_the_two_models()
    {
        PooledAccuracy pooled = PooledAccuracy.Of(s_studies, 0.95).Value;
        BivariateBinomial counts = BivariateBinomial.Fit(PublishedTables.Accuracy).Value;
        SummaryPoint first = pooled.Points[0];
        Assert.Equal(counts.LogitSensitivity, Math.Log(first.Sensitivity.Value / (1 - first.Sensitivity.Value)), 9);
        Assert.Equal(counts.LogitSpecificity, Math.Log(first.Specificity.Value / (1 - first.Specificity.Value)), 9);
        Assert.All(pooled.Points, point => Assert.True(point.Sensitivity.Lower < point.Sensitivity.Value
            && point.Specificity.Value < point.Specificity.Upper));
    }

    /// <summary>Both models put specificity on one scale: what tests gain in sensitivity they lose there.</summary>
    [Fact]
    public void Diseased_and_healthy_exchanged_exchange_sensitivity_and_specificity()
    {
        StudyNumbers[] turned = [.. PublishedTables.Accuracy.Select((t, i) =>
            new StudyNumbers($"s{i}", "", new[] { t.D, t.C, t.B, t.A }))];
        PooledAccuracy there = PooledAccuracy.Of(s_studies, 0.95).Value, back = PooledAccuracy.Of(turned, 0.95).Value;
        for (int model = 0; model < 2; model++)
        {
            Assert.Equal(there.Points[model].Sensitivity.Value, back.Points[model].Specificity.Value, 1e-6);
            Assert.Equal(there.Points[model].Between.B, back.Points[model].Between.B, 1e-5);
        }
    }

    [Fact]
    public void A_study_without_diseased_people_is_refused_by_name() => Assert.Contains("s0 examined nobody",
        PooledAccuracy.Of([s_studies[0] with { Numbers = new[] { 0.0, 0, 3, 4 } }, s_studies[1]], 0.95)
            .Refused!.Reason, StringComparison.Ordinal);

    [Fact]
    public void Two_studies_have_no_bivariate_model_and_the_remarks_say_so()
    {
        PooledAccuracy pooled = PooledAccuracy.Of([.. s_studies.Take(2)], 0.95).Value;
        Assert.Empty(pooled.Points);
        Assert.Equal(2, pooled.Remarks.Count);
    }
}
