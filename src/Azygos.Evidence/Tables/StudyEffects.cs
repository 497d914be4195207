using Azygos.Evidence.Effects;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Tables;

/// <summary>Effects of the studies of a table, and which of them have none.</summary>
/// <source choice="a study that gives no effect is named with its reason, never dropped in silence"/>
public sealed record StudyEffects
{
    /// <summary>Studies with an effect, in the order of the table.</summary>
    public required IReadOnlyList<StudyNumbers> Studies { get; init; }

    /// <summary>Their effects and variances, on the analysis scale.</summary>
    public required EffectTable Table { get; init; }

    /// <summary>Studies without one, with the reason.</summary>
    public required IReadOnlyList<(string Label, string Why)> LeftOut { get; init; }

    /// <summary>The effect of one of the studies.</summary>
    public EffectEstimate At(int study) => new(Table.Effects[study], Table.Variances[study]);

    /// <summary>Effects of a table, or why no study has one.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="studies">The studies.</param>
    /// <param name="zero">What is done about zero cells.</param>
    public static Outcome<StudyEffects> Of(
        EffectMeasure measure, IReadOnlyList<StudyNumbers> studies, ZeroCellPolicy zero)
    {
        List<StudyNumbers> kept = [];
        List<EffectEstimate> effects = [];
        List<(string, string)> leftOut = [];
        foreach ((StudyNumbers study, Outcome<EffectEstimate> effect) in studies.Zip(
            measure.Effects([.. studies.Select(one => one.Numbers)], zero.Rule)))
            if (effect.HasValue)
            {
                kept.Add(study);
                effects.Add(effect.Value);
            }
            else
                leftOut.Add((study.Label, effect.Refused!.Reason));
        return EffectTable.From([.. effects.Select(one => one.Value)], [.. effects.Select(one => one.Variance)])
            .Then<StudyEffects>(table => new StudyEffects { Studies = kept, Table = table, LeftOut = leftOut });
    }
}
