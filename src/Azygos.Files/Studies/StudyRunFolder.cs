using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azygos.Files.Faults;
using Azygos.Files.Folders;
using Azygos.Studies.Designs;
using Azygos.Studies.Populations;
using Azygos.Studies.Running;

namespace Azygos.Files.Studies;

/// <summary>The folder of a study's run: <c>study.yaml</c>, <c>run.json</c>, <c>shards/</c>, a surrogate, and what is collected from
/// them.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Plan">The study.</param>
/// <param name="Shards">Into how many it is divided.</param>
public sealed record StudyRunFolder(string Folder, StudyPlan Plan, int Shards)
{
    private const string Schema = "azygos-study-run/1", StudyFile = "study.yaml", RunFile = "run.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Folder of the shards.</summary>
    public string ShardFolder => Path.Combine(Folder, "shards");

    /// <summary>Makes the folder of a new run; faults where something is there.</summary>
    /// <param name="folder">The folder; absent or empty.</param>
    /// <param name="plan">The study.</param>
    /// <param name="shards">Into how many it is divided.</param>
    /// <param name="study">The study file.</param>
    /// <param name="faults">Where faults go.</param>
    public static StudyRunFolder? Create(
        string folder, StudyPlan plan, int shards, ReadOnlySpan<byte> study, FaultList faults)
    {
        int before = faults.Count;
        Runs.RunFolder.CheckFree(folder, "--out", faults);
        if (faults.Count > before) return null;
        StudyRunFolder run = new(folder, plan, shards);
        JsonObject facts = new()
        {
            ["schema"] = Schema,
            ["study"] = plan.Design.Name,
            ["study_hash"] = plan.Hash,
            ["population_hash"] = plan.Population.Hash,
            ["seed"] = plan.Design.Seed,
            ["repeat"] = plan.Repeat,
            ["shards"] = shards,
            ["people"] = plan.People,
        };
        try
        {
            Directory.CreateDirectory(run.ShardFolder);
            File.WriteAllBytes(Path.Combine(folder, StudyFile), study);
            // Fitted once, here: every worker would else do it again.
            if (plan.Design is { HasBodies: true, Examiner: ExaminerKind.Surrogate })
                File.WriteAllText(Path.Combine(folder, SurrogateFile.Name),
                    SurrogateFile.Text(plan.Population.Bodies!.Surrogate));
            // Last: with it the folder is a run.
            File.WriteAllText(Path.Combine(folder, RunFile), facts.ToJsonString(Indented) + "\n",
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception fault) when (WholeFolder.IsOfTheFileSystem(fault))
        {
            faults.Add("--out", null, "", "", $"{folder} cannot be written: {fault.Message}");
            return null;
        }
        return run;
    }

    /// <summary>Opens the folder of a run; null with faults.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="population">Where people come from; must be that of the run.</param>
    /// <param name="faults">Where faults go.</param>
    public static StudyRunFolder? Open(string folder, Population population, FaultList faults)
    {
        int before = faults.Count;
        string path = Path.Combine(folder, RunFile);
        try
        {
            JsonNode? facts = JsonNode.Parse(File.ReadAllText(path));
            string name = (string?)facts?["study"] ?? "", hash = (string?)facts?["study_hash"] ?? "";
            if ((string?)facts?["schema"] != Schema)
            {
                faults.Add(path, null, "schema", (string?)facts?["schema"] ?? "", $"is not {Schema}");
                return null;
            }
            int repeat = (int)facts!["repeat"]!, shards = (int)facts["shards"]!;
            StudyDesign? design = StudyReader.Read(
                Path.Combine(folder, StudyFile), population.LesionShare, faults);
            if (design is null) return null;
            if (repeat < 1) faults.Add(path, null, "repeat", $"{repeat}", "must be at least 1");
            if (shards < 1) faults.Add(path, null, "shards", $"{shards}", "must be at least 1");
            if (design is { HasBodies: true, Examiner: ExaminerKind.Surrogate }
                && SurrogateFile.Read(Path.Combine(folder, SurrogateFile.Name), faults) is { } surrogate)
            {
                if (surrogate.Hash == population.Bodies!.Hash) population = population.With(surrogate);
                else faults.Add(Path.Combine(folder, SurrogateFile.Name), null, "hash", surrogate.Hash,
                    "was fitted to other bodies than those of this program");
            }
            if (faults.Count > before) return null;
            StudyPlan plan = new(design with { Name = name, Seed = (ulong)facts["seed"]! }, population, repeat);
            if (plan.Hash == hash) return new StudyRunFolder(folder, plan, shards);
            faults.Add(path, null, "study_hash", hash, "is not that of study.yaml and the population here: the study "
                + "or the tables of people changed since this run began");
        }
        catch (Exception fault) when (WholeFolder.IsOfTheFileSystem(fault) || fault is JsonException
            or InvalidOperationException or FormatException or NullReferenceException or OverflowException)
        {
            faults.Add(path, null, "", "", $"is not the record of a study's run: {fault.Message}");
        }
        return null;
    }
}
