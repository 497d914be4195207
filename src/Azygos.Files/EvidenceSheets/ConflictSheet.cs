using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Conflict;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Resampling;
using Azygos.Files.Sheets;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.EvidenceSheets;

/// <summary>Lays out why studies conflict: blinding, centre, controls, and studies that separate completely.</summary>
/// <source choice="the warning of the base stands in every row that holds a pooled odds ratio"/>
public static class ConflictSheet
{
    private static readonly string[] PoolColumns =
        ["k", "or|odds ratio", "ci|95 % interval", "pi|prediction interval", "tau2|τ²", "i2_percent|I² %", "warning|"];

    /// <summary>The parts, for a sheet or under a claim.</summary>
    public static IReadOnlyList<SheetPart> Parts(ConflictDisplay display)
    {
        List<SheetPart> parts =
        [
            Table("pool", $"All studies ({display.Rows.Words}):", ["rows|", .. PoolColumns],
                [[display.Rows.Name, .. Row(display.Pool)]]),
        ];
        if (display.Contrast is { } contrast) parts.Add(Contrast(contrast, display.ContrastPermutation));
        foreach (GroupComparison one in display.Comparisons)
        {
            parts.Add(Table($"by_{one.Grouping.Key}", $"By {one.Grouping.Words}:", ["group", .. PoolColumns],
                one.Groups.Select(group => (IReadOnlyList<SheetValue>)[group.Level, .. Row(group.Pool)])));
            parts.Add(Facts($"by_{one.Grouping.Key}_test", "",
                ("f", "difference between groups, F", Or(one.Between?.Statistic, one)),
                ("p", "p of it", Or(one.Between?.PValue, one)),
                ("permutation_p", Permuted(one.Permutation), Or(one.Permutation?.PValue, one)),
                ("permutations", "rearrangements", Or(one.Permutation?.Arrangements, one)),
                ("permutation_is_exact", "every rearrangement", one.Permutation is { } p
                    ? p.IsExact ? "yes" : "no" : SheetValue.None(one.WithoutTest))));
        }
        foreach (Separation one in display.Separations) parts.AddRange(Separated(one));
        return parts;
    }

    private static SheetFacts Contrast(BlindingContrast contrast, PermutationP? permutation) =>
        Facts("blinding_contrast", "Blinded against the rest (the rest is never called unblinded):",
            ("blinded", "blinded studies", contrast.Blinded),
            ("rest", "the rest", contrast.Rest),
            ("silent", "of them silent on blinding", contrast.Silent),
            ("ratio", "ratio of odds ratios", contrast.Coded.Ratio),
            ("ci", "95 % interval", (contrast.Coded.Lower, contrast.Coded.Upper)),
            ("p", "p", contrast.Coded.P),
            ("permutation_p", Permuted(permutation), SheetValue.Or(permutation?.PValue, "not computed")),
            ("permutations", "rearrangements", SheetValue.Or(permutation?.Arrangements, "not computed")),
            ("codings", "codings of the silent ones", contrast.Codings),
            ("bound", "ratio over these codings", (contrast.LeastRatio, contrast.LargestRatio)),
            ("codings_with_p_below_0.05", "codings with p < 0.05", contrast.Significant),
            ("disputed_as_rest", "ratio with the disputed study among the rest",
                SheetValue.Or(contrast.DisputedAsRest?.Ratio, "no disputed study")),
            ("disputed_as_rest_ci", "its 95 % interval",
                SheetValue.Or(contrast.DisputedAsRest?.Lower, contrast.DisputedAsRest?.Upper, "no disputed study")),
            ("caution", "caution", ConflictDisplay.Caution));

    private static IEnumerable<SheetPart> Separated(Separation one)
    {
        string id = one.Study.Id;
        yield return Facts($"separation_{id}", $"{id} separates completely; no number is its odds ratio:",
            ("cases", "people with MS, positive and all", $"{one.Study.CasesPositive} of {one.Study.Cases}"),
            ("controls", "controls, positive and all", $"{one.Study.ControlsPositive} of {one.Study.Controls}"),
            ("exact_lower", "exact lower limit of the odds ratio, 95 %", one.ExactLower),
            ("exact_upper", "upper limit", SheetValue.None("none: the odds ratio is infinite")));
        yield return Table($"separation_{id}_models", "Pools from the counts, nothing added:",
            ["model", "with_or|odds ratio with it", "with_ci|95 % interval", "without_or|without it",
                "without_ci|95 % interval", "warning|"],
            one.Uncorrected.Select(model => (IReadOnlyList<SheetValue>)[model.Model.Name,
                SheetValue.Or(model.With?.OddsRatio, model.Why),
                SheetValue.Or(model.With?.Lower, model.With?.Upper, ""),
                SheetValue.Or(model.Without?.OddsRatio, model.Why),
                SheetValue.Or(model.Without?.Lower, model.Without?.Upper, ""), CuratedBase.PoolWarning]));
        yield return Table($"separation_{id}_corrections", "What a correction of zeros makes of it and of the pool:",
            ["policy", "own_or|its odds ratio, made by the correction", "own_ci|95 % interval", "pool_or|pool with it",
                "pool_ci|95 % interval", "warning|"],
            one.Corrected.Select(corrected => (IReadOnlyList<SheetValue>)[corrected.Policy.Words,
                corrected.Own.OddsRatio, (corrected.Own.Lower, corrected.Own.Upper), corrected.Pool.OddsRatio,
                (corrected.Pool.Lower, corrected.Pool.Upper), CuratedBase.PoolWarning]));
    }

    private static IReadOnlyList<SheetValue> Row(PoolEstimate? pool) => pool is null
        ? [.. PoolColumns.Select(_ => SheetValue.None("no odds ratio"))]
        : [pool.Count, pool.OddsRatio, (pool.Lower, pool.Upper),
            SheetValue.Or(pool.PredictionLower, pool.PredictionUpper, "fewer than 5 studies"), pool.Tau2,
            pool.I2Percent, CuratedBase.PoolWarning];

    private static SheetValue Or(double? value, GroupComparison one) => SheetValue.Or(value, one.WithoutTest);

    private static string Permuted(PermutationP? p) => p is { IsExact: false }
        ? "p over a sample of rearrangements" : "exact permutation p";
}
