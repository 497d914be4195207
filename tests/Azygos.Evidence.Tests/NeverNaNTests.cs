using System.Collections;
using System.Reflection;
using Azygos.Evidence.Accuracy;
using Azygos.Evidence.Bayes;
using Azygos.Evidence.Bias;
using Azygos.Evidence.Counts;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Influence;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Multilevel;
using Azygos.Evidence.Networks;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Resampling;
using Azygos.Evidence.Selection;
using Azygos.Evidence.Stratified;
using CsCheck;

namespace Azygos.Evidence.Tests;

/// <summary>Whatever the data, an analysis gives finite numbers or a reason; awkward data are drawn on
/// purpose.</summary>
public sealed class NeverNaNTests
{
    /// <summary>Effects that often coincide or lie far apart.</summary>
    private static readonly Gen<double> s_effect = Gen.OneOf(
        Gen.Double[-3, 3], Pick(0.0, 0.5, 0.5, -1.0), Pick(1e6, -1e-7, 40.0));

    /// <summary>Variances that often coincide or differ by many orders.</summary>
    private static readonly Gen<double> s_variance = Gen.OneOf(
        Gen.Double[0.01, 1], Pick(0.1, 0.1, 0.04), Pick(1e-9, 1e-4, 100.0, 1e7));

    private static readonly Gen<EffectTable> s_table = Gen.Int[1, 7]
        .SelectMany(k => Gen.Select(s_effect.Array[k], s_variance.Array[k]))
        .Select(static (y, v) => EffectTable.From(y, v).Value);

    private static readonly Gen<TwoByTwo[]> s_counts = Gen.Int[1, 6].SelectMany(static k => Gen.Select(
        Gen.OneOf(Gen.Int[0, 2], Gen.Int[0, 40]), Gen.OneOf(Gen.Int[0, 2], Gen.Int[1, 60]),
        Gen.OneOf(Gen.Int[0, 2], Gen.Int[0, 40]), Gen.OneOf(Gen.Int[0, 2], Gen.Int[1, 60]),
        static (a, b, c, d) => new TwoByTwo(a, b, c, d)).Where(static t => t.N1 > 0 && t.N2 > 0).Array[k]);

    [Fact]
    public void Pooling_by_every_estimator_and_test()
        => s_table.Sample(
            table =>
            {
                foreach (HeterogeneityEstimator estimator in HeterogeneityEstimators.All)
                    foreach (CoefficientTest test in Enum.GetValues<CoefficientTest>())
                    {
                        var fit = RandomEffects.Pool(table, new PoolingOptions { Estimator = estimator, Test = test });
                        Clean(fit);
                        if (!fit.TryGet(out PooledFit? pooled)) continue;
                        Clean(PredictionInterval.AsFitted(pooled));
                        Clean(PredictionInterval.WithT(pooled, 2));
                        Clean(HeterogeneityInterval.QProfile(pooled.Model, 0.95));
                        Clean(IntervalRules.Confidence(pooled));
                        Clean(IntervalRules.Prediction(pooled));
                    }
            },
            iter: 50);

    [Fact]
    public void Likelihood_intervals_and_refits()
        => s_table.Sample(
            table =>
            {
                var fit = RandomEffects.Pool(table, new PoolingOptions());
                if (fit.TryGet(out PooledFit? pooled) && table.Count > 1)
                    Clean(HeterogeneityInterval.ProfileLikelihood(pooled.Model, pooled.Tau2, true, 0.95));
                Clean(Refits.LeaveOneOut(table, new PoolingOptions()));
                Clean(CaseDiagnostics.Of(table, new PoolingOptions()));
                Clean(BaujatPoint.Of(table, new PoolingOptions()));
            },
            iter: 50);

    [Fact]
    public void Regressions_with_constant_equal_or_many_predictors()
        => Gen.Select(s_table, Gen.Int[0, 3], Pick(0.0, 1.0, 2.0).Array[30]).Sample(
            (table, columns, pool) =>
            {
                int k = table.Count;
                DesignMatrix design = DesignMatrix.WithIntercept(
                    k, [.. Enumerable.Range(0, columns).Select(j => ($"x{j}", pool[(j * k)..((j + 1) * k)]))]);
                foreach (CoefficientTest test in Enum.GetValues<CoefficientTest>())
                    Clean(RandomEffects.Fit(table, design, new PoolingOptions { Test = test }));
            },
            iter: 80);

    [Fact]
    public void Bias_analyses()
        => s_table.Sample(
            table =>
            {
                Clean(FunnelRegression.Egger(table));
                Clean(FunnelRegression.Mixed(table, [.. table.Variances.ToArray().Select(Math.Sqrt)], "se"));
                Clean(RankCorrelation.Test(table));
                Clean(PetPeese.Choose(table));
                Clean(FailSafe.Rosenthal(table));
                Clean(FailSafe.Orwin(table));
                Clean(FailSafe.Rosenberg(table));
                Clean(ExcessSignificance.Test(table));
                Clean(HenmiCopas.Fit(table));
                foreach (MissingStudies missing in Enum.GetValues<MissingStudies>())
                    Clean(TrimAndFill.Analyse(table, true, missing, new PoolingOptions()));
            },
            iter: 80);

    [Fact]
    public void Selection_resampling_and_Bayes()
        => s_table.Sample(
            table =>
            {
                Clean(StepSelection.Fit(table, [0.025], SelectionTail.Greater));
                Clean(PermutationTest.SignFlips(table, new PoolingOptions()));
                Clean(AllSubsets.Fit(table, new PoolingOptions()));
                Clean(NormalNormal.Fit(table, HeterogeneityPrior.HalfNormal(1)));
            },
            iter: 15);

    [Fact]
    public void Count_models_and_stratified_estimates()
        => s_counts.Sample(
            tables =>
            {
                Clean(MantelHaenszel.OddsRatio(tables));
                Clean(MantelHaenszel.RiskRatio(tables));
                Clean(MantelHaenszel.RiskDifference(tables));
                Clean(OneStepPeto.OddsRatio(tables));
                Clean(Azygos.Evidence.Stratified.StratifiedTests.Association(tables, true));
                Clean(Azygos.Evidence.Stratified.StratifiedTests.EqualOddsRatios(tables));
                Clean(BinaryFunnelTests.Harbord(tables));
                Clean(BinaryFunnelTests.Peters(tables));
                foreach (CountModel model in Enum.GetValues<CountModel>())
                    foreach (bool random in (ReadOnlySpan<bool>)[false, true])
                        Clean(CountModels.OddsRatio(tables,
                            new CountModelOptions { Model = model, RandomEffects = random, Nodes = 7 }));
            },
            iter: 20);

    [Fact]
    public void Accuracy_models()
        => s_counts.Sample(
            tables =>
            {
                Clean(BinaryFunnelTests.Deeks(tables));
                Clean(BivariateBinomial.Fit(tables));
                TwoByTwo[] corrected = [.. tables.Select(static t => t.Plus(0.5))];
                foreach (BivariateEstimator estimator in Enum.GetValues<BivariateEstimator>())
                {
                    var fit = BivariateNormal.Fit(corrected, estimator);
                    Clean(fit);
                    if (fit.HasValue) Clean(SummaryCurve.From(fit.Value));
                }
                Clean(AccuracyRatios.RandomEffects(tables, AccuracyRatio.Positive));
                Clean(AccuracyRatios.MantelHaenszel(tables, AccuracyRatio.Negative));
            },
            iter: 20);

    [Fact]
    public void Multilevel_robust_and_network_models()
        => s_table.Sample(
            table =>
            {
                string[] groups = [.. Enumerable.Range(0, table.Count).Select(static i => $"{i / 2}")];
                Clean(MultilevelModel.Fit(table, DesignMatrix.Intercept(table.Count),
                    [new RandomEffect("group", groups)]));
                var pooled = RandomEffects.Pool(table, new PoolingOptions());
                if (pooled.HasValue)
                    foreach (RobustCorrection correction in Enum.GetValues<RobustCorrection>())
                        Clean(ClusterRobust.Of(pooled.Value, groups, correction));
                Clean(NetworkModel.Fit([.. Enumerable.Range(0, table.Count).SelectMany(i => new[]
                {
                    new NetworkArm($"{i}", $"t{i % 3}", table.Effects[i], table.Variances[i]),
                    new NetworkArm($"{i}", "control", 0, table.Variances[0]),
                })]));
            },
            iter: 80);

    private static Gen<double> Pick(params double[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Walks a result and fails on the first NaN.</summary>
    private static void Clean(object? result) => Walk(result, result?.GetType().Name ?? "null", 0);

    private static void Walk(object? value, string path, int depth)
    {
        switch (value)
        {
            case null or string or Type or Delegate or HeterogeneityEstimator or LinearModel or DesignMatrix:
                return;
            case double number:
                Assert.False(double.IsNaN(number), $"{path} is not a number");
                return;
            case IEnumerable items:
                int i = 0;
                foreach (object? item in items) Walk(item, $"{path}[{i++}]", depth + 1);
                return;
        }
        Type type = value.GetType();
        if (depth > 6 || type.IsPrimitive || type.IsEnum) return;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Outcome<>))
        {
            bool has = (bool)type.GetProperty("HasValue")!.GetValue(value)!;
            if (has) Walk(type.GetProperty("Value")!.GetValue(value), $"{path}.Value", depth + 1);
            else Assert.NotEmpty(((NoAnswer)type.GetProperty("Refused")!.GetValue(value)!).Reason);
            return;
        }
        if (type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal))
            foreach (FieldInfo field in type.GetFields())
                Walk(field.GetValue(value), $"{path}.{field.Name}", depth + 1);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.GetIndexParameters().Length == 0)
                Walk(property.GetValue(value), $"{path}.{property.Name}", depth + 1);
    }
}
