using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Azygos.Files.Tests;

namespace Azygos.Lab.Tests;

public sealed class RunTests
{
    private static readonly object Lumped = new { model = "healthy-adult-lumped" };

    [Fact]
    public async Task A_run_leaves_what_the_command_line_leaves()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        JsonObject run = await lab.RunAsync(new { model = "healthy-adult-lumped", set = new[] { "heart.rate=80" } });
        Assert.Equal("finished", (string)run["status"]!);
        Assert.Equal("azygos-result/1", (string)run["result"]!["schema"]!);
        Assert.Equal(80, (double)run["result"]!["options"]!["set"]![0]!["value"]!);
        string id = (string)run["id"]!;
        JsonObject waves = await lab.GetAsync($"/api/runs/{id}/waves?site=icp&site=azygos&quantity=pressure_mmHg");
        Assert.Equal(4, waves["times_s"]!.AsArray().Count);
        Assert.Equal(2, waves["waves"]!.AsArray().Count);
        Assert.NotNull((await lab.GetAsync($"/api/runs/{id}/vessels"))["vessels"]);
        using ZipArchive zip = new(await lab.Client.GetStreamAsync(
            new Uri($"/api/runs/{id}/export?what=folder", UriKind.Relative), OpenLab.Cancellation));
        Assert.Equal(["report.html", "result.json", "waves.csv", "waves.parquet"], zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task Waves_are_the_bits_of_the_run()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        string id = (string)(await lab.RunAsync(Lumped))["id"]!;
        JsonObject waves = await lab.GetAsync($"/api/runs/{id}/waves?site=azygos&quantity=flow_mL_min");
        string csv = await lab.Client.GetStringAsync(
            new Uri($"/api/runs/{id}/export?what=waves.csv", UriKind.Relative), OpenLab.Cancellation);
        string[] rows = [.. csv.Split('\n').Where(row => row.StartsWith("azygos,flow_mL_min,", StringComparison.Ordinal))];
        Assert.Equal(
            rows.Select(row => double.Parse(row.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture)),
            waves["waves"]![0]!["values"]!.AsArray().Select(value => (double)value!));
    }

    [Fact]
    public async Task A_case_is_run_by_name_or_by_its_text()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        JsonObject named = await lab.RunAsync(new { @case = "left-jugular-90" });
        Assert.Equal("left-jugular-90", (string)named["result"]!["options"]!["case"]!);
        JsonObject text = await lab.RunAsync(new { text = (string)named["case"]!, name = "mine" });
        Assert.Equal("mine", (string)text["result"]!["options"]!["case"]!);
        Assert.Equal((string)named["result"]!["model"]!["hash"]!, (string)text["result"]!["model"]!["hash"]!);
    }

    [Fact]
    public async Task Every_fault_of_a_run_is_told_at_once_and_nothing_is_queued()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        string faults = OpenLab.Faults(await lab.PostAsync("/api/runs", new
        {
            text = "schema: azygos-case/1\nposture: 400\nlesions:\n  - kind: stenosi\n",
            detail = "ful",
            set = new[] { "heart.rate=fast" },
        }, HttpStatusCode.BadRequest));
        foreach (string piece in new[] { "case.yaml:2: posture = 400", "did you mean stenosis?", "detail", "heart.rate" })
            Assert.Contains(piece, faults, StringComparison.Ordinal);
        Assert.Empty((await lab.GetAsync("/api/runs"))["runs"]!.AsArray());
    }

    [Theory]
    [InlineData("/srv/models/healthy-adult")]
    [InlineData("./../models/healthy-adult")]
    [InlineData("healthy-adul")]
    public async Task A_model_is_a_name_and_never_a_path(string named)
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        Assert.Contains("is not a model", OpenLab.Faults(
            await lab.PostAsync("/api/runs", new { model = named }, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        Assert.Contains("is not a model", OpenLab.Faults(await lab.PostAsync("/api/runs",
            new { text = $"schema: azygos-case/1\nmodel: {named}\n" }, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_told_and_then_the_end()
    {
        using ManualResetEventSlim goes = new();
        await using OpenLab lab = await OpenLab.ReadyAsync(options => options with
        {
            Simulate = (model, settings, progress, cancellation) =>
            {
                goes.Wait(cancellation);
                progress!.Report(new Body.RunProgress(3, 2.5, 0.04, "azygos flow", 12));
                return SampleResult.Of(model, settings);
            },
        });
        string id = (string)(await lab.PostAsync("/api/runs", Lumped, HttpStatusCode.Accepted))["id"]!;
        List<(string Name, JsonObject Data)> events = await lab.ReadEventsAsync(
            $"/api/runs/{id}/events", name => name == "done", told =>
            {
                goes.Set();
                return Task.CompletedTask;
            });
        Assert.Equal("done", events[^1].Name);
        Assert.Equal("finished", (string)events[^1].Data["status"]!);
        Assert.Contains(events, told => told.Name == "progress" && (int?)told.Data["beat"] == 3);
        // Who comes late hears the end at once.
        Assert.Equal("done", (await lab.ReadEventsAsync($"/api/runs/{id}/events", name => name == "done"))[^1].Name);
    }

    [Fact]
    public async Task The_queue_is_bounded_and_a_run_can_be_cancelled_or_deleted()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync(options => options with
        {
            Limits = new LabLimits { RunsWaiting = 2 },
            Simulate = (_, _, _, cancellation) =>
            {
                cancellation.WaitHandle.WaitOne();
                throw new OperationCanceledException();
            },
        });
        List<string> ids = [];
        for (int i = 0; i < 3; i++)
        {
            ids.Add((string)(await lab.PostAsync("/api/runs", Lumped, HttpStatusCode.Accepted))["id"]!);
            for (int k = 0; k < 200 && i == 0 && (int)(await lab.GetAsync("/health"))["queue"]!["running"]! == 0; k++)
                await Task.Delay(10, OpenLab.Cancellation);
        }
        Assert.Equal(2, (int)(await lab.GetAsync($"/api/runs/{ids[2]}"))["place"]!);
        Assert.Contains("wait already", OpenLab.Faults(
            await lab.PostAsync("/api/runs", Lumped, HttpStatusCode.TooManyRequests)), StringComparison.Ordinal);
        await lab.PostAsync($"/api/runs/{ids[1]}/cancel");
        Assert.Equal("cancelled", (string)(await lab.GetAsync($"/api/runs/{ids[1]}"))["status"]!);
        using HttpResponseMessage gone = await lab.Client.DeleteAsync(new Uri($"/api/runs/{ids[0]}", UriKind.Relative), OpenLab.Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await lab.GetAsync($"/api/runs/{ids[0]}", HttpStatusCode.NotFound);
        await lab.PostAsync($"/api/runs/{ids[2]}/cancel");
    }

    [Fact]
    public async Task An_examination_carries_its_label()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        JsonObject run = await lab.RunAsync(new { kind = "exam", model = "healthy-adult-lumped", seed = 5, blinded = true });
        Assert.StartsWith("HYPOTHESIS", (string)run["hypothesis"]!, StringComparison.Ordinal);
        Assert.True((bool)run["result"]!["examination"]!["operator"]!["blinded"]!);
        Assert.Equal(5, (long)run["result"]!["seed"]!);
        Assert.Contains("belongs to a run", OpenLab.Faults(await lab.PostAsync(
            "/api/runs", new { kind = "exam", posture = "upright" }, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_with_a_procedure_shows_its_harms_beside_the_comparison()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync(options => options with
        {
            // The sample has marks of its own; those of the case are what is asked about.
            Simulate = (model, settings, _, _) => SampleResult.Of(model, settings) with
            {
                Marks = [.. model.Marks.Select(mark => new Body.Results.MarkResult(mark, null, null, null, null))],
            },
        });
        JsonObject before = await lab.RunAsync(new { @case = "left-jugular-90" });
        JsonObject after = await lab.RunAsync(new { @case = "left-jugular-90-balloon" });
        Assert.Null(before["result"]!["harms"]);
        Assert.NotNull(after["result"]!["harms"]);
        JsonObject comparison = await lab.GetAsync($"/api/compare?before={before["id"]}&after={after["id"]}");
        Assert.Contains("harm", comparison.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        JsonObject alone = await lab.GetAsync("/api/harms?procedure=venoplasty");
        Assert.NotEmpty(alone["harms"]!["rates"]!.AsArray());
        await lab.GetAsync("/api/harms?procedure=prayer", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_had_not_ended_starts_again_with_the_next_lab()
    {
        using TemporaryFolder folder = new();
        string first, second;
        await using (OpenLab lab = await OpenLab.ReadyAsync(options => options with
        {
            Limits = new LabLimits { Grace = TimeSpan.FromMilliseconds(50) },
            Simulate = (_, _, _, cancellation) =>
            {
                cancellation.WaitHandle.WaitOne();
                throw new OperationCanceledException();
            },
        }, folder.Path))
        {
            first = (string)(await lab.PostAsync("/api/runs", Lumped, HttpStatusCode.Accepted))["id"]!;
            second = (string)(await lab.PostAsync("/api/runs", new { @case = "upright" }, HttpStatusCode.Accepted))["id"]!;
        }
        await using OpenLab next = await OpenLab.ReadyAsync(null, folder.Path);
        foreach (string id in new[] { first, second })
        {
            await next.ReadEventsAsync($"/api/runs/{id}/events", name => name == "done");
            Assert.Equal("finished", (string)(await next.GetAsync($"/api/runs/{id}"))["status"]!);
        }
    }
}
