using System.Text.Json.Nodes;
using Azygos.Body;
using Azygos.Body.Results;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Files.Cases;
using Azygos.Files.Harms;
using Azygos.Files.Runs;
using Azygos.Reports;

namespace Azygos.Lab.Runs;

/// <summary>A body, run as <c>azygos simulate</c> runs it.</summary>
internal sealed class BodyWork(LabRoom room, PreparedRun run) : RunWork
{
    public override async Task<WorkEnding> RunAsync(
        RunPlace folder, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        long start = room.Options.Clock.GetTimestamp();
        SimulationResult result = room.Options.Simulate(
            run.Model, run.Settings, new BodyProgress(run.Settings.PeriodicTolerance, progress), cancellation);
        cancellation.ThrowIfCancellationRequested();
        HarmAccount? harms = HarmAccount.Of(run.Model, room.Evidence.Base);
        RunFacts facts = new(room.Options.Clock.GetElapsedTime(start).TotalSeconds, room.Options.Version) { Harms = harms };
        await WriteAsync(folder, result, facts, ReportPage.Write(result, null, harms), null, cancellation);
        return new WorkEnding(result.Ending.Finished, result.Ending.Reason);
    }

    /// <summary>Writes the run's folder, and the means that the drawing needs.</summary>
    public static async Task WriteAsync(RunPlace folder, SimulationResult result, RunFacts facts, string report,
        ExaminationResult? examination, CancellationToken cancellation)
    {
        if (Directory.Exists(folder.Folder)) Directory.Delete(folder.Folder, recursive: true);
        Directory.CreateDirectory(folder.Folder);
        await RunFolder.WriteAsync(folder.Result, result, facts, report, csv: true, cancellation, examination);
        JsonArray vessels = [.. result.Vessels.Select(mean => new JsonObject
        {
            ["id"] = mean.Vessel.Id,
            ["pressure_from_mmHg"] = mean.PressureFrom,
            ["pressure_to_mmHg"] = mean.PressureTo,
            ["flow_mL_min"] = mean.Flow,
            ["area_cm2"] = mean.Area,
        })];
        await File.WriteAllTextAsync(
            folder.Vessels, new JsonObject { ["vessels"] = vessels }.ToJsonString(), cancellation);
    }

    /// <summary>Tells the progress of a body as that of a run.</summary>
    internal sealed class BodyProgress(double tolerance, IProgress<WorkProgress> told) : IProgress<RunProgress>
    {
        private readonly RunShare share = new(tolerance);

        public void Report(RunProgress value) => told.Report(new WorkProgress(share.Of(value), RunShare.Line(value),
            ("beat", value.Beat), ("residual", value.PeriodicResidual), ("speed", value.SimulatedPerWallSecond),
            ("t_s", value.SimulatedSeconds)));
    }
}

/// <summary>A body, examined as <c>azygos exam</c> examines it.</summary>
internal sealed class ExamWork(LabRoom room, PreparedRun run, Examiner examiner) : RunWork
{
    public override async Task<WorkEnding> RunAsync(
        RunPlace folder, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        long start = room.Options.Clock.GetTimestamp();
        // The two postures are two runs that know nothing of each other.
        Task<SimulationResult> sitting = Task.Run(
            () => room.Options.Simulate(run.Model, examiner.Settings(run.Model, run.Settings, ExaminedPosture.Sitting), null,
                cancellation), cancellation);
        SimulationResult lying = room.Options.Simulate(
            run.Model, examiner.Settings(run.Model, run.Settings, ExaminedPosture.Supine),
            new BodyWork.BodyProgress(run.Settings.PeriodicTolerance, progress), cancellation);
        SimulationResult second = await sitting;
        cancellation.ThrowIfCancellationRequested();
        ExaminationResult result = examiner.Examine(run.Model, lying, second);
        RunFacts facts = new(room.Options.Clock.GetElapsedTime(start).TotalSeconds, room.Options.Version);
        // The folder tells the run lying at rest; its timeline served the examination.
        SimulationResult supine = result.Supine with { Timeline = null };
        await BodyWork.WriteAsync(folder, supine, facts, ReportPage.Write(supine, result), result, cancellation);
        return result.Stopped is { } stopped
            ? new WorkEnding(false, stopped.Ending.Reason) : new WorkEnding(true, supine.Ending.Reason);
    }
}
