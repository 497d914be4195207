using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Regression;

namespace Azygos.Evidence.Tests.Regression;

public sealed class RegressionTests
{
    private static readonly PoolingOptions s_reml = new();

    [Fact]
    public void A_factor_has_a_column_for_each_level_but_the_reference()
    {
        DesignMatrix design = RegressionDesign.Build(
            13, [Term.Factor("alloc", PublishedTables.BcgAllocation, "random"),
                Term.Number("ablat", PublishedTables.BcgLatitude)]);
        Assert.Equal(["intrcpt", "alloc=alternate", "alloc=systematic", "ablat"], design.Names);
    }

    [Fact]
    public void An_interaction_gives_the_reference_coefficients()
    {
        Term latitude = Term.Number("ablat", PublishedTables.BcgLatitude);
        Term allocation = Term.Factor("alloc", PublishedTables.BcgAllocation, "random");
        DesignMatrix design =
            RegressionDesign.Build(13, [latitude, allocation, Term.Interaction(latitude, allocation)]);
        PooledFit fit = RandomEffects.Fit(PublishedTables.BcgRiskRatios(), design, s_reml).Value;
        double[] expected =                                                                       // metafor
        [
            0.027685716874941327, -0.028155311983613672, -0.006801186605647144, 0.4642526059522202, 0.00981440025433731,
            -0.0026773428099206736,
        ];
        Assert.Equal(["intrcpt", "ablat", "alloc=alternate", "alloc=systematic",
            "ablat:alloc=alternate", "ablat:alloc=systematic"], design.Names);
        for (int i = 0; i < 6; i++) Assert.Equal(expected[i], fit.Coefficients[i].Estimate, 9);
    }

    [Fact]
    public void Predictions_and_explained_share_are_the_reference_ones()
    {
        EffectTable table = PublishedTables.BcgRiskRatios();
        PooledFit fit = RandomEffects.Fit(table,
            RegressionDesign.Build(13, [Term.Number("ablat", PublishedTables.BcgLatitude)]), s_reml).Value;
        Prediction at = Prediction.At(fit, [30]);                                                 // metafor
        PublishedTables.Close(-0.6215835403421364, at.Estimate, 1e-10);
        PublishedTables.Close(0.10692405051606829, at.StandardError, 1e-10);
        PublishedTables.Close(-1.202277958962166, at.PredictionLower, 1e-10);
        PublishedTables.Close(75.62662181160485, Prediction.ExplainedPercent(fit, table).Value, 1e-9);
    }

    [Fact]
    public void A_regression_is_invariant_to_the_unit_of_its_predictor()
    {
        EffectTable table = PublishedTables.BcgRiskRatios();
        PooledFit degrees = RandomEffects.Fit(table,
            RegressionDesign.Build(13, [Term.Number("x", PublishedTables.BcgLatitude)]), s_reml).Value;
        PooledFit scaled = RandomEffects.Fit(
            table, RegressionDesign.Build(13,
                [Term.Number("x", [.. PublishedTables.BcgLatitude.Select(static l => 1000 * l + 5)])]), s_reml).Value;
        PublishedTables.Close(degrees.Tau2, scaled.Tau2, 1e-9);
        PublishedTables.Close(degrees.Coefficients[1].Estimate, 1000 * scaled.Coefficients[1].Estimate, 1e-9);
        PublishedTables.Close(degrees.Coefficients[1].PValue, scaled.Coefficients[1].PValue, 1e-8);
    }

    [Fact]
    public void Subgroups_give_the_reference_means_with_separate_and_common_tau2()
    {
        EffectTable table = PublishedTables.BcgRiskRatios();
        Subgroups separate = Subgroups.Separate(table, PublishedTables.BcgAllocation, s_reml).Value;       // metafor
        Assert.Equal(["alternate", "random", "systematic"], separate.Levels);
        PublishedTables.Close(-0.9709647042631038, separate.Fits[1].Mean.Estimate, 1e-9);
        PublishedTables.Close(1.8614449461545606, separate.Between.Statistic, 1e-9);
        CommonSubgroups common = Subgroups.Common(table, PublishedTables.BcgAllocation, s_reml).Value;
        PublishedTables.Close(-0.9657741785458458, common.Fit.Coefficients[1].Estimate, 1e-9);
        PublishedTables.Close(1.767511401931709, common.Between.Statistic, 1e-9);
    }

    [Fact]
    public void Subgroups_under_equal_effects_add_up_to_the_total_heterogeneity()
    {
        PoolingOptions equal = new() { Estimator = HeterogeneityEstimators.EqualEffects };
        EffectTable table = PublishedTables.BcgRiskRatios();
        Subgroups groups = Subgroups.Separate(table, PublishedTables.BcgAllocation, equal).Value;
        PublishedTables.Close(
            RandomEffects.Pool(table, equal).Value.Heterogeneity.Statistic,
            groups.Fits.Sum(static f => f.Heterogeneity.Statistic) + groups.Between.Statistic, 1e-12);
    }
}
