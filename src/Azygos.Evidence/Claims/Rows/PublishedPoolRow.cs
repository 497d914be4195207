namespace Azygos.Evidence.Claims.Rows;

/// <summary>A pooled value as somebody published it; never counts beside its own studies.</summary>
public sealed record PublishedPoolRow
{
    /// <summary>Identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>Review.</summary>
    public string Review { get; init; } = "";

    /// <summary>Year.</summary>
    public int Year { get; init; }

    /// <summary>Question.</summary>
    public string Question { get; init; } = "";

    /// <summary>Studies.</summary>
    public int? Studies { get; init; }

    /// <summary>People with MS.</summary>
    public int? Cases { get; init; }

    /// <summary>Controls.</summary>
    public int? Controls { get; init; }

    /// <summary>People in all.</summary>
    public int? Total { get; init; }

    /// <summary>Measure, or none.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Pooled value.</summary>
    public double? Effect { get; init; }

    /// <summary>Lower limit.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper limit.</summary>
    public double? Upper { get; init; }

    /// <summary>p value as printed.</summary>
    public string P { get; init; } = "";

    /// <summary>How it was seen.</summary>
    public RowStatus Status { get; init; }
}
