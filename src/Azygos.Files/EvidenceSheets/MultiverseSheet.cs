using Azygos.Evidence.Specifications;
using Azygos.Files.Sheets;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.EvidenceSheets;

/// <summary>Lays out a multiverse: how its specifications fall, by each choice; then every one of them.</summary>
/// <source choice="shares first, because a reader asks which side; never one specification picked out"/>
public static class MultiverseSheet
{
    private static readonly (string Key, string Words, Func<Specification, string> Of)[] Choices =
    [
        ("inclusion", "studies", one => one.Inclusion), ("measure", "measure", one => one.Measure),
        ("model", "model", one => one.Model), ("interval", "interval", one => one.Interval),
        ("zero_cells", "zero cells", one => one.ZeroCells),
    ];

    /// <summary>The sheet.</summary>
    /// <param name="multiverse">The multiverse.</param>
    /// <param name="title">One line for people.</param>
    /// <param name="warning">What stands beside every pooled effect; empty for none.</param>
    /// <param name="withSpecifications">Also each specification by itself, and each that was refused.</param>
    public static ResultSheet Of(Multiverse multiverse, string title, string warning, bool withSpecifications)
    {
        SpecificationShares all = multiverse.Shares;
        List<SheetPart> parts =
        [
            Facts("shares", "All specifications; they share studies, so this is a description and not a test:",
                ("specifications", "specifications with a result", all.Count),
                ("without_result", "without one", multiverse.Refused.Count),
                ("above_percent", "estimate above no effect, %", all.AbovePercent),
                ("excluding_above_percent", "whole interval above no effect, %", all.ExcludingAbovePercent),
                ("including_percent", "interval includes no effect, %", all.IncludingPercent),
                ("excluding_below_percent", "whole interval below no effect, %", all.ExcludingBelowPercent)),
        ];
        foreach ((string key, string words, Func<Specification, string> of) in Choices)
            parts.Add(Table($"by_{key}", $"By {words}:",
                ["choice", "specifications", "above_percent|estimate above, %",
                    "excluding_above_percent|interval above, %", "including_percent|includes no effect, %",
                    "excluding_below_percent|interval below, %", "least|least effect", "median|median",
                    "largest|largest", "warning|"],
                SpecificationShares.By(multiverse.Results, of).Select(one => Row(one.Choice, one.Shares, warning))));
        if (!withSpecifications) return new ResultSheet("azygos-multiverse/1", title, parts);
        parts.Add(Table("specifications", "Specifications:",
            [.. Choices.Select(choice => $"{choice.Key}|{choice.Words}"), "k", "effect", "ci|interval", "p",
                "warning|"],
            multiverse.Results.Select(one => (IReadOnlyList<SheetValue>)
                [.. Choices.Select(choice => (SheetValue)choice.Of(one.Specification)), one.Studies, one.Effect,
                    (one.Lower, one.Upper), one.PValue, warning])));
        parts.Add(Table("refused", "Without a result:",
            [.. Choices.Select(choice => $"{choice.Key}|{choice.Words}"), "why"],
            multiverse.Refused.Select(one => (IReadOnlyList<SheetValue>)
                [.. Choices.Select(choice => (SheetValue)choice.Of(one.Specification)), one.Why.Reason])));
        return new ResultSheet("azygos-multiverse/1", title, parts);
    }

    private static IReadOnlyList<SheetValue> Row(string choice, SpecificationShares shares, string warning) =>
        [choice, shares.Count, shares.AbovePercent, shares.ExcludingAbovePercent, shares.IncludingPercent,
            shares.ExcludingBelowPercent, SheetValue.Or(shares.Least, ""),
            SheetValue.Or(shares.Median, ""), SheetValue.Or(shares.Largest, ""),
            shares.Least is null ? "" : warning];
}
