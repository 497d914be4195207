using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Folders;
using Azygos.Files.Scripts;
using Azygos.Reports;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence pool FILE</c>: pools a table of studies with named columns.</summary>
internal static class EvidencePoolCommand
{
    public static Command Create(Door door)
    {
        StudyTableOptions table = new();
        Option<string?> by = new("--by") { Description = "Column of subgroups; each gets a τ² of its own." };
        Option<string?> figures = new("--figures")
        {
            Description = "Folder to write the figures to, SVG: forest, funnel, cumulative, leave-one-out, Baujat; "
                + "L'Abbé for odds ratios; GOSH for up to 15 studies.",
        };
        CommandWithExamples command = new("pool",
            "Pool a table of studies of your own. Counts with a zero get ½ in that study only, unless --zero says "
            + "otherwise; models that add nothing stand beside. Exit 2: the table has faults; all of them are told, "
            + "with row and column.",
            ("azygos evidence pool studies.csv --measure OR --model REML --ci knha",
                "columns study, events_1, n_1, events_2, n_2"),
            ("azygos evidence pool studies.csv --measure RR --columns a,n1,c,n2 --by blinding --json",
                "columns of other names"),
            ("azygos evidence pool data-rows.csv --analysis 1.2 --r-script again.R",
                "rows exported by RevMan, and a script for R that does the same"),
            ("azygos evidence pool studies.csv --by blinding --figures figures", "figures/forest.svg and others"));
        table.AddTo(command);
        command.Add(by);
        command.Add(figures);
        command.SetAction(async (parsed, cancellation) =>
        {
            StudyTable read = table.Read(door, parsed, parsed.GetValue(by) ?? "");
            PooledStudies pooled = read.Answer(
                PooledStudies.Of(read.Measure, read.Studies, read.Options, read.Zero), "cannot be pooled");
            if (parsed.GetValue(figures) is { } folder)
                await TextFolder.WriteAsync(
                    door.Absolute(folder), PoolFigures.Write(pooled, read.Studies), "--figures", cancellation);
            return table.Finish(door, parsed, PoolSheet.Of(pooled, $"{read.Shown}, pooled."),
                () => RScript.Of(pooled, read.Studies, Door.Version));
        });
        return command;
    }
}
