using Azygos.Body.Live;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Simulation;
using Azygos.Circulation.Running;

namespace Azygos.Body.Tests.Live;

/// <summary>A live body is a run like any other until it is touched, and survives what people do to it.</summary>
[Collection(LiveBodies.OneAtATime)]
public sealed class LiveBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lumped")]
    [InlineData("waves")]
    public void A_body_that_nobody_touches_has_the_bits_of_a_run_without_controls(string name)
    {
        LiveBody body = LiveBodies.At(name);
        LiveRun live = LiveBodies.Run(body, 1.5);
        (StartedBody _, IBeatingBody? plain) = StartedBody.Find(
            body.Model, new SimulationSettings(), () => null, Token);
        var probes = new BodyProbes(plain!.Network, body.Sites, withVessels: false);
        SampleReader reader = plain.Reader(probes.All);
        List<double>[] series = [.. probes.All.Select(_ => new List<double>())];
        for (int k = 1; k <= 150; k++)
        {
            Assert.Null(plain.AdvanceTo(k * 0.01, 0.004, Token));
            reader.Read();
            for (int i = 0; i < series.Length; i++) series[i].Add(reader.Values[i]);
        }

        var recording = new Recording(
            new double[150], probes.All.Select((p, i) => (p.Id, series[i])).ToDictionary(p => p.Id, p => p.Item2.ToArray()));
        Assert.All(body.Sites, site =>
        {
            SiteWaves waves = SiteWaves.Of(site, probes, recording);
            Assert.Equal(waves.Pressure, live[site.Id, "pressure"]);
            if (waves.Flow is not null) Assert.Equal(waves.Flow, live[site.Id, "flow"]);
        });
    }

    [Theory]
    [InlineData("lumped")]
    [InlineData("waves")]
    public void Advancing_without_recording_is_running(string name)
    {
        // RunTo and AdvanceTo take the same steps to the same sample.
        SimulationSettings settings = new();
        IBeatingBody Body() => StartedBody.Find(
            LiveBodies.At(name).Model, settings, () => null, Token).Body!;
        IBeatingBody one = Body(), other = Body();
        Probe[] probes = [Probe.Flow(BodyProbes.OutletValve)];
        RunOutcome outcome = one.RunTo(
            0.3, new StepOptions { LargestStep = 0.004, SampleInterval = 0.3 }, probes, Token);
        Assert.Null(other.AdvanceTo(0.3, 0.004, Token));
        SampleReader reader = other.Reader(probes);
        reader.Read();
        Assert.Equal(outcome.Recording[BodyProbes.OutletValve][^1], reader.Values[0]);
        Assert.NotEqual(0, reader.Values[0]);
    }

    [Fact]
    public void Reset_goes_back_to_the_start()
    {
        LiveBody body = LiveBodies.At("lumped");
        LiveRun first = LiveBodies.Run(body, 0.5);
        body.Set([new(LiveControls.Posture, 60), new(LiveControls.HeartRate, 120), new("probe:ijv_left_j2", 10)]);
        LiveBodies.Run(body, 1);
        body.Set(LiveControls.Posture, 10);   // not heard any more
        body.Reset();
        Assert.Equal(0, body.Time);
        LiveRun again = LiveBodies.Run(body, 0.5);
        Assert.All(body.Sites, site => Assert.Equal(first[site.Id, "pressure"], again[site.Id, "pressure"]));
        Assert.Equal(first.Frames[0].Flow, again.Frames[0].Flow);
        Assert.Equal(first.Frames[0].Controls, again.Frames[0].Controls);
    }

    [Theory]
    [InlineData("lumped", 1)]
    [InlineData("waves", 3)]
    [Trait("Speed", "slow")]
    public void Every_control_dragged_at_random_for_a_minute_ends_without_a_number_that_is_none(string name, int seed)
    {
        LiveBody body = LiveBodies.At(name);
        var random = new Random(seed);
        string[] ids =
        [
            .. body.Controls.Select(control => control.Id), "narrowing:straight_sinus@0.3", "narrowing:aortic_arch_a@0.7",
            "probe:external_jugular_left",
        ];
        LiveControl[] controls = [.. ids.Select(body.Find).OfType<LiveControl>()];
        Assert.True(controls.Length >= body.Controls.Count + 2);
        for (int k = 0; k < 300 && body.Stopped is null; k++)
        {
            LiveControl turned = controls[random.Next(controls.Length)];
            body.Set(turned.Id, turned.Minimum + random.NextDouble() * (turned.Maximum - turned.Minimum));
            if (body.Advance(0.2, Token) is not { } frame) break;
            Assert.All(frame.Pressure.Concat(frame.Flow).Concat(frame.Velocity).Concat(frame.AreaRatio),
                value => Assert.True(double.IsFinite(value)));
            Assert.All(frame.Sites, site => Assert.All(site.Pressure, value => Assert.True(double.IsFinite(value))));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{body.Time} s, {body.ConservationError:E1}, {body.Stopped}");
        if (body.Stopped is { } stop)
        {
            Assert.NotEmpty(stop.Reason);
            Assert.NotEmpty(stop.Place);
        }
        else
        {
            Assert.Equal(60, body.Time, 1e-6);
        }

        Assert.InRange(body.ConservationError, 0, 1e-12);
    }

    [Theory]
    [InlineData("lumped")]
    [InlineData("waves")]
    public void After_a_breath_every_vessel_has_its_oxygen_and_a_weak_heart_leaves_less_of_it_in_the_veins(string name)
    {
        LiveBody body = LiveBodies.At(name);
        Assert.Null(body.Advance(1, Token)!.Saturation);
        double[] usual = body.Advance(8, Token)!.Saturation!;
        Assert.Equal(body.Vessels.Count, usual.Length);
        Assert.All(body.Vessels.Zip(usual), pair => Assert.InRange(pair.Second, 0, 100));
        Assert.InRange(Of("artery", usual), 96, 98.5);
        Assert.InRange(Of("sinus", usual), 55, 75);
        body.Set(LiveControls.BloodVolume, -1000);   // less output: more is taken out of what is left
        Assert.True(Of("vein", body.Advance(18, Token)!.Saturation!) < Of("vein", usual) - 3);

        // Mean of the vessels of a kind through which blood from the lungs passes.
        double Of(string kind, double[] saturation) => body.Vessels.Zip(saturation)
            .Where(pair => pair.First.Kind == kind && pair.Second > 0).Average(pair => pair.Second);
    }

    [Fact]
    public void A_place_is_one_however_its_position_is_written_and_a_vein_holds_no_more_narrowings_than_it_has_cells()
    {
        LiveBody body = LiveBodies.At("lumped");
        body.Set("narrowing:ijv_left_j2@0.50", 80);
        body.Set("narrowing:ijv_left_j2@0.5", 40);
        Assert.Equal(40, body.Advance(2, Token)!.Controls["narrowing:ijv_left_j2@0.5"]);
        int cells = body.Vessels.First(vessel => vessel.Id == "ijv_left_j2").Cells;
        for (int k = 1; k < cells; k++) body.Set(LiveControls.Narrowing("ijv_left_j2", 0.01 * k), 1);
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => body.Set(LiveControls.Narrowing("ijv_left_j2", 0.9), 1));
        Assert.Contains($"it has {cells} lumped cells", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(body.Advance(0.1, Token));
    }

    [Fact]
    public void Another_body_starts_where_the_first_did()
    {
        LiveBody body = LiveBodies.At("lumped"), another = body.Another();
        body.Set(LiveControls.HeartRate, 140);
        LiveFrame moved = body.Advance(0.5, Token)!, plain = another.Advance(0.5, Token)!;
        Assert.NotEqual(moved.Flow, plain.Flow);
        body.Reset();
        Assert.Equal(body.Advance(0.5, Token)!.Flow, plain.Flow);
    }

    [Fact]
    public async Task Controls_may_be_moved_by_other_threads_while_one_advances()
    {
        LiveBody body = LiveBodies.At("lumped");
        using CancellationTokenSource done = new();
        Task[] movers = [.. new[] { LiveControls.HeartRate, LiveControls.Strain, "probe:ijv_right_j2" }.Select(control =>
            Task.Run(async () =>
            {
                LiveControl turned = body.Find(control)!;
                for (int k = 0; !done.IsCancellationRequested; k++)
                {
                    body.Set(control, turned.Minimum + k % 10 * 0.1 * (turned.Maximum - turned.Minimum));
                    await Task.Yield();
                }

                body.Set(control, turned.Maximum);
            }, Token))];
        for (int k = 0; k < 20; k++) Assert.NotNull(body.Advance(0.05, Token));
        await done.CancelAsync();
        await Task.WhenAll(movers);
        LiveFrame last = body.Advance(3, Token)!;
        Assert.Null(body.Stopped);
        Assert.Equal(body.Find(LiveControls.HeartRate)!.Maximum, last.Controls[LiveControls.HeartRate]);
        Assert.Equal(body.Find("probe:ijv_right_j2")!.Maximum, last.Controls["probe:ijv_right_j2"]);
    }

    [Fact]
    public void Wrong_moves_are_refused_all_at_once_and_none_of_them_is_made()
    {
        LiveBody body = LiveBodies.At("waves");
        ArgumentException refused = Assert.Throws<ArgumentException>(() => body.Set(
        [
            new(LiveControls.HeartRate, 300), new("narrowing:nowhere@0.5", 10), new("narrowing:ijv_left_j2@2", 10),
            new("narrowing:marginal_sinus@0.5", 10), new("probe:torcular", 5), new("brightness", 1),
            new(LiveControls.Posture, double.NaN), new(LiveControls.BreathingRate, 20),
        ]));
        Assert.Contains("heart_rate 300 1/min is outside the allowed range: 30 to 180 1/min", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'nowhere' is not a vessel of healthy-adult", refused.Message, StringComparison.Ordinal);
        Assert.Contains("must read narrowing:VESSEL@POSITION", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'marginal_sinus' is a vein in bone", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the probe at 'torcular'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'brightness' is not a control", refused.Message, StringComparison.Ordinal);
        Assert.Contains("posture NaN degrees is outside", refused.Message, StringComparison.Ordinal);
        LiveFrame frame = body.Advance(0.05, Token)!;
        Assert.All(body.Controls, control => Assert.Equal(control.Start, frame.Controls[control.Id]));
        Assert.Throws<ArgumentException>(() => LiveBody.Start(
            ShippedBody.Model, new LiveOptions { TiltDegrees = 100, TimeStep = 0 }, Token));
    }

    [Fact]
    public void A_body_that_has_no_start_says_why_and_where()
    {
        const string blood = "blood.volume_mL";
        BodyModel bloated = ShippedBody.Model with
        {
            Parameters = ShippedBody.Model.Parameters.ToDictionary(
                pair => pair.Key, pair => pair.Key == blood ? pair.Value with { Value = 1e6 } : pair.Value),
        };
        LiveBody body = LiveBody.Start(bloated, new LiveOptions(), Token);
        Assert.StartsWith("no pressure between", body.Stopped!.Reason, StringComparison.Ordinal);
        Assert.Null(body.Advance(0.1, Token));
        body.Set(LiveControls.HeartRate, 80);
        body.Reset();
        Assert.NotNull(body.Stopped);
    }
}
