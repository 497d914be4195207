using System.Text.Json.Nodes;
using Azygos.Body.Anatomy;
using Azygos.Body.Live;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Lab.Replies;
using Azygos.Lab.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Live;

/// <summary><c>/api/live</c>: sessions, their controls and their streams.</summary>
internal static class LiveReplies
{
    /// <summary>Fastest pace that may be asked for [s/s]; above it a body is as fast as it goes anyway.</summary>
    private const double FastestPace = 50;

    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        LiveHub hub = room.Live;
        routes.MapPost("/api/live", context => OpenAsync(context, room));
        routes.MapGet("/api/live", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["sessions"] = new JsonArray([.. hub.All.Select(session => new JsonObject
            {
                ["id"] = session.Id,
                ["model"] = session.Start.Model,
                ["case"] = session.Start.Name,
                ["pace"] = session.Pace,
                ["viewers"] = session.Viewers,
                ["t"] = session.Body.Time,
                ["status"] = session.Status,
            })]),
        }));
        routes.MapGet("/api/live/{id}", context => JsonReply.WriteAsync(context, Head(hub.Find(Address.Id(context)))));
        routes.MapGet("/api/live/{id}/control", context =>
        {
            Address.Only(context, "id");
            LiveSession session = hub.Find(Address.Id(context));
            string control = Address.Query(context, "id") ?? "";
            return JsonReply.WriteAsync(context, Control(session.Body.Find(control)
                ?? throw RefusedException.NotFound(string.Join(" ", session.Body.Faults([new(control, 0)]))), session.Asked));
        });
        routes.MapPost("/api/live/{id}/controls", context => TurnAsync(context, hub.Find(Address.Id(context))));
        Does("pause", session => session.Pause());
        Does("resume", session => session.Resume());
        Does("reset", session => session.Reset());
        routes.MapPost("/api/live/{id}/pace", async context =>
        {
            LiveSession session = hub.Find(Address.Id(context));
            Asked asked = await Asked.OfAsync(context);
            double? pace = asked.Number("pace", 0, FastestPace);
            if (pace is null && !asked.Faults.Any) asked.Refuse("pace", "", "this key is missing");
            asked.Finish();
            session.SetPace(pace!.Value);
            await JsonReply.WriteAsync(context, new JsonObject { ["pace"] = pace });
        });
        routes.MapDelete("/api/live/{id}", async context =>
        {
            await hub.CloseAsync(hub.Find(Address.Id(context)));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        routes.MapGet("/api/live/{id}/stream", context => StreamAsync(context, room));

        void Does(string what, Action<LiveSession> act) => routes.MapPost($"/api/live/{{id}}/{what}", context =>
        {
            LiveSession session = hub.Find(Address.Id(context));
            act(session);
            return JsonReply.WriteAsync(context, new JsonObject { ["status"] = session.Status });
        });
    }

    private static async Task OpenAsync(HttpContext context, LabRoom room)
    {
        Asked asked = await Asked.OfAsync(context);
        (string text, string file) = RunReplies.CaseText(asked, room);
        string? model = asked.Text("model"), detail = asked.Text("detail");
        double pace = asked.Number("pace", 0, FastestPace) ?? 1;
        CaseFile? read = text.Length > 0 ? RunPlanner.Case(text, file, asked.Faults) : null;
        AnatomicalDetail? level = RunPlanner.Detail(detail, asked.Faults);
        asked.Finish();
        LiveSession session = await room.Live.OpenAsync(read, text, model, level, pace, context.RequestAborted);
        await JsonReply.WriteAsync(context, Head(session), StatusCodes.Status201Created);
    }

    private static JsonObject Head(LiveSession session)
    {
        IReadOnlyDictionary<string, double> asked = session.Asked;
        // Controls that were found by their id are shown once they were turned.
        IEnumerable<LiveControl> controls = session.Body.Controls.Concat(asked.Keys
            .Where(id => session.Body.Controls.All(one => one.Id != id)).Select(session.Body.Find).OfType<LiveControl>());
        JsonObject json = new()
        {
            ["id"] = session.Id,
            ["model"] = session.Start.Model,
            ["detail"] = session.Start.Detail,
            ["case"] = session.Start.Name,
            ["status"] = session.Status,
            ["pace"] = session.Pace,
            ["t"] = session.Body.Time,
            ["vessels"] = new JsonArray([.. session.Body.Vessels.Select(vessel => JsonValue.Create(vessel.Id))]),
            ["sites"] = new JsonArray([.. session.Body.Sites.Select(site => JsonValue.Create(site.Id))]),
            ["controls"] = new JsonArray([.. controls.Select(control => Control(control, asked))]),
        };
        if (session.Start.Hypothesis.Length > 0) json["hypothesis"] = session.Start.Hypothesis;
        if (session.Body.Stopped is { } stop)
            json["stopped"] = new JsonObject { ["reason"] = stop.Reason, ["place"] = stop.Place, ["t"] = stop.Time };
        return json;
    }

    private static JsonObject Control(LiveControl control, IReadOnlyDictionary<string, double> asked)
    {
        string[] parts = control.Id.Split(':', 2);
        JsonObject json = new()
        {
            ["id"] = control.Id,
            ["label"] = control.Label,
            ["group"] = parts[0],
            ["unit"] = control.Unit,
            ["min"] = control.Minimum,
            ["max"] = control.Maximum,
            ["step"] = control.Step,
            ["start"] = control.Start,
            ["value"] = asked.TryGetValue(control.Id, out double value) ? value : control.Start,
            ["note"] = control.Meaning,
        };
        if (parts.Length > 1) json["place"] = parts[1];
        return json;
    }

    private static async Task TurnAsync(HttpContext context, LiveSession session)
    {
        Asked asked = await Asked.OfAsync(context);
        List<KeyValuePair<string, double>> moved = [];
        foreach (string control in asked.Keys.ToArray())
            if (asked.Number(control, -1e9, 1e9) is { } value) moved.Add(new(control, value));
        if (moved.Count == 0 && !asked.Faults.Any) asked.Refuse("", "", "names no control");
        foreach (string fault in session.Body.Faults(moved)) asked.Faults.Add(new Fault("controls", null, "", "", fault));
        asked.Finish();
        session.Set(moved);
        await JsonReply.WriteAsync(context, new JsonObject
        {
            ["controls"] = new JsonObject(moved.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
        });
    }

    private static async Task StreamAsync(HttpContext context, LabRoom room)
    {
        Address.Only(context, "site");
        LiveSession session = room.Live.Find(Address.Id(context));
        IReadOnlyList<string> sites = Address.Queries(context, "site", room.Options.Limits.Sites);
        using IDisposable open = room.OpenStream();
        using CancellationTokenSource ending =
            CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, room.Closing.Token);
        Viewer viewer = session.Join(sites);
        try
        {
            EventStream stream = await EventStream.OpenAsync(context);
            await foreach (byte[] told in viewer.Channel.Reader.ReadAllAsync(ending.Token)) await stream.WriteAsync(told);
        }
        catch (OperationCanceledException)
        {
            // The browser went away, or the lab closes: the stream just ends.
        }
        finally
        {
            session.Leave(viewer);
        }
    }
}
