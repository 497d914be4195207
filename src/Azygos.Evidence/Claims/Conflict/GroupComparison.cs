using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Regression;
using Azygos.Evidence.Resampling;

namespace Azygos.Evidence.Claims.Conflict;

/// <summary>The pool of one group of studies.</summary>
/// <param name="Level">The group.</param>
/// <param name="Pool">Its pool, with a τ² of its own; null where its studies give no odds ratio.</param>
public sealed record GroupPool(string Level, PoolEstimate? Pool);

/// <summary>Pooled odds ratios by group, and whether they differ more than chance would make them.</summary>
/// <remarks>
/// Each group is pooled by the method of the rules, with a τ² of its own and a prediction interval from five studies
/// on.
/// The difference: REML meta-regression on the group with one τ², F test with Knapp-Hartung floor, and beside it the p
/// value of all rearrangements of the groups over the studies, which assumes no distribution.
/// </remarks>
/// <source doi="10.1002/jrsm.1082" at="§2, permutation tests for meta-regression; groups as verdict rules 1.0 §2"/>
public sealed record GroupComparison
{
    /// <summary>The grouping.</summary>
    public required StudyGrouping Grouping { get; init; }

    /// <summary>The groups, alphabetical.</summary>
    public required IReadOnlyList<GroupPool> Groups { get; init; }

    /// <summary>F test that all groups are alike; null where there is none.</summary>
    public required OmnibusTest? Between { get; init; }

    /// <summary>The same by rearrangement; null where there is none.</summary>
    public required PermutationP? Permutation { get; init; }

    /// <summary>Why there is no test; empty where there is one.</summary>
    public required string WithoutTest { get; init; }

    /// <summary>Compares groups, or says why the studies cannot be pooled.</summary>
    /// <param name="rows">Studies that may enter.</param>
    /// <param name="grouping">How they are sorted.</param>
    public static Outcome<GroupComparison> Of(IReadOnlyList<StudyRow> rows, StudyGrouping grouping) =>
        StudyPool.Of(rows).Then(PoolEstimate.Of).Then<GroupComparison>(whole =>
        {
            Dictionary<string, StudyRow> byId = rows.ToDictionary(row => row.Id);
            string[] levels = [.. whole.Studies.Select(study => grouping.Level(byId[study.Label]))];
            IReadOnlyList<GroupPool> groups = [.. rows.GroupBy(grouping.Level)
                .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new GroupPool(group.Key,
                    StudyPool.Of(group).Then(PoolEstimate.Of) is { HasValue: true } own ? own.Value : null))];
            DesignMatrix design = RegressionDesign.Build(
                whole.Count, [Term.Factor(grouping.Key, levels, levels.Min()!)]);
            NoAnswer? reason = design.Columns < 2
                ? new NoAnswer(Refusal.NotEstimable, "all studies with an odds ratio are of one group")
                : design.Columns >= whole.Count
                    ? new NoAnswer(Refusal.Saturated, "there are as many groups as studies") : null;
            Outcome<PooledFit> fit = reason is not null
                ? reason : RandomEffects.Fit(whole.Table, design, PoolEstimate.Options);
            Outcome<PermutationP> permuted = fit.Then(_ =>
                PermutationP.OfModerators(whole.Table, design, PoolEstimate.Options));
            return new GroupComparison
            {
                Grouping = grouping,
                Groups = groups,
                Between = fit is { HasValue: true } fitted ? fitted.Value.Moderators : null,
                Permutation = permuted is { HasValue: true } p ? p.Value : null,
                WithoutTest = fit.Refused?.Reason ?? permuted.Refused?.Reason ?? "",
            };
        });
}
