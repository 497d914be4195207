namespace Azygos.Evidence.Claims.Rows;

/// <summary>How a row's numbers were seen.</summary>
public enum RowStatus
{
    /// <summary>In retrieved primary text; the only rows of a headline.</summary>
    Verified,

    /// <summary>In somebody else's account: a named sensitivity.</summary>
    Secondary,

    /// <summary>Not seen, or a group size was not: never enters anything.</summary>
    Unverified,
}
