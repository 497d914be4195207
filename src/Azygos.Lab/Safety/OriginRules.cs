using System.Net;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Safety;

/// <summary>A request is for this lab and comes from its own page: a name that somebody else's server gave to this machine
/// (DNS rebinding) is refused, and so is another page's script.</summary>
internal static class OriginRules
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Why a request is refused; null: it is not.</summary>
    public static string? Objection(HttpContext context, LabOptions options)
    {
        HttpRequest request = context.Request;
        if (!IsHost(request.Host, context.Connection.LocalPort, options))
            return "This host name is not the lab's: ask for it under the address that it printed.";
        string own = $"{(options.IsSecure ? "https" : "http")}://{request.Host.Value}";
        if (request.Headers.Origin is { Count: > 0 } origin && (origin.Count > 1 || !IsSame(origin[0], own)))
            return "Another page asked for this: only the lab's own page may.";
        // A browser says where a request comes from. Links from elsewhere may open a page, and nothing else.
        return request.Headers["Sec-Fetch-Site"] is [{ } site] && site is "cross-site" or "same-site"
            && !(request.Headers["Sec-Fetch-Mode"] == "navigate" && HttpMethods.IsGet(request.Method)
                && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            ? "Another page asked for this: only the lab's own page may." : null;
    }

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsHost(HostString host, int localPort, LabOptions options)
    {
        if (!host.HasValue) return false;
        if (options.BehindProxy is { } proxy)
            return IsSame(host.Host, proxy.Host) && (host.Port ?? proxy.Port) == proxy.Port;
        int usual = options.IsSecure ? 443 : 80;
        return (host.Port ?? usual) == localPort && Names(options).Any(name => IsSame(name, host.Host));
    }

    private static IEnumerable<string> Names(LabOptions options)
    {
        IPAddress address = options.Address!;
        bool isOwn = IPAddress.IsLoopback(address);
        string self = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : $"{address}";
        return [.. options.Hosts, self, .. isOwn ? OwnNames : []];
    }
}
