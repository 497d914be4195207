using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.Studies;
using Azygos.Studies.Designs;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos study list</c>: the studies that come with the program.</summary>
internal static class StudyListCommand
{
    public static Command Create(Door door)
    {
        Command command = new("list", "List the studies that come with the program.");
        command.SetAction(_ => Run(door));
        return command;
    }

    private static int Run(Door door)
    {
        PopulationFolder people = StudyCommand.Population(door);
        FaultList faults = new();
        Table table = Screens.Table("study", "design", "people", "what it is for");
        foreach (string name in StudyCommand.Names(door))
            if (StudyCommand.Read(door, name, people, faults) is var (design, _))
                table.Row(name, DesignChecks.Words(design.Kind),
                    design.Size.ToString(System.Globalization.CultureInfo.InvariantCulture), design.Description);
        faults.ThrowIfAny();
        Screens.ForResults(door).Write(table);
        return ExitCode.Finished;
    }
}
