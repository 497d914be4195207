using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Page;

/// <summary>The built page: every file of it, read when the lab opens. No path of a request is looked up on the
/// disk.</summary>
internal sealed partial class PageFiles
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".webmanifest"] = "application/manifest+json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary();

    // Of a type that is small already.
    private static readonly string[] Packed = [".png", ".ico", ".woff2"];

    private readonly FrozenDictionary<string, PageFile> files;

    /// <summary>Reads the page beside the program; without one there is a page that says how to build it.</summary>
    /// <param name="home">Folder that may hold <c>lab/</c>.</param>
    public PageFiles(string home)
    {
        string folder = Path.Combine(home, "lab");
        Dictionary<string, PageFile> found = [];
        if (File.Exists(Path.Combine(folder, "index.html")))
            foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Types.ContainsKey(Path.GetExtension(path))))
            {
                string name = "/" + Path.GetRelativePath(folder, path).Replace('\\', '/');
                found.Add(name, PageFile.Of(name, File.ReadAllBytes(path)));
            }
        else found.Add("/index.html", PageFile.Of("/index.html", NotBuilt()));
        files = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Answers with a file of the page; an address without an ending is one of the page's own.</summary>
    public async Task ReplyAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await Refusal.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "The page is only read.");
            return;
        }
        string path = context.Request.Path.Value ?? "/";
        if (!files.TryGetValue(path, out PageFile? file))
        {
            if (!OwnAddress().IsMatch(path))
            {
                await Refusal.WriteAsync(context, StatusCodes.Status404NotFound, "There is no such page.");
                return;
            }
            file = files["/index.html"];
        }
        await file.WriteAsync(context);
    }

    private static byte[] NotBuilt()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("not-built.html")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>An address of the page, such as <c>/body</c> or <c>/evidence/studies</c>: no dot, no other signs.</summary>
    [GeneratedRegex(@"\A/[a-z0-9/_-]*\z")]
    private static partial Regex OwnAddress();

    /// <summary>A name that holds a hash of the content never changes it.</summary>
    [GeneratedRegex(@"-[A-Za-z0-9_-]{8,}\.[a-z0-9]+\z")]
    private static partial Regex HashedName();

    private sealed record PageFile(string Type, byte[] Plain, byte[]? Brotli, byte[]? Gzip, string Tag, bool IsForGood)
    {
        public static PageFile Of(string name, byte[] bytes)
        {
            string ending = Path.GetExtension(name);
            bool packs = !Packed.Contains(ending);
            return new PageFile(Types[ending], bytes,
                packs ? Compressed(bytes, to => new BrotliStream(to, CompressionLevel.Optimal)) : null,
                packs ? Compressed(bytes, to => new GZipStream(to, CompressionLevel.Optimal)) : null,
                $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..20]}\"", HashedName().IsMatch(name));
        }

        public async Task WriteAsync(HttpContext context)
        {
            IHeaderDictionary heads = context.Response.Headers;
            heads.CacheControl = IsForGood ? "public, max-age=31536000, immutable" : "no-cache";
            heads.ETag = Tag;
            heads.Vary = "Accept-Encoding";
            if (context.Request.Headers.IfNoneMatch == Tag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            context.Response.ContentType = Type;
            (byte[] bytes, string? encoding) = Brotli is not null && Compression.Takes(context, "br") ? (Brotli, "br")
                : Gzip is not null && Compression.Takes(context, "gzip") ? (Gzip, "gzip") : (Plain, null);
            if (encoding is not null) heads.ContentEncoding = encoding;
            context.Response.ContentLength = bytes.Length;
            if (HttpMethods.IsGet(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }

        private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> zip)
        {
            using MemoryStream packed = new();
            using (Stream stream = zip(packed)) stream.Write(bytes);
            return packed.ToArray();
        }
    }
}
