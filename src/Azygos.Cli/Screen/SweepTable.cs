using System.Globalization;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;

namespace Azygos.Cli.Screen;

/// <summary>One body examined in many ways, as a table in Markdown: a row a setting.</summary>
internal static class SweepTable
{
    /// <summary>Heading and line below it.</summary>
    public const string Heading =
        "| varied | setting | 1 reflux, s | 2 deep reflux, s | 3 lumen, cm² | 4 fastest, cm/s | 5 lying − sitting, cm² "
        + "| met in truth | met as measured | label |\n|---|---|---|---|---|---|---|---|---|---|";

    /// <summary>A row: the deciding value of each criterion as measured, bold where it is met.</summary>
    public static string Row(ExaminationSetting way, ExaminationResult result)
    {
        if (result.Truth is not { } truth || result.Measured is not { } measured)
        {
            return $"| {way.Group} | {way.Name} | {RunSummary.Stopped(result.Stopped!.Ending)} | | | | | | | |";
        }
        IEnumerable<string> values = measured.Criteria.Select(one => one.Called ? $"**{Number(one)}**" : Number(one));
        return $"| {way.Group} | {way.Name} | {string.Join(" | ", values)} | {truth.Count} | {measured.Count} "
            + $"| {(measured.HasHistoricalLabel ? "**yes**" : "no")} |";
    }

    private static string Number(CriterionResult one) =>
        one.Value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
}
