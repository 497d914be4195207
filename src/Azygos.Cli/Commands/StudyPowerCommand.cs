using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.Studies;
using Azygos.Studies.Designs;
using Azygos.Studies.Power;
using Azygos.Studies.Running;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos study power</c>: how likely a design finds a difference, by formula, exactly and by
/// simulation.</summary>
internal static class StudyPowerCommand
{
    public static Command Create(Door door)
    {
        Argument<string> study = new("STUDY") { Description = "A name from 'azygos study list', or a study file." };
        Option<int> repeat = new("--repeat")
        {
            DefaultValueFactory = _ => 1000,
            Description = "Studies simulated. Default: 1000.",
        };
        CommandWithExamples command = new("power",
            "Say how likely a study of two groups finds that they differ, and how many people a power of 80 % needs: by "
            + "the usual formula, exactly, and by simulation.",
            ("azygos study power null-biased-065", "how often bias alone is found"))
        {
            study, repeat,
        };
        command.SetAction(parsed => Run(door, parsed.GetValue(study)!, parsed.GetValue(repeat)));
        return command;
    }

    private static int Run(Door door, string named, int repeat)
    {
        FaultList faults = new();
        PopulationFolder people = StudyCommand.Population(door);
        (StudyDesign Design, byte[] Bytes)? read = StudyCommand.Read(door, named, people, faults);
        if (repeat is < 1 or > 1_000_000)
            faults.Add("--repeat", null, "", "", $"{repeat} is outside the allowed range: from 1 to 1000000");
        faults.ThrowIfAny();
        StudyPlan plan = new(read!.Value.Design, people.Population, repeat);
        if (StudyPower.Of(plan) is not { } power)
            throw new InputRefusedException(new Fault(named, null, "", "",
                "has no two groups whose shares a formula gives; run it often instead"));
        SheetScreen.Print(StudyPowerSheet.Of(plan, power), Screens.ForResults(door));
        return ExitCode.Finished;
    }
}
