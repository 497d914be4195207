using Azygos.Files.Harms;
using Azygos.Files.Runs;
using Azygos.Files.Sheets;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.Comparisons;

/// <summary>A number of two runs.</summary>
/// <param name="Group">Group, for people.</param>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Before">Before; null: that run has none.</param>
/// <param name="After">After; null: that run has none.</param>
/// <source choice="means over the last breath"/>
public sealed record ComparedNumber(
    string Group, string Id, string Name, string Unit, double? Before, double? After)
{
    /// <summary>After less before; null where one is missing.</summary>
    public double? Change => After - Before;
}

/// <summary>What changed between two runs, and the harms that stand beside it.</summary>
/// <remarks>No order by merit and no recommendation: rows are in the order of the results.</remarks>
/// <source choice="benefit and harm side by side; effect on multiple sclerosis zero"/>
public sealed record RunComparison
{
    /// <summary>Group of headlines.</summary>
    public const string Headlines = "headlines";

    /// <summary>Group of sites.</summary>
    public const string Sites = "sites";

    /// <summary>Group of pull-back stations.</summary>
    public const string PullBack = "pull-back";

    /// <summary>Group of oxygen.</summary>
    public const string Oxygen = "oxygen";

    /// <summary>Group of examinations.</summary>
    public const string Examination = "examination";

    /// <summary>Before.</summary>
    public required RunRecord Before { get; init; }

    /// <summary>After.</summary>
    public required RunRecord After { get; init; }

    /// <summary>Numbers of either run.</summary>
    public required IReadOnlyList<ComparedNumber> Numbers { get; init; }

    /// <summary>In what else than lesions and procedures the runs differ; then a change may come from that.</summary>
    public required IReadOnlyList<string> OtherDifferences { get; init; }

    /// <summary>Harms and trials; null where no procedure was done after.</summary>
    public HarmAccount? Harms { get; init; }

    /// <summary>Compares two runs.</summary>
    /// <param name="before">Before.</param>
    /// <param name="after">After.</param>
    /// <param name="harms">Harms of the procedures after, or null.</param>
    public static RunComparison Of(RunRecord before, RunRecord after, HarmAccount? harms)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<(string, string), ComparedNumber> numbers = [];
        foreach (ComparedNumber number in ComparedNumbers.Of(before.Document)) numbers[(number.Group, number.Id)] = number;
        foreach (ComparedNumber number in ComparedNumbers.Of(after.Document))
        {
            numbers[(number.Group, number.Id)] = numbers.TryGetValue((number.Group, number.Id), out ComparedNumber? old)
                ? old with { After = number.Before }
                : number with { Before = null, After = number.Before };
        }
        return new RunComparison
        {
            Before = before,
            After = after,
            Numbers = [.. numbers.Values],
            OtherDifferences = [.. Differences(before.Document, after.Document)],
            Harms = harms,
        };
    }

    /// <summary>The comparison laid out for screen and other programs.</summary>
    public ResultSheet Sheet() => new(
        "azygos-comparison/1", $"{Before.Name} and {After.Name}: computed, not observed; no recommendation",
        [
            Facts("runs", "Runs",
                ("before", "before", $"{Before.Name} ({Before.Words})"), ("after", "after", $"{After.Name} ({After.Words})")),
            new SheetRemarks("changes_before", "Changed in the body before", [.. Before.Changes]),
            new SheetRemarks("changes_after", "Changed in the body after", [.. After.Changes]),
            new SheetRemarks("other_differences",
                OtherDifferences.Count > 0 ? "The runs differ besides in" : "The runs differ in nothing else",
                [.. OtherDifferences]),
            Table("numbers", "What changed (means over the last breath)",
                ["group", "id", "name", "unit", "before", "after", "change"],
                Numbers.Select(number => (IReadOnlyList<SheetValue>)[
                    number.Group, number.Id, number.Name, number.Unit, SheetValue.Or(number.Before, "none"),
                    SheetValue.Or(number.After, "none"), SheetValue.Or(number.Change, "none")])),
            .. HarmParts(),
        ]);

    private IEnumerable<SheetPart> HarmParts()
    {
        if (Harms is not { } harms) yield break;
        yield return new SheetRemarks("beside_every_benefit", "Beside every benefit",
            [.. harms.IsOtherDisease ? [HarmAccount.OtherDisease] : Array.Empty<string>(), HarmAccount.EffectOnMultipleSclerosis,
                HarmAccount.LowerBounds]);
        yield return Table("sham_trials", "Trials with a sham procedure",
            ["row", "trial", "outcome", "people", "towards_benefit", "interval_95", "p"],
            harms.ShamTrials.Select(row => (IReadOnlyList<SheetValue>)[
                row.Id, row.Study, row.Outcome, SheetValue.Or(row.Randomised, "not seen"),
                SheetValue.Or(row.BenefitEstimate, "not seen"), SheetValue.Or(row.BenefitLower, row.BenefitUpper, "not seen"),
                row.P]));
        yield return Table("harms", "Harms, each with its own denominator and exact 95 % interval",
            ["row", "harm", "events", "of", "per", "percent", "interval_95_percent|exact 95 %, percent", "study", "reported_by"],
            harms.Rates.Select(rate => (IReadOnlyList<SheetValue>)[
                rate.Row.Id, rate.Row.Event, rate.Row.Events!.Value, rate.Row.Denominator!.Value, rate.Row.DenominatorKind,
                rate.Percent, (rate.LowerPercent, rate.UpperPercent), rate.Row.Study, rate.Row.SourceLabel]));
        yield return Table("rate_unknown", "It happened; rate unknown", ["row", "harm", "study", "reported_by"],
            harms.RateUnknown.Select(row => (IReadOnlyList<SheetValue>)[row.Id, row.Event, row.Study, row.SourceLabel]));
        yield return Table("other_diseases_and_outcomes", "Other diseases (not evidence for CCSVI), patency, restenosis",
            ["row", "disease", "outcome", "events", "of", "per", "interval_95_percent|exact 95 %, percent", "printed", "source"],
            harms.Others.Select(row => (IReadOnlyList<SheetValue>)[
                row.Id, row.Disease, row.Outcome, SheetValue.Or(row.Events, "not counted"),
                SheetValue.Or(row.Denominator, "not seen"), row.DenominatorKind,
                SheetValue.Or(100 * row.Interval?.Lower, 100 * row.Interval?.Upper, "not counted"),
                $"{row.Printed} {row.Unit}".Trim(), row.Source]));
    }

    private static IEnumerable<string> Differences(ResultDocument before, ResultDocument after)
    {
        if (before.Model.Hash != after.Model.Hash) yield return $"model: {before.Model.Id} and {after.Model.Id}, or its files";
        if (before.Options.Tilt != after.Options.Tilt)
            yield return FormattableString.Invariant($"tilt: {before.Options.Tilt}° and {after.Options.Tilt}°");
        if (before.Options.Detail != after.Options.Detail)
            yield return $"detail: {before.Options.Detail} and {after.Options.Detail}";
        if (!before.Options.Replaced.SequenceEqual(after.Options.Replaced)) yield return "replaced numbers";
        if (before.Version != after.Version) yield return $"program: {before.Version} and {after.Version}";
        foreach ((string which, ResultDocument one) in ((string, ResultDocument)[])[("before", before), ("after", after)])
            if (one.Outcome.Kind != "finished") yield return $"the run {which} stopped: {one.Outcome.Reason}";
    }
}
