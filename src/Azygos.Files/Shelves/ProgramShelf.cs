using Azygos.Body.Model;
using Azygos.Files.Cases;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Studies;
using Azygos.Studies.Designs;

namespace Azygos.Files.Shelves;

/// <summary>What comes with the program, by name: models, cases, studies, the population, the evidence base.</summary>
/// <remarks>A name is looked up among the names that are there; no text of a caller becomes a path.</remarks>
/// <param name="home">Folder that holds <c>models/</c>, <c>cases/</c>, <c>studies/</c>, <c>population/</c>,
/// <c>evidence/</c>.</param>
public sealed class ProgramShelf(string home)
{
    /// <summary>The model that is run when none is named.</summary>
    public const string DefaultModel = "healthy-adult";

    private string ModelsFolder => Path.Combine(home, "models");

    private string CasesFolder => Path.Combine(home, "cases");

    private string StudiesFolder => Path.Combine(home, "studies");

    /// <summary>Names of the models.</summary>
    public IReadOnlyList<string> Models => !Directory.Exists(ModelsFolder) ? [] :
        [.. Directory.EnumerateDirectories(ModelsFolder).Select(Path.GetFileName).OfType<string>()
            .Order(StringComparer.Ordinal)];

    /// <summary>Names of the cases.</summary>
    public IReadOnlyList<string> Cases => Texts(CasesFolder);

    /// <summary>Names of the studies.</summary>
    public IReadOnlyList<string> Studies => Texts(StudiesFolder);

    /// <summary>Folder of a model; null where there is none of that name.</summary>
    /// <param name="name">Name.</param>
    public string? ModelFolder(string name) => Models.Contains(name) ? Path.Combine(ModelsFolder, name) : null;

    /// <summary>File of a case; null where there is none of that name.</summary>
    /// <param name="name">Name.</param>
    public string? CasePath(string name) => Cases.Contains(name) ? Path.Combine(CasesFolder, name + ".yaml") : null;

    /// <summary>File of a study; null where there is none of that name.</summary>
    /// <param name="name">Name.</param>
    public string? StudyPath(string name) => Studies.Contains(name) ? Path.Combine(StudiesFolder, name + ".yaml") : null;

    /// <summary>Reads a model by name; null with faults.</summary>
    /// <param name="named">Name.</param>
    /// <param name="place">Who named it, for the fault: an argument or a case file with its line.</param>
    /// <param name="line">Line of the case file, or null.</param>
    /// <param name="faults">Where faults go.</param>
    public BodyModel? Model(string named, string place, int? line, FaultList faults)
    {
        if (ModelFolder(named) is { } folder) return ModelReader.Read(folder, faults);
        faults.Add(place, line, line is null ? "" : "model", line is null ? "" : named,
            $"{(line is null ? $"'{named}' " : "")}is not a model{Nearest.Suggestion(named, Models)}; "
            + $"models: {string.Join(", ", Models)}");
        return null;
    }

    /// <summary>Reads the body of a case: the model that it names, else the default.</summary>
    /// <param name="read">The case.</param>
    /// <param name="chosen">Model where the case names none; null: the default.</param>
    /// <param name="place">Who chose it, for the fault.</param>
    /// <param name="faults">Where faults go.</param>
    public BodyModel? BodyOf(CaseFile? read, string? chosen, string place, FaultList faults)
    {
        if (read is not { Model.Length: > 0 }) return Model(chosen ?? DefaultModel, place, null, faults);
        if (chosen is not null)
            faults.Add(place, null, "", "", $"'{chosen}' is refused, because {read.File} names {read.Model}; leave one out");
        return Model(read.Model, read.File, read.ModelLine, faults);
    }

    /// <summary>The population of simulated studies; its people have bodies, of the model that is run when none is
    /// named.</summary>
    public PopulationFolder Population()
    {
        PopulationFolder read = PopulationReader.Read(Path.Combine(home, "population"));
        return read with
        {
            Population = read.Population.With(() => ModelReader.Read(Path.Combine(home, "models", DefaultModel))),
        };
    }

    /// <summary>Reads a study by name; null with faults.</summary>
    /// <param name="named">Name.</param>
    /// <param name="people">The population.</param>
    /// <param name="faults">Where faults go.</param>
    public StudyDesign? Study(string named, PopulationFolder people, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(people);
        if (StudyPath(named) is { } path)
            return StudyReader.Read(File.ReadAllBytes(path), named + ".yaml", people.Population.LesionShare, faults);
        faults.Add("STUDY", null, "", "", $"'{named}' is not a study{Nearest.Suggestion(named, Studies)}; "
            + $"studies: {string.Join(", ", Studies)}");
        return null;
    }

    /// <summary>The evidence base; its faults are thrown.</summary>
    public EvidenceFolder Evidence() => EvidenceReader.Read(Path.Combine(home, "evidence"));

    private static IReadOnlyList<string> Texts(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Order(StringComparer.Ordinal)];
}
