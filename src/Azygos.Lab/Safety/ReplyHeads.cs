using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Safety;

/// <summary>Heads of every reply: what a browser may load, and that nobody may frame or sniff it.</summary>
internal static class ReplyHeads
{
    /// <summary>Policy of the page: scripts from here alone, none inline; styles inline too, for charts make them.</summary>
    public const string OfThePage = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Policy of a page that a run or the evidence made: it has no script, so it may have none.</summary>
    public const string OfADocument = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups allow-top-navigation-by-user-activation";

    public static void Put(HttpContext context)
    {
        IHeaderDictionary heads = context.Response.Headers;
        heads.ContentSecurityPolicy = OfThePage;
        heads.XContentTypeOptions = "nosniff";
        heads.XFrameOptions = "DENY";
        // Not "no-referrer": with it browsers call the origin of a form "null".
        heads["Referrer-Policy"] = "same-origin";
        heads["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        heads["Cross-Origin-Opener-Policy"] = "same-origin";
        heads["Cross-Origin-Resource-Policy"] = "same-origin";
        heads["X-Azygos-Statement"] = Statement.Text;
        heads.CacheControl = "no-store";
    }
}
