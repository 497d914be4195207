using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Pools;
using Azygos.Files.Faults;
using Azygos.Files.Folders;
using Azygos.Files.Sheets;
using Azygos.Files.Studies;
using Azygos.Reports;
using Azygos.Studies.Conflict;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos study explain</c>: which truths and which examiners lead to the published spread.</summary>
internal static class StudyExplainCommand
{
    /// <summary>Seed where none is given; chosen.</summary>
    private const ulong DefaultSeed = 2009;

    private const string DefaultFolder = "conflict-explorer";

    public static Command Create(Door door)
    {
        Option<string?> data = EvidenceCommand.BaseOption();
        string[] names = [.. RowChoice.All.Select(choice => choice.Name)];
        Option<string> rows = new("--rows")
        {
            DefaultValueFactory = _ => RowChoice.Headline.Name,
            Description = $"Which rows of the base: {string.Join(", ", names)}. Default: {RowChoice.Headline.Name}.",
        };
        Option<ulong> seed = new("--seed")
        {
            DefaultValueFactory = _ => DefaultSeed,
            Description = $"Seed of the chains. Default: {DefaultSeed}.",
        };
        Option<int> kept = new("--kept")
        {
            DefaultValueFactory = _ => new ConflictLength().Kept,
            Description = $"States kept of each chain; look at R-hat. Default: {new ConflictLength().Kept}.",
        };
        Option<string> folder = new("--out")
        {
            DefaultValueFactory = _ => DefaultFolder,
            Description = "Folder to write: report.html, explorer.json, figures/*.svg. Made again, it is replaced.",
        };
        Option<bool> json = new("--json") { Description = "Print the result as JSON, and write nothing." };
        CommandWithExamples command = new("explain",
            "Say which true differences, examiners and biases would lead to the published studies: what can be known and "
            + "what not, priors with sources, posteriors, and what each reading expects of every study.",
            ("azygos study explain", $"{DefaultFolder}/report.html"),
            ("azygos study explain --rows secondary --json > explorer.json", "second-hand rows too"))
        {
            data, rows, seed, kept, folder, json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(door, parsed.GetValue(data), parsed.GetValue(rows)!,
            parsed.GetValue(seed), parsed.GetValue(kept), parsed.GetValue(folder)!, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Door door, string? named, string rows, ulong seed, int kept,
        string folder, bool printsJson, CancellationToken cancellation)
    {
        FaultList faults = new();
        if (kept is < 8 or > 1_000_000)
            faults.Add("--kept", null, "", "", $"{kept} is outside the allowed range: from 8 to 1000000");
        string[] names = [.. RowChoice.All.Select(one => one.Name)];
        RowChoice? choice = RowChoice.All.FirstOrDefault(one => one.Name == rows);
        if (choice is null)
            faults.Add("--rows", null, "", "",
                $"'{rows}' is not a choice of rows{Nearest.Suggestion(rows, names)}; choices: {string.Join(", ", names)}");
        faults.ThrowIfAny();
        CuratedBase data = EvidenceCommand.Read(door, named).Base;
        ConflictData studies = ConflictData.From(data, choice!);
        if (studies.Studies.Count < 2)
            faults.Add("--rows", null, "", "", $"{rows}: {studies.Studies.Count} studies have all four counts; at least 2 "
                + "are needed");
        faults.ThrowIfAny();
        ConflictExplorer found = await Task.Run(() => ConflictExplorer.Run(studies, new ConflictPriors(),
            ConflictReading.All, seed, new ConflictLength { Kept = kept }, cancellation), cancellation);
        ResultSheet sheet = ConflictSheet.Of(found, data.Hash);
        if (printsJson)
        {
            await door.Out.WriteAsync(SheetJson.Write(sheet));
            return ExitCode.Finished;
        }
        Dictionary<string, string> files = new(ConflictExplorerPage.Write(found, sheet))
        {
            ["explorer.json"] = SheetJson.Write(sheet),
        };
        await TextFolder.WriteAsync(door.Absolute(folder), files, "--out", cancellation);
        SheetScreen.Print(sheet, Screens.ForResults(door));
        door.Out.WriteLine(Path.Combine(folder, "report.html").Replace('\\', '/'));
        return ExitCode.Finished;
    }
}
