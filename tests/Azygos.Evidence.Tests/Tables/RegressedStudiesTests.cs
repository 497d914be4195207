using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Tests.Tables;

/// <summary>Expected values: metafor 3.8-1, REML converged to 1e-13, test = "knha".</summary>
public sealed class RegressedStudiesTests
{
    private static readonly PoolingOptions s_options = new() { Test = CoefficientTest.KnappHartung };

    private static RegressedStudies Regress(IReadOnlyList<Predictor> predictors, bool permutes = false) =>
        RegressedStudies.Of(EffectMeasure.Find("RR")!, BcgStudies.All, s_options, ZeroCellPolicy.Half, predictors, [],
            permutes).Value;

    [Fact]
    public void Protection_rises_with_latitude()
    {
        RegressedStudies result = Regress([new Predictor("latitude", null)]);
        Assert.Equal(0.2514682100073, result.Fit.Coefficients[0].Estimate, 1e-8);
        Assert.Equal(-0.0291017250116, result.Fit.Coefficients[1].Estimate, 1e-9);
        Assert.Equal(0.00456505154154, result.Fit.Coefficients[1].PValue, 1e-8);
        Assert.Equal(0.0763479639553, result.Fit.Tau2, 1e-9);
        Assert.Equal(75.6266218116, result.ExplainedPercent!.Value, 1e-5);
        PredictedStudies north = result.Predictions.Single(one => one.Values[0] == "44");
        Assert.Equal(2, north.Studies);
        Assert.Equal(-1.73176515683, north.Value.PredictionLower, 1e-7);
    }

    [Fact]
    public void A_category_is_compared_with_its_reference()
    {
        // Predictors are taken in the order of the cells: latitude first, allocation second.
        RegressedStudies result = RegressedStudies.Of(EffectMeasure.Find("RR")!,
            [.. BcgStudies.All.Select(one => one with { Predictors = [one.Predictors[1]] })], s_options,
            ZeroCellPolicy.Half, [new Predictor("alloc", "alternate")], [], permutes: true).Value;
        Assert.Equal(["intrcpt", "alloc=random", "alloc=systematic"], result.Fit.Coefficients.Select(one => one.Name));
        Assert.Equal(-0.4478184013906, result.Fit.Coefficients[1].Estimate, 1e-7);
        Assert.Equal(0.0890382162317, result.Fit.Coefficients[2].Estimate, 1e-7);
        // 25,740 arrangements are sampled; exactly it is 0.43034 (permutest): four standard errors of 9,999 draws.
        Assert.False(result.Permutation!.IsExact);
        Assert.Equal(0.43034, result.Permutation.PValue, 0.02);
    }

    [Fact]
    public void A_predictor_that_is_the_same_everywhere_is_refused() => Assert.Equal(Refusal.NotEstimable,
        RegressedStudies.Of(EffectMeasure.Find("RR")!,
            [.. BcgStudies.All.Select(one => one with { Predictors = ["7"] })], s_options, ZeroCellPolicy.Half,
            [new Predictor("x", null)], [], false).Refused!.Code);
}
