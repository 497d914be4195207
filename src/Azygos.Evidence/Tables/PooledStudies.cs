using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Linear;
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

    /// <summary>Pools a table, or says why not.</summary>
    public static Outcome<PooledStudies> Of(
        EffectMeasure measure, IReadOnlyList<StudyNumbers> studies, PoolingOptions options)
    {
        List<(StudyNumbers Study, EffectEstimate Effect)> kept = [];
        List<(string, string)> leftOut = [];
        foreach (StudyNumbers study in studies)
            if (measure.Effect(study.Numbers) is var effect && effect.HasValue) kept.Add((study, effect.Value));
            else leftOut.Add((study.Label, effect.Refused!.Reason));
        bool grouped = kept.Any(one => one.Study.Group.Length > 0);
        return EffectTable.From([.. kept.Select(one => one.Effect.Value)], [.. kept.Select(one => one.Effect.Variance)])
            .Then(table => RandomEffects.Pool(table, options).Then(fit =>
            {
                if (!grouped) return Assemble(null);
                return Regression.Subgroups.Separate(table, [.. kept.Select(one => one.Study.Group)], options)
                    .Then(Assemble);

                Outcome<PooledStudies> Assemble(Subgroups? subgroups) => new PooledStudies
                {
                    Measure = measure,
                    Studies = [.. kept.Select(
                        (one, i) => Shown(measure, one.Study, one.Effect, fit.WeightsPercent[i], options.Level))],
                    LeftOut = leftOut,
                    Fit = fit,
                    Prediction = table.Count > 2 ? PredictionInterval.AsFitted(fit) : null,
                    Subgroups = subgroups,
                };
            }));
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
