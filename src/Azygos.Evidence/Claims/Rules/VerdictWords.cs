using System.Collections.Frozen;

namespace Azygos.Evidence.Claims.Rules;

/// <summary>The words of verdicts: in the tables, and on the screen.</summary>
public static class VerdictWords
{
    private static readonly FrozenDictionary<string, Verdict> Known = Enum.GetValues<Verdict>().ToFrozenDictionary(Key);

    /// <summary>Words of the tables.</summary>
    public static IReadOnlyCollection<string> Keys => Known.Keys;

    /// <summary>The word of the tables.</summary>
    /// <source choice="the words of the rule table"/>
    public static string Key(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "supported",
        Verdict.NotSupported => "not_supported",
        Verdict.Contradicted => "contradicted",
        Verdict.Inconclusive => "inconclusive",
        _ => "no_data",
    };

    /// <summary>The verdict for a reader.</summary>
    /// <source choice="plain words that claim no more than the rule does"/>
    public static string OnScreen(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "shown",
        Verdict.NotSupported => "not shown",
        Verdict.Contradicted => "shown to be wrong, within the stated margin",
        Verdict.Inconclusive => "cannot say yet",
        _ => "we found no usable study",
    };

    /// <summary>Reads a word of the tables.</summary>
    /// <source choice="the words of the rule table"/>
    public static bool TryRead(string text, out Verdict verdict) => Known.TryGetValue(text, out verdict);
}
