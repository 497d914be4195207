using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Claims.Displays;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Folders;
using Azygos.Reports;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence article</c>: the page for the public, with its feed.</summary>
internal static class EvidenceArticleCommand
{
    /// <summary>Folder when none is named.</summary>
    private const string DefaultFolder = "evidence-article";

    public static Command Create(Door door)
    {
        Option<string> folder = new("--out")
        {
            DefaultValueFactory = _ => DefaultFolder,
            Description = "Folder to write: index.html, feed.xml, and report.html, to which computed numbers lead. "
                + "Made "
                + "again, it is replaced; a folder with anything else in it is left alone.",
        };
        Option<string?> data = EvidenceCommand.BaseOption();
        CommandWithExamples command = new("article",
            "Write the living article: one page for the public in plain words, every number filled from the base with "
            + "its source one click away, and a feed of changes. It tells nobody what to do.",
            ("azygos evidence article --out site", "site/index.html, site/feed.xml, site/report.html"))
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
        IReadOnlyDictionary<string, string> files = EvidenceArticlePage.Write(read, EvidenceSynthesis.Of(read.Base));
        await TextFolder.WriteAsync(door.Absolute(named), files, "--out", cancellation);
        door.Out.WriteLine(Path.Combine(named, "index.html").Replace('\\', '/'));
        return ExitCode.Finished;
    }
}
