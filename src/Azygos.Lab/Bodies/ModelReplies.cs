using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Lab.Replies;
using Azygos.Lab.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Bodies;

/// <summary><c>/api/models</c>: the bodies, with everything that a drawing and its table of sources need.</summary>
internal static class ModelReplies
{
    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        // A model's tables do not change while the program runs.
        ConcurrentDictionary<string, string> made = new();
        routes.MapGet("/api/models", context => JsonReply.DocumentAsync(context,
            made.GetOrAdd("", _ => new JsonObject
            {
                ["models"] = new JsonArray([.. room.Shelf.Models.Select(id => Head(Read(room, id)))]),
            }.ToJsonString())));
        routes.MapGet("/api/models/{id}", context =>
        {
            Address.Only(context, "detail");
            string id = Address.Id(context);
            if (room.Shelf.ModelFolder(id) is null)
                throw RefusedException.NotFound($"There is no model {id}; models: {string.Join(", ", room.Shelf.Models)}.");
            FaultList faults = new();
            AnatomicalDetail detail = RunPlanner.Detail(Address.Query(context, "detail"), faults) ?? AnatomicalDetail.Core;
            faults.ThrowIfAny();
            return JsonReply.DocumentAsync(context,
                made.GetOrAdd($"{id} {detail}", _ => ModelDocument.Of(Read(room, id), detail).ToJsonString()));
        });
    }

    private static BodyModel Read(LabRoom room, string id)
    {
        FaultList faults = new();
        BodyModel? model = room.Shelf.Model(id, "", null, faults);
        faults.ThrowIfAny();
        return model!;
    }

    private static JsonObject Head(BodyModel model) => new()
    {
        ["id"] = model.Id,
        ["name"] = model.Name,
        ["description"] = model.Description,
        ["vessels"] = model.Vessels.Count,
        ["sites"] = model.Sites.Count,
        ["has_waves"] = model.HasWaves,
    };
}
