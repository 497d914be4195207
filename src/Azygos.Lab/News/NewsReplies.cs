using System.Text.Json.Nodes;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Files.EvidenceBase.Changes;
using Azygos.Files.Feeds;
using Azygos.Lab.Page;
using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.News;

/// <summary><c>/feed.atom</c>, <c>/api/digest</c> and the two pages that its mails lead to.</summary>
internal static class NewsReplies
{
    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        routes.MapGet("/feed.atom", context =>
        {
            IReadOnlyList<ReleaseRow> releases = room.Evidence.Base.Releases;
            if (releases.Count == 0) throw RefusedException.NotFound("The evidence base is not dated: it has no feed.");
            context.Response.ContentType = "application/atom+xml; charset=utf-8";
            return context.Response.WriteAsync(AtomFeed.Write(EvidenceChanges.FeedTitle, $"{CuratedBase.Title}. {Statement.Text}",
                new Uri(Own(context, room), "/article/").ToString(), releases.Select(release => new FeedEntry(
                    release.Date, $"Data of {release.Date:yyyy-MM-dd}, rules {release.RulesVersion}", release.What))));
        });
        routes.MapPost("/api/digest", async context =>
        {
            Asked asked = await Asked.OfAsync(context);
            string? email = asked.Text("email", 400)?.Trim();
            if (email is null || !Digest.IsAddress(email)) asked.Refuse("email", email ?? "", "must be an e-mail address");
            asked.Finish();
            room.Digest.Ask(email!, Own(context, room));
            await JsonReply.WriteAsync(context, new JsonObject
            {
                ["message"] = "If this address is not confirmed yet, a mail with a link is on its way to it. Nothing else is "
                    + "sent before the link was followed.",
            }, StatusCodes.Status202Accepted);
        });
        routes.MapGet("/digest/confirm", context => PlainPage.FormAsync(context, "Confirm the digest",
            "You get a mail whenever the evidence base changes. Your address is kept for this and for nothing else.",
            "Confirm"));
        routes.MapPost("/digest/confirm", context => room.Digest.Confirm(Address.Query(context, "t"))
            ? PlainPage.WriteAsync(context, "Confirmed", "You will get a mail whenever the evidence base changes. Every mail has "
                + "a link that ends it.")
            : PlainPage.WriteAsync(context, "This link leads nowhere", "It was used up, or is older than a week. Sign up again.",
                StatusCodes.Status404NotFound));
        routes.MapGet("/digest/unsubscribe", context => PlainPage.FormAsync(context, "End the digest",
            "No further mail is sent, and your address is deleted.", "End it"));
        routes.MapPost("/digest/unsubscribe", context =>
        {
            room.Digest.End(Address.Query(context, "t"));
            return PlainPage.WriteAsync(context, "Ended", "No further mail is sent, and your address was deleted.");
        });
    }

    private static Uri Own(HttpContext context, LabRoom room) => room.Options.BehindProxy
        ?? new Uri($"{(room.Options.IsSecure ? "https" : "http")}://{context.Request.Host.Value}");
}
