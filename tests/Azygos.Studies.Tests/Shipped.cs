using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Studies;
using Azygos.Studies.Designs;
using Azygos.Studies.Populations;
using Azygos.Studies.Results;
using Azygos.Studies.Running;

namespace Azygos.Studies.Tests;

/// <summary>The population and the studies that come with the program.</summary>
internal static class Shipped
{
    private static readonly Lazy<PopulationFolder> Read =
        new(() => PopulationReader.Read(Path.Combine(AppContext.BaseDirectory, "population")));

    public static PopulationFolder Folder => Read.Value;

    /// <summary>People whose bodies are built from the default model.</summary>
    public static Population People { get; } = Folder.Population.With(Body);

    public static BodyModel Body() =>
        ModelReader.Read(Path.Combine(AppContext.BaseDirectory, "models", "healthy-adult"));

    public static StudyDesign Study(string name)
    {
        FaultList faults = new();
        StudyDesign? design = StudyReader.Read(
            Path.Combine(AppContext.BaseDirectory, "studies", $"{name}.yaml"), People.LesionShare, faults);
        faults.ThrowIfAny();
        return design!;
    }

    /// <summary>A case-control study in which nothing is true and nobody knows.</summary>
    public static StudyDesign Null => new()
    {
        Name = "null",
        Kind = DesignKind.CaseControl,
        Seed = 11,
        Cases = 100,
        Controls = 100,
        Examiner = ExaminerKind.Homogeneous,
        PositiveRate = 0.3,
    };

    public static StudyPlan Plan(StudyDesign design, int repeat) => new(design, People, repeat);

    public static StudySummary Run(StudyDesign design, int repeat)
    {
        StudyPlan plan = Plan(design, repeat);
        return StudySummary.Of(plan, Rows(plan));
    }

    public static IReadOnlyList<PersonRow> Rows(StudyPlan plan, int shard = 0, int shards = 1) =>
        StudyShard.Rows(plan, shard, shards, TestContext.Current.CancellationToken);
}
