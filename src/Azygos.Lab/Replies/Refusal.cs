using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Replies;

/// <summary>Says why a request was refused.</summary>
internal static class Refusal
{
    public static Task WriteAsync(HttpContext context, int status, params IReadOnlyList<string> faults)
    {
        context.Response.StatusCode = status;
        return JsonReply.WriteAsync(context, new JsonObject
        {
            ["faults"] = new JsonArray([.. faults.Select(fault => JsonValue.Create(fault))]),
        });
    }
}

/// <summary>A request that cannot be answered, with its status.</summary>
internal sealed class RefusedException(int status, string message) : Exception(message)
{
    public int Status => status;

    public static RefusedException NotFound(string what) => new(StatusCodes.Status404NotFound, what);

    public static RefusedException Conflict(string what) => new(StatusCodes.Status409Conflict, what);

    public static RefusedException TooMany(string what) => new(StatusCodes.Status429TooManyRequests, what);

    public static RefusedException Closing() =>
        new(StatusCodes.Status503ServiceUnavailable, "The lab is closing; nothing new is started.");
}
