using Azygos.Body.Model;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Shelves;

namespace Azygos.Cli;

/// <summary>Finds models and cases by name beside the program, or by path.</summary>
internal sealed class Shelf(Door door)
{
    /// <summary>The model that is run when none is named.</summary>
    public const string DefaultModel = ProgramShelf.DefaultModel;

    private readonly ProgramShelf own = new(door.Home);

    /// <summary>Names of the program's models.</summary>
    public IReadOnlyList<string> Models => own.Models;

    /// <summary>Names of the program's cases.</summary>
    public IReadOnlyList<string> Cases => own.Cases;

    /// <summary>Reads a model by name or by path of its folder; null with faults.</summary>
    /// <param name="named">Name or path.</param>
    /// <param name="place">Who named it, for the fault: an argument or a case file with its line.</param>
    /// <param name="line">Line of the case file, or null.</param>
    /// <param name="faults">Where faults go.</param>
    public BodyModel? Model(string named, string place, int? line, FaultList faults)
    {
        if (own.ModelFolder(named) is not null)
        {
            return own.Model(named, place, line, faults);
        }
        if (Directory.Exists(door.Absolute(named)))
        {
            return ModelReader.Read(door.Absolute(named), faults);
        }
        faults.Add(place, line, line is null ? "" : "model", line is null ? "" : named,
            $"{(line is null ? $"'{named}' " : "")}is neither a model nor a folder{Nearest.Suggestion(named, Models)}; "
            + $"models: {string.Join(", ", Models)}");
        return null;
    }

    /// <summary>Folder of a model by name or by path.</summary>
    /// <param name="named">Name or path of a model that is there.</param>
    public string FolderOf(string named) => own.ModelFolder(named) ?? door.Absolute(named);

    /// <summary>Reads a case by name or by path of its file; null with faults.</summary>
    /// <param name="named">Name or path.</param>
    /// <param name="faults">Where faults go.</param>
    public CaseFile? Case(string named, FaultList faults)
    {
        if (File.Exists(door.Absolute(named)))
        {
            return CaseReader.Read(door.Absolute(named), faults);
        }
        if (own.CasePath(named) is { } path)
        {
            return CaseReader.Read(path, faults);
        }
        faults.Add("--case", null, "", "",
            $"'{named}' is neither a file nor a case{Nearest.Suggestion(named, Cases)}; "
            + $"cases: {string.Join(", ", Cases)}");
        return null;
    }
}
