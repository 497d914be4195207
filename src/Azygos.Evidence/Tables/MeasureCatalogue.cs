using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Tables;

/// <summary>The measures, one line each.</summary>
internal static class MeasureCatalogue
{
    private static readonly NoAnswer s_noVariance =
        new(Refusal.NotEstimable, "the numbers give no effect with a variance above 0");

    private static readonly (string, StudyNumber)[] s_twoGroups =
        [("events_1", StudyNumber.Events), ("n_1", StudyNumber.Size),
            ("events_2", StudyNumber.Events), ("n_2", StudyNumber.Size)];

    private static readonly (string, StudyNumber)[] s_twoRates =
        [("events_1", StudyNumber.Count), ("time_1", StudyNumber.Spread),
            ("events_2", StudyNumber.Count), ("time_2", StudyNumber.Spread)];

    private static readonly (string, StudyNumber)[] s_share =
        [("events", StudyNumber.Events), ("n", StudyNumber.Size)];

    internal static IReadOnlyList<EffectMeasure> All { get; } =
    [
        OfCounts<OddsRatio>("odds ratio", EffectScale.Ratio), OfCounts<RiskRatio>("risk ratio", EffectScale.Ratio),
        OfCounts<RiskDifference>("risk difference", EffectScale.Difference),
        OfCounts<PetoOddsRatio>("Peto odds ratio", EffectScale.Ratio),
        OfCounts<ArcsineDifference>("arcsine difference", EffectScale.Difference),
        OfMeans("MD", "mean difference", EffectScale.Difference, static two => two.MeanDifference()),
        OfMeans("SMD", "standardised mean difference", EffectScale.Difference,
            static two => two.StandardisedMeanDifference()),
        OfMeans("ROM", "ratio of means", EffectScale.Ratio, static two => two.RatioOfMeans()),
        OfRates("IRR", "incidence rate ratio", EffectScale.Ratio, static rates => rates.RateRatio()),
        OfRates("IRD", "incidence rate difference", EffectScale.Difference, static rates => rates.RateDifference()),
        OfShare("PLO", "share, by logit", EffectScale.Logit, static share => share.Logit()),
        OfShare("PAS", "share, by arcsine", EffectScale.Arcsine, static share => share.Arcsine()),
        OfShare("PFT", "share, double arcsine, left on that scale", EffectScale.Level,
            static share => share.FreemanTukey()),
        EffectMeasure.Of("ZCOR", "correlation, by Fisher's z", EffectScale.FisherZ,
            [("r", StudyNumber.Correlation), ("n", StudyNumber.Size)],
            static (cells, _, _) => OrNone(new Correlation(cells.Span[0], cells.Span[1]).FisherZ())),
        EffectMeasure.Of("GEN", "effect as given", EffectScale.Difference,
            [("effect", StudyNumber.Value), ("se", StudyNumber.Spread)],
            static (cells, _, _) => new EffectEstimate(cells.Span[0], cells.Span[1] * cells.Span[1])),
    ];

    private static EffectMeasure OfCounts<T>(string name, EffectScale scale)
        where T : struct, ITwoByTwoMeasure
        => EffectMeasure.Of(T.Key, name, scale, s_twoGroups, static (cells, policy, anyZero) =>
            EffectMeasure.Table(cells).Then(table => Of<T>(table, policy, anyZero)));

    private static Outcome<EffectEstimate> Of<T>(TwoByTwo table, ZeroCells policy, bool anyZero)
        where T : struct, ITwoByTwoMeasure
    {
        // Peto's and the arcsine's effects exist with a zero cell; adding to it would only shrink them.
        bool isCorrected = T.Key is "OR" or "RR" or "RD", isRatio = T.Key is "OR" or "RR" or "PETO";
        if (isRatio && table.IsUninformative && (policy.DropUninformative || !isCorrected))
            return new NoAnswer(Refusal.NotEstimable, "nobody, or everybody, has the event in both groups");
        return OrNone(T.From(isCorrected ? policy.Apply(table, anyZero) : table));
    }

    private static EffectMeasure OfMeans(
        string key, string name, EffectScale scale, Func<TwoMeans, EffectEstimate?> effect)
        => EffectMeasure.Of(key, name, scale,
            [("mean_1", StudyNumber.Value), ("sd_1", StudyNumber.Spread), ("n_1", StudyNumber.Size),
                ("mean_2", StudyNumber.Value), ("sd_2", StudyNumber.Spread), ("n_2", StudyNumber.Size)],
            (cells, _, _) =>
            {
                ReadOnlySpan<double> c = cells.Span;
                return c[2] < 2 || c[5] < 2 ? new NoAnswer(Refusal.NotEstimable, "a group of one has no spread")
                    : OrNone(effect(new TwoMeans(new GroupMean(c[0], c[1], c[2]), new GroupMean(c[3], c[4], c[5]))));
            });

    private static EffectMeasure OfRates(
        string key, string name, EffectScale scale, Func<PersonTime, EffectEstimate?> effect)
        => EffectMeasure.Of(key, name, scale, s_twoRates, (cells, policy, _) =>
        {
            ReadOnlySpan<double> c = cells.Span;
            PersonTime counts = new(c[0], c[1], c[2], c[3]);
            if (scale == EffectScale.Ratio && c[0] == 0 && c[2] == 0 && policy.DropUninformative)
                return new NoAnswer(Refusal.NotEstimable, "nobody has the event in both groups");
            return OrNone(PersonTime.Correct([counts], policy)[0] is { } corrected ? effect(corrected) : null);
        });

    private static EffectMeasure OfShare(
        string key, string name, EffectScale scale, Func<Proportion, EffectEstimate?> effect)
        => EffectMeasure.Of(key, name, scale, s_share, (cells, policy, _) =>
        {
            Proportion share = new(cells.Span[0], cells.Span[1]);
            return OrNone(effect(scale == EffectScale.Logit ? Proportion.Correct([share], policy)[0] : share));
        });

    private static Outcome<EffectEstimate> OrNone(EffectEstimate? effect)
        => effect is { Variance: > 0 } one ? one : s_noVariance;
}
