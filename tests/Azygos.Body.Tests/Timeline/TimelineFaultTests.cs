using Azygos.Body.Results;
using Azygos.Body.Timeline;

namespace Azygos.Body.Tests.Timeline;

/// <summary>A timeline that cannot be run is refused with everything that is wrong with it.</summary>
public sealed class TimelineFaultTests
{
    [Fact]
    public void All_faults_are_told_at_once()
    {
        BodyTimeline bad = new()
        {
            Events =
            [
                new Valsalva { At = 5, Pressure = 400, For = -1 },
                new Valsalva { At = 5, For = 10 },
                new Apnoea { At = 8, For = 5 },
                new JugularCompression { At = 0, Side = "front" },
                new ProbePressure { At = 0, Site = "no_such_site" },
                new ProbePressure { At = 0, Vessel = "straight_sinus" },
                new ProbePressure { At = 0 },
                new Tilt { At = double.NaN },
                new EndOfTimeline { At = 12 },
            ],
            Places = [new BodyPlace("no_such_vessel", 2)],
        };
        string[] told = [.. bad.Check(ShippedBody.Model).Select(bad.InWords)];
        string[] expected =
        [
            "event 1, valsalva: pressure 400 mmHg is outside the allowed range: from 1 to 100 mmHg",
            "event 1, valsalva: for -1 s is outside the allowed range: from 0.01 to 3600 s",
            "event 4, jugular_compression: side front is not one of right, left, both",
            "event 5, probe_pressure: site no_such_site is not a site of healthy-adult-lumped",
            "event 6, probe_pressure: vessel straight_sinus presses on 'straight_sinus', which lies inside bone",
            "event 7, probe_pressure: site  or vessel must say where, and only one of them",
            "event 8, tilt: at NaN s is outside the allowed range: from 0 to 3600 s",
            "event 3, apnoea: at 8 s begins before valsalva at 5 s is over, at 16.5 s",
            "event 2, valsalva: at 5 s begins before valsalva at 5 s is over, at 5.5 s",
            "event 2, valsalva: at 5 s is not over at the end of the timeline, 12 s: it ends at 16.5 s",
            "places no_such_vessel is not a vessel of healthy-adult-lumped at this detail",
            "places no_such_vessel at 2 is outside the allowed range: from 0 to 1",
        ];
        foreach (string one in expected) Assert.Contains(one, told);
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => BodySimulation.Run(ShippedBody.Model, new SimulationSettings { Timeline = bad }, cancellation: TestContext.Current.CancellationToken));
        Assert.All(expected, one => Assert.Contains(one, refused.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(4000.0)]
    public void It_may_not_be_empty_or_longer_than_an_hour(double end) => Assert.NotEmpty(
        new BodyTimeline { Events = [new EndOfTimeline { At = end }] }.Check(ShippedBody.Model));

    [Fact]
    public void Events_that_take_hold_of_different_things_may_overlap() => Assert.Empty(new BodyTimeline
    {
        Events = [new Tilt { At = 1 }, new Valsalva { At = 2 }, new JugularCompression { At = 1, Side = "left" },
            new JugularCompression { At = 1, Side = "right" }, new HeadRotation { At = 3 }],
    }.Check(ShippedBody.Model));

    [Fact]
    public void Without_an_end_it_rests_after_its_last_event() =>
        Assert.Equal(5 + 11.5 + 10, new BodyTimeline { Events = [new Valsalva { At = 5 }] }.Seconds, 1e-12);

    [Fact]
    public void Every_kind_makes_an_event_of_its_own_word_that_can_be_run()
    {
        Assert.Equal(EventKinds.All.Count, EventKinds.All.Select(kind => kind.Word).Distinct().Count());
        foreach (EventKind kind in EventKinds.All.Where(kind => kind != EndOfTimeline.Definition))
        {
            BodyEvent one = kind.Create();
            if (one is ProbePressure probe) one = probe with { Site = "ijv_right_j2" };
            Assert.Equal(kind.Word, one.Kind.Word);
            Assert.Empty(new BodyTimeline { Events = [one] }.Check(ShippedBody.Model));
            foreach (EventNumber number in kind.Numbers)
                Assert.Equal(number.High, number.Read(number.With(one, number.High)));
        }
    }
}
