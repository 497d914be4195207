using Azygos.Body.Results;
using Azygos.Body.Timeline;

namespace Azygos.Files.Tests;

/// <summary>The sample result with a timeline: numbers that a reader can follow, not physiology.</summary>
internal static class SampleTimeline
{
    public static double[] Times { get; } = [0, 0.5, 1, 1.5, 2];

    public static SimulationResult Result { get; } = Make();

    private static SimulationResult Make()
    {
        SimulationResult resting = SampleResult.Of(ShippedModel.Model);
        BodyTimeline asked = new()
        {
            Events =
            [
                new Valsalva { At = 5 }, new ProbePressure { At = 20, Site = "azygos" }, new EndOfTimeline { At = 40 },
            ],
        };
        WindowResult stretch = new()
        {
            Pressure = new(3, 1, 5),
            Flow = new(30, -10, 50),
            Area = new(0.3, 0.1, 0.5),
            Velocity = new(4, -2, 8),
            Reverse = new ReverseFlow(0.7, 0.4, 2),
        };
        return resting with
        {
            Settings = resting.Settings with { Timeline = asked },
            Timeline = new TimelineResult
            {
                StartedAfter = 20,
                Times = Times,
                Marks = asked.Marks,
                Drives = new TimelineDrives(Times, Times, Times, Times, Times),
                Waves = [new Wave("azygos", "flow_mL_min", [1, -2, 3, -4, 5]), new Wave("icp", "pressure_mmHg", Times)],
                Places = [],
                Sites = [.. resting.Sites.Select(site => new TimelineSite(site.Site, stretch, [stretch, stretch]))],
            },
        };
    }
}
