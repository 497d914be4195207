using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Bias;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Scripts;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence bias FILE</c>: small-study effects, selection, influence.</summary>
internal static class EvidenceBiasCommand
{
    public static Command Create(Door door)
    {
        StudyTableOptions table = new();
        CommandWithExamples command = new("bias",
            "Bias and robustness of a table of your own: Egger, Begg, Harbord, Peters, excess significance; trim and "
            + "fill, PET, PEESE, Henmi-Copas, selection models; leave-one-out and influence.",
            ("azygos evidence bias studies.csv --measure OR", "every analysis side by side"),
            ("azygos evidence bias studies.csv --measure SMD --json > bias.json", "for another program"));
        table.AddTo(command);
        command.SetAction(parsed =>
        {
            StudyTable read = table.Read(door, parsed);
            BiasAnalysis result = read.Answer(
                BiasAnalysis.Of(read.Measure, read.Studies, read.Options, read.Zero), "cannot be analysed");
            return table.Finish(door, parsed, BiasSheet.Of(result, $"{read.Shown}, bias and robustness."),
                () => RScript.Of(result, read.Studies, read.Zero, Door.Version));
        });
        return command;
    }
}
