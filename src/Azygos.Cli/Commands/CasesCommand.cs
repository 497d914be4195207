using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos cases</c>: the cases that come with the program, each with what it is for.</summary>
internal static class CasesCommand
{
    public static Command Create(Door door)
    {
        CommandWithExamples command = new("cases", "List the cases that come with the program.",
            ("azygos cases", "names that --case accepts"),
            ("azygos simulate --case left-jugular-90", "one of them"));
        command.SetAction(_ => Run(door));
        return command;
    }

    private static int Run(Door door)
    {
        Shelf shelf = new(door);
        Table table = Screens.Table("case", "posture", "lesions", "description");
        foreach (string name in shelf.Cases)
        {
            FaultList faults = new();
            CaseFile? read = shelf.Case(name, faults);
            table.Row(name, Posture.Name(read?.TiltDegrees ?? 0), Lesions(read),
                faults.Any ? $"has {faults.Count} faults" : read?.Description ?? "");
        }

        IAnsiConsole console = Screens.ForResults(door);
        console.Write(table);
        console.WriteLine("Cases are simulated; none is a person, none is a diagnosis.");
        return ExitCode.Finished;
    }

    private static string Lesions(CaseFile? read) => read is null ? "" : string.Join(", ", read.Lesions
        .GroupBy(lesion => lesion.Kind.Word)
        .Select(kind => kind.Count() == 1 ? kind.Key : $"{kind.Count()} × {kind.Key}")
        .Concat(read.Variants.Select(variant => $"{variant.Variant.Key}: {variant.Word}")));
}
