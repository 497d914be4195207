using System.Diagnostics;
using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Timeline;
using Azygos.Circulation.Running;

namespace Azygos.Body.Simulation;

/// <summary>Runs a periodic body through its timeline, a breath at a time, and records it.</summary>
internal sealed class TimelineRun
{
    private readonly IBeatingBody body;
    private readonly TimelineSignals signals;
    private readonly SimulationSettings settings;
    private readonly ModelNumbers numbers;
    private readonly TimelineProbes probes;
    private readonly List<double> times = [];
    private readonly Dictionary<string, List<double>> series = [];

    public TimelineRun(
        IBeatingBody body, TimelineSignals signals, IReadOnlyList<SiteRow> sites, SimulationSettings settings)
    {
        this.body = body;
        this.signals = signals;
        this.settings = settings;
        numbers = new ModelNumbers(body.Network.Model);
        probes = new TimelineProbes(body.Network, sites, signals.Timeline, settings.DeadBand);
        foreach (Probe probe in probes.All) series.Add(probe.Id, []);
    }

    /// <summary>How it ended; time and steps are those of the whole run.</summary>
    public RunOutcome? Outcome { get; private set; }

    /// <summary>Largest error of conservation since the timeline began [1].</summary>
    public double ConservationError { get; private set; }

    /// <summary>Runs it.</summary>
    /// <param name="simulatedBefore">Simulated time of the periodic start [s].</param>
    /// <param name="progress">Told after every breath.</param>
    /// <param name="cancellation">Cancels between samples.</param>
    public TimelineResult Run(
        double simulatedBefore, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        double seconds = signals.Timeline.Seconds, start = body.Time;
        int samples = Math.Max(1, (int)Math.Ceiling(seconds / settings.SampleInterval * (1 - 1e-9)));
        double interval = seconds / samples;
        int stride = Math.Max(1, (int)Math.Round(numbers.BreathPeriod / interval));
        var options = new StepOptions { LargestStep = settings.TimeStep, SampleInterval = interval };
        var clock = Stopwatch.StartNew();
        signals.Clock.Start = start;
        for (int done = 0; done < samples && Outcome is not RunOutcome.Stopped; done += stride)
        {
            int next = Math.Min(done + stride, samples);
            Outcome = body.RunTo(
                next == samples ? start + seconds : start + next * interval, options, probes.All, cancellation);
            Keep(Outcome.Recording, done, interval);
            ConservationError = Math.Max(ConservationError, Outcome.Report.ConservationError);
            double passed = next * interval;
            progress?.Report(new RunProgress(
                (int)Math.Round((simulatedBefore + passed) / numbers.BeatPeriod), simulatedBefore + passed, 0, "",
                passed / Math.Max(clock.Elapsed.TotalSeconds, 1e-9))
            {
                TimelineShare = (double)next / samples,
            });
        }

        double[] all = [.. times];
        return probes.Result(
            new Recording(all, series.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray())),
            simulatedBefore, signals.Drives(all));
    }

    // The first sample of a stretch repeats the last one of the stretch before.
    private void Keep(Recording recording, int done, double interval)
    {
        int first = done == 0 ? 0 : 1;
        for (int i = first; i < recording.Times.Length; i++) times.Add((done + i) * interval);
        foreach ((string probe, double[] values) in recording.Series)
            series[probe].AddRange(values.AsSpan(Math.Min(first, values.Length)));
    }
}
