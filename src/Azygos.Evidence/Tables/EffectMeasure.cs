using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Tables;

/// <summary>What a column of a table of studies may hold.</summary>
public enum StudyNumber
{
    /// <summary>People with the event: a whole number, not above the size that follows.</summary>
    Events,

    /// <summary>Size of a group: a whole number, at least 1.</summary>
    Size,

    /// <summary>Any number.</summary>
    Value,

    /// <summary>A number above 0: a standard deviation, a standard error or person-time.</summary>
    Spread,

    /// <summary>A whole number of events, without a size to compare it with.</summary>
    Count,

    /// <summary>A correlation, strictly between −1 and 1.</summary>
    Correlation,
}

/// <summary>An effect that a table of studies can be pooled in: which columns it needs, and how they make it.</summary>
/// <source choice="measures that most tables of papers allow, and effects with standard errors as printed"/>
public sealed class EffectMeasure
{
    private readonly Func<ReadOnlyMemory<double>, ZeroCells, bool, Outcome<EffectEstimate>> _effect;

    private EffectMeasure(
        string key, string name, EffectScale scale, (string, StudyNumber)[] columns,
        Func<ReadOnlyMemory<double>, ZeroCells, bool, Outcome<EffectEstimate>> effect)
    {
        (Key, Name, Scale, Columns) = (key, name, scale, columns);
        _effect = effect;
    }

    /// <summary>Short name.</summary>
    public string Key { get; }

    /// <summary>Name for people.</summary>
    public string Name { get; }

    /// <summary>How the analysis scale and the one shown belong together.</summary>
    public EffectScale Scale { get; }

    /// <summary>True when effects are pooled as logarithms and shown as ratios.</summary>
    public bool IsRatio => Scale == EffectScale.Ratio;

    /// <summary>True when it compares two groups, so that 0 on the analysis scale is no effect.</summary>
    public bool IsComparison => Scale is EffectScale.Ratio or EffectScale.Difference;

    /// <summary>Columns it needs, by their usual names, with what each holds.</summary>
    public IReadOnlyList<(string Name, StudyNumber Holds)> Columns { get; }

    /// <summary>True when it is made of events and sizes of two groups.</summary>
    public bool IsOfCounts => Columns.Count == 4 && Columns[0].Holds == StudyNumber.Events;

    /// <summary>True when a zero-cell policy can change its effects.</summary>
    public bool HasZeroCells => Columns[0].Holds is StudyNumber.Events or StudyNumber.Count
        && Key is not ("PETO" or "AS" or "PAS" or "PFT");

    /// <summary>All measures.</summary>
    public static IReadOnlyList<EffectMeasure> All => MeasureCatalogue.All;

    /// <summary>Finds one by its key.</summary>
    public static EffectMeasure? Find(string key) => All.FirstOrDefault(measure => measure.Key == key);

    /// <summary>The effect of one study under the usual zero-cell policy, on the analysis scale, or why it has
    /// none.</summary>
    /// <param name="cells">Numbers in the order of <see cref="Columns"/>.</param>
    public Outcome<EffectEstimate> Effect(ReadOnlyMemory<double> cells)
        => _effect(cells, ZeroCellPolicy.Half.Rule, false);

    /// <summary>Effects of all studies under a zero-cell policy; shape [studies].</summary>
    /// <param name="studies">Numbers of each study in the order of <see cref="Columns"/>.</param>
    /// <param name="policy">What is done about zero cells.</param>
    public Outcome<EffectEstimate>[] Effects(IReadOnlyList<ReadOnlyMemory<double>> studies, ZeroCells policy)
    {
        bool anyZero = IsOfCounts && studies.Any(cells => Table(cells) is { HasValue: true, Value.HasZero: true });
        return [.. studies.Select(cells => _effect(cells, policy, anyZero))];
    }

    /// <summary>The 2 × 2 table of a study of counts, or why its counts are impossible.</summary>
    public static Outcome<TwoByTwo> Table(ReadOnlyMemory<double> cells)
    {
        ReadOnlySpan<double> c = cells.Span;
        return TwoByTwo.FromEvents(c[0], c[1], c[2], c[3]);
    }

    /// <summary>From the analysis scale to the one shown.</summary>
    public double Shown(double value) => Scale switch
    {
        EffectScale.Ratio => Math.Exp(value),
        EffectScale.Logit => 1 / (1 + Math.Exp(-value)),
        EffectScale.Arcsine => Math.Pow(Math.Sin(Math.Clamp(value, 0, Math.PI / 2)), 2),
        EffectScale.FisherZ => Math.Tanh(value),
        _ => value,
    };

    internal static EffectMeasure Of(string key, string name, EffectScale scale, (string, StudyNumber)[] columns,
        Func<ReadOnlyMemory<double>, ZeroCells, bool, Outcome<EffectEstimate>> effect)
        => new(key, name, scale, columns, effect);
}
