using System.CommandLine;
using Azygos.Batch;
using Azygos.Files.Faults;
using Azygos.Files.Shelves;
using Azygos.Files.Studies;
using Azygos.Studies.Designs;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos study</c>: studies of virtual people, run, collected, told.</summary>
internal static class StudyCommand
{
    public static Command Create(Door door) => new("study",
        "Simulated studies of virtual people with the truth known: which truths, examiners and designs give the "
        + "published results.")
    {
        StudyListCommand.Create(door),
        StudyRunCommand.Create(door),
        StudyFolderCommands.Status(door),
        StudyFolderCommands.Collect(door),
        StudyFolderCommands.Cancel(door),
        StudyShardCommand.Create(door),
        StudyFolderCommands.Report(door),
        StudyPowerCommand.Create(door),
        StudyBodyCommands.Sensitivity(door),
        StudyBodyCommands.Narrowings(door),
        StudyBodyCommands.Surrogate(door),
        StudyBodyCommands.Agreement(door),
        StudyExplainCommand.Create(door),
    };

    /// <summary>Names of the program's studies.</summary>
    public static IReadOnlyList<string> Names(Door door) => new ProgramShelf(door.Home).Studies;

    /// <summary>The population that comes with the program.</summary>
    public static PopulationFolder Population(Door door) => new ProgramShelf(door.Home).Population();

    /// <summary>Reads a study by name or by path of its file; null with faults.</summary>
    public static (StudyDesign Design, byte[] Bytes)? Read(
        Door door, string named, PopulationFolder people, FaultList faults)
    {
        string path = door.Absolute(named);
        if (!File.Exists(path))
        {
            if (new ProgramShelf(door.Home).StudyPath(named) is not { } own)
            {
                faults.Add("STUDY", null, "", "", $"'{named}' is neither a file nor a study"
                    + $"{Nearest.Suggestion(named, Names(door))}; studies: {string.Join(", ", Names(door))}");
                return null;
            }
            path = own;
        }
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(named, null, "", "", $"cannot be read: {fault.Message}");
            return null;
        }
        // Faults name the file as the user did; the study's name is the file's.
        return StudyReader.Read(bytes, File.Exists(door.Absolute(named)) ? named : named + ".yaml",
            people.Population.LesionShare, faults) is { } design ? (design, bytes) : null;
    }

    /// <summary>Collects a run and writes its results.</summary>
    public static Task<Files.Sheets.ResultSheet> CollectAsync(StudyRunFolder run, CancellationToken cancellation) =>
        CollectedResults.CollectAsync(run, Door.Version, cancellation);
}
