namespace Azygos.Files.Cases;

/// <summary>The case key that switches the iron hypothesis on.</summary>
internal static class IronWord
{
    /// <summary>Key of a case, and word among the hypotheses of a run.</summary>
    public const string Key = "iron";

    /// <summary>The only value.</summary>
    public const string Hypothesis = "hypothesis";
}
