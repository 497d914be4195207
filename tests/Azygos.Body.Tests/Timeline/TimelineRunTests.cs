using Azygos.Body.Results;
using Azygos.Body.Tests.Anatomy;
using Azygos.Body.Tests.Simulation;
using Azygos.Body.Timeline;

namespace Azygos.Body.Tests.Timeline;

/// <summary>The anatomical body goes through timelines.</summary>
[Trait("Speed", "slow")]
public sealed class TimelineRunTests
{
    [Fact]
    public void Events_of_all_kinds_keep_blood_and_fluid_and_change_nothing_before_they_begin()
    {
        BodyTimeline timeline = new()
        {
            Events =
            [
                new Cough { At = 0.5 }, new JugularCompression { At = 1, For = 1, Ramp = 0.5, Side = "left" },
                new FluidInfusion { At = 1, For = 2, Rate = 6 }, new HeadRotation { At = 3.2, For = 1, Degrees = 80 },
                new Valsalva { At = 3.5, For = 1.5, Pressure = 30 }, new NeckCompression { At = 6.5, For = 0.5, Ramp = 0.5 },
                new DeepBreathing { At = 6.6, For = 0.5 }, new EndOfTimeline { At = 9 },
            ],
            Places = [new BodyPlace("ijv_right_j2", 0.25), new BodyPlace("ijv_right_j2", 0.5)],
        };
        SimulationResult run = Run(0, timeline), plain = BodyWithWavesTests.Run(0);
        Assert.True(run.Ending.Finished, $"{run.Ending.Reason} {run.Ending.Place}");
        Assert.StartsWith("Timeline: it ended after 9 s with its 7 events done, after a periodic start.", run.Ending.Reason,
            StringComparison.Ordinal);
        Assert.InRange(run.ConservationError, 0, 1e-12);
        // Nothing was inserted: the periodic state is that of a body without a timeline, bit by bit.
        Assert.Equal(plain.Waves.Count, run.Waves.Count);
        foreach ((Wave without, Wave with) in plain.Waves.Zip(run.Waves)) Assert.Equal(without.Values, with.Values);

        TimelineResult recorded = run.Timeline!;
        Assert.Equal(9, recorded.Times[^1], 1e-9);
        Assert.True(recorded.Times[1] <= 0.01 + 1e-9);
        Assert.All(recorded.Waves, wave => Assert.Equal(recorded.Times.Length, wave.Values.Length));
        Assert.Equal(recorded["ijv_right_j2", "pressure_mmHg"], recorded.Places[1].Pressure);
        Assert.NotEqual(recorded.Places[0].Area, recorded.Places[1].Area);
        // It goes on from where the last breath ended.
        Assert.Equal(run.Waves[0].Values[^1], recorded.Waves[0].Values[0]);
        TimelineSite right = recorded.Sites.Single(site => site.Site.Id == "ijv_right_j1");
        Assert.Equal(recorded.Marks.Count, right.Windows.Count);
        WindowResult strain = right.Windows[recorded.Marks.ToList().FindIndex(mark => mark.Word == "valsalva")];
        Assert.InRange(strain.Reverse!.Value.Longest, 0.2, 2);
        Assert.True(strain.Pressure.Maximum > 20, $"{strain.Pressure.Maximum} mmHg");
        double[] fluid = recorded["icp", "pressure_mmHg"];
        Assert.True(fluid.Max() > run.Site("icp").Pressure.Maximum + 3);
    }

    [Fact]
    public void A_body_whose_gravity_is_a_waveform_is_the_body_in_that_posture()
    {
        SimulationResult run = Run(90, new BodyTimeline
        {
            Events = [new Tilt { At = 0.1, Over = 0.4, Degrees = 89 }, new EndOfTimeline { At = 1 }],
        });
        SimulationResult upright = BodyWithWavesTests.Run(90);
        Assert.True(run.Ending.Finished, $"{run.Ending.Reason} {run.Ending.Place}");
        Assert.InRange(run.ConservationError, 0, 1e-12);
        foreach ((SiteResult waveform, SiteResult column) in run.Sites.Zip(upright.Sites))
        {
            // What a run that counts as periodic (0.1 % of a pulse) leaves open, over a breath; pulses reach 100 mmHg.
            Assert.True(
                Math.Abs(waveform.Pressure.Mean - column.Pressure.Mean) < 0.05,
                $"{column.Site.Id}: {waveform.Pressure.Mean} with a waveform, {column.Pressure.Mean} mmHg without");
        }
    }

    private static SimulationResult Run(double tilt, BodyTimeline timeline) => BodySimulation.Run(
        AnatomicalBody.Core, new SimulationSettings { TiltDegrees = tilt, Timeline = timeline }, null,
        TestContext.Current.CancellationToken);
}
