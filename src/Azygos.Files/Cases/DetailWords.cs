using Azygos.Body.Anatomy;
using Azygos.Files.Faults;

namespace Azygos.Files.Cases;

/// <summary>Levels of detail by word.</summary>
public static class DetailWords
{
    /// <summary>What a level of detail may be, in words.</summary>
    public const string Allowed = "core or full";

    /// <summary>The words.</summary>
    public static IReadOnlyDictionary<string, AnatomicalDetail> Words { get; } =
        new Dictionary<string, AnatomicalDetail>
        {
            ["core"] = AnatomicalDetail.Core,
            ["full"] = AnatomicalDetail.Full,
        };

    /// <summary>The word of a level.</summary>
    public static string Of(AnatomicalDetail detail) => Words.First(word => word.Value == detail).Key;

    /// <summary>The level that a word names; false when it names none.</summary>
    /// <param name="text">As written.</param>
    /// <param name="detail">The level.</param>
    /// <param name="reason">Why it is refused, or empty.</param>
    public static bool TryRead(string text, out AnatomicalDetail detail, out string reason)
    {
        bool known = Words.TryGetValue(text, out detail);
        reason = known ? "" : $"is not a level of detail{Nearest.Suggestion(text, Words.Keys)}; allowed: {Allowed}";
        return known;
    }
}
