using System.Globalization;
using Azygos.Body.Results;
using Azygos.Files.Runs;
using Spectre.Console;

namespace Azygos.Cli.Screen;

/// <summary>What a person reads at the end of a run: how it ended, key sites, hits, where the report lies.</summary>
internal static class RunSummary
{
    /// <summary>
    /// Sites of the table; a model that lacks one leaves its row out. Chosen: pump, skull, and the ways out of it.
    /// </summary>
    private static readonly string[] KeySites =
    [
        "aorta", "icp", "sss", "ijv_right_j2", "ijv_left_j2", "vertebral_vein_right", "vertebral_vein_left", "azygos",
        "svc", "right_atrium",
    ];

    /// <summary>Prints the summary.</summary>
    /// <param name="result">The result.</param>
    /// <param name="facts">Wall time.</param>
    /// <param name="folder">The folder as the user would name it.</param>
    /// <param name="console">Where to.</param>
    public static void Print(SimulationResult result, RunFacts facts, string folder, IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(result.Ending.Finished ? "Finished" : "Stopped")}: {result.Ending.Reason}"));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Beats} beats, {result.SimulatedSeconds:0.0} s simulated in {facts.WallSeconds:0.0} s; periodic "
            + $"residual {result.PeriodicResidual:0.0e0} ({result.WorstSite}); "
            + $"conservation error {result.ConservationError:0.0e0}"));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"cardiac output {result.CardiacOutput:0.00} L/min, blood {result.BloodVolume:0} mL, mean filling pressure "
            + $"{result.MeanFillingPressure:0.0} mmHg"));
        console.Write(SiteTable(result));
        foreach (MarkResult mark in result.Marks)
        {
            console.WriteLine($"{mark.Mark.Kind}: {mark.Mark.Text}{Beside(mark)}");
        }
        if (Hits(result) is { Length: > 0 } hits)
        {
            console.WriteLine(hits);
        }
        console.WriteLine($"report: {Path.Combine(folder, "report.html")}");
        console.WriteLine("It simulates; it is not a diagnosis.");
    }

    /// <summary>Why and where a run stopped.</summary>
    public static string Stopped(RunEnding ending) => string.Create(CultureInfo.InvariantCulture,
        $"The run stopped at {ending.Time:0.###} s{(ending.Place.Length > 0 ? $" at {ending.Place}" : "")}"
        + $": {ending.Reason}");

    private static Table SiteTable(SimulationResult result)
    {
        Table table = Screens.Table("site", "mmHg", "mL/min", "cm²", "s reversed");
        foreach (SiteResult site in KeySites.SelectMany(id => result.Sites.Where(site => site.Site.Id == id)))
        {
            table.Row(site.Site.Id, Range(site.Pressure, "0.0"), Range(site.Flow, "0"), Mean(site.Area, "0.000"),
                site.ReverseFlow?.ToString("0.00", CultureInfo.InvariantCulture) ?? "");
        }
        return table;
    }

    private static string Beside(MarkResult mark) => (mark.Flow, mark.Drop) switch
    {
        ({ } flow, { } drop) => $": {Print(drop, "0.00")} mmHg at {Print(flow.Mean, "0")} mL/min",
        (null, { } drop) => $": no flow, {Print(drop, "0.00")} mmHg",
        _ => "",
    };

    private static string Hits(SimulationResult result)
    {
        int computed = result.Validation.Count(outcome => outcome.Hit is not null);
        return computed == 0 ? ""
            : $"{result.Validation.Count(outcome => outcome.Hit is true)} of {computed} measured values hit; "
            + "the report lists each with its miss";
    }

    private static string Range(Summary? summary, string format) => summary is { } some
        ? $"{Print(some.Mean, format)} ({Print(some.Minimum, format)}…{Print(some.Maximum, format)})"
        : "";

    private static string Mean(Summary? summary, string format) => summary is { } some ? Print(some.Mean, format) : "";

    private static string Print(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
