using System.Net;
using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Page;

/// <summary>A small page without script: what a link in a mail leads to.</summary>
internal static class PlainPage
{
    public static Task WriteAsync(HttpContext context, string title, string text, int status = StatusCodes.Status200OK) =>
        PageAsync(context, title, $"<p>{WebUtility.HtmlEncode(text)}</p>", status);

    /// <summary>A page with one button, which asks the same address again by POST: a mail program that looks at links ahead
    /// of a person presses none.</summary>
    public static Task FormAsync(HttpContext context, string title, string text, string button) => PageAsync(context, title,
        $"<p>{WebUtility.HtmlEncode(text)}</p><form method=\"post\"><button>{WebUtility.HtmlEncode(button)}</button></form>",
        StatusCodes.Status200OK);

    private static Task PageAsync(HttpContext context, string title, string body, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>{{WebUtility.HtmlEncode(title)}} · Azygos</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem}
            button{font:inherit;padding:.5rem 1.5rem}</style></head>
            <body><main><h1>{{WebUtility.HtmlEncode(title)}}</h1>{{body}}</main>
            <footer><p><small>{{Statement.Text}}</small></p></footer></body></html>
            """);
    }
}
