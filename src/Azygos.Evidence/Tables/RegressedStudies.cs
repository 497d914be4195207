using System.Globalization;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Regression;
using Azygos.Evidence.Resampling;

namespace Azygos.Evidence.Tables;

/// <summary>A predictor of a regression on a table: a column of numbers, or of words.</summary>
/// <param name="Name">The column.</param>
/// <param name="Reference">Level that the others are compared with; null for a number.</param>
public sealed record Predictor(string Name, string? Reference)
{
    /// <summary>True when it is a category.</summary>
    public bool IsFactor => Reference is not null;
}

/// <summary>What a regression says at values of the predictors that occur.</summary>
/// <param name="Values">Value of each predictor, as written.</param>
/// <param name="Studies">Studies with these values.</param>
/// <param name="Value">The prediction on the analysis scale.</param>
public sealed record PredictedStudies(IReadOnlyList<string> Values, int Studies, Prediction Value);

/// <summary>A meta-regression on columns of a table: the one object that table, JSON and script are filled
/// from.</summary>
/// <source doi="10.1002/sim.1187" at="Thompson and Higgins 2002, how meta-regression should be done"/>
public sealed record RegressedStudies
{
    /// <summary>The measure.</summary>
    public required EffectMeasure Measure { get; init; }

    /// <summary>What was done about zero cells.</summary>
    public required ZeroCellPolicy Zero { get; init; }

    /// <summary>Studies, effects, and studies without one.</summary>
    public required StudyEffects Effects { get; init; }

    /// <summary>Predictors, in the order asked for.</summary>
    public required IReadOnlyList<Predictor> Predictors { get; init; }

    /// <summary>Pairs of predictors whose products are in the model, by their places.</summary>
    public required IReadOnlyList<(int Left, int Right)> Interactions { get; init; }

    /// <summary>The fit, on the analysis scale.</summary>
    public required PooledFit Fit { get; init; }

    /// <summary>R² [%]; null where there is none.</summary>
    public required double? ExplainedPercent { get; init; }

    /// <summary>p of all predictors by rearrangement; null where it was not asked for, or there is none.</summary>
    public required PermutationP? Permutation { get; init; }

    /// <summary>Predictions at the values that occur.</summary>
    public required IReadOnlyList<PredictedStudies> Predictions { get; init; }

    /// <summary>Fits the regression, or says why not.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="studies">Studies, with the cells of the predictors.</param>
    /// <param name="options">How they are pooled.</param>
    /// <param name="zero">What is done about zero cells.</param>
    /// <param name="predictors">Predictors, in the order of the studies' cells.</param>
    /// <param name="interactions">Pairs of predictors, by their places.</param>
    /// <param name="permutes">Also rearranges the predictors over the studies.</param>
    public static Outcome<RegressedStudies> Of(
        EffectMeasure measure, IReadOnlyList<StudyNumbers> studies, PoolingOptions options, ZeroCellPolicy zero,
        IReadOnlyList<Predictor> predictors, IReadOnlyList<(int Left, int Right)> interactions, bool permutes) =>
        StudyEffects.Of(measure, studies, zero).Then(kept =>
        {
            Term[] terms = [.. predictors.Select((one, i) => one.Reference is { } reference
                ? Term.Factor(one.Name, [.. kept.Studies.Select(study => study.Predictors[i])], reference)
                : Term.Number(one.Name, [.. kept.Studies.Select(study => Number(study.Predictors[i]))]))];
            DesignMatrix design = RegressionDesign.Build(kept.Table.Count,
                [.. terms, .. interactions.Select(pair => Term.Interaction(terms[pair.Left], terms[pair.Right]))]);
            if (design.Columns < 2)
                return new NoAnswer(Refusal.NotEstimable, "no predictor differs between the studies");
            return RandomEffects.Fit(kept.Table, design, options).Then<RegressedStudies>(fit => new RegressedStudies
            {
                Measure = measure,
                Zero = zero,
                Effects = kept,
                Predictors = predictors,
                Interactions = interactions,
                Fit = fit,
                ExplainedPercent = Prediction.ExplainedPercent(fit, kept.Table) is { HasValue: true } share
                    ? share.Value : null,
                Permutation = permutes && PermutationP.OfModerators(kept.Table, design, options)
                    is { HasValue: true } p ? p.Value : null,
                Predictions = [.. kept.Studies.Index()
                    .GroupBy(study => string.Join('\u001f', study.Item.Predictors.Take(predictors.Count)))
                    .Select(group => new PredictedStudies(
                        [.. group.First().Item.Predictors.Take(predictors.Count)], group.Count(),
                        Prediction.At(fit, design.Row(group.First().Index)[1..])))],
            });
        });

    /// <summary>A cell as number; the reader of the table has checked it.</summary>
    public static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
