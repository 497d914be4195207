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

    /// <summary>A number above 0: a standard deviation or a standard error.</summary>
    Spread,
}

/// <summary>An effect that a table of studies can be pooled in: which columns it needs, and how they make it.</summary>
/// <source choice="measures of two groups that most tables of papers allow, and effects with standard errors as
/// printed"/>
public sealed class EffectMeasure
{
    private readonly Func<ReadOnlyMemory<double>, Outcome<EffectEstimate>> _effect;

    private EffectMeasure(
        string key, string name, bool isRatio, (string, StudyNumber)[] columns,
        Func<ReadOnlyMemory<double>, Outcome<EffectEstimate>> effect)
    {
        (Key, Name, IsRatio, Columns) = (key, name, isRatio, columns);
        _effect = effect;
    }

    /// <summary>Short name.</summary>
    public string Key { get; }

    /// <summary>Name for people.</summary>
    public string Name { get; }

    /// <summary>True when effects are pooled as logarithms and shown as ratios.</summary>
    public bool IsRatio { get; }

    /// <summary>Columns it needs, by their usual names, with what each holds.</summary>
    public IReadOnlyList<(string Name, StudyNumber Holds)> Columns { get; }

    /// <summary>All measures.</summary>
    public static IReadOnlyList<EffectMeasure> All { get; } =
    [
        OfCounts<OddsRatio>("odds ratio", isRatio: true), OfCounts<RiskRatio>("risk ratio", isRatio: true),
        OfCounts<RiskDifference>("risk difference", isRatio: false),
        OfCounts<PetoOddsRatio>("Peto odds ratio", isRatio: true),
        OfCounts<ArcsineDifference>("arcsine difference", isRatio: false),
        OfMeans("MD", "mean difference", static two => two.MeanDifference()),
        OfMeans("SMD", "standardised mean difference", static two => two.StandardisedMeanDifference()),
        new("GEN", "effect as given", false, [("effect", StudyNumber.Value), ("se", StudyNumber.Spread)],
            static cells => new EffectEstimate(cells.Span[0], cells.Span[1] * cells.Span[1])),
    ];

    /// <summary>Finds one by its key.</summary>
    public static EffectMeasure? Find(string key) => All.FirstOrDefault(measure => measure.Key == key);

    /// <summary>The effect of one study, on the analysis scale, or why it has none.</summary>
    /// <param name="cells">Numbers in the order of <see cref="Columns"/>.</param>
    public Outcome<EffectEstimate> Effect(ReadOnlyMemory<double> cells) => _effect(cells);

    /// <summary>From the analysis scale to the one shown.</summary>
    public double Shown(double value) => IsRatio ? Math.Exp(value) : value;

    private static EffectMeasure OfCounts<T>(string name, bool isRatio)
        where T : struct, ITwoByTwoMeasure
        => new(T.Key, name, isRatio,
            [("events_1", StudyNumber.Events), ("n_1", StudyNumber.Size),
                ("events_2", StudyNumber.Events), ("n_2", StudyNumber.Size)],
            static cells =>
            {
                ReadOnlySpan<double> c = cells.Span;
                return TwoByTwo.FromEvents(c[0], c[1], c[2], c[3]).Then(table => Of<T>(table));
            });

    /// <summary>½ is added to the cells of a study with a zero, unless nobody, or everybody, has the event.</summary>
    private static Outcome<EffectEstimate> Of<T>(TwoByTwo table)
        where T : struct, ITwoByTwoMeasure
    {
        bool needsInformation = T.Key is "OR" or "RR" or "PETO";
        if (needsInformation && table.IsUninformative)
            return new NoAnswer(Refusal.NotEstimable, "nobody, or everybody, has the event in both groups");
        // Peto's and the arcsine's effects exist with a zero cell; adding to it would only shrink them.
        bool correct = table.HasZero && (T.Key is "OR" or "RR" or "RD");
        return T.From(correct ? table.Plus(0.5) : table) is { Variance: > 0 } effect
            ? effect : new NoAnswer(Refusal.NotEstimable, "the counts give no effect with a variance above 0");
    }

    private static EffectMeasure OfMeans(string key, string name, Func<TwoMeans, EffectEstimate?> effect)
        => new(key, name, false,
            [("mean_1", StudyNumber.Value), ("sd_1", StudyNumber.Spread), ("n_1", StudyNumber.Size),
                ("mean_2", StudyNumber.Value), ("sd_2", StudyNumber.Spread), ("n_2", StudyNumber.Size)],
            cells =>
            {
                ReadOnlySpan<double> c = cells.Span;
                return c[2] < 2 || c[5] < 2 ? new NoAnswer(Refusal.NotEstimable, "a group of one has no spread")
                    : effect(new TwoMeans(new GroupMean(c[0], c[1], c[2]), new GroupMean(c[3], c[4], c[5])))
                        is { Variance: > 0 } one
                        ? one
                        : new NoAnswer(Refusal.NotEstimable, "the numbers give no effect with a variance above 0");
            });
}
