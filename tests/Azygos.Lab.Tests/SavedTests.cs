using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azygos.Files.Tests;

namespace Azygos.Lab.Tests;

public sealed class SavedTests
{
    [Fact]
    public async Task What_is_saved_is_there_after_the_lab_was_closed()
    {
        using TemporaryFolder folder = new();
        string id;
        await using (OpenLab lab = await OpenLab.ReadyAsync(null, folder.Path))
        {
            id = (string)(await lab.PostAsync("/api/catalogue", new
            {
                kind = "case",
                name = "mine",
                text = "schema: azygos-case/1\n",
                view = new { zoom = 2.5 },
            }, HttpStatusCode.Created))["id"]!;
            using HttpResponseMessage changed = await lab.Client.PutAsync(new Uri($"/api/catalogue/{id}", UriKind.Relative),
                JsonContent.Create(new { name = "ours" }), OpenLab.Cancellation);
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        }
        await using OpenLab next = await OpenLab.ReadyAsync(null, folder.Path);
        JsonNode entry = Assert.Single((await next.GetAsync("/api/catalogue"))["entries"]!.AsArray())!;
        Assert.Equal("ours", (string)entry["name"]!);
        Assert.Equal("schema: azygos-case/1\n", (string)entry["text"]!);
        Assert.Equal(2.5, (double)entry["view"]!["zoom"]!);
        using HttpResponseMessage gone = await next.Client.DeleteAsync(new Uri($"/api/catalogue/{id}", UriKind.Relative), OpenLab.Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Empty((await next.GetAsync("/api/catalogue"))["entries"]!.AsArray());
    }

    [Fact]
    public async Task The_same_view_has_the_same_link_and_the_link_gives_the_view()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        object view = new { route = "/body", controls = new { posture = 90 }, sites = new[] { "ijv_left_j2" } };
        JsonObject one = await lab.PostAsync("/api/links", new { view }, HttpStatusCode.Created);
        JsonObject two = await lab.PostAsync("/api/links", new { view }, HttpStatusCode.Created);
        Assert.Equal((string)one["id"]!, (string)two["id"]!);
        Assert.Equal(90, (int)(await lab.GetAsync($"/api/links/{one["id"]}"))["view"]!["controls"]!["posture"]!);
        await lab.GetAsync("/api/links/nothing", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{\"kind\":\"cake\",\"name\":\"a\"}", "must be one of case, run, view, study")]
    [InlineData("{\"kind\":\"view\",\"name\":\" \"}", "is empty")]
    [InlineData("{\"kind\":\"view\",\"name\":\"a\",\"view\":[1]}", "must be an object")]
    [InlineData("{\"kind\":\"run\",\"name\":\"a\",\"run\":\"./../a\"}", "is not the id of a run")]
    public async Task What_cannot_be_saved_is_refused(string body, string told)
    {
        await using OpenLab lab = await OpenLab.ReadyAsync();
        Assert.Contains(told, OpenLab.Faults(
            await lab.PostTextAsync("/api/catalogue", body, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_is_bounded()
    {
        await using OpenLab lab = await OpenLab.ReadyAsync(options => options with { Limits = new LabLimits { SavedEntries = 1 } });
        await lab.PostAsync("/api/catalogue", new { kind = "view", name = "a" }, HttpStatusCode.Created);
        await lab.PostAsync("/api/catalogue", new { kind = "view", name = "b" }, HttpStatusCode.TooManyRequests);
    }

    /// <summary>The program itself, killed by a signal that it cannot hear, while it saves and while a run waits.</summary>
    [Fact]
    public async Task A_killed_lab_loses_nothing_that_it_answered()
    {
        using TemporaryFolder folder = new();
        List<string> saved = [];
        string run;
        (Process process, HttpClient client) = await ChildAsync(folder.Path);
        using (process)
        using (client)
        {
            run = (string)(await PostAsync(client, "/api/runs", new { @case = "upright" }))["id"]!;
            for (int i = 0; i < 40; i++)
                saved.Add((string)(await PostAsync(client, "/api/catalogue", new { kind = "view", name = $"view {i}" }))["id"]!);
            // More on its way, so that the kill falls into the middle of something.
            Task<JsonObject>[] late = [.. Enumerable.Range(0, 20).Select(i =>
                PostAsync(client, "/api/catalogue", new { kind = "view", name = $"late {i}" }))];
            await Task.WhenAny(late);
            process.Kill();
            await process.WaitForExitAsync(OpenLab.Cancellation);
            foreach (Task<JsonObject> one in late)
                try
                {
                    saved.Add((string)(await one)["id"]!);
                }
                catch (HttpRequestException)
                {
                    // Not answered: nothing was promised.
                }
        }
        await using OpenLab next = await OpenLab.ReadyAsync(null, folder.Path);
        HashSet<string> there = [.. (await next.GetAsync("/api/catalogue"))["entries"]!.AsArray().Select(one => (string)one!["id"]!)];
        Assert.True(saved.Count > 40, $"{saved.Count} saved");
        Assert.Empty(saved.Except(there));
        await next.ReadEventsAsync($"/api/runs/{run}/events", name => name == "done");
        Assert.Equal("finished", (string)(await next.GetAsync($"/api/runs/{run}"))["status"]!);
    }

    private static async Task<(Process, HttpClient)> ChildAsync(string state)
    {
        Process process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "azygos.dll"), "lab", "--no-browser", "--state", state])
        {
            RedirectStandardOutput = true,
        })!;
        string address = (await process.StandardOutput.ReadLineAsync(OpenLab.Cancellation))!;
        HttpClient client = new() { BaseAddress = new Uri(address) };
        JsonNode session = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/session", UriKind.Relative), OpenLab.Cancellation))!;
        client.DefaultRequestHeaders.Add("X-Azygos-Token", (string)session["token"]!);
        return (process, client);
    }

    private static async Task<JsonObject> PostAsync(HttpClient client, string path, object body)
    {
        using HttpResponseMessage response = await client.PostAsync(
            new Uri(path, UriKind.Relative), JsonContent.Create(body), OpenLab.Cancellation);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(OpenLab.Cancellation))!.AsObject();
    }
}
