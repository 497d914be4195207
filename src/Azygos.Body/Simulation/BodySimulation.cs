using System.Diagnostics;
using Azygos.Body.Anatomy;
using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Simulation;
using Azygos.Body.Timeline;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body;

/// <summary>Runs a body model to its periodic state: filling pressure, mean-flow steady state, then beats until a
/// breath repeats the one before; and from there through a timeline, where there is one.</summary>
/// <source choice="design of this project, §3.3"/>
public static class BodySimulation
{
    /// <summary>Runs the model.</summary>
    /// <param name="model">The model, with any replaced numbers applied.</param>
    /// <param name="settings">Posture, steps, tolerance, sites.</param>
    /// <param name="progress">Told after every breath.</param>
    /// <param name="cancellation">Cancels between samples: the run throws <see cref="OperationCanceledException"/> and
    /// leaves nothing.</param>
    /// <exception cref="ArgumentException">The timeline cannot be run; the message lists all its faults.</exception>
    public static SimulationResult Run(
        BodyModel model, SimulationSettings settings, IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        if (model.HasWaves && settings.MergesShortArteries) model = ShortVessels.Merged(model);
        if (settings.Timeline?.Check(model) is { Count: > 0 } faults)
            throw new ArgumentException(
                string.Join(Environment.NewLine, faults.Select(settings.Timeline.InWords)), nameof(settings));
        TimelineSignals? signals = null;
        (StartedBody start, IBeatingBody? body) = StartedBody.Find(
            model, settings,
            () => signals = settings.Timeline is { } timeline
                ? new TimelineSignals(model, timeline, settings.TiltDegrees)
                : null,
            cancellation);
        Volume blood = StartedBody.BloodOf(model);
        return body is null
            ? Nothing(model, settings, blood, start.Failure!, start.Place)
            : Beat(body, signals, settings, blood, progress, cancellation);
    }

    private static SimulationResult Beat(
        IBeatingBody body, TimelineSignals? signals, SimulationSettings settings, Volume blood,
        IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        BodyModel model = body.Network.Model;
        var numbers = new ModelNumbers(model);
        IReadOnlyList<SiteRow> sites = settings.RecordedSites.Count == 0
            ? model.Sites
            : [.. model.Sites.Where(s => settings.RecordedSites.Contains(s.Id))];
        var probes = new BodyProbes(body.Network, sites);
        var clock = Stopwatch.StartNew();
        RunOutcome outcome = body.RunToPeriodic(
            new PeriodicOptions
            {
                Period = numbers.BreathPeriod,
                Tolerance = settings.PeriodicTolerance,
                Settling = numbers.BeatsPerBreath > 1 ? numbers.BeatPeriod : 0,
                MaximumPeriods = Math.Max(2, settings.MaximumBeats / numbers.BeatsPerBreath),
            },
            new StepOptions { LargestStep = settings.TimeStep, SampleInterval = settings.SampleInterval },
            probes.All, progress is null ? null : new Relay(progress, numbers.BeatsPerBreath, clock), cancellation);
        SimulationResult resting = ResultMaker.Make(
            body.Network, probes, sites, settings, outcome, body.HeldVolume, MeanFlowState.MeanFilling(model, blood));
        if (signals is null || !resting.Ending.Finished) return resting;
        TimelineRun run = new(body, signals, sites, settings);
        TimelineResult timeline = run.Run(resting.SimulatedSeconds, progress, cancellation);
        return ResultMaker.WithTimeline(resting, timeline, run.Outcome!, run.ConservationError);
    }

    private static SimulationResult Nothing(
        BodyModel model, SimulationSettings settings, Volume blood, string reason, string place) => new()
        {
            Model = model,
            Settings = settings,
            Ending = new RunEnding(false, reason, 0, place),
            SimulatedSeconds = 0,
            Period = new ModelNumbers(model).BreathPeriod,
            Beats = 0,
            Steps = 0,
            Unknowns = 0,
            PeriodicResidual = 1,
            WorstSite = "",
            ConservationError = 0,
            BloodVolume = blood.Millilitres,
            MeanFillingPressure = 0,
            CardiacOutput = 0,
            Times = [],
            Sites = [],
            Waves = [],
            Vessels = [],
            Validation = [],
        };

    private sealed class Relay(IProgress<RunProgress> progress, int beats, Stopwatch clock) : IProgress<PeriodProgress>
    {
        public void Report(PeriodProgress value) => progress.Report(new RunProgress(
            value.Period * beats, value.SimulatedSeconds, value.Residual, value.Worst,
            value.SimulatedSeconds / Math.Max(clock.Elapsed.TotalSeconds, 1e-9)));
    }
}
