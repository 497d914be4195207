using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Regression;

namespace Azygos.Evidence.Tables;

/// <summary>One study of a table.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Group">Its subgroup; empty where none was asked for.</param>
/// <param name="Numbers">Numbers in the order of the measure's columns.</param>
public sealed record StudyNumbers(string Label, string Group, ReadOnlyMemory<double> Numbers)
{
    /// <summary>Further cells as written, such as the predictors of a regression; empty where none were asked
    /// for.</summary>
    public IReadOnlyList<string> Predictors { get; init; } = [];
}

/// <summary>One study pooled, on the scale shown.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Group">Its subgroup.</param>
/// <param name="Effect">Effect.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="WeightPercent">Weight in the pool [%].</param>
public sealed record StudyEffect(string Label, string Group, double Effect,
    double Lower, double Upper, double WeightPercent);

/// <summary>The same counts pooled by a model that adds nothing to zero cells.</summary>
/// <param name="Model">The model.</param>
/// <param name="Mean">Its effect on the analysis scale; null where it gives none.</param>
/// <param name="Why">Why it gives none; empty where it does.</param>
public sealed record OtherPool(CountPool Model, Coefficient? Mean, string Why);

/// <summary>A table of studies pooled: the one object that table and JSON are filled from.</summary>
/// <source doi="10.18637/jss.v036.i03" at="§2-3, model, interval and prediction interval"/>
public sealed record PooledStudies
{
    /// <summary>The measure.</summary>
    public required EffectMeasure Measure { get; init; }

    /// <summary>Studies pooled, in the order of the table.</summary>
    public required IReadOnlyList<StudyEffect> Studies { get; init; }

    /// <summary>Studies that give no effect, with the reason.</summary>
    public required IReadOnlyList<(string Label, string Why)> LeftOut { get; init; }

    /// <summary>The fit, on the analysis scale.</summary>
    public required PooledFit Fit { get; init; }

    /// <summary>Where the true effect of a new study is expected, on the analysis scale; null with fewer than three
    /// studies.</summary>
    public required PredictionInterval? Prediction { get; init; }

    /// <summary>Subgroups, each with its own τ²; null where none were asked for.</summary>
    public required Subgroups? Subgroups { get; init; }

    /// <summary>What was done about zero cells.</summary>
    public required ZeroCellPolicy Zero { get; init; }

    /// <summary>Interval of τ²; null where there is none.</summary>
    public required HeterogeneityRange? Heterogeneity { get; init; }

    /// <summary>Models of the counts themselves; none for other measures.</summary>
    public required IReadOnlyList<OtherPool> Others { get; init; }

    /// <summary>Pools a table, or says why not.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="studies">The studies.</param>
    /// <param name="options">How they are pooled.</param>
    /// <param name="zero">What is done about zero cells; null: ½ in a study that has one.</param>
    public static Outcome<PooledStudies> Of(EffectMeasure measure, IReadOnlyList<StudyNumbers> studies,
        PoolingOptions options, ZeroCellPolicy? zero = null) =>
        StudyEffects.Of(measure, studies, zero ?? ZeroCellPolicy.Half).Then(kept =>
            RandomEffects.Pool(kept.Table, options).Then(fit =>
            {
                if (kept.Studies.All(one => one.Group.Length == 0)) return Assemble(null);
                return Regression.Subgroups.Separate(kept.Table, [.. kept.Studies.Select(one => one.Group)], options)
                    .Then(Assemble);

                Outcome<PooledStudies> Assemble(Subgroups? subgroups) => new PooledStudies
                {
                    Measure = measure,
                    Zero = zero ?? ZeroCellPolicy.Half,
                    Studies = [.. kept.Studies.Select(
                        (one, i) => Shown(measure, one, kept.At(i), fit.WeightsPercent[i], options.Level))],
                    LeftOut = kept.LeftOut,
                    Fit = fit,
                    Heterogeneity = HeterogeneityInterval.QProfile(fit.Model, options.Level)
                        is { HasValue: true } range ? range.Value : null,
                    Prediction = kept.Table.Count > 2 ? PredictionInterval.AsFitted(fit) : null,
                    Subgroups = subgroups,
                    Others = FromCounts(measure, studies, options.Level),
                };
            }));

    private static IReadOnlyList<OtherPool> FromCounts(
        EffectMeasure measure, IReadOnlyList<StudyNumbers> studies, double level)
    {
        if (!measure.IsOfCounts) return [];
        TwoByTwo[] tables = [.. studies.Select(study => EffectMeasure.Table(study.Numbers))
            .Where(table => table.HasValue).Select(table => table.Value)];
        return [.. from model in CountPool.Of(measure.Key)
                   let mean = model.Pool(tables, measure.Key, level)
                   select new OtherPool(model, mean.HasValue ? mean.Value : null, mean.Refused?.Reason ?? "")];
    }

    private static StudyEffect Shown(EffectMeasure measure, StudyNumbers study,
        EffectEstimate effect, double weight, double level)
    {
        double half = Normal.TwoSidedQuantile(level) * Math.Sqrt(effect.Variance);
        return new StudyEffect(study.Label, study.Group, measure.Shown(effect.Value),
            measure.Shown(effect.Value - half),
            measure.Shown(effect.Value + half), weight);
    }
}
