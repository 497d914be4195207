using System.Globalization;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Files.Runs;
using Spectre.Console;

namespace Azygos.Cli.Screen;

/// <summary>What a person reads at the end of an examination: the criteria in both flavours, side by side.</summary>
internal static class ExaminationScreen
{
    /// <summary>Prints the examination.</summary>
    /// <param name="result">The examination.</param>
    /// <param name="facts">Wall time.</param>
    /// <param name="folder">The folder as the user would name it.</param>
    /// <param name="console">Where to.</param>
    public static void Print(ExaminationResult result, RunFacts facts, string folder, IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Protocol {result.Protocol.Name}, operator {result.Operator.Name}"
            + $"{(result.Operator.Blinded ? ", blinded" : "")}, seed {result.Seed}; "
            + $"{result.Supine.SimulatedSeconds + result.Sitting.SimulatedSeconds:0} s simulated in "
            + $"{facts.WallSeconds:0.0} s"));
        if (result.Truth is { } truth && result.Measured is { } measured)
        {
            console.Write(Criteria(truth, measured));
            console.WriteLine($"criteria met: {truth.Count} in truth, {measured.Count} as measured; historical label "
                + $"(2 or more): {Label(truth)} in truth, {Label(measured)} as measured");
            console.WriteLine($"VHISS-like {truth.VhissLike} in truth, {measured.VhissLike} as measured (not the "
                + "published VHISS)");
        }
        console.WriteLine($"report: {Path.Combine(folder, "report.html")}");
        console.WriteLine(CriteriaResult.Statement);
    }

    private static Table Criteria(CriteriaResult truth, CriteriaResult measured)
    {
        Table table = Screens.Table("criterion", "unit", "threshold", "truth", "margin", "measured", "margin", "written", "site");
        foreach ((CriterionResult body, CriterionResult seen) in truth.Criteria.Zip(measured.Criteria))
        {
            table.Row($"{body.Number} {body.Name}", seen.Unit, Number(seen.Threshold), Finding(body),
                Number(body.Margin), Finding(seen), Number(seen.Margin), seen.Called ? "yes" : "no",
                seen.Site + (seen.Posture is { } posture ? $" {posture.ToString().ToLowerInvariant()}" : ""));
        }
        return table;
    }

    private static string Finding(CriterionResult one) =>
        $"{(one.Positive ? "met" : one.Value is null ? "not examined" : "not met")} {Number(one.Value)}".TrimEnd();

    private static string Number(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Label(CriteriaResult one) => one.HasHistoricalLabel ? "yes" : "no";
}
