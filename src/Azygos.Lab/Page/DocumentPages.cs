using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Azygos.Lab.Replies;
using Azygos.Lab.Safety;
using Azygos.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azygos.Lab.Page;

/// <summary><c>/article/</c> and <c>/evidence/report/</c>: pages without script, as the command line writes them.</summary>
internal static partial class DocumentPages
{
    public static void Map(IEndpointRouteBuilder routes, LabRoom room)
    {
        Add("/article/", "index.html", new(() => Files(EvidenceArticlePage.Write(room.Evidence, room.Synthesis))));
        Add("/evidence/report/", "report.html", new(() => Files(EvidenceReportPage.Write(room.Evidence, room.Synthesis))));

        void Add(string address, string first, Lazy<FrozenDictionary<string, string>> files)
        {
            routes.MapGet(address.TrimEnd('/'), context =>
            {
                // Links of the page are relative: without the last slash they would lead elsewhere.
                if (context.Request.Path.Value!.EndsWith('/')) return WriteAsync(context, files.Value, first);
                context.Response.Redirect(address);
                return Task.CompletedTask;
            });
            routes.MapGet(address + "{**name}", context =>
                WriteAsync(context, files.Value, Name(context, first)));
        }
    }

    // Nothing is computed for a name that no file can have.
    private static string Name(HttpContext context, string first) => context.Request.RouteValues["name"] switch
    {
        null or "" => first,
        string name when FileName().IsMatch(name) => name,
        _ => throw RefusedException.NotFound("There is no such page."),
    };

    [GeneratedRegex(@"\A(?:[A-Za-z0-9_-]+/)?[A-Za-z0-9_-]+\.(?:html|svg|xml|json)\z")]
    private static partial Regex FileName();

    private static FrozenDictionary<string, string> Files(IReadOnlyDictionary<string, string> files) =>
        files.ToFrozenDictionary(StringComparer.Ordinal);

    private static Task WriteAsync(HttpContext context, FrozenDictionary<string, string> files, string name)
    {
        if (!files.TryGetValue(name, out string? text)) throw RefusedException.NotFound("There is no such page.");
        context.Response.ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".xml" => "application/atom+xml; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        };
        context.Response.Headers.ContentSecurityPolicy = ReplyHeads.OfADocument;
        return Compression.WriteAsync(context, System.Text.Encoding.UTF8.GetBytes(text));
    }
}
