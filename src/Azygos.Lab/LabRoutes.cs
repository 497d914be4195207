using Azygos.Lab.Bodies;
using Azygos.Lab.Live;
using Azygos.Lab.News;
using Azygos.Lab.Page;
using Azygos.Lab.Replies;
using Azygos.Lab.Review;
using Azygos.Lab.Runs;
using Azygos.Lab.Saved;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab;

/// <summary>Every request that the lab answers; docs/guide/lab-api.md is the list for people.</summary>
internal static class LabRoutes
{
    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        SessionReplies.Map(routes, room);
        ModelReplies.Map(routes, room);
        CaseReplies.Map(routes, room);
        RunReplies.Map(routes, room);
        RunFiles.Map(routes, room);
        StudyReplies.Map(routes, room);
        LiveReplies.Map(routes, room);
        EvidenceReplies.Map(routes, room);
        PoolReplies.Map(routes, room);
        SavedReplies.Map(routes, room);
        NewsReplies.Map(routes, room);
        DocumentPages.Map(routes, room);
        // Nothing under /api falls through to the page.
        routes.Map("/api/{**rest}", context => Refusal.WriteAsync(context, StatusCodes.Status404NotFound,
            $"There is nothing at {context.Request.Path}, or not for {context.Request.Method}."));
    }
}
