using Azygos.Files.Faults;
using Azygos.Lab.Saved;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Replies;

/// <summary>Parts of an address, checked before anything is looked up by them.</summary>
internal static class Address
{
    /// <summary>The identifier in the path.</summary>
    public static string Id(HttpContext context, string name = "id") =>
        context.Request.RouteValues[name] as string is { } id && Identifiers.Is(id) ? id
            : throw RefusedException.NotFound("This is not an identifier: it holds other signs than a-z, 0-9, _ and -.");

    /// <summary>The value of a query's key; null where it is not given; a key given twice is refused.</summary>
    public static string? Query(HttpContext context, string key) => context.Request.Query[key] switch
    {
        { Count: 0 } => null,
        [{ } one] => one,
        _ => throw new InputRefusedException(new Fault("query", null, key, "", "is given twice")),
    };

    /// <summary>Refuses keys of a query that mean nothing here.</summary>
    public static void Only(HttpContext context, params IReadOnlyList<string> known)
    {
        FaultList faults = new();
        foreach (string key in context.Request.Query.Keys.Where(key => !known.Contains(key)))
            faults.Add("query", null, key, "", $"is not a key of this request{Nearest.Suggestion(key, known)}");
        faults.ThrowIfAny();
    }

    /// <summary>Values of a key that may be given often.</summary>
    public static IReadOnlyList<string> Queries(HttpContext context, string key, int most)
    {
        string[] values = [.. context.Request.Query[key].OfType<string>().Distinct()];
        return values.Length <= most ? values : throw new InputRefusedException(
            new Fault("query", null, key, "", $"is given {values.Length} times; allowed: at most {most}"));
    }
}
