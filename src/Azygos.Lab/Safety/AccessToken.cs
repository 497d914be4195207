using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Safety;

/// <summary>The access token, where the lab has one: in the head <c>Authorization</c>, or in the cookie that a first visit
/// with <c>?token=</c> sets.</summary>
/// <remarks>Health is answered without it, and so are the links of a digest mail, which carry a secret of their own.</remarks>
internal sealed class AccessToken(LabOptions options)
{
    private const string Cookie = "azygos_access", Query = "token", Bearer = "Bearer ";

    /// <summary>True: the request may go on; else it was answered.</summary>
    public async Task<bool> AdmitsAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (options.Token is not { } token || request.Path == "/health"
            || request.Path.StartsWithSegments("/digest", StringComparison.Ordinal)) return true;
        if (request.Headers.Authorization is [{ } head] && head.StartsWith(Bearer, StringComparison.Ordinal)
            && Antiforgery.AreSame(head[Bearer.Length..], token)) return true;
        if (request.Cookies[Cookie] is { } kept && Antiforgery.AreSame(kept, token)) return true;
        if (HttpMethods.IsGet(request.Method) && request.Query[Query] is [{ } asked] && Antiforgery.AreSame(asked, token)
            && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.Cookies.Append(Cookie, token, new CookieOptions
            {
                HttpOnly = true,
                Secure = options.IsSecure,
                SameSite = SameSiteMode.Strict,
            });
            // Away with the token from the address line and its history.
            context.Response.Redirect("/");
            return false;
        }
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await Refusal.WriteAsync(context, StatusCodes.Status401Unauthorized,
            "This lab has an access token: open the address that it printed, or send Authorization: Bearer.");
        return false;
    }
}
