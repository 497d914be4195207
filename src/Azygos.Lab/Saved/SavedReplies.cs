using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azygos.Lab.Bodies;
using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Saved;

/// <summary><c>/api/catalogue</c> and <c>/api/links</c>: what people keep, and links that reproduce a view.</summary>
internal static class SavedReplies
{
    /// <summary>Longest description of a view [bytes]; chosen, sliders, filters and a camera are far below it.</summary>
    private const int LongestView = 16 * 1024;

    private static readonly string[] Kinds = ["case", "run", "view", "study"];

    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        Catalogue catalogue = room.Catalogue;
        routes.MapGet("/api/catalogue", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["entries"] = new JsonArray([.. catalogue.Rows(
                "SELECT id, kind, name, text, view, run, created FROM entries ORDER BY created DESC, id").Select(Entry)]),
        }));
        routes.MapPost("/api/catalogue", context => SaveAsync(context, room));
        routes.MapPut("/api/catalogue/{id}", context => ChangeAsync(context, room));
        routes.MapDelete("/api/catalogue/{id}", context =>
        {
            if (catalogue.Change("DELETE FROM entries WHERE id = $0", Address.Id(context)) == 0) throw NoEntry();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        routes.MapPost("/api/links", context => LinkAsync(context, room));
        routes.MapGet("/api/links/{id}", context =>
        {
            string id = Address.Id(context);
            return catalogue.Rows("SELECT view FROM links WHERE id = $0", id) is [[{ } view]]
                ? JsonReply.WriteAsync(context, new JsonObject { ["id"] = id, ["view"] = JsonNode.Parse(view) })
                : throw RefusedException.NotFound("There is no such link.");
        });
    }

    private static async Task SaveAsync(HttpContext context, LabRoom room)
    {
        Asked asked = await Asked.OfAsync(context);
        string? kind = asked.Text("kind");
        if (!Kinds.Contains(kind)) asked.Refuse("kind", kind ?? "", $"must be one of {string.Join(", ", Kinds)}");
        string name = CaseNames.Read(asked, "");
        if (name.Length == 0 && !asked.Faults.Any) asked.Refuse("name", "", "this key is missing");
        string? text = asked.Text("text", room.Options.Limits.CaseBytes), view = asked.Object("view", LongestView), run = asked.Text("run");
        if (run is not null && !Identifiers.Is(run)) asked.Refuse("run", run, "is not the id of a run");
        asked.Finish();
        Room(room, "entries");
        string id = Identifiers.New();
        room.Catalogue.Change("INSERT INTO entries VALUES ($0, $1, $2, $3, $4, $5, $6)", id, kind, name, text, view, run, room.Now);
        await JsonReply.WriteAsync(context, new JsonObject { ["id"] = id }, StatusCodes.Status201Created);
    }

    private static async Task ChangeAsync(HttpContext context, LabRoom room)
    {
        string id = Address.Id(context);
        Asked asked = await Asked.OfAsync(context);
        string? name = asked.Keys.Contains("name") ? CaseNames.Read(asked, "") : null;
        string? text = asked.Text("text", room.Options.Limits.CaseBytes), view = asked.Object("view", LongestView);
        asked.Finish();
        int changed = room.Catalogue.Change("UPDATE entries SET name = coalesce($1, name), text = coalesce($2, text), "
            + "view = coalesce($3, view) WHERE id = $0", id, name, text, view);
        if (changed == 0) throw NoEntry();
        await JsonReply.WriteAsync(context, new JsonObject { ["id"] = id });
    }

    private static async Task LinkAsync(HttpContext context, LabRoom room)
    {
        Asked asked = await Asked.OfAsync(context);
        string? view = asked.Object("view", LongestView);
        if (view is null && !asked.Faults.Any) asked.Refuse("view", "", "this key is missing");
        asked.Finish();
        // The same view has the same link: a link is what it shows.
        string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(view!)))[..20];
        if (room.Catalogue.Rows("SELECT 1 FROM links WHERE id = $0", id).Count == 0)
        {
            Room(room, "links");
            room.Catalogue.Change("INSERT OR IGNORE INTO links VALUES ($0, $1)", id, view);
        }
        await JsonReply.WriteAsync(context, new JsonObject { ["id"] = id, ["path"] = $"/?link={id}" }, StatusCodes.Status201Created);
    }

    private static void Room(LabRoom room, string table)
    {
        string sql = table == "links" ? "SELECT count(*) FROM links" : "SELECT count(*) FROM entries";
        int held = int.Parse(room.Catalogue.Rows(sql)[0][0]!, CultureInfo.InvariantCulture);
        if (held >= room.Options.Limits.SavedEntries)
            throw RefusedException.TooMany($"The catalogue holds {held} {table} already; delete some.");
    }

    private static RefusedException NoEntry() => RefusedException.NotFound("There is no such entry.");

    private static JsonObject Entry(string?[] row)
    {
        JsonObject json = new() { ["id"] = row[0], ["kind"] = row[1], ["name"] = row[2], ["created"] = row[6] };
        if (row[3] is { } text) json["text"] = text;
        if (row[4] is { } view) json["view"] = JsonNode.Parse(view);
        if (row[5] is { } run) json["run"] = run;
        return json;
    }
}
