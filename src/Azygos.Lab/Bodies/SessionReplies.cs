using System.Text.Json.Nodes;
using Azygos.Evidence.Claims;
using Azygos.Files.Runs;
using Azygos.Lab.Replies;
using Azygos.Quantities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Bodies;

/// <summary><c>/health</c> and <c>/api/session</c>.</summary>
internal static class SessionReplies
{
    // What a person may switch between; the factors are those of the units of the command line.
    private static readonly (string Quantity, string Base, string[] Units)[] Switches =
    [
        ("pressure", "mmHg", ["mmHg", "kPa", "cmH2O"]),
        ("flow", "mL/min", ["mL/min", "mL/s"]),
    ];

    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        routes.MapGet("/health", context => JsonReply.WriteAsync(context, new JsonObject
        {
            ["status"] = room.Closing.IsCancellationRequested ? "closing" : "ok",
            ["version"] = room.Options.Version,
            ["queue"] = new JsonObject
            {
                ["running"] = room.Queue.Running,
                ["waiting"] = room.Queue.Waiting,
                ["limit"] = room.Options.Limits.RunsWaiting,
            },
            ["live"] = new JsonObject
            {
                ["sessions"] = room.Live.Count,
                ["viewers"] = room.Streams,
                ["limit"] = room.Options.Limits.LiveSessions,
            },
        }));
        routes.MapGet("/api/session", context => JsonReply.WriteAsync(context, Session(context, room)));
    }

    private static JsonObject Session(HttpContext context, LabRoom room) => new()
    {
        ["version"] = room.Options.Version,
        ["token"] = room.Antiforgery.TokenFor(context),
        ["limits"] = new JsonObject
        {
            ["body_bytes"] = room.Options.Limits.BodyBytes,
            ["case_bytes"] = room.Options.Limits.CaseBytes,
            ["runs_waiting"] = room.Options.Limits.RunsWaiting,
            ["live_sessions"] = room.Options.Limits.LiveSessions,
            ["viewers"] = room.Options.Limits.Viewers,
            ["sites_per_stream"] = room.Options.Limits.Sites,
        },
        ["units"] = new JsonObject(Switches.Select(one => KeyValuePair.Create(one.Quantity, (JsonNode?)new JsonArray(
            [.. one.Units.Select(unit => new JsonObject { ["unit"] = unit, ["factor"] = Factor(one.Base, unit) })])))),
        ["statements"] = new JsonObject
        {
            ["evidence"] = EvidenceStatement.Text,
            ["criteria"] = Statement.Criteria,
            ["iron"] = Statement.Iron,
            ["pool"] = CuratedBase.PoolWarning,
            ["title"] = CuratedBase.Title,
        },
    };

    /// <summary>By what a number in the lab's unit is multiplied.</summary>
    private static double Factor(string from, string to) => Units.FromSi(Units.ToSi(1, from), to);
}
