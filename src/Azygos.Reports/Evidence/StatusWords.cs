using Azygos.Evidence.Claims.Rows;

namespace Azygos.Reports.Evidence;

/// <summary>How a row's numbers were seen, in words.</summary>
internal static class StatusWords
{
    /// <summary>The words.</summary>
    public static string Of(RowStatus status) => status switch
    {
        RowStatus.Verified => "primary text",
        RowStatus.Secondary => "second-hand",
        _ => "not seen",
    };
}
