using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Azygos.Files.Tests;

namespace Azygos.Lab.Tests;

/// <summary>A lab on a free port of this machine with a folder of its own, and a simulator that answers at once.</summary>
internal sealed class OpenLab : IAsyncDisposable
{
    private readonly TemporaryFolder? own;
    private readonly LabServer server;
    private readonly StringWriter log;

    private OpenLab(LabServer server, TemporaryFolder? own, StringWriter log)
    {
        (this.server, this.own, this.log) = (server, own, log);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = server.Bound,
        };
    }

    public HttpClient Client { get; }

    public Uri Address => server.Address;

    public LabServer Server => server;

    public string State => server.Options.State;

    public string Log => log.ToString();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OpenLab> StartAsync(Func<LabOptions, LabOptions>? change = null, string? state = null)
    {
        TemporaryFolder? own = state is null ? new TemporaryFolder() : null;
        StringWriter log = new();
        LabOptions options = new()
        {
            Home = AppContext.BaseDirectory,
            State = state ?? own!.Path,
            Version = "1.2.3",
            Simulate = (model, settings, _, _) => SampleResult.Of(model, settings),
            Log = TextWriter.Synchronized(log),
            LogsEverything = true,
            PreparesAhead = false,
        };
        LabServer server = LabServer.Create(change?.Invoke(options) ?? options);
        await server.StartAsync(Cancellation);
        return new OpenLab(server, own, log);
    }

    /// <summary>Takes the antiforgery token along from here on.</summary>
    public async Task<OpenLab> WithTokenAsync()
    {
        JsonObject session = await GetAsync("/api/session");
        Client.DefaultRequestHeaders.Add("X-Azygos-Token", (string)session["token"]!);
        return this;
    }

    public static async Task<OpenLab> ReadyAsync(Func<LabOptions, LabOptions>? change = null, string? state = null) =>
        await (await StartAsync(change, state)).WithTokenAsync();

    public async Task<JsonObject> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation), expected);

    public async Task<JsonObject> PostAsync(
        string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await Client.PostAsync(new Uri(path, UriKind.Relative), JsonContent.Create(body ?? new { }), Cancellation),
            expected);

    public async Task<JsonObject> PostTextAsync(string path, string json, HttpStatusCode expected)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        return await ReadAsync(await Client.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation), expected);
    }

    /// <summary>A run that was started and is over.</summary>
    public async Task<JsonObject> RunAsync(object body, string path = "/api/runs")
    {
        string id = (string)(await PostAsync(path, body, HttpStatusCode.Accepted))["id"]!;
        await ReadEventsAsync($"/api/runs/{id}/events", name => name == "done");
        return await GetAsync($"/api/runs/{id}");
    }

    /// <summary>Events of a stream up to one that a test waits for.</summary>
    public async Task<List<(string Name, JsonObject Data)>> ReadEventsAsync(
        string path, Func<string, bool> isLast, Func<(string, JsonObject), Task>? seen = null)
    {
        using HttpResponseMessage response = await Client.GetAsync(
            new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync(Cancellation));
        List<(string, JsonObject)> events = [];
        string name = "";
        while (await reader.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            events.Add((name, JsonNode.Parse(line[6..])!.AsObject()));
            if (seen is not null) await seen(events[^1]);
            if (isLast(name)) break;
        }
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        own?.Dispose();
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        using (response)
        {
            string text = await response.Content.ReadAsStringAsync(Cancellation);
            Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}, wanted {(int)expected}: {text}");
            JsonObject read = JsonNode.Parse(text)!.AsObject();
            Assert.NotEmpty((string)read["statement"]!);
            return read;
        }
    }

    public static string Faults(JsonObject reply) => string.Join('\n', reply["faults"]!.AsArray().Select(one => (string)one!));
}
