using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Bias;

/// <summary>A regression of effects on a measure of precision: does the funnel lean?</summary>
/// <param name="Fit">The fitted line: intercept (the effect at perfect precision where that is 0) and slope.</param>
/// <source doi="10.1136/bmj.315.7109.629" at="Egger's test; other predictors: 10.1002/sim.698"/>
public sealed record FunnelRegression(PooledFit Fit)
{
    /// <summary>Value of the line at predictor 0.</summary>
    public Coefficient Intercept => Fit.Coefficients[0];

    /// <summary>The asymmetry coefficient and its test.</summary>
    public Coefficient Slope => Fit.Coefficients[1];

    /// <summary>Egger's test: weights 1/v, predictor √v, dispersion estimated, t with k − 2 degrees of
    /// freedom.</summary>
    /// <remarks>The slope here is the intercept of the original regression of y/√v on 1/√v.</remarks>
    /// <source doi="10.1136/bmj.315.7109.629" at="Egger et al. 1997"/>
    public static Outcome<FunnelRegression> Egger(EffectTable table, double level = 0.95)
        => Weighted(table, [.. table.Variances.ToArray().Select(Math.Sqrt)], "se", level);

    /// <summary>Weighted least squares on any predictor; dispersion estimated, t test.</summary>
    public static Outcome<FunnelRegression> Weighted(
        EffectTable table, double[] predictor, string name, double level = 0.95)
        => Regress(table, predictor, name, new PoolingOptions
        {
            Estimator = HeterogeneityEstimators.EqualEffects,
            Test = CoefficientTest.KnappHartung,
            Level = level,
        });

    /// <summary>Mixed-effects regression on any predictor; τ² by REML, normal test.</summary>
    public static Outcome<FunnelRegression> Mixed(
        EffectTable table, double[] predictor, string name, double level = 0.95)
        => Regress(table, predictor, name, new PoolingOptions { Level = level });

    private static Outcome<FunnelRegression> Regress(
        EffectTable table, double[] predictor, string name, PoolingOptions options)
    {
        if (table.Count < 3)
            return new NoAnswer(Refusal.TooFewStudies, $"A funnel regression needs three studies; here {table.Count}.");
        DesignMatrix design = DesignMatrix.WithIntercept(table.Count, [(name, predictor)]);
        return design.Columns < 2
            ? new NoAnswer(Refusal.NotEstimable, $"All studies have the same {name}; a line through them has no slope.")
            : RandomEffects.Fit(table, design, options).Then<FunnelRegression>(static fit => new FunnelRegression(fit));
    }
}
