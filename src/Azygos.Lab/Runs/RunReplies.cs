using System.Text.Json.Nodes;
using System.Threading.Channels;
using Azygos.Files.Comparisons;
using Azygos.Files.Faults;
using Azygos.Files.Harms;
using Azygos.Files.Runs;
using Azygos.Files.Sheets;
using Azygos.Lab.Bodies;
using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Runs;

/// <summary><c>/api/runs</c>, <c>/api/compare</c>, <c>/api/harms</c>.</summary>
internal static class RunReplies
{
    /// <summary>Most numbers that one run may replace; chosen.</summary>
    private const int MostReplaced = 100;

    private static readonly string[] Compared = ["before", "after"];

    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        routes.MapPost("/api/runs", context => StartAsync(context, room));
        routes.MapGet("/api/runs", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["runs"] = new JsonArray([.. room.Queue.All.Select(run => Head(run, room))]),
        }));
        routes.MapGet("/api/runs/{id}", context => OneAsync(context, room));
        routes.MapGet("/api/runs/{id}/events", context => EventsAsync(context, room));
        routes.MapPost("/api/runs/{id}/cancel", context =>
        {
            LabRun run = room.Queue.Find(Address.Id(context));
            room.Queue.Cancel(run);
            return JsonReply.WriteAsync(context, Head(run, room));
        });
        routes.MapDelete("/api/runs/{id}", async context =>
        {
            await room.Queue.DeleteAsync(room.Queue.Find(Address.Id(context)));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        routes.MapGet("/api/compare", context => CompareAsync(context, room));
        routes.MapGet("/api/harms", context => HarmsAsync(context, room));
    }

    /// <summary>Checks, queues, and tells the new run.</summary>
    public static Task TakeAsync(HttpContext context, LabRoom room, RunRequest request) =>
        JsonReply.WriteAsync(context, Head(room.Queue.Add(request, new RunPlanner(room).Plan(request)), room),
            StatusCodes.Status202Accepted);

    private static async Task StartAsync(HttpContext context, LabRoom room)
    {
        Asked asked = await Asked.OfAsync(context);
        string kind = asked.Text("kind") ?? RunRequest.Simulate;
        if (kind is not (RunRequest.Simulate or RunRequest.Exam))
            asked.Refuse("kind", kind, $"is not one of {RunRequest.Simulate}, {RunRequest.Exam}");
        (string text, string file) = CaseText(asked, room);
        string name = CaseNames.Read(asked, file.Length > 0 ? Path.GetFileNameWithoutExtension(file) : "healthy body");
        RunRequest request = new()
        {
            Kind = kind,
            Name = name,
            Text = text,
            File = file.Length > 0 ? file : "",
            Model = asked.Text("model"),
            Detail = asked.Text("detail"),
            Set = asked.Texts("set", MostReplaced),
            Posture = asked.Text("posture"),
        };
        if (kind == RunRequest.Exam)
            request = request with
            {
                Protocol = asked.Text("protocol"),
                Operator = asked.Text("operator", room.Options.Limits.CaseBytes),
                Blinded = asked.Flag("blinded"),
                Seed = asked.Whole("seed", 0, 1L << 53),
            };
        asked.Finish();
        await TakeAsync(context, room, request);
    }

    /// <summary>The case that a request names or holds; empty: none.</summary>
    public static (string Text, string File) CaseText(Asked asked, LabRoom room)
    {
        string? text = asked.Text("text", room.Options.Limits.CaseBytes), named = asked.Text("case");
        if (text is not null && named is not null) asked.Refuse("case", named, "is refused beside text; leave one out");
        if (text is not null) return (text, CaseNames.Read(asked, "case") + ".yaml");
        if (named is null) return ("", "");
        if (room.Shelf.CasePath(named) is { } path) return (File.ReadAllText(path), named + ".yaml");
        asked.Refuse("case", named, $"is not a case{Nearest.Suggestion(named, room.Shelf.Cases)}; GET /api/cases lists them");
        return ("", "");
    }

    private static JsonObject Head(LabRun run, LabRoom room)
    {
        JsonObject json = new()
        {
            ["id"] = run.Id,
            ["name"] = run.Request.Name,
            ["kind"] = run.Request.Kind,
            ["status"] = run.Status,
            ["created"] = run.Created,
        };
        if (room.Queue.PlaceOf(run) is { } place) json["place"] = place;
        if (run.Hypothesis.Length > 0) json["hypothesis"] = run.Hypothesis;
        return json;
    }

    private static async Task OneAsync(HttpContext context, LabRoom room)
    {
        LabRun run = room.Queue.Find(Address.Id(context));
        JsonObject json = Head(run, room);
        json["progress"] = run.IsOver ? new JsonObject { ["share"] = 1, ["line"] = run.Status } : run.Progress.Json();
        json["reason"] = run.Reason;
        if (run.Request.Text.Length > 0) json["case"] = run.Request.Text;
        if (run.IsOver && room.Queue.Place(run.Id).File("result.json") is { } file)
            json["result"] = JsonNode.Parse(await File.ReadAllBytesAsync(file, context.RequestAborted));
        await JsonReply.WriteAsync(context, json);
    }

    private static async Task EventsAsync(HttpContext context, LabRoom room)
    {
        LabRun run = room.Queue.Find(Address.Id(context));
        using IDisposable open = room.OpenStream();
        using CancellationTokenSource ending =
            CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, room.Closing.Token);
        EventStream stream = await EventStream.OpenAsync(context);
        ChannelReader<byte[]> events = run.Watch();
        try
        {
            await foreach (byte[] told in events.ReadAllAsync(ending.Token)) await stream.WriteAsync(told);
        }
        catch (OperationCanceledException)
        {
            // The browser went away, or the lab closes: the stream just ends.
        }
        finally
        {
            run.Leave(events);
        }
    }

    /// <summary>A run that is over, with its folder; else a refusal.</summary>
    public static (LabRun Run, RunPlace Place) Over(LabRoom room, string? id)
    {
        LabRun run = room.Queue.Find(id);
        RunPlace place = room.Queue.Place(run.Id);
        return run.IsOver && place.File("result.json") is not null ? (run, place)
            : throw RefusedException.Conflict($"The run {run.Id} has no result: {run.Status}.");
    }

    private static Task CompareAsync(HttpContext context, LabRoom room)
    {
        Address.Only(context, "before", "after");
        FaultList faults = new();
        RunRecord?[] both = [.. Compared.Select(key =>
        {
            (LabRun run, RunPlace place) = Over(room, Address.Query(context, key)
                ?? throw new InputRefusedException(new Fault("query", null, key, "", "this key is missing: the id of a run")));
            return RunRecord.Read(place.Result, run.Request.Name, faults);
        })];
        faults.ThrowIfAny();
        HarmAccount? harms = both[1]!.HasProcedure ? HarmAccount.Of(both[1]!.IsOtherDisease, room.Evidence.Base) : null;
        return JsonReply.DocumentAsync(context, SheetJson.Write(RunComparison.Of(both[0]!, both[1]!, harms).Sheet()));
    }

    private static Task HarmsAsync(HttpContext context, LabRoom room)
    {
        Address.Only(context, "procedure", "disease");
        string procedure = Address.Query(context, "procedure") ?? "venoplasty", disease = Address.Query(context, "disease") ?? "ccsvi";
        string[] known = [.. Clinic.Procedures.ProcedureKinds.All.Select(kind => kind.Word)];
        FaultList faults = new();
        if (!known.Contains(procedure))
            faults.Add("query", null, "procedure", procedure, $"is not one of {string.Join(", ", known)}");
        if (disease is not ("ccsvi" or "other")) faults.Add("query", null, "disease", disease, "is not one of ccsvi, other");
        faults.ThrowIfAny();
        return JsonReply.WriteAsync(context, new JsonObject
        {
            ["procedure"] = procedure,
            ["harms"] = JsonNode.Parse(HarmJson.Write(HarmAccount.Of(disease == "other", room.Evidence.Base))),
        });
    }
}
