using System.Net;
using System.Text.Json.Nodes;

namespace Azygos.Lab.Tests;

/// <summary>One lab for the tests of live bodies: the body that all of them begin from is started once.</summary>
public sealed class LiveLab : IAsyncLifetime
{
    internal OpenLab Lab { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Lab = await OpenLab.ReadyAsync();

    public ValueTask DisposeAsync() => Lab.DisposeAsync();
}

public sealed class LiveTests(LiveLab shared) : IClassFixture<LiveLab>
{
    private readonly OpenLab lab = shared.Lab;

    private static readonly object Lumped = new { model = "healthy-adult-lumped", pace = 0 };

    [Fact]
    public async Task A_live_body_offers_its_controls_and_streams_its_frames()
    {
        JsonObject session = await lab.PostAsync("/api/live", Lumped, HttpStatusCode.Created);
        Assert.Contains(session["controls"]!.AsArray(), control => (string)control!["id"]! == "posture" && (string)control["unit"]! != "");
        int frames = 0;
        List<(string Name, JsonObject Data)> events = await lab.ReadEventsAsync(
            $"/api/live/{session["id"]}/stream?site=ijv_left_j2&site=right_atrium", name => name == "frame" && ++frames == 5);
        JsonObject[] seen = [.. events.Where(one => one.Name == "frame").Select(one => one.Data)];
        Assert.All(seen, frame =>
        {
            foreach (string quantity in new[] { "pressure_mmHg", "flow_mL_min", "velocity_cm_s", "area_ratio", "reflux" })
                Assert.Equal(session["vessels"]!.AsArray().Count, frame["vessels"]![quantity]!.AsArray().Count);
            int samples = frame["sites"]!["times_s"]!.AsArray().Count;
            Assert.Equal(samples, frame["sites"]!["ijv_left_j2"]!["flow_mL_min"]!.AsArray().Count);
            Assert.Equal(samples, frame["sites"]!["right_atrium"]!["pressure_mmHg"]!.AsArray().Count);
        });
        double[] times = [.. seen.Select(frame => (double)frame["t"]!)];
        Assert.Equal(times.Order(), times);
        // Frames that were not missed join: the first sample of one is one interval after the last of the one before.
        for (int i = 1; i < seen.Length; i++)
            if ((long)seen[i]["n"]! == (long)seen[i - 1]["n"]! + 1)
                Assert.Equal(0.01, (double)seen[i]["sites"]!["times_s"]![0]! - (double)seen[i - 1]["sites"]!["times_s"]!.AsArray()[^1]!, 6);
    }

    [Fact]
    public async Task Everybody_who_looks_sees_the_same_body()
    {
        string id = (string)(await lab.PostAsync("/api/live", new { model = "healthy-adult-lumped" }, HttpStatusCode.Created))["id"]!;
        Dictionary<long, string>[] seen = [.. await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            int frames = 0;
            return (await lab.ReadEventsAsync($"/api/live/{id}/stream?site=icp", name => name == "frame" && ++frames == 10))
                .Where(one => one.Name == "frame").ToDictionary(one => (long)one.Data["n"]!, one => one.Data.ToJsonString());
        }))];
        long[] common = [.. seen.Select(one => one.Keys.AsEnumerable()).Aggregate((a, b) => a.Intersect(b))];
        Assert.NotEmpty(common);
        Assert.All(common, n => Assert.Single(seen.Select(one => one[n]).Distinct()));
        Assert.Single((await lab.GetAsync("/api/live"))["sessions"]!.AsArray(), session => (string)session!["id"]! == id);
    }

    [Fact]
    public async Task A_control_acts_while_the_body_runs()
    {
        string id = (string)(await lab.PostAsync("/api/live", Lumped, HttpStatusCode.Created))["id"]!;
        bool turned = false;
        double rate = 0;
        List<(string Name, JsonObject Data)> events = await lab.ReadEventsAsync(
            $"/api/live/{id}/stream", _ => rate > 89.9, async one =>
            {
                if (one.Item1 != "frame") return;
                rate = (double)one.Item2["controls"]!["heart_rate"]!;
                if (turned) return;
                turned = true;
                JsonObject reply = await lab.PostAsync($"/api/live/{id}/controls", new { heart_rate = 90 });
                Assert.Equal(90, (double)reply["controls"]!["heart_rate"]!);
            });
        double[] rates = [.. events.Where(one => one.Name == "frame").Select(one => (double)one.Data["controls"]!["heart_rate"]!)];
        Assert.Equal(70, rates[0]);
        Assert.Equal(90, rates[^1], 0);
        Assert.Equal(90, (double)(await lab.GetAsync($"/api/live/{id}"))["controls"]!.AsArray()
            .Single(one => (string)one!["id"]! == "heart_rate")!["value"]!);
    }

    [Fact]
    public async Task Wrong_controls_are_told_at_once_and_none_is_taken()
    {
        string id = (string)(await lab.PostAsync("/api/live", Lumped, HttpStatusCode.Created))["id"]!;
        string faults = OpenLab.Faults(await lab.PostAsync(
            $"/api/live/{id}/controls", new { heart_rate = 900, posture = 10, nothing = 1 }, HttpStatusCode.BadRequest));
        Assert.Contains("heart_rate 900", faults, StringComparison.Ordinal);
        Assert.Contains("'nothing' is not a control", faults, StringComparison.Ordinal);
        Assert.Equal(0, (double)(await lab.GetAsync($"/api/live/{id}"))["controls"]!.AsArray()
            .Single(one => (string)one!["id"]! == "posture")!["value"]!);
        await lab.PostAsync($"/api/live/{id}/controls", new { posture = "upright" }, HttpStatusCode.BadRequest);
        await lab.PostAsync($"/api/live/{id}/controls", new { }, HttpStatusCode.BadRequest);
        Assert.Equal("%", (string)(await lab.GetAsync($"/api/live/{id}/control?id=narrowing:ijv_left_j2@0.4"))["unit"]!);
        await lab.GetAsync($"/api/live/{id}/control?id=narrowing:nowhere@0.4", HttpStatusCode.NotFound);
        await lab.GetAsync($"/api/live/{id}/stream?site=nowhere", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_body_pauses_goes_on_and_goes_back()
    {
        string id = (string)(await lab.PostAsync("/api/live", Lumped, HttpStatusCode.Created))["id"]!;
        int frames = 0;
        await lab.ReadEventsAsync($"/api/live/{id}/stream", name => name == "frame" && ++frames == 20);
        Assert.Equal("paused", (string)(await lab.PostAsync($"/api/live/{id}/pause"))["status"]!);
        Assert.Equal("running", (string)(await lab.PostAsync($"/api/live/{id}/resume"))["status"]!);
        await lab.PostAsync($"/api/live/{id}/controls", new { posture = 30 });
        await lab.PostAsync($"/api/live/{id}/reset");
        // A stretch that was on its way is still told; then time begins anew, with every control where it was.
        double before = double.PositiveInfinity, posture = -1;
        bool isBack = false;
        await lab.ReadEventsAsync($"/api/live/{id}/stream", _ => isBack, one =>
        {
            if (one.Item1 != "frame") return Task.CompletedTask;
            isBack = (double)one.Item2["t"]! is var t && (t < before && !double.IsInfinity(before) || t < 1);
            (before, posture) = (t, (double)one.Item2["controls"]!["posture"]!);
            return Task.CompletedTask;
        });
        Assert.Equal(0, posture);
        using HttpResponseMessage gone = await lab.Client.DeleteAsync(new Uri($"/api/live/{id}", UriKind.Relative), OpenLab.Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await lab.GetAsync($"/api/live/{id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sessions_are_bounded_and_a_case_with_a_timeline_is_no_live_body()
    {
        await using OpenLab own = await OpenLab.ReadyAsync(options => options with { Limits = new LabLimits { LiveSessions = 1 } });
        Assert.Contains("timeline", OpenLab.Faults(
            await own.PostAsync("/api/live", new { @case = "sit-up" }, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        await own.PostAsync("/api/live", Lumped, HttpStatusCode.Created);
        await own.PostAsync("/api/live", Lumped, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_stream_ends_when_the_lab_is_closed()
    {
        OpenLab own = await OpenLab.ReadyAsync();
        string id = (string)(await own.PostAsync("/api/live", Lumped, HttpStatusCode.Created))["id"]!;
        int frames = 0;
        TaskCompletionSource looking = new();
        Task<List<(string Name, JsonObject Data)>> stream = own.ReadEventsAsync($"/api/live/{id}/stream", _ => false, _ =>
        {
            if (++frames == 3) looking.TrySetResult();
            return Task.CompletedTask;
        });
        await looking.Task.WaitAsync(OpenLab.Cancellation);
        await own.Server.StopAsync();
        Assert.Equal("closed", (string)(await stream).Last(one => one.Name == "status").Data["status"]!);
        await own.DisposeAsync();
    }
}
