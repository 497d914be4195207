using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Claims.Displays;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Folders;
using Azygos.Reports;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence report</c>: the page for whoever weighs the studies, with its figures and
/// numbers.</summary>
internal static class EvidenceReportCommand
{
    /// <summary>Folder when none is named.</summary>
    private const string DefaultFolder = "evidence-report";

    public static Command Create(Door door)
    {
        Option<string> folder = new("--out")
        {
            DefaultValueFactory = _ => DefaultFolder,
            Description = "Folder to write: report.html, report.json, figures/*.svg. Made again, it is replaced; a "
                + "folder with anything else in it is left alone.",
        };
        Option<string?> data = EvidenceCommand.BaseOption();
        CommandWithExamples command = new("report",
            "Write the evidence report: verdicts, figures, tables, and for every number its rows, options, engine "
            + "version and content hash. The page needs no network; the same base gives the same bytes.",
            ("azygos evidence report", $"{DefaultFolder}/report.html"),
            ("azygos evidence report --base mine --out review", "your own tables"))
        {
            folder, data,
        };
        command.SetAction((parsed, cancellation) =>
            RunAsync(door, parsed.GetValue(folder)!, parsed.GetValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Door door, string named, string? data, CancellationToken cancellation)
    {
        EvidenceFolder read = EvidenceCommand.Read(door, data);
        EvidenceSynthesis synthesis = EvidenceSynthesis.Of(read.Base);
        Dictionary<string, string> files = new(EvidenceReportPage.Write(read, synthesis))
        {
            ["report.json"] = SynthesisJson.Write(synthesis),
        };
        await TextFolder.WriteAsync(door.Absolute(named), files, "--out", cancellation);
        door.Out.WriteLine(Path.Combine(named, "report.html").Replace('\\', '/'));
        return ExitCode.Finished;
    }
}
