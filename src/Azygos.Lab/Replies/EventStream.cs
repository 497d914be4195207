using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Azygos.Lab.Replies;

/// <summary>A stream of server-sent events to one browser.</summary>
internal sealed class EventStream(HttpContext context)
{
    /// <summary>Opens the stream.</summary>
    public static async Task<EventStream> OpenAsync(HttpContext context)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache, no-store";
        EventStream stream = new(context);
        // Says at once that the stream is open, and when to come back after it broke.
        await stream.WriteAsync("retry: 2000\n\n"u8.ToArray());
        return stream;
    }

    /// <summary>Sends bytes that hold whole events.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> events)
    {
        await context.Response.Body.WriteAsync(events, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    /// <summary>Sends an event.</summary>
    public ValueTask SendAsync(string name, string json) => WriteAsync(Bytes(name, json));

    /// <summary>An event as bytes; the data is JSON on one line.</summary>
    public static byte[] Bytes(string name, string json) => Encoding.UTF8.GetBytes($"event: {name}\ndata: {json}\n\n");
}
