using Azygos.Batch;
using Azygos.Evidence.Claims.Pools;
using Azygos.Files.Faults;
using Azygos.Files.Sheets;
using Azygos.Files.Studies;
using Azygos.Reports;
using Azygos.Studies.Conflict;
using Azygos.Studies.Running;

namespace Azygos.Lab.Runs;

/// <summary>A study of virtual people, run as <c>azygos study run</c> runs it; shards that an earlier try completed
/// stay.</summary>
internal sealed class StudyWork(LabRoom room, StudyPlan plan, int shards, byte[] text) : RunWork
{
    public override async Task<WorkEnding> RunAsync(
        RunPlace folder, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder.Folder);
        FaultList faults = new();
        bool begun = File.Exists(Path.Combine(folder.Result, "run.json"));
        if (!begun && Directory.Exists(folder.Result)) Directory.Delete(folder.Result, recursive: true);
        StudyRunFolder? run = begun
            ? StudyRunFolder.Open(folder.Result, plan.Population, faults)
            : StudyRunFolder.Create(folder.Result, plan, shards, text, faults);
        faults.ThrowIfAny();
        await LocalPool.RunAsync(run!, 1, room.Options.Clock, new PoolTold(progress), cancellation);
        await CollectedResults.CollectAsync(run!, room.Options.Version, cancellation);
        return new WorkEnding(true, $"{plan.Repeat} × {plan.Design.Size} people");
    }

    private sealed class PoolTold(IProgress<WorkProgress> told) : IProgress<PoolProgress>
    {
        public void Report(PoolProgress value) => told.Report(new WorkProgress(
            (double)value.Done / Math.Max(1, value.Shards),
            FormattableString.Invariant($"{value.Done}/{value.Shards} shards, {value.PeoplePerSecond:0} people/s"),
            ("people_per_s", value.PeoplePerSecond), ("left_s", value.Left?.TotalSeconds ?? double.NaN)));
    }
}

/// <summary>The conflict explorer, run as <c>azygos study explain</c> runs it.</summary>
internal sealed class ExplainWork(LabRoom room, RowChoice rows, ulong seed, int kept) : RunWork
{
    /// <summary>Seed where none is given; that of the command line.</summary>
    public const ulong DefaultSeed = 2009;

    public override async Task<WorkEnding> RunAsync(
        RunPlace folder, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        progress.Report(new WorkProgress(0, "sampling which truths and examiners lead to the published studies"));
        ConflictExplorer found = ConflictExplorer.Run(ConflictData.From(room.Evidence.Base, rows), new ConflictPriors(),
            ConflictReading.All, seed, new ConflictLength { Kept = kept }, cancellation);
        ResultSheet sheet = ConflictSheet.Of(found, room.Evidence.Base.Hash);
        if (Directory.Exists(folder.Result)) Directory.Delete(folder.Result, recursive: true);
        Directory.CreateDirectory(folder.Folder);
        await Files.Folders.TextFolder.WriteAsync(folder.Result, new Dictionary<string, string>(
            ConflictExplorerPage.Write(found, sheet))
        { ["result.json"] = SheetJson.Write(sheet) }, "--out", cancellation);
        return new WorkEnding(true, "");
    }
}
