using System.CommandLine;
using Azygos.Body.Model;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos models</c>: the models that come with the program.</summary>
internal static class ModelsCommand
{
    public static Command Create(Door door)
    {
        CommandWithExamples command = new("models", "List the models that come with the program.",
            ("azygos models", "names that simulate, show and sites accept"));
        command.SetAction(_ => Run(door));
        return command;
    }

    private static int Run(Door door)
    {
        Shelf shelf = new(door);
        Table table = Screens.Table("model", "name", "vessels", "sites");
        foreach (string id in shelf.Models)
        {
            FaultList faults = new();
            BodyModel? model = shelf.Model(id, "", null, faults);
            table.Row(id, model?.Name ?? $"has {faults.Count} faults; azygos show {id} lists them",
                $"{model?.Vessels.Count}", $"{model?.Sites.Count}");
        }
        IAnsiConsole console = Screens.ForResults(door);
        console.Write(table);
        console.WriteLine("azygos cases lists what can be run with them.");
        return ExitCode.Finished;
    }
}
