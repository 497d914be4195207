using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Safety;

/// <summary>The token without which nothing is changed: only the lab's own page can read it.</summary>
/// <remarks>It is a code of the page's origin under a key of this run of the program, so that it serves no other origin and
/// no later run. Forms of the digest carry a token of their own instead.</remarks>
internal sealed class Antiforgery(LabOptions options)
{
    public const string Head = "X-Azygos-Token";

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The token of a request's origin.</summary>
    public string TokenFor(HttpContext context) => Convert.ToHexStringLower(HMACSHA256.HashData(
        key, Encoding.UTF8.GetBytes($"{(options.IsSecure ? "https" : "http")}://{context.Request.Host.Value}")));

    /// <summary>Why a request may not change anything; null: it may, or does not.</summary>
    public string? Objection(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)
            || request.Path.StartsWithSegments("/digest", StringComparison.Ordinal))
            return null;
        return request.Headers[Head] is [{ } given] && AreSame(given, TokenFor(context)) ? null
            : $"What changes something carries the head {Head}; GET /api/session gives its value.";
    }

    /// <summary>Compares secrets in a time that does not depend on them.</summary>
    public static bool AreSame(string one, string other) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
