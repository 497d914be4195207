using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Claims;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence show STUDY</c>: every row of the base on one study, as it stands in the
/// tables.</summary>
internal static class EvidenceShowCommand
{
    public static Command Create(Door door)
    {
        Argument<string> study = new("STUDY")
        {
            Description = "Identifier of a study, review or body, or of a row (azygos evidence list)."
        };
        Option<string?> folder = EvidenceCommand.BaseOption();
        CommandWithExamples command = new("show",
            "Print every row of the evidence base on one study: what was seen, where, and what was not.",
            ("azygos evidence show Zamboni2009", "the study of 65 people"),
            ("azygos evidence show Rodger2013", "the study of 100 people"))
        {
            study, folder,
        };
        command.SetAction(parsed => Run(door, parsed.GetValue(study)!, parsed.GetValue(folder)));
        return command;
    }

    private static int Run(Door door, string study, string? named)
    {
        EvidenceFolder read = EvidenceCommand.Read(door, named);
        List<ShownRow> rows = [.. read.Rows.Where(row =>
            string.Equals(row.Study, study, StringComparison.OrdinalIgnoreCase) || row.Cells[0].Text == study)];
        if (rows.Count == 0)
        {
            IEnumerable<string> known = read.Rows.Select(row => row.Study).Where(name => name.Length > 0).Distinct();
            throw new InputRefusedException(new Fault("STUDY", null, "", "",
                $"'{study}' is not in the evidence base{Nearest.Suggestion(study, known)}; "
                + "azygos evidence list shows the studies"));
        }
        IAnsiConsole console = Screens.ForResults(door);
        console.WriteLine($"{study}. {CuratedBase.Title}.");
        foreach (ShownRow row in rows)
        {
            console.WriteLine();
            console.WriteLine($"{row.Table}.csv, line {row.Line}");
            Table table = Screens.Table("column", "value", "meaning");
            foreach (ShownCell cell in row.Cells) table.Row(cell.Column, cell.Text, cell.Meaning);
            console.Write(table);
        }
        if (rows.Any(row => row.Cells.Any(cell => cell.Column == "reported_or")))
            console.WriteLine("An odds ratio of one study is its authors' own; it is not an answer.");
        return ExitCode.Finished;
    }
}
