using Azygos.Evidence.Accuracy;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Tests.Accuracy;

public sealed class AccuracyTests
{
    private static readonly TwoByTwo[] s_corrected =
        [.. new ZeroCells { Target = ZeroCellTarget.AllIfAnyZero }.Apply(PublishedTables.Accuracy)
            .Select(static t => t!.Value)];

    [Fact]
    public void The_bivariate_model_gives_the_reference_means_and_covariances()
    {
        BivariateNormal fit =
            BivariateNormal.Fit(s_corrected, BivariateEstimator.RestrictedMaximumLikelihood).Value;  // mada 0.5.12
        PublishedTables.Close(1.930653740050461, fit.LogitSensitivity, 1e-5);
        PublishedTables.Close(-2.213073099577056, fit.LogitFalsePositiveRate, 1e-5);
        PublishedTables.Close(0.025414900153763985, fit.MeanCovariance.A, 1e-5);
        PublishedTables.Close(0.23635402346906867, fit.Between.C, 1e-5);
        PublishedTables.Close(29.91534583422434, fit.LogLikelihood!.Value, 1e-7);
    }

    [Fact]
    public void At_a_correlation_of_1_the_accuracy_variance_is_exactly_0()
    {
        BivariateNormal fit = BivariateNormal.Fit(s_corrected, BivariateEstimator.RestrictedMaximumLikelihood).Value;
        SummaryCurve curve = SummaryCurve.From(fit).Value;
        Assert.Equal(0, curve.AccuracyVariance, 12);
        PublishedTables.Close(5.349365835926973, curve.Accuracy, 1e-5);                          // mada 0.5.12
        PublishedTables.Close(1.6347730613227702, curve.Shape, 1e-5);
    }

    [Fact]
    public void The_summary_curve_rises_and_its_mean_lies_between_its_ends()
    {
        SummaryCurve curve =
            SummaryCurve.From(BivariateNormal.Fit(s_corrected, BivariateEstimator.MaximumLikelihood).Value).Value;
        Assert.True(curve.Sensitivity(0.1) < curve.Sensitivity(0.2));
        Assert.InRange(curve.MeanSensitivity(), curve.Sensitivity(0.01), curve.Sensitivity(0.99));
    }

    [Fact]
    public void Exchanging_disease_and_health_exchanges_sensitivity_and_specificity()
    {
        TwoByTwo[] exchanged = [.. PublishedTables.Accuracy.Select(static t => new TwoByTwo(t.D, t.C, t.B, t.A))];
        BivariateBinomial one = BivariateBinomial.Fit(PublishedTables.Accuracy).Value,
            other = BivariateBinomial.Fit(exchanged).Value;
        Assert.Equal(one.LogitSensitivity, other.LogitSpecificity, 4);
        Assert.Equal(one.Between.A, other.Between.C, 3);
        Assert.Equal(one.LogLikelihood, other.LogLikelihood, 6);
    }

    [Fact]
    public void The_binomial_model_is_at_least_as_likely_as_the_reference_optimum()
    {
        BivariateBinomial fit = BivariateBinomial.Fit(PublishedTables.Accuracy).Value;
        Assert.True(fit.LogLikelihood >= -60.93372404971919);                                    // lme4 1.1-31, Laplace
        Assert.Equal(2.142014534237143, fit.LogitSensitivity, 0.01);
    }

    [Fact]
    public void Likelihood_ratios_of_one_study_are_its_own()
    {
        StudyAccuracy study = StudyAccuracy.From(new TwoByTwo(20, 5, 10, 90)).Value;
        PublishedTables.Close(8, study.PositiveRatio.Value, 1e-13);
        PublishedTables.Close(0.2 / 0.9, study.NegativeRatio.Value, 1e-13);
        PublishedTables.Close(36, study.DiagnosticOddsRatio.Value, 1e-13);
        PublishedTables.Close(study.DiagnosticOddsRatio.Value,
            study.PositiveRatio.Value / study.NegativeRatio.Value, 1e-13);
        Assert.Equal(Refusal.NotEstimable, StudyAccuracy.From(new TwoByTwo(20, 0, 10, 90)).Refused!.Code);
        // Wilson 1927, 0 of 10 at 95 %: upper end z²/(n + z²).
        PublishedTables.Close(3.841458820694124 / 13.841458820694124,
            ProportionInterval.Wilson(0, 10, 0.95).Upper, 1e-12);
    }

    [Fact]
    public void A_pooled_ratio_of_tables_without_zeros_is_the_ordinary_one()
    {
        TwoByTwo[] tables = [new(20, 5, 10, 90), new(30, 10, 8, 60)];
        Coefficient pooled = AccuracyRatios.MantelHaenszel(tables, AccuracyRatio.DiagnosticOddsRatio).Value;
        PublishedTables.Close(Azygos.Evidence.Stratified.MantelHaenszel.OddsRatio(tables).Value.Effect.Estimate,
            pooled.Estimate, 1e-12);
        Coefficient positive = AccuracyRatios.MantelHaenszel(tables, AccuracyRatio.Positive).Value;
        PublishedTables.Close(Azygos.Evidence.Stratified.MantelHaenszel.RiskRatio(tables).Value.Effect.StandardError,
            positive.StandardError, 1e-12);
    }

    [Fact]
    public void Too_few_studies_and_zero_cells_are_refused()
    {
        Assert.Equal(Refusal.TooFewStudies,
            BivariateNormal.Fit(s_corrected[..2], BivariateEstimator.Moments).Refused!.Code);
        Assert.Equal(Refusal.BadValue,
            BivariateNormal.Fit(PublishedTables.Accuracy, BivariateEstimator.Moments).Refused!.Code);
    }
}
