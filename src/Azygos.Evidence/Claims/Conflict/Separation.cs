using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Stratified;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Claims.Conflict;

/// <summary>What a correction makes of a completely separated study, and of the pool that holds it.</summary>
/// <param name="Policy">The correction.</param>
/// <param name="Own">The study's own odds ratio under it: a number that the correction made.</param>
/// <param name="Pool">The pool under it.</param>
public sealed record CorrectedSeparation(ZeroCellPolicy Policy, OddsRatioInterval Own, OddsRatioInterval Pool);

/// <summary>A model of the counts that needs no correction, with and without the separated study.</summary>
/// <param name="Model">The model.</param>
/// <param name="With">The pool with the study; null where the model gives none.</param>
/// <param name="Without">The pool without it.</param>
/// <param name="Why">Why there is none; empty where there are both.</param>
public sealed record UncorrectedSeparation(
    CountPool Model, OddsRatioInterval? With, OddsRatioInterval? Without, string Why);

/// <summary>A study in which every person with the disease has the finding and no control: its odds ratio is
/// infinite.</summary>
/// <remarks>
/// Nothing finite can be estimated from it; what stands for it in a pool is decided by what is added to its zeros. So
/// the corrections stand side by side, and beside them models of the counts that add nothing. What can be said exactly
/// is a lower limit.
/// </remarks>
/// <source choice="verdict rules 1.0 §2.10: its own odds ratio is never a headline; the mixed model of the counts
/// stands beside any correction"/>
public sealed record Separation
{
    /// <summary>The study.</summary>
    public required StudyRow Study { get; init; }

    /// <summary>Exact lower limit of its odds ratio, 95 %; there is no upper one.</summary>
    public required double ExactLower { get; init; }

    /// <summary>What each correction makes of it.</summary>
    public required IReadOnlyList<CorrectedSeparation> Corrected { get; init; }

    /// <summary>Models without a correction.</summary>
    public required IReadOnlyList<UncorrectedSeparation> Uncorrected { get; init; }

    /// <summary>Completely separated studies of a pool, each with its display.</summary>
    /// <param name="rows">Studies that may enter.</param>
    public static IReadOnlyList<Separation> Of(IReadOnlyList<StudyRow> rows)
    {
        if (StudyPool.Of(rows) is not { HasValue: true } pool) return [];
        IReadOnlyList<StudyRow> studies = pool.Value.Studies;
        return [.. studies.Where(row => IsSeparated(row.Table)).Select(row => Of(row, studies))];
    }

    /// <summary>True when one group is all positive and the other all negative.</summary>
    public static bool IsSeparated(TwoByTwo table) =>
        (table.B == 0 && table.C == 0) || (table.A == 0 && table.D == 0);

    private static Separation Of(StudyRow study, IReadOnlyList<StudyRow> studies)
    {
        EffectMeasure odds = EffectMeasure.Find("OR")!;
        TwoByTwo[] all = [.. studies.Select(row => row.Table)];
        TwoByTwo[] others = [.. studies.Where(row => row != study).Select(row => row.Table)];
        return new Separation
        {
            Study = study,
            ExactLower = ExactOddsRatio.Fit([study.Table]) is { HasValue: true, Value.Lower: { } low }
                ? Math.Exp(low) : 0,
            Corrected = [.. from policy in ZeroCellPolicy.All
                            let own = Pool([study], policy)
                            let whole = Pool(studies, policy)
                            where own.HasValue && whole.HasValue
                            select new CorrectedSeparation(policy, own.Value, whole.Value)],
            Uncorrected = [.. CountPool.Of("OR").Select(model => Model(model, all, others))],
        };

        Outcome<OddsRatioInterval> Pool(IReadOnlyList<StudyRow> rows, ZeroCellPolicy policy)
        {
            EffectEstimate[] effects = [.. odds.Effects([.. rows.Select(row => row.Cells)], policy.Rule)
                .Where(one => one.HasValue).Select(one => one.Value)];
            return Linear.EffectTable.From(
                    [.. effects.Select(one => one.Value)], [.. effects.Select(one => one.Variance)])
                .Then(table => RandomEffects.Pool(table, PoolEstimate.Options))
                .Then<OddsRatioInterval>(fit => Shown(policy.Key, fit.Mean));
        }
    }

    private static UncorrectedSeparation Model(CountPool model, TwoByTwo[] all, TwoByTwo[] others)
    {
        double level = PoolEstimate.Options.Level;
        Outcome<Coefficient> with = model.Pool(all, "OR", level), without = model.Pool(others, "OR", level);
        return new UncorrectedSeparation(
            model, with.HasValue ? Shown(model.Key, with.Value) : null,
            without.HasValue ? Shown(model.Key, without.Value) : null,
            (with.Refused ?? without.Refused)?.Reason ?? "");
    }

    private static OddsRatioInterval Shown(string label, Coefficient mean) =>
        new(label, Math.Exp(mean.Estimate), Math.Exp(mean.Lower), Math.Exp(mean.Upper));
}
