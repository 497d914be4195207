using System.Globalization;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Influence;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Selection;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Bias;

/// <summary>A test whether small studies differ from large ones, or too many are significant.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Statistic">Its statistic; null where there is none.</param>
/// <param name="PValue">Two-sided p; null where there is none.</param>
/// <param name="Why">Why there is none; empty where there is one.</param>
public sealed record BiasTest(string Key, string Name, double? Statistic, double? PValue, string Why);

/// <summary>A pooled effect that allows for one kind of bias.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Estimate">Effect on the analysis scale; null where there is none.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Remark">What a reader must know, or why there is none.</param>
public sealed record BiasAdjusted(
    string Key, string Name, double? Estimate, double? Lower, double? Upper, string Remark);

/// <summary>What one study does to the pool.</summary>
/// <param name="Study">The study.</param>
/// <param name="Without">The pool without it; null where it gives none.</param>
/// <param name="Diagnostics">Its influence; null where there is none.</param>
public sealed record StudyInfluence(string Study, PooledFit? Without, CaseDiagnostics? Diagnostics);

/// <summary>Bias and robustness of a table: every analysis the engine has, side by side, none picked out.</summary>
/// <remarks>
/// None of these proves or undoes bias: small studies may differ for other reasons, and all of them are weak below ten
/// studies.
/// </remarks>
/// <source doi="10.1136/bmj.d4002" at="Sterne et al. 2011, recommendations for funnel plot asymmetry"/>
public sealed record BiasAnalysis
{
    /// <summary>Studies below which a funnel says little.</summary>
    /// <source doi="10.1136/bmj.d4002" at="at least 10 studies"/>
    public const int FewestStudies = 10;

    private const double SelectionStep = 0.025;     // chosen: significance in the wanted direction at two-sided 5 %

    /// <summary>The measure.</summary>
    public required EffectMeasure Measure { get; init; }

    /// <summary>Studies, effects, and studies without one.</summary>
    public required StudyEffects Effects { get; init; }

    /// <summary>The pool that the analyses start from.</summary>
    public required PooledFit Fit { get; init; }

    /// <summary>Tests.</summary>
    public required IReadOnlyList<BiasTest> Tests { get; init; }

    /// <summary>Pooled effects that allow for bias.</summary>
    public required IReadOnlyList<BiasAdjusted> Adjusted { get; init; }

    /// <summary>Null studies that would undo the result, by three rules; null where a rule gives none.</summary>
    public required IReadOnlyList<(string Rule, double? Studies)> FailSafe { get; init; }

    /// <summary>Each study's influence.</summary>
    public required IReadOnlyList<StudyInfluence> Influence { get; init; }

    /// <summary>Analyses a table, or says why not.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="studies">The studies.</param>
    /// <param name="options">How they are pooled.</param>
    /// <param name="zero">What is done about zero cells.</param>
    public static Outcome<BiasAnalysis> Of(EffectMeasure measure, IReadOnlyList<StudyNumbers> studies,
        PoolingOptions options, ZeroCellPolicy zero) =>
        StudyEffects.Of(measure, studies, zero).Then(kept => RandomEffects.Pool(kept.Table, options)
            .Then<BiasAnalysis>(fit => new BiasAnalysis
            {
                Measure = measure,
                Effects = kept,
                Fit = fit,
                Tests = [.. TestsOf(measure, kept, options.Level)],
                Adjusted = [.. AdjustedOf(kept.Table, fit, options)],
                FailSafe =
                [
                    ("Rosenthal", Bias.FailSafe.Rosenthal(kept.Table).Number),
                    ("Orwin", Bias.FailSafe.Orwin(kept.Table) is { HasValue: true } orwin ? orwin.Value.Number : null),
                    ("Rosenberg", Bias.FailSafe.Rosenberg(kept.Table).Number),
                ],
                Influence = [.. kept.Studies.Zip(Refits.LeaveOneOut(kept.Table, options),
                    CaseDiagnostics.Of(kept.Table, options)).Select(static one => new StudyInfluence(one.First.Label,
                        one.Second.HasValue ? one.Second.Value : null, one.Third.HasValue ? one.Third.Value : null))],
            }));

    private static IEnumerable<BiasTest> TestsOf(EffectMeasure measure, StudyEffects kept, double level)
    {
        EffectTable table = kept.Table;
        double[] errors = [.. table.Variances.ToArray().Select(Math.Sqrt)];
        yield return Line("egger", "Egger: effect on its error, t", FunnelRegression.Egger(table, level));
        yield return Line("egger_mixed", "the same with τ² by REML, z",
            FunnelRegression.Mixed(table, errors, "se", level));
        var ranks = RankCorrelation.Test(table);
        yield return new BiasTest("begg", "Begg: rank correlation, Kendall's τ",
            ranks.HasValue ? ranks.Value.Tau : null, ranks.HasValue ? ranks.Value.PValue : null,
            ranks.Refused?.Reason ?? "");
        if (measure.IsOfCounts && measure.IsRatio)
        {
            TwoByTwo[] counts = [.. kept.Studies.Select(study => EffectMeasure.Table(study.Numbers).Value)];
            yield return Line("harbord", "Harbord: score of the counts, t", BinaryFunnelTests.Harbord(counts, level));
            yield return Line("peters", "Peters: log odds ratio on 1/N, t", BinaryFunnelTests.Peters(counts, level));
        }
        ExcessSignificance excess = ExcessSignificance.Test(table);
        yield return new BiasTest("excess_significance",
            "excess significance: significant studies, one-sided exact p", excess.Observed, excess.ExactPValue, "");
    }

    private static BiasTest Line(string key, string name, Outcome<FunnelRegression> line) =>
        line.TryGet(out FunnelRegression? found) && double.IsFinite(found.Slope.Statistic)
            ? new BiasTest(key, name, found.Slope.Statistic, found.Slope.PValue, "")
            : new BiasTest(key, name, null, null, line.Refused?.Reason ?? "the line has no error");

    private static IEnumerable<BiasAdjusted> AdjustedOf(EffectTable table, PooledFit fit, PoolingOptions options)
    {
        yield return Mean("pool", "as pooled", fit.Mean, "");
        // Studies are thought missing on the side on which the funnel is thin: that of small effects when it leans up.
        bool right = FunnelRegression.Egger(table) is { HasValue: true } egger && egger.Value.Slope.Estimate < 0;
        foreach (MissingStudies rule in (MissingStudies[])[MissingStudies.L0, MissingStudies.R0, MissingStudies.Q0])
        {
            string key = $"trim_fill_{rule}".ToLowerInvariant(), name = $"trim and fill, {rule}";
            var analysed = TrimAndFill.Analyse(table, right, rule, options);
            yield return analysed.TryGet(out TrimAndFill? filled)
                ? Mean(key, name, filled.Fit.Mean,
                    $"{filled.Missing} filled in on the {(right ? "right" : "left")}")
                : None(key, name, analysed.Refused!);
        }
        Outcome<FunnelRegression> pet = PetPeese.Pet(table, options.Level),
            peese = PetPeese.Peese(table, options.Level);
        yield return pet.HasValue ? Mean("pet", "PET, at standard error 0", pet.Value.Intercept, "")
            : None("pet", "PET, at standard error 0", pet.Refused!);
        yield return peese.HasValue ? Mean("peese", "PEESE, at variance 0", peese.Value.Intercept, "")
            : None("peese", "PEESE, at variance 0", peese.Refused!);
        var copas = HenmiCopas.Fit(table, options.Level);
        yield return copas.TryGet(out HenmiCopas? wide)
            ? new BiasAdjusted("henmi_copas", "Henmi and Copas", wide.Estimate, wide.Lower, wide.Upper, "")
            : None("henmi_copas", "Henmi and Copas", copas.Refused!);
        foreach ((SelectionTail tail, string way) in ((SelectionTail, string)[])
            [(SelectionTail.Greater, "large"), (SelectionTail.Less, "small")])
        {
            var steps = StepSelection.Fit(table, [SelectionStep], tail, options.Level);
            string key = $"selection_{way}", name = $"selection model, {way} effects wanted";
            yield return steps.TryGet(out StepSelection? chosen)
                ? Mean(key, name, chosen.Mean, string.Create(CultureInfo.InvariantCulture,
                    $"others are seen {chosen.RelativeChances[1]:G3} times as often, p of no selection ")
                    + chosen.NoSelection.PValue.ToString("G3", CultureInfo.InvariantCulture))
                : None(key, name, steps.Refused!);
        }
    }

    private static BiasAdjusted Mean(string key, string name, Coefficient mean, string remark) =>
        new(key, name, mean.Estimate, mean.Lower, mean.Upper, remark);

    private static BiasAdjusted None(string key, string name, NoAnswer why) =>
        new(key, name, null, null, null, why.Reason);
}
