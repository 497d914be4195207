using Azygos.Files.Faults;
using Azygos.Files.Studies;
using Azygos.Files.Tests;
using Azygos.Studies.Running;

namespace Azygos.Batch.Tests;

/// <summary>Runs of a shipped study in a folder that is removed afterwards.</summary>
internal sealed class StudyRuns : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public static Lazy<PopulationFolder> People { get; } =
        new(() => PopulationReader.Read(Path.Combine(AppContext.BaseDirectory, "population")));

    public StudyRunFolder Make(string name, int shards, int repeat = 3)
    {
        byte[] study = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "studies", "zamboni-2009-like.yaml"));
        FaultList faults = new();
        var design = StudyReader.Read(study, "zamboni-2009-like.yaml", People.Value.Population.LesionShare, faults);
        StudyRunFolder? run = StudyRunFolder.Create(Path.Combine(temporary.Path, name),
            new StudyPlan(design!, People.Value.Population, repeat), shards, study, faults);
        faults.ThrowIfAny();
        return run!;
    }

    public static async Task<string> HashAsync(StudyRunFolder run) =>
        (await CollectedStudy.ReadAsync(run, TestContext.Current.CancellationToken)).RowsHash;

    /// <summary>The hash that every other division must have: one shard, one worker, this machine.</summary>
    public async Task<string> HashOfWholeAsync(int repeat)
    {
        StudyRunFolder run = Make($"whole-{Guid.NewGuid():N}", 1, repeat);
        await LocalPool.RunAsync(run, 1, TimeProvider.System, null, TestContext.Current.CancellationToken);
        return await HashAsync(run);
    }

    public void Dispose() => temporary.Dispose();
}
