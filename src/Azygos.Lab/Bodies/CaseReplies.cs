using System.Text.Json.Nodes;
using Azygos.Body.Model;
using Azygos.Clinic.Lesions;
using Azygos.Clinic.Procedures;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Lab.Replies;
using Azygos.Lab.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Bodies;

/// <summary><c>/api/cases</c>: cases of the program, kinds of lesions and procedures, and the check of a text.</summary>
internal static class CaseReplies
{
    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        routes.MapGet("/api/cases", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["cases"] = new JsonArray([.. room.Shelf.Cases.Select(name => Head(room, name))]),
        }));
        routes.MapGet("/api/cases/kinds", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["lesions"] = new JsonArray([.. LesionKinds.All.Select(kind => Kind(kind.Word, kind.Meaning, kind.Keys))]),
            ["procedures"] = new JsonArray([.. ProcedureKinds.All.Select(kind => Kind(kind.Word, kind.Meaning, kind.Keys))]),
        }));
        routes.MapGet("/api/cases/{name}", context =>
        {
            string name = Address.Id(context, "name");
            string path = room.Shelf.CasePath(name) ?? throw RefusedException.NotFound(
                $"There is no case {name}{Nearest.Suggestion(name, room.Shelf.Cases)}; GET /api/cases lists them.");
            JsonObject reply = Head(room, name);
            reply["text"] = File.ReadAllText(path);
            return JsonReply.WriteAsync(context, reply);
        });
        routes.MapPost("/api/cases/check", context => CheckAsync(context, room));
    }

    private static JsonObject Head(LabRoom room, string name)
    {
        FaultList faults = new();
        CaseFile? read = CaseReader.Read(room.Shelf.CasePath(name)!, faults);
        JsonObject json = new()
        {
            ["name"] = name,
            ["description"] = read?.Description ?? "",
            ["posture"] = Posture.Name(read?.TiltDegrees ?? 0),
            ["model"] = read?.Model ?? "",
            ["lesions"] = new JsonArray([.. (read?.Lesions ?? []).Select(lesion => JsonValue.Create(lesion.Kind.Word))]),
            ["procedures"] = read?.Procedures.Count ?? 0,
            ["timeline"] = read?.Events.Count ?? 0,
        };
        if (RunPlanner.HypothesisOf(read) is { Length: > 0 } label) json["hypothesis"] = label;
        return json;
    }

    private static JsonObject Kind(string word, string meaning, IReadOnlyList<LesionKey> keys) => new()
    {
        ["kind"] = word,
        ["description"] = meaning,
        ["keys"] = new JsonArray([.. keys.Select(key => new JsonObject
        {
            ["key"] = key.Name,
            ["holds"] = key.Kind.ToString().ToLowerInvariant(),
            ["unit"] = key.Unit,
            ["min"] = key.Kind == LesionKeyKind.Number ? key.Least : null,
            ["max"] = key.Kind == LesionKeyKind.Number ? key.Most : null,
            ["default"] = key.Default,
            ["words"] = new JsonArray([.. key.Words.Select(one => JsonValue.Create(one))]),
            ["needed"] = !key.IsOptional,
            ["meaning"] = key.Meaning,
        })]),
    };

    private static async Task CheckAsync(HttpContext context, LabRoom room)
    {
        Asked asked = await Asked.OfAsync(context);
        string? text = asked.Text("text", room.Options.Limits.CaseBytes);
        string name = CaseNames.Read(asked, "case");
        if (text is null && !asked.Faults.Any) asked.Refuse("text", "", "this key is missing");
        asked.Finish();
        FaultList faults = new();
        CaseFile? read = RunPlanner.Case(text!, $"{name}.yaml", faults);
        BodyModel? body = read is null ? null : room.Shelf.BodyOf(read, null, "model", faults);
        PreparedRun? run = body is null ? null : PreparedRun.Prepare(body, read, null, [], faults);
        JsonObject reply = new()
        {
            ["name"] = name,
            ["faults"] = Texts(faults.Found),
            ["warnings"] = Texts(run is null ? [] : ModelWarnings.Of(run.Model)),
        };
        if (RunPlanner.HypothesisOf(read) is { Length: > 0 } label) reply["hypothesis"] = label;
        await JsonReply.WriteAsync(context, reply);
    }

    private static JsonArray Texts(IEnumerable<Fault> faults) =>
        [.. faults.Select(fault => JsonValue.Create(fault.ToString()))];
}
