using Azygos.Body.Results;
using Azygos.Body.Timeline;

namespace Azygos.Body.Tests.Timeline;

/// <summary>The body without waves goes through timelines too.</summary>
[Trait("Speed", "slow")]
public sealed class LumpedTimelineTests
{
    [Fact]
    public void Events_keep_blood_and_fluid_and_change_nothing_before_they_begin()
    {
        SimulationSettings settings = new() { RecordedSites = ["ijv_right_j2", "icp", "vertebral_vein_right"] };
        SimulationResult plain = BodySimulation.Run(ShippedBody.Model, settings, cancellation: TestContext.Current.CancellationToken);
        SimulationResult run = BodySimulation.Run(ShippedBody.Model, settings with
        {
            Timeline = new BodyTimeline
            {
                Events =
                [
                    new JugularCompression { At = 2, For = 8 }, new FluidInfusion { At = 2, For = 4, Rate = 6 },
                    new Valsalva { At = 12, For = 2 }, new EndOfTimeline { At = 18 },
                ],
            },
        }, cancellation: TestContext.Current.CancellationToken);
        Assert.True(run.Ending.Finished, $"{run.Ending.Reason} {run.Ending.Place}");
        Assert.InRange(run.ConservationError, 0, 1e-12);
        foreach ((Wave without, Wave with) in plain.Waves.Zip(run.Waves)) Assert.Equal(without.Values, with.Values);
        TimelineSite vein = run.Timeline!.Sites.Single(site => site.Site.Id == "vertebral_vein_right");
        Assert.True(vein.Windows[0].Flow!.Value.Mean > 1.5 * run.Site("vertebral_vein_right").Flow!.Value.Mean);
    }

    [Fact]
    public void A_tilt_in_time_comes_to_the_posture_that_it_ends_in()
    {
        // 20 degrees: the veins of the neck stay open, and what is slow moves little.
        SimulationSettings settings = new() { RecordedSites = ["ijv_right_j2", "torcular", "right_atrium", "aorta"] };
        SimulationResult tilted = BodySimulation.Run(ShippedBody.Model, settings with { TiltDegrees = 20 }, cancellation: TestContext.Current.CancellationToken);
        SimulationResult run = BodySimulation.Run(ShippedBody.Model, settings with
        {
            Timeline = new BodyTimeline
            {
                Events = [new Tilt { At = 1, Over = 4, Degrees = 20 }, new EndOfTimeline { At = 150 }],
            },
        }, cancellation: TestContext.Current.CancellationToken);
        Assert.True(run.Ending.Finished, $"{run.Ending.Reason} {run.Ending.Place}");
        foreach (SiteResult site in tilted.Sites)
        {
            double[] pressure = run.Timeline![site.Site.Id, "pressure_mmHg"], times = run.Timeline.Times;
            double last = pressure.Where((_, i) => times[i] > times[^1] - run.Period).Average();
            double way = Math.Abs(site.Pressure.Mean - run.Site(site.Site.Id).Pressure.Mean);
            // 0.1 mmHg and a twentieth of the way: the spinal fluid's time constant is minutes.
            Assert.True(
                Math.Abs(last - site.Pressure.Mean) < 0.1 + 0.05 * way,
                $"{site.Site.Id}: {last} after the tilt, {site.Pressure.Mean} mmHg in the posture, {way} away before");
        }
    }
}
