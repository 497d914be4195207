using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Replies;

/// <summary>Sends bytes compressed where the browser takes it and it pays.</summary>
internal static class Compression
{
    /// <summary>Shorter replies fit into one packet anyway [bytes].</summary>
    private const int Least = 1_400;

    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        HttpResponse response = context.Response;
        if (bytes.Length >= Least && Takes(context, "gzip"))
        {
            response.Headers.ContentEncoding = "gzip";
            response.Headers.Vary = "Accept-Encoding";
            if (HttpMethods.IsHead(context.Request.Method)) return;
            await using GZipStream zip = new(response.Body, CompressionLevel.Fastest);
            await zip.WriteAsync(bytes, context.RequestAborted);
            return;
        }
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>True when the browser takes an encoding.</summary>
    public static bool Takes(HttpContext context, string encoding) => context.Request.Headers.AcceptEncoding
        .SelectMany(one => (one ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(one => one == encoding || one.StartsWith(encoding + ";", StringComparison.Ordinal));
}
