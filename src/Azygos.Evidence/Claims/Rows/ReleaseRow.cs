namespace Azygos.Evidence.Claims.Rows;

/// <summary>One release of an evidence base: when its rows were last looked at, and what changed.</summary>
public sealed record ReleaseRow
{
    /// <summary>Day of the release.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Version of the rules that it was judged by.</summary>
    public string RulesVersion { get; init; } = "";

    /// <summary>What changed, in one or two sentences for a reader.</summary>
    public string What { get; init; } = "";
}
