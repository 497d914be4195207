using Azygos.Body.Results;
using Azygos.Body.Timeline;

namespace Azygos.Reports.Tests.Runs;

/// <summary>A supine run that went on through a strain and a tilt, with invented numbers.</summary>
internal static class FakeTimeline
{
    public const int Samples = 4000;

    public static SimulationResult Run(string site = "ijv_right_j2")
    {
        SimulationResult resting = FakeRuns.Supine();
        BodyTimeline asked = new()
        {
            Events =
            [
                new Valsalva { At = 5 }, new Tilt { At = 20, Degrees = 45, Over = 4 },
                new ProbePressure { At = 25, Site = site, For = 2 }, new EndOfTimeline { At = 40 },
            ],
        };
        double[] times = [.. Enumerable.Range(0, Samples).Select(i => 0.01 * i)];
        double[] wave = [.. times.Select(t => 5 * Math.Sin(2 * t) + (t is > 5 and < 16.5 ? 30 : 0))];
        Summary all = new(wave.Average(), wave.Min(), wave.Max());
        WindowResult stretch = new()
        {
            Pressure = all,
            Flow = all,
            Area = all,
            Velocity = all,
            Reverse = new ReverseFlow(1.25, 0.46, 13.5),
        };
        return resting with
        {
            Settings = resting.Settings with { Timeline = asked },
            Ending = new RunEnding(true, "Timeline: it ended.", 60, ""),
            Timeline = new TimelineResult
            {
                StartedAfter = 20,
                Times = times,
                Marks = asked.Marks,
                Drives = new TimelineDrives(wave, wave, wave, [.. times.Select(t => t < 20 ? 0 : 45.0)], new double[Samples]),
                Waves = [.. resting.Sites.SelectMany(s => new[]
                {
                    new Wave(s.Site.Id, "pressure_mmHg", wave), new Wave(s.Site.Id, "flow_mL_min", wave),
                })],
                Places = [],
                Sites = [.. resting.Sites.Select(s => new TimelineSite(s.Site, stretch, [stretch, stretch, stretch]))],
            },
        };
    }
}
